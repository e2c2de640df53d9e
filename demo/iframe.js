// The page in the frame: reads its settings from its address, and reports its height to the page around it.

/** Settings that the address may contain: `iframe.html?postcode=1316&map=click`. Others are ignored. */
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

/** Sends the height to any page around it: a height is not secret, and the identity of that page is not known. */
function reportHeight() {
  const {height} = document.documentElement.getBoundingClientRect();
  parent.postMessage({type: 'regiokaart-height', height: Math.ceil(height)}, '*');
}

if (parent !== window) {
  new ResizeObserver(reportHeight).observe(document.documentElement);
  // A page whose script loads later requests the height.
  addEventListener('message', ({source, data}) => {
    if (source === parent && data?.type === 'regiokaart-height') reportHeight();
  });
}
