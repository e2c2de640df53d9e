// The page for those who maintain the contact data: the facts, their age, and messages that ask for the rest.
import {fill, listFacts, words} from '../dist/demo/rules.js';
import {copyText, dateOf, FIELDS, fetchJson, make} from './helpers.js';

/** The question for each field, in a message to the organisation. */
const QUESTIONS = {
  name: 'Hoe heet jullie organisatie?',
  formerName: 'Wat was de vorige naam?',
  phone: 'Op welk nummer mogen bezoekers bellen?',
  phoneHours: 'Wanneer nemen jullie de telefoon op?',
  email: 'Op welk adres mogen bezoekers mailen?',
  contactPage: 'Welke pagina heeft een contactformulier?',
  website: 'Wat is het adres van jullie website?',
  vacancies: 'Hebben jullie een eigen site met vacatures?',
  address: 'Op welk adres zijn jullie te vinden?',
  about: 'Wat doen jullie voor mensen die in zorg of welzijn willen werken? Liefst in één zin.',
};

const SUBJECT = 'Kloppen jullie contactgegevens op de regiokaart?';

/** An older age is given in years. */
const MAX_MONTHS = 23;

const find = (id) => document.getElementById(id);

function ageOf(months) {
  if (months === 0) return words.thisMonth;
  if (months === 1) return words.oneMonth;
  return months > MAX_MONTHS ? `ruim ${Math.floor(months / 12)} jaar oud` : fill(words.months, {months});
}

const count = (facts, state) => facts.filter((fact) => fact.state === state).length;

/** Summary of the facts to look up; empty if there are none. */
function summaryOf(facts) {
  const missing = count(facts, 'missing');
  const old = count(facts, 'old');
  return [
    ...(missing > 0 ? [`${missing} ${missing === 1 ? 'ontbreekt' : 'ontbreken'}`] : []),
    ...(old > 0 ? [`${old} ouder dan een jaar`] : []),
  ].join(', ');
}

const sourceOf = (source) =>
  /^https:\/\//.test(source)
    ? make('a', {href: source, rel: 'noopener'}, new URL(source).hostname.replace(/^www\./, ''))
    : source;

/** A row of a region's table. The labels are for narrow screens, which hide the head of the table. */
function rowOf({field, value, source, date, months, state}) {
  const cell = (label, ...children) => make('td', {role: 'cell', 'data-label': label}, ...children);
  const row = make('tr', {role: 'row', className: state}, make('th', {scope: 'row', role: 'rowheader'}, FIELDS[field]));
  if (state === 'missing') row.append(cell('', make('b', {}, words.missing)), cell(''), cell(''));
  else {
    const age = `${ageOf(months)} (${dateOf(date)})`;
    row.append(
      cell('', value),
      cell('Bron', sourceOf(source)),
      cell('Leeftijd', state === 'old' ? make('b', {}, age) : age),
    );
  }
  row.dataset.field = field;
  return row;
}

function tableOf(name, facts) {
  const heads = ['Gegeven', 'Wat bezoekers zien', 'Bron', 'Leeftijd'];
  return make(
    'table',
    {role: 'table', 'aria-label': `Gegevens van ${name}`},
    make(
      'thead',
      {role: 'rowgroup'},
      make('tr', {role: 'row'}, ...heads.map((head) => make('th', {scope: 'col', role: 'columnheader'}, head))),
    ),
    make('tbody', {role: 'rowgroup'}, ...facts.map(rowOf)),
  );
}

