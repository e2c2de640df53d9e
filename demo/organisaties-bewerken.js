// The form for a host's own contact data: reads and writes organisaties.json, and shows the card as visitors see it.
import {
  ACTION_KINDS,
  checkHostData,
  fill,
  formatPath,
  formatValue,
  MAX_ACTIONS,
  MAX_FILE_BYTES,
  MAX_NOTICES,
  words,
} from '../dist/demo/rules.js';
import {labelled, readText, showMessages} from './form-field.js';
import {FIELDS, fetchJson, make, saveFile} from './helpers.js';

const FILE_NAME = 'organisaties.json';

/** Fields with more than one line. */
const LONG = ['about', 'text'];

const NOTICE = {
  title: 'Titel',
  text: 'Bericht',
  href: 'Pagina met meer',
  from: 'Te zien vanaf',
  until: 'Te zien tot en met',
  date: 'Dag van de bijeenkomst',
  start: 'Begint om',
  end: 'Eindigt om',
};

const ACTION = {label: 'Tekst op de knop', href: 'Adres', kind: 'Soort'};

const KINDS = {appointment: 'Afspraak maken', callback: 'Teruggebeld worden', whatsapp: 'WhatsApp', chat: 'Chat'};

const HINTS = {
  'notice.date': 'Alleen bij een bijeenkomst. Bezoekers kunnen die in hun agenda zetten.',
  'notice.from': 'Zoals 2026-12-31. Leeg: meteen.',
  'notice.until': 'Leeg: tot je het weghaalt.',
  'notice.start': 'Zoals 09:30.',
  'action.href': 'Begint met https://, mailto: of tel:.',
};

/** Lists of a region, with the name of an item and the greatest length. */
const LISTS = {
  notices: {item: 'Bericht', fields: NOTICE, hints: 'notice', max: MAX_NOTICES},
  actions: {item: 'Knop', fields: ACTION, hints: 'action', max: MAX_ACTIONS},
};

const find = (id) => document.getElementById(id);
const preview = find('preview');
const select = find('region');

/** The bundled data of each card. */
let regions = [];
/** Address of the schema in the file that was opened. */
let schema;
/** The editor's data for each region: texts by field, null for hidden ones, and lists. */
let model = {};
/** Fields that the editor has left. Their errors are shown from then on, not during typing. */
let left = new Set();
/** The fields on the screen, by their path in the file. */
let shown = new Map();
let unsaved = false;

const idOf = (path) => formatPath(path);
const regionOf = (id) => {
  model[id] ??= {organisation: {}, notices: [], actions: []};
  return model[id];
};

/** The values that are not empty. */
const filled = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

/** The data in the form of the file. */
function toData() {
  const data = schema ? {$schema: schema} : {};
  for (const {id} of regions) {
    const {organisation, notices, actions} = model[id] ?? {organisation: {}, notices: [], actions: []};
    const region = {
      ...(Object.keys(filled(organisation)).length > 0 && {organisation: filled(organisation)}),
      ...(notices.length > 0 && {notices: notices.map(filled)}),
      ...(actions.length > 0 && {actions: actions.map(filled)}),
    };
    if (Object.keys(region).length > 0) data[id] = region;
  }
  return data;
}

const toText = (data) => `${JSON.stringify(data, null, 2)}\n`;

function check(data) {
  const refusals = [];
  checkHostData(
    data,
    regions.map(({id}) => id),
    refusals,
  );
  return refusals;
}

const expected = (rule) => fill(words.rules[rule], {ids: regions.map(({id}) => id).join(', ')});

/** Position of an error, in the words of the form. */
function placeOf([id, list, index, field]) {
  const region = regions.find((each) => each.id === id)?.name ?? id;
  if (list === 'organisation') return `${region}, ${FIELDS[index] ?? index}`;
  const {item, fields} = LISTS[list] ?? {item: list, fields: {}};
  return [region, index === undefined ? item : `${item} ${index + 1}`, fields[field]].filter(Boolean).join(', ');
}

