// The page in the frame: takes its settings from its address, and tells the page around it how high it is.

/** What may be set by the address: `iframe.html?postcode=1316&map=click`. Everything else is left alone. */
const SETTINGS = ['postcode', 'region', 'map', 'tiles', 'lang', 'no-location'];
const HEADINGS = {en: 'Find the employer organisation in your region'};

const kaart = document.querySelector('regio-kaart');
const query = new URLSearchParams(location.search);
for (const name of SETTINGS) {
  const value = query.get(name);
  if (value !== null) kaart.setAttribute(name, value);
}
const lang = query.get('lang') ?? '';
if (Object.hasOwn(HEADINGS, lang)) {
  document.documentElement.lang = lang;
  document.title = HEADINGS[lang];
  document.querySelector('h1').textContent = HEADINGS[lang];
}

/** To whatever page is around: a height is no secret, and which page it is cannot be known for sure. */
function tellHeight() {
  const {height} = document.documentElement.getBoundingClientRect();
  parent.postMessage({type: 'regiokaart-height', height: Math.ceil(height)}, '*');
}

if (parent !== window) {
  new ResizeObserver(tellHeight).observe(document.documentElement);
  // A page whose script comes late asks.
  addEventListener('message', ({source, data}) => {
    if (source === parent && data?.type === 'regiokaart-height') tellHeight();
  });
}