/** A message to an organisation that asks for missing facts, and whether old ones are still correct. */
function messageOf(organisation, names, asked) {
  const missing = asked.filter(({state}) => state === 'missing');
  const old = asked.filter(({state}) => state === 'old');
  return [
    organisation ? `Beste mensen van ${organisation},` : 'Goedendag,',
    `Op de regiokaart zoeken mensen de werkgeversorganisatie in hun regio. Wie in ${names.join(' of ')} woont, komt bij jullie terecht. Willen jullie ons helpen om de gegevens goed te houden?`,
    ...(missing.length > 0
      ? [`Dit weten we nog niet:\n${missing.map(({field}) => `- ${FIELDS[field]}. ${QUESTIONS[field]}`).join('\n')}`]
      : []),
    ...(old.length > 0
      ? [
          `Dit is langer dan een jaar geleden gezien. Klopt het nog?\n${old
            .map(({field, value, date}) => `- ${FIELDS[field]}: ${value} (gezien in ${dateOf(date.slice(0, 7))})`)
            .join('\n')}`,
        ]
      : []),
    'Een kort antwoord is genoeg. Staat het op jullie site? Dan helpt de link naar die pagina het meest. Hebben jullie iets niet, schrijf dat dan ook: dan vragen we het niet opnieuw.',
    'Alvast bedankt!',
  ].join('\n\n');
}

/** The same message for the union of all organisations, with one line per region. */
function unionMessageOf(union, regions, facts) {
  const namesOf = (own, state) =>
    own
      .filter((fact) => fact.state === state)
      .map(({field}) => FIELDS[field].toLowerCase())
      .join(', ');
  const lines = regions.flatMap(({id, name, organisation}) => {
    const own = facts.filter((fact) => fact.region === id);
    const missing = namesOf(own, 'missing');
    const old = namesOf(own, 'old');
    if (!missing && !old) return [];
    const asked = [...(missing ? [`ontbreekt: ${missing}`] : []), ...(old ? [`ouder dan een jaar: ${old}`] : [])];
    return [`- ${name} (${organisation.name?.value ?? 'naam onbekend'}): ${asked.join('; ')}`];
  });
  if (lines.length === 0) return '';
  return [
    `Beste mensen van ${union},`,
    'Op de regiokaart zoeken mensen de werkgeversorganisatie in hun regio. Jullie kennen alle organisaties. Willen jullie ons helpen om de gegevens goed te houden?',
    `Dit zoeken we per regio:\n${lines.join('\n')}`,
    'Weten jullie wie we per organisatie het best kunnen vragen? Dan helpt een naam of een e-mailadres ons al verder.',
    'Alvast bedankt!',
  ].join('\n\n');
}

function mailto(email, text) {
  const body = text.replaceAll('\n', '\r\n');
  return `mailto:${email}?subject=${encodeURIComponent(SUBJECT)}&body=${encodeURIComponent(body)}`;
}

function messageBox(id, {organisation, message, email}) {
  const text = make('textarea', {id: `${id}-bericht`, rows: 14, value: message});
  const mail = make('a', {className: 'button'}, email ? `Mail naar ${email}` : 'Open in je mailprogramma');
  const copied = make('span', {role: 'status'});
  const update = () => {
    mail.href = mailto(email, text.value);
    copied.textContent = '';
  };
  text.addEventListener('input', update);
  update();
  const copy = make('button', {type: 'button', className: 'button main'}, 'Kopieer het bericht');
  copy.addEventListener('click', async () => {
    copied.textContent = await copyText(text.value, text);
  });
  return make(
    'details',
    {className: 'message'},
    make('summary', {}, make('b', {}, organisation ? `Bericht aan ${organisation}` : 'Bericht aan de organisatie')),
    make(
      'div',
      {},
      make('label', {htmlFor: text.id}, 'Pas het aan zoals je wilt en zet je naam eronder'),
      text,
      make('div', {className: 'row'}, copy, mail, copied),
      ...(email ? [] : [make('p', {className: 'hint'}, 'We kennen geen e-mailadres. Vul zelf in aan wie het gaat.')]),
    ),
  );
}