/** Updates the card, the file and the errors from the form. */
function update() {
  const data = toData();
  const refusals = check(data);
  preview.region = select.value;
  preview.organisations = data;
  find('code').textContent = toText(data);
  const wrong = new Map(refusals.map(({path, rule}) => [idOf(path), rule]));
  for (const [id, showError] of shown) {
    const rule = left.has(id) ? wrong.get(id) : undefined;
    showError(rule ? `Verwacht: ${expected(rule)}.` : '');
  }
  if (refusals.length === 0) find('mistakes').replaceChildren();
  for (const option of select.options) {
    const {id, name} = regions[option.index];
    option.textContent = Object.hasOwn(data, id) ? `${name} (aangepast)` : name;
  }
  return refusals;
}

function changed() {
  unsaved = true;
  find('saved').textContent = '';
  update();
}

/** A control for a text at a path in the model. */
function textControl({path, values, field, label, hint}) {
  const control = LONG.includes(field)
    ? make('textarea', {rows: 3, value: values[field] ?? ''})
    : make('input', {value: values[field] ?? '', autocomplete: 'off', spellcheck: false});
  control.addEventListener('input', () => {
    values[field] = control.value;
    changed();
  });
  return register(path, control, labelled({label, code: field, control, hint}));
}

function register(path, control, {field, showError}) {
  shown.set(idOf(path), showError);
  control.addEventListener('change', () => {
    left.add(idOf(path));
    update();
  });
  control.dataset.path = idOf(path);
  return {field, control};
}

/** Converts days and times from everyday notation to that of the file. */
function tidy(values, field, control) {
  const [, day, month, year] = /^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\s*$/.exec(control.value) ?? [];
  const [, hour, minute] = /^\s*(\d{1,2})[.:](\d{2})\s*$/.exec(control.value) ?? [];
  if (year) control.value = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  else if (hour) control.value = `${hour.padStart(2, '0')}:${minute}`;
  values[field] = control.value;
}

function contactField(id, values, bundled, field) {
  const {field: box, control} = textControl({
    path: [id, 'organisation', field],
    values,
    field,
    label: FIELDS[field],
    hint: bundled ? `Nu: ${bundled}` : null,
  });
  if (!bundled && values[field] !== null) return box;
  const hide = make('input', {type: 'checkbox', checked: values[field] === null});
  const apply = () => {
    control.disabled = hide.checked;
    if (hide.checked) control.value = '';
  };
  hide.addEventListener('change', () => {
    apply();
    values[field] = hide.checked ? null : '';
    changed();
  });
  apply();
  box.append(
    make(
      'label',
      {className: 'choice'},
      hide,
      make('span', {}, 'Laat weg', make('span', {className: 'unseen'}, `: ${FIELDS[field]}`)),
    ),
  );
  return box;
}

function kindField(path, values) {
  const known = ACTION_KINDS.map((kind) => [kind, KINDS[kind]]);
  // An unknown kind from a file stays visible, with its error.
  const other = values.kind && !ACTION_KINDS.includes(values.kind) ? [[values.kind, values.kind]] : [];
  const control = make(
    'select',
    {},
    ...[['', 'Een andere knop'], ...known, ...other].map(([value, label]) => make('option', {value}, label)),
  );
  control.value = values.kind ?? '';
  control.addEventListener('input', () => {
    values.kind = control.value;
    changed();
  });
  return register(path, control, labelled({label: ACTION.kind, code: 'kind', control})).field;
}

function listItem(id, list, index) {
  const {item, fields, hints} = LISTS[list];
  const values = regionOf(id)[list][index];
  const boxes = Object.entries(fields).map(([field, label]) => {
    const path = [id, list, index, field];
    if (field === 'kind') return kindField(path, values);
    const {field: box, control} = textControl({path, values, field, label, hint: HINTS[`${hints}.${field}`]});
    if (['from', 'until', 'date', 'start', 'end'].includes(field)) {
      control.addEventListener('change', () => {
        tidy(values, field, control);
        changed();
      });
    }
    return box;
  });
  const remove = make('button', {type: 'button', className: 'button'}, `Verwijder ${item.toLowerCase()} ${index + 1}`);
  remove.addEventListener('click', () => {
    regionOf(id)[list].splice(index, 1);
    // The paths of the following items have changed.
    left = new Set([...left].filter((path) => !path.startsWith(`${id}.${list}`)));
    showForm();
    changed();
    find(list === 'notices' ? 'add-notice' : 'add-action').focus();
  });
  const heading = make('h3', {id: `${list}-${index}`}, `${item} ${index + 1}`);
  // Days and times are side by side.
  const pairs =
    list === 'notices' ? [boxes.slice(0, 3), boxes.slice(3, 5), boxes.slice(5, 6), boxes.slice(6)] : [boxes];
  return make(
    'div',
    {className: 'item', role: 'group', 'aria-labelledby': heading.id},
    heading,
    ...pairs.map((pair) => make('div', pair.length === 2 && list === 'notices' ? {className: 'pair'} : {}, ...pair)),
    remove,
  );
}

