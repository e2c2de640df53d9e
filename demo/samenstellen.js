// The snippet builder: reads the form, shows a preview of the widget, and writes its markup.

/** Backgrounds of the widget on which the accent is used: the page and the tint of cards, per scheme. */
const SURFACES = {light: ['#ffffff', '#eef5f5'], dark: ['#142125', '#1d2e33']};
const DEFAULT_RADIUS = '8';
const ENOUGH = 4.5;
const FALLBACK = {
  nl: 'Vind de werkgeversorganisatie in jouw regio',
  en: 'Find the employer organisation in your region',
};
const MISSING =
  'De bestanden van de vaste versie zijn er nog niet. Maak ze eerst met npm run build, en laad deze pagina opnieuw.';
const NOT_RENDERED =
  'De code met alles erin kan hier niet worden gemaakt. Draait npm run build al? Kies anders de korte vorm.';
/** Room for the short forms, less than they need: what stands below them is then out of sight. In rem, with and without a map. */
const ROOM = {map: 60, none: 38};
const COPY_FAILED = 'Kopiëren lukt hier niet. De code is geselecteerd: kopieer die met Ctrl+C of ⌘C.';
/** Waits until the visitor pauses, so that a screen reader is not interrupted at every step of a slider. */
const PAUSE_MS = 700;
/** Delay of files on a slow connection. */
const LATE_MS = 8000;

const find = (id) => document.getElementById(id);
const form = find('form');
const preview = find('preview');
const ratio = new Intl.NumberFormat('nl-NL', {minimumFractionDigits: 1, maximumFractionDigits: 1});

/** The last valid address. */
let place = form.elements.place.value;
/** Files that `npm run build` writes for pinned versions; null until they have been loaded. */
let pinned = null;
let speaking;
/** The element as HTML, by the options that it was asked with; null while it is on its way, empty when that failed. */
const rendered = new Map();
let worker;

function say(text) {
  clearTimeout(speaking);
  speaking = setTimeout(() => {
    find('status').textContent = text;
  }, PAUSE_MS);
}

const escapeHtml = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** Red, green and blue of a colour with six hexadecimal digits, 0 to 255. */
const partsOf = (hex) => [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16));

