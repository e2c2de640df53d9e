// The form for a host's own texts and report address: reads and writes a small script that sets them.
import {fill, MAX_FILE_BYTES, textProblem, texts, words} from '../dist/demo/rules.js';
import {labelled, readText, showMessages} from './form-field.js';
import {make, saveFile} from './helpers.js';

const FILE_NAME = 'regiokaart-teksten.js';

const GROUPS = [
  ['Zoeken, kaart en lijst', texts.finder],
  ['Contactgegevens', texts.card],
];
const ALL = {...texts.finder, ...texts.card};

const find = (id) => document.getElementById(id);
const preview = find('texts-preview');
const select = find('key');

/** Texts by key, in the order in which they were added. */
let strings = {};
let report = '';
/** Fields that the editor has left. Their errors are shown from then on. */
let left = new Set();
let errorSetters = new Map();

/** The placeholders in a text, such as `{phone}`. */
const holesOf = (text) => [...new Set(text.match(/\{\w+\}/g) ?? [])];

/** The error in a text; empty if there is none. */
function problemOf(key, value) {
  const known = holesOf(ALL[key]);
  const unknown = holesOf(value).filter((hole) => !known.includes(hole));
  if (unknown.length === 0) return '';
  return known.length > 0
    ? `Verwacht: tussen accolades alleen ${known.join(', ')}.`
    : `Verwacht: een tekst zonder ${unknown.join(', ')}.`;
}

const reportProblem = () => {
  const rule = report ? textProblem('callback', report) : null;
  return rule ? `Verwacht: ${fill(words.rules[rule], {})}.` : '';
};

const used = () => Object.fromEntries(Object.entries(strings).filter(([, value]) => value.trim() !== ''));

/** The file: settings as JSON, which this page can read again, and the code that applies them. */
function toScript() {
  const settings = JSON.stringify({reportUrl: report, strings: used()}, null, 2);
  return `// Teksten en meldadres voor de regiokaart. Gemaakt met het formulier 'Bewerk de contactgegevens'.
const SETTINGS = ${settings};

for (const element of document.querySelectorAll('regio-kaart')) {
  element.strings = SETTINGS.strings;
  if (SETTINGS.reportUrl) element.setAttribute('report-url', SETTINGS.reportUrl);
}
`;
}

function problems() {
  const wrong = new Map();
  if (reportProblem()) wrong.set('report', reportProblem());
  for (const [key, value] of Object.entries(strings)) if (problemOf(key, value)) wrong.set(key, problemOf(key, value));
  return wrong;
}

function update() {
  const wrong = problems();
  for (const [key, showError] of errorSetters) showError(left.has(key) ? (wrong.get(key) ?? '') : '');
  if (report && !wrong.has('report')) preview.setAttribute('report-url', report);
  else preview.removeAttribute('report-url');
  preview.strings = used();
  find('texts-code').textContent = toScript();
  find('texts-saved').textContent = '';
  for (const option of select.options) option.disabled = Object.hasOwn(strings, option.value);
  find('add-text').disabled = !select.value;
  return wrong;
}

function watch(key, control, change) {
  control.addEventListener('input', () => {
    change(control.value);
    update();
  });
  control.addEventListener('change', () => {
    left.add(key);
    update();
  });
}

function textField(key) {
  const control = make('textarea', {rows: 2, value: strings[key]});
  const {field, showError} = labelled({label: 'Jouw tekst', code: key, control, hint: `Nu: ${ALL[key]}`});
  errorSetters.set(key, showError);
  watch(key, control, (value) => {
    strings[key] = value;
  });
  const remove = make('button', {type: 'button', className: 'button'}, 'Verwijder');
  remove.setAttribute('aria-label', `Verwijder ${key}`);
  remove.addEventListener('click', () => {
    delete strings[key];
    show();
    select.focus();
  });
  return make('div', {className: 'item', role: 'group', 'aria-label': key}, field, remove);
}

function show() {
  errorSetters = new Map();
  const control = make('input', {value: report, autocomplete: 'off', spellcheck: false});
  const {field, showError} = labelled({
    label: 'Waar meldt een bezoeker een fout?',
    code: 'report-url',
    control,
    hint: 'Begint met https:// of mailto:. Leeg: geen link.',
  });
  errorSetters.set('report', showError);
  watch('report', control, (value) => {
    report = value;
  });
  find('report').replaceChildren(field);
  find('texts').replaceChildren(...Object.keys(strings).map(textField));
  update();
}

function save() {
  const wrong = problems();
  for (const key of wrong.keys()) left.add(key);
  update();
  if (wrong.size > 0) {
    find('texts-form').querySelector('[aria-invalid="true"]').focus();
    return;
  }
  saveFile(toScript(), 'text/javascript', FILE_NAME);
  find('texts-saved').textContent = 'Bewaard';
}

async function open(file) {
  try {
    const text = await readText(file, MAX_FILE_BYTES);
    const [, json] = /const SETTINGS = (\{[\s\S]*?\n\});/.exec(text) ?? [];
    if (!json) throw new Error(`${file.name} is geen bestand met teksten dat hier is bewaard.`);
    let settings;
    try {
      settings = JSON.parse(json);
    } catch (cause) {
      throw new Error(`${file.name} is veranderd en niet meer te lezen.`, {cause});
    }
    const given = Object.entries(settings.strings ?? {});
    const known = given.filter(([key, value]) => Object.hasOwn(ALL, key) && typeof value === 'string');
    strings = Object.fromEntries(known);
    report = typeof settings.reportUrl === 'string' ? settings.reportUrl : '';
    left = new Set(['report', ...Object.keys(strings)]);
    show();
    const lost = given.map(([key]) => key).filter((key) => !Object.hasOwn(strings, key));
    const lines = [`${file.name} is open.`, ...(lost.length > 0 ? [`Niet overgenomen: ${lost.join(', ')}.`] : [])];
    showMessages(find('texts-told'), lost.length > 0, ...lines.map((line) => make('p', {}, line)));
  } catch (error) {
    showMessages(find('texts-told'), true, make('p', {}, error.message), make('p', {}, 'Er is niets veranderd.'));
  }
}

const short = (text) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
select.append(
  make('option', {value: ''}, 'Kies een tekst'),
  ...GROUPS.map(([label, group]) =>
    make(
      'optgroup',
      {label},
      ...Object.entries(group).map(([key, text]) => make('option', {value: key}, `${short(text)} (${key})`)),
    ),
  ),
);
select.addEventListener('change', update);
find('add-text').addEventListener('click', () => {
  strings[select.value] = ALL[select.value];
  select.value = '';
  show();
  find('texts').lastElementChild.querySelector('textarea').focus();
});
find('texts-file').addEventListener('change', async ({target}) => {
  const [file] = target.files;
  if (file) await open(file);
  target.value = '';
});
find('save-texts').addEventListener('click', save);
find('texts-form').addEventListener('submit', (event) => event.preventDefault());
await customElements.whenDefined('regio-kaart');
show();