/** Organisations with the questions for each. One that serves two regions gets one message for both. */
function questionsOf(regions, facts) {
  const groups = new Map();
  for (const region of regions) {
    const key = region.organisation.name?.value ?? region.id;
    groups.set(key, [...(groups.get(key) ?? []), region]);
  }
  return [...groups.values()].map((served) => {
    const ids = new Set(served.map(({id}) => id));
    const asked = new Map();
    for (const fact of facts) {
      if (ids.has(fact.region) && fact.state !== 'current') asked.set(`${fact.field} ${fact.value}`, fact);
    }
    const [{organisation}] = served;
    const name = organisation.name?.value ?? '';
    const names = served.map((region) => region.name);
    return {
      organisation: name,
      served,
      message: asked.size > 0 ? messageOf(name, names, [...asked.values()]) : '',
      email: served.map((region) => region.organisation.email?.value).find(Boolean) ?? '',
    };
  });
}

function section({id, name, organisation}, facts, question) {
  const [first] = question.served;
  const todo = summaryOf(facts);
  let message = make('p', {className: 'note'}, 'Hier is niets te vragen.');
  if (first.id !== id) {
    message = make('p', {}, 'Deze organisatie werkt ook in ', make('a', {href: `#${first.id}`}, first.name));
    message.append('. Het bericht daar gaat over beide regio’s.');
  } else if (question.message) message = messageBox(id, question);
  return make(
    'section',
    {id, 'aria-labelledby': `${id}-kop`},
    make('h2', {id: `${id}-kop`}, name.replaceAll('/', '/\u200b')),
    make(
      'p',
      {className: 'note'},
      `${organisation.name?.value ?? 'Naam van de organisatie onbekend'}. ${todo ? `${todo}.` : 'Alles is in orde.'}`,
    ),
    tableOf(name, facts),
    message,
    make('p', {}, make('a', {href: `organisaties-bewerken.html#${id}`}, 'Bewerk dit voor je eigen site')),
  );
}

/** Questions for the union of all organisations. */
function unionSection({organisation, website}, message) {
  return make(
    'section',
    {id: 'bond', 'aria-labelledby': 'bond-kop'},
    make('h2', {id: 'bond-kop'}, `Vraag het ${organisation}`),
    make('p', {className: 'note'}, `In ${organisation} werken de werkgeversorganisaties samen.`),
    message
      ? messageBox('bond', {organisation, message, email: ''})
      : make('p', {className: 'note'}, 'Hier is niets te vragen.'),
    ...(website
      ? [make('p', {}, make('a', {href: website, rel: 'noopener'}, `Naar de site van ${organisation}`))]
      : []),
  );
}

function show(regions, union) {
  const facts = listFacts(regions, new Date().toISOString().slice(0, 10));
  find('figures').append(
    ...[
      ['Gegevens', facts.length],
      ['Ontbreken', count(facts, 'missing')],
      ['Ouder dan een jaar', count(facts, 'old')],
      ['In orde', count(facts, 'current')],
    ].map(([label, value]) => make('div', {}, make('dt', {}, label), make('dd', {}, String(value)))),
  );
  const questions = questionsOf(regions, facts);
  for (const region of regions) {
    const own = facts.filter((fact) => fact.region === region.id);
    find('overview').append(
      make(
        'li',
        {},
        make('a', {href: `#${region.id}`}, region.name.replaceAll('/', '/\u200b')),
        make('small', {}, summaryOf(own) || 'in orde'),
      ),
    );
    find('regions').append(
      section(
        region,
        own,
        questions.find(({served}) => served.includes(region)),
      ),
    );
  }
  if (union?.organisation) {
    find('regions').append(unionSection(union, unionMessageOf(union.organisation, regions, facts)));
  }
  // The section did not exist yet when the browser tried to scroll to it.
  if (location.hash) find(location.hash.slice(1))?.scrollIntoView();
}

try {
  const [{regions, umbrella}, {organisations}] = await Promise.all([
    fetchJson('../data/generated/cards.json'),
    fetchJson('../data/generated/organisations.json'),
  ]);
  show(
    regions.map(({id, name}) => ({id, name, organisation: organisations[id] ?? {}})),
    umbrella,
  );
} catch (error) {
  find('regions').append(
    make('p', {role: 'alert'}, 'De gegevens konden niet geladen worden. Probeer het later nog eens.'),
  );
  throw error;
}