/** Relative luminance of WCAG 2. */
function luminance(hex) {
  const [red, green, blue] = partsOf(hex).map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const lowest = (hex, scheme) => Math.min(...SURFACES[scheme].map((surface) => contrast(hex, surface)));

/** White or black, whichever has more contrast with a colour. One of them always has 4.5:1. */
const onColour = (hex) => (contrast(hex, '#ffffff') >= contrast(hex, '#000000') ? '#ffffff' : '#000000');

/** The nearest darker colour, or in the dark scheme lighter colour, with enough contrast. */
function readable(hex, scheme) {
  const end = scheme === 'light' ? 0 : 255;
  for (let step = 0; step <= 100; step++) {
    const mixed = partsOf(hex).map((part) => Math.round(part + ((end - part) * step) / 100));
    const candidate = `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
    if (lowest(candidate, scheme) >= ENOUGH) return candidate;
  }
  return hex;
}

function readForm() {
  const {
    start,
    postcode,
    region,
    map,
    tiles,
    lang,
    level,
    location,
    link,
    own,
    dark,
    radius,
    form: kind,
    version,
  } = form.elements;
  const valid = /^\s*[1-9]\d{3}\s*([a-z]{2})?\s*$/i.test(postcode.value);
  return {
    attributes: Object.entries({
      postcode: start.value === 'postcode' && valid ? postcode.value.trim() : '',
      region: start.value === 'region' ? region.value : '',
      map: map.value === 'visible' ? '' : map.value,
      tiles: tiles.checked && map.value !== 'none' ? 'pdok' : '',
      'heading-level': level.value === '2' ? '' : level.value,
      lang: lang.value,
      'no-location': location.checked ? '' : true,
      'deep-link': link.checked,
    }).filter(([, value]) => value),
    validPostcode: valid,
    start: start.value,
    map: map.value,
    tiles: tiles.checked,
    own: own.checked,
    dark: own.checked && dark.checked,
    accent: find('accent').value,
    accentDark: find('accent-dark').value,
    radius: radius.value,
    classic: kind.value === 'classic',
    prerendered: kind.value === 'prerendered',
    pinned: version.value === 'pinned',
    fallback: FALLBACK[lang.value === 'en' ? 'en' : 'nl'],
  };
}

/** The tokens that differ from the defaults of the widget. */
function tokensOf({own, dark, accent, accentDark, radius}) {
  const both = (light, night) => (dark && light !== night ? `light-dark(${light}, ${night})` : light);
  return Object.entries({
    '--regio-color-accent': own && both(accent, accentDark),
    '--regio-color-on-accent': own && both(onColour(accent), onColour(accentDark)),
    '--regio-radius': radius !== DEFAULT_RADIUS && (radius === '0' ? '0' : `${radius}px`),
  }).filter(([, value]) => value);
}

/** What keeps room on the page until the script is there. */
function roomOf({prerendered, map}) {
  return prerendered
    ? []
    : [
        ['display', 'block'],
        ['min-height', `min(100vh, ${map === 'none' ? ROOM.none : ROOM.map}rem)`],
      ];
}

/** What `prerender()` of the package gives; null while it is on its way, empty when it cannot be had. */
function prerendered(settings, folder) {
  const {
    lang,
    'heading-level': level,
    map,
    'no-location': noLocation,
    ...attributes
  } = Object.fromEntries(settings.attributes);
  const options = {
    ...(lang && {lang}),
    ...(level && {headingLevel: Number(level)}),
    ...(map && {map}),
    noLocation: !!noLocation,
    css: `${folder}regiokaart.css`,
    attributes,
  };
  const key = JSON.stringify(options);
  if (!rendered.has(key)) {
    rendered.set(key, null);
    worker ??= startWorker();
    worker.postMessage({id: key, options});
  }
  return rendered.get(key);
}

function startWorker() {
  const started = new Worker('voorgerenderd.js', {type: 'module'});
  const take = (id, markup) => {
    rendered.set(id, markup);
    update();
  };
  started.addEventListener('message', ({data}) => data.id && take(data.id, data.markup));
  started.addEventListener('error', () => {
    worker = undefined;
    for (const [id, markup] of rendered) if (markup === null) take(id, '');
  });
  return started;
}

const attributeText = (attributes, prefix) =>
  attributes.map(([name, value]) => ` ${prefix}${name}${value === true ? '' : `="${escapeHtml(value)}"`}`).join('');

/** The folder of the files; null while the hashes of a pinned version are still unknown. */
function folderOf(settings, version) {
  if (!settings.pinned) return escapeHtml(`${place}${version.split('.')[0]}/`);
  return pinned?.hashes ? escapeHtml(`${place}${pinned.version}/`) : null;
}

/** The script, with everything that has to precede it. */
function scriptsOf(settings, folder) {
  const integrity = (file) => (settings.pinned ? ` integrity="${pinned.hashes[file]}" crossorigin="anonymous"` : '');
  const file = settings.classic ? 'regiokaart.classic.js' : 'regiokaart.js';
  const lines = [];
  if (settings.pinned) lines.push(pinned.importMap.replaceAll(pinned.base, folder));
  // The link also shows the plain script that the page trusts this folder, wherever an optimiser moves the script.
  if (settings.classic) {
    lines.push(`<link rel="modulepreload" href="${folder}regiokaart.js"${integrity('regiokaart.js')}>`);
  }
  const source = `src="${folder}${file}"${integrity(file)}`;
  lines.push(`<script ${settings.classic ? `${source} async` : `type="module" ${source}`}></script>`);
  return lines.join('\n');
}

/** A style for the page, with what the host chose and what keeps room. */
function styleOf(settings) {
  const rule = (selector, declarations) => {
    const lines = declarations.map(([name, value]) => `    ${name}: ${value};\n`);
    return lines.length > 0 ? `  ${selector} {\n${lines.join('')}  }\n` : '';
  };
  const [room, tokens] = [roomOf(settings), tokensOf(settings)];
  const rules = settings.classic
    ? rule('[data-regiokaart]', room) + rule('regio-kaart', tokens)
    : rule('regio-kaart', [...room, ...tokens]);
  return rules && `<style>\n${rules}</style>\n`;
}

/** The tag with what stands in it; null while it is on its way, empty when it cannot be made. */
function elementOf(settings, folder) {
  const link = `<a href="https://www.regioplus.nl">${settings.fallback}</a>`;
  if (settings.classic) {
    return `<div data-regiokaart data-base="${folder}"${attributeText(settings.attributes, 'data-')}>${link}</div>`;
  }
  if (!settings.prerendered) return `<regio-kaart${attributeText(settings.attributes, '')}>${link}</regio-kaart>`;
  const integrity = settings.pinned ? ` integrity="${pinned.hashes['regiokaart.css']}" crossorigin="anonymous"` : '';
  // The link is for browsers and readers that do not know such markup.
  return prerendered(settings, folder)
    ?.replace(/(<link rel="stylesheet"[^>]*)>/, `$1${integrity}>`)
    .replace(/<\/regio-kaart>$/, `${link}</regio-kaart>`);
}

function markupOf(settings, version) {
  const folder = folderOf(settings, version);
  if (folder === null) return null;
  const element = elementOf(settings, folder);
  return element && `${styleOf(settings)}${scriptsOf(settings, folder)}\n${element}`;
}

function notesOf(settings) {
  const notes = [];
  if (place.startsWith('https://static.example.nl/')) {
    notes.push('static.example.nl is een voorbeeld. Vul bij ‘Waar de bestanden staan’ je eigen map in.');
  }
  if (settings.pinned) {
    notes.push('Het blok met type="importmap" moet op de pagina vóór elk script met type="module" staan.');
    notes.push('Een nieuwe versie? Maak de code dan opnieuw: andere bestanden hebben andere controlegetallen.');
  }
  if (settings.prerendered) {
    if (!settings.attributes.some(([name]) => name === 'lang')) {
      notes.push('De tekst in deze code is Nederlands. Is je pagina Engels? Kies dan bij Taal ook Engels.');
    }
    notes.push(
      'De contactgegevens staan in deze code zelf, voor wie geen JavaScript heeft. Komt er een nieuwe versie? Maak de code dan opnieuw.',
    );
    notes.push(
      'Haalt je CMS de tag template weg? Dan werkt het nog steeds, maar verspringt de pagina. Neem dan de korte vorm.',
    );
  }
  if (styleOf(settings)) {
    notes.push(
      'Verbiedt je site stijlen in de pagina? Zet de regels tussen de style-tags dan in je eigen CSS-bestand.',
    );
  }
  if (find('ground').checked) {
    notes.push(
      'Is je pagina donker? Zet dan color-scheme: dark in je CSS. Zonder die regel ziet de regiokaart een donkere achtergrond zelf, maar niet op een foto. Zie de handleiding.',
    );
  }
  if (settings.own && !settings.dark) {
    notes.push(
      'De kleur geldt ook als je pagina in het donker te zien is. Heeft je site een donkere stand, kies dan ook een kleur daarvoor.',
    );
  }
  if (settings.tiles && settings.map !== 'none') {
    notes.push('Voor de achtergrondkaart hoort er een zin in je privacyverklaring. Die staat in de handleiding.');
  }
  if (settings.tiles && settings.map === 'none') notes.push('Zonder kaart is er geen achtergrondkaart.');
  return notes;
}

function showVerdict(id, scheme, shown) {
  const hex = find(id).value;
  const box = find(`${id}-verdict`);
  const value = lowest(hex, scheme);
  // Rounded down: 4.49 is not enough.
  const words = `${ratio.format(Math.floor(value * 10) / 10)} op 1`;
  const poor = value < ENOUGH;
  const better = readable(hex, scheme);
  const text = poor
    ? `Te weinig contrast: ${words}, en nodig is 4,5 op 1. Links in deze kleur zijn slecht te lezen op ${scheme === 'light' ? 'wit. Kies een donkerder kleur' : 'een donkere achtergrond. Kies een lichter kleur'}.`
    : `Contrast met de achtergrond: ${words}. Dat is goed te lezen. De tekst op knoppen wordt ${onColour(hex) === '#ffffff' ? 'wit' : 'zwart'}.`;
  if (box.firstChild?.textContent === text) return;
  const line = Object.assign(document.createElement('p'), {className: 'hint', textContent: text});
  box.replaceChildren(line);
  box.classList.toggle('poor', poor);
  if (poor) {
    const button = Object.assign(document.createElement('button'), {
      type: 'button',
      className: 'button',
      textContent: `Neem ${better}`,
    });
    button.addEventListener('click', () => {
      setColour(id, better);
      find(`${id}-code`).focus();
      update();
    });
    box.append(button);
  }
  if (shown) say(text);
}

function setColour(id, hex) {
  find(id).value = hex;
  find(`${id}-code`).value = hex;
}

/** A typed colour with six digits; undefined if it is not a colour. */
function parseColour(text) {
  const [, digits] = /^\s*#?([\da-f]{6}|[\da-f]{3})\s*$/i.exec(text) ?? [];
  if (!digits) return undefined;
  return `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits}`.toLowerCase();
}

function showPreview(settings) {
  for (const name of ['--regio-color-accent', '--regio-color-on-accent', '--regio-radius']) {
    preview.style.removeProperty(name);
  }
  for (const [name, value] of tokensOf(settings)) preview.style.setProperty(name, value);
  const state = find('state').value;
  // The preview must not change the address of this page.
  const attributes = settings.attributes.filter(([name]) => name !== 'deep-link');
  const wanted = JSON.stringify([state, attributes]);
  if ((preview.dataset.shown ?? '["",[]]') === wanted) return;
  preview.dataset.shown = wanted;
  // Keeps the height until the next preview has rendered, so that the page does not jump.
  preview.style.minHeight = `${preview.offsetHeight}px`;
  if (state === 'failed' || state === 'slow') {
    showDisturbed(state, attributes);
    return;
  }
  const next = document.createElement('regio-kaart');
  for (const [name, value] of attributes) next.setAttribute(name, value === true ? '' : value);
  const link = Object.assign(document.createElement('a'), {
    href: 'https://www.regioplus.nl',
    textContent: settings.fallback,
  });
  next.append(link);
  preview.replaceChildren(next);
  if (state) next.updateComplete.then(() => next.lookup(state));
  requestAnimationFrame(() => preview.style.removeProperty('min-height'));
}

/**
 * Shows the widget in a frame in which some of its files fail or are slow. An import map replaces each of them by a small
 * module; a repeated request has another address, and succeeds.
 */
async function showDisturbed(state, attributes) {
  let names;
  try {
    names = Object.keys(await readBuilt('integrity.json').then((response) => response.json()));
  } catch (error) {
    preview.replaceChildren(Object.assign(document.createElement('p'), {textContent: MISSING}));
    throw error;
  }
  const late = names.filter((name) => /^map-|^(name-search|points|municipalities)-/.test(name) && name.endsWith('.js'));
  const imports = {};
  for (const name of state === 'failed' ? late.filter((each) => each.startsWith('map-')) : late) {
    const address = new URL(`../dist/cdn/${name}`, document.baseURI).href;
    const code =
      state === 'failed'
        ? 'throw new Error("held back on purpose")'
        : `await new Promise((go) => setTimeout(go, ${LATE_MS}));export * from ${JSON.stringify(`${address}?late`)}`;
    imports[address] = `data:text/javascript,${encodeURIComponent(code)}`;
  }
  const frame = Object.assign(document.createElement('iframe'), {title: 'Voorbeeld', className: 'embed'});
  frame.srcdoc = `<!doctype html><html lang="nl"${find('night').checked ? ' class="dark"' : ''}><head><meta charset="utf-8">
<base href="${escapeHtml(document.baseURI)}"><link rel="stylesheet" href="demo.css">
<script type="importmap">${JSON.stringify({imports})}</script>
<script type="module" src="../dist/cdn/regiokaart.js"></script></head>
<body><regio-kaart${attributeText(attributes, '')}></regio-kaart></body></html>`;
  preview.replaceChildren(frame);
  preview.style.removeProperty('min-height');
}

async function readBuilt(name) {
  const response = await fetch(`../dist/cdn/${name}`);
  if (!response.ok) throw new Error(`${name}: status ${response.status}`);
  return response;
}

/** Loads the files for pinned versions once. After a failure the next choice tries again. */
async function fetchPinned() {
  pinned = {};
  try {
    const [hashes, snippet] = await Promise.all([
      readBuilt('integrity.json').then((response) => response.json()),
      readBuilt('snippet.html').then((response) => response.text()),
    ]);
    const [importMap] = /^<script type="importmap">.*?<\/script>/s.exec(snippet) ?? [];
    const [, base, version] = /src="(https:[^"]*\/(\d+\.\d+\.\d+[^"/]*)\/)regiokaart\.js"/.exec(snippet) ?? [];
    if (!importMap || !base) throw new Error('snippet.html: got no import map and module');
    pinned = {hashes, importMap, base, version};
  } catch (error) {
    console.error(error);
    pinned = {failed: true};
  }
  update();
  if (pinned.failed) pinned = null;
}

function showParts(settings) {
  const shown = {
    'start=postcode': settings.start === 'postcode',
    'start=region': settings.start === 'region',
    own: settings.own,
    dark: settings.dark,
  };
  for (const part of form.querySelectorAll('[data-when]')) part.hidden = !shown[part.dataset.when];
  const wrong = settings.start === 'postcode' && !settings.validPostcode;
  find('postcode-wrong').hidden = !wrong;
  form.elements.postcode.setAttribute('aria-invalid', String(wrong));
  form.elements.tiles.disabled = settings.map === 'none';
  find('radius-shown').textContent = settings.radius === '1' ? '1 pixel' : `${settings.radius} pixels`;
}

function readPlace() {
  const field = form.elements.place;
  const url = URL.canParse(field.value) ? new URL(field.value) : null;
  const valid = url?.protocol === 'https:' && !url.search && !url.hash;
  if (valid) place = url.href.replace(/\/?$/, '/');
  find('place-wrong').hidden = valid;
  field.setAttribute('aria-invalid', String(!valid));
}

function update() {
  readPlace();
  const settings = readForm();
  showParts(settings);
  showVerdict('accent', 'light', settings.own);
  showVerdict('accent-dark', 'dark', settings.dark);
  showPreview(settings);
  if (settings.pinned && !pinned) fetchPinned();
  const markup = markupOf(settings, customElements.get('regio-kaart').version);
  find('code').textContent =
    markup || (pinned?.failed ? MISSING : markup === '' ? NOT_RENDERED : 'De code wordt gemaakt…');
  find('copy').disabled = !markup;
  find('copied').textContent = '';
  find('notes').replaceChildren(
    ...notesOf(settings).map((text) => Object.assign(document.createElement('li'), {textContent: text})),
  );
}

async function copy() {
  const code = find('code');
  try {
    await navigator.clipboard.writeText(code.textContent);
    find('copied').textContent = 'Gekopieerd';
  } catch {
    getSelection().selectAllChildren(code);
    find('copied').textContent = COPY_FAILED;
  }
}

for (const id of ['accent', 'accent-dark']) {
  const code = find(`${id}-code`);
  find(id).addEventListener('input', () => {
    code.value = find(id).value;
  });
  code.addEventListener('input', () => {
    const hex = parseColour(code.value);
    if (hex) find(id).value = hex;
    code.setAttribute('aria-invalid', String(!hex));
  });
  code.addEventListener('change', () => {
    setColour(id, find(id).value);
    code.setAttribute('aria-invalid', 'false');
  });
}
find('copy').addEventListener('click', copy);
find('phone').addEventListener('change', ({target}) => preview.classList.toggle('phone', target.checked));
find('night').addEventListener('change', ({target}) => {
  preview.classList.toggle('dark', target.checked);
  preview.classList.toggle('light', !target.checked);
});
find('ground').addEventListener('change', ({target}) => {
  preview.classList.toggle('ground', target.checked);
  update();
});
find('state').addEventListener('change', update);
form.addEventListener('submit', (event) => event.preventDefault());
await customElements.whenDefined('regio-kaart');
form.addEventListener('input', update);
update();