/** Builds the fields of the chosen region. */
function showForm() {
  const id = select.value;
  const {organisation, notices, actions} = regionOf(id);
  const bundled = regions[select.selectedIndex].organisation;
  shown = new Map();
  find('contact').replaceChildren(
    ...Object.keys(FIELDS).map((field) => contactField(id, organisation, bundled[field], field)),
  );
  for (const [list, items] of Object.entries({notices, actions})) {
    find(list).replaceChildren(...items.map((_, index) => listItem(id, list, index)));
    find(list === 'notices' ? 'add-notice' : 'add-action').disabled = items.length >= LISTS[list].max;
  }
  update();
}

function add(list) {
  regionOf(select.value)[list].push({});
  showForm();
  changed();
  find(list).lastElementChild.querySelector('input, textarea').focus();
}

/** Lists all errors, with a link to each field. */
function showMistakes(refusals) {
  const jumps = refusals.map(({path, rule}) => {
    const button = make('button', {type: 'button', className: 'link'}, placeOf(path));
    button.addEventListener('click', () => goTo(path));
    return make('li', {}, button, `: verwacht ${expected(rule)}`);
  });
  const title = refusals.length === 1 ? 'Eén ding klopt nog niet' : `${refusals.length} dingen kloppen nog niet`;
  find('mistakes').replaceChildren(make('h3', {}, title), make('ul', {}, ...jumps));
  find('mistakes').focus();
}

function goTo(path) {
  if (path[0] !== select.value) {
    select.value = path[0];
    showForm();
  }
  const control = document.querySelector(`[data-path="${CSS.escape(idOf(path))}"]`);
  (control ?? find(path[1]).querySelector('button') ?? select).focus();
}

function save() {
  const data = toData();
  const refusals = check(data);
  for (const {path} of refusals) left.add(idOf(path));
  update();
  if (refusals.length > 0) {
    showMistakes(refusals);
    return;
  }
  saveFile(toText(data), 'application/json', FILE_NAME);
  unsaved = false;
  find('saved').textContent = 'Bewaard';
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (names) => (names.length > 5 ? `${names.slice(0, 5).join(', ')}, …` : names.join(', '));

/** Parses the text of a file; throws an error with a message for the editor if the file is of another kind. */
function parse(name, text) {
  let data;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    const start = text.trimStart().slice(0, 40);
    const seen = start ? ` Het begint met ${formatValue(start)}.` : ' Het is leeg.';
    throw new Error(`${name} is geen JSON.${seen}`, {cause});
  }
  if (!isObject(data)) throw new Error(`${name} is JSON, maar geen object met regio's: ${formatValue(data)}.`);
  if (isObject(data.organisations) && 'format' in data) {
    throw new Error(
      `${name} is de lijst van de regiokaart zelf, met de bronnen erbij. Open een bestand dat voor data-src is gemaakt.`,
    );
  }
  const keys = Object.keys(data).filter((key) => key !== '$schema');
  const ids = regions.map(({id}) => id);
  if (keys.length > 0 && !keys.some((key) => ids.includes(key))) {
    throw new Error(
      `${name} is van een andere indeling, of van iets anders: het noemt ${list(keys)}. De regio's van deze regiokaart zijn ${ids.join(', ')}.`,
    );
  }
  return data;
}

/** Texts of the known fields; null if the form allows it. */
function take(values, fields, nullable) {
  const taken = {};
  for (const field of Object.keys(fields)) {
    const value = isObject(values) && Object.hasOwn(values, field) ? values[field] : undefined;
    if (typeof value === 'string' || (nullable && value === null)) taken[field] = value;
  }
  return taken;
}

/** The part of a file that the form can edit. */
function toModel(data) {
  const result = {};
  for (const {id} of regions) {
    const region = Object.hasOwn(data, id) ? data[id] : undefined;
    if (!isObject(region)) continue;
    const items = (key, fields) =>
      (Array.isArray(region[key]) ? region[key] : []).filter(isObject).map((each) => take(each, fields, false));
    result[id] = {
      organisation: {...take(region, FIELDS, true), ...take(region.organisation, FIELDS, true)},
      notices: items('notices', NOTICE),
      actions: items('actions', ACTION),
    };
  }
  return result;
}

/** Normalises a path, because contact data may be directly in the region. */
const normalised = ([id, ...rest]) =>
  idOf(rest.length === 1 && Object.hasOwn(FIELDS, rest[0]) ? [id, 'organisation', ...rest] : [id, ...rest]);

async function open(file) {
  const told = find('told');
  try {
    const data = parse(file.name, await readText(file, MAX_FILE_BYTES));
    if (unsaved && !confirm('Wat je hebt veranderd, is nog niet bewaard. Toch een ander bestand openen?')) return;
    const refusals = check(data);
    model = toModel(data);
    schema = typeof data.$schema === 'string' ? data.$schema : undefined;
    const inForm = check(toData());
    left = new Set(inForm.map(({path}) => idOf(path)));
    const lost = refusals.filter(({path}) => !left.has(normalised(path)));
    const first = regions.find(({id}) => Object.hasOwn(data, id));
    if (first) select.value = first.id;
    unsaved = false;
    find('saved').textContent = '';
    find('mistakes').replaceChildren();
    showForm();
    const lines = [make('p', {}, `${file.name} is open.`)];
    if (inForm.length > 0) lines.push(make('p', {}, `Wat niet klopt, staat bij het veld: ${inForm.length}.`));
    if (lost.length > 0) {
      lines.push(
        make('p', {}, 'Dit is niet overgenomen:'),
        make(
          'ul',
          {},
          ...lost.map(({path, rule, got}) =>
            make(
              'li',
              {},
              fill(words.problem, {
                where: idOf(path),
                got: got === undefined ? words.nothing : formatValue(got),
                expected: expected(rule),
              }),
            ),
          ),
        ),
      );
    }
    showMessages(told, inForm.length + lost.length > 0, ...lines);
  } catch (error) {
    showMessages(told, true, make('p', {}, error.message), make('p', {}, 'Er is niets veranderd.'));
  }
}

function start(cards) {
  regions = cards;
  select.append(...regions.map(({id, name}) => make('option', {value: id}, name)));
  const asked = location.hash.slice(1);
  if (regions.some(({id}) => id === asked)) select.value = asked;
  showForm();
  select.addEventListener('change', showForm);
  find('add-notice').addEventListener('click', () => add('notices'));
  find('add-action').addEventListener('click', () => add('actions'));
  find('save').addEventListener('click', save);
  find('file').addEventListener('change', async ({target}) => {
    const [file] = target.files;
    if (file) await open(file);
    // Lets the editor open the same file again after a change.
    target.value = '';
  });
  find('form').addEventListener('submit', (event) => event.preventDefault());
  addEventListener('dragover', (event) => {
    event.preventDefault();
    find('drop').classList.add('over');
  });
  addEventListener('dragleave', () => find('drop').classList.remove('over'));
  addEventListener('drop', (event) => {
    event.preventDefault();
    find('drop').classList.remove('over');
    const [file] = event.dataTransfer.files;
    if (file) open(file);
  });
  addEventListener('beforeunload', (event) => {
    if (unsaved) event.preventDefault();
  });
}

try {
  start((await fetchJson('../data/generated/cards.json')).regions);
} catch (error) {
  showMessages(
    find('told'),
    true,
    make('p', {}, 'De gegevens konden niet geladen worden. Probeer het later nog eens.'),
  );
  throw error;
}
