// Fills the page about the data from `overview.json`, which the data build has written.
import {dateOf, FIELDS, fetchJson, make} from './helpers.js';

const EVIDENCE = {
  place: 'plaats volgens GeoNames',
  area: 'deel van het gebied',
  'own-point': 'het punt van de postcode',
  woonplaats: 'woonplaats van de postbussen',
  neighbours: 'postcodes ernaast',
  exception: 'uitzondering',
};
const DECISION = {
  gemeenten: 'Hoort bij',
  'not-in-use': 'Niet in gebruik',
  'point-outside': 'Punt buiten de kaart mag',
};
const REJECTED = {
  mistyped: 'tikfout in GeoNames: geen andere bron kent de code',
  'addresses-withdrawn': 'had adressen in 2014, daarna niet meer',
  'use-unknown': 'stond in 2014 in een lijst zonder te zeggen waarvoor',
  exception: 'zie de uitzonderingen',
};
const number = new Intl.NumberFormat('nl-NL');
const percent = new Intl.NumberFormat('nl-NL', {maximumFractionDigits: 3});

const spell = (runs) => runs.replaceAll('-', '–').replaceAll(' ', ', ');

function fillFigures(id, figures) {
  document
    .getElementById(id)
    .append(...figures.map(([label, value]) => make('div', {}, make('dt', {}, label), make('dd', {}, value))));
}

function table(headings, rows) {
  const head = make('tr', {}, ...headings.map((text) => make('th', {scope: 'col'}, text)));
  const body = rows.map(([first, ...cells]) =>
    make('tr', {}, make('th', {scope: 'row'}, first), ...cells.map((cell) => make('td', {}, ...[cell].flat()))),
  );
  return make('table', {}, make('thead', {}, head), make('tbody', {}, ...body));
}

const isLink = (text) => /^https?:\/\//.test(text);
const sourceOf = (text) => (isLink(text) ? make('a', {href: text, rel: 'noopener'}, new URL(text).hostname) : text);

function regionDetails({id, name, gemeenten, postcodes, runs, facts}) {
  const shown = Object.entries(facts).flatMap(([field, {value, source, date, undated}]) => [
    make('dt', {}, FIELDS[field] ?? field),
    make(
      'dd',
      {},
      `${value} `,
      make(
        'span',
        {className: 'note'},
        `(${undated ? 'gelezen' : 'gezien'} ${date.length > 7 ? 'op' : 'in'} ${dateOf(date)}, `,
        sourceOf(source),
        ')',
      ),
    ),
  ]);
  const button = make('button', {type: 'button'}, 'Toon op de kaart');
  button.addEventListener('click', () => {
    const kaart = document.querySelector('regio-kaart');
    kaart.select(id);
    kaart.scrollIntoView({behavior: matchMedia('(prefers-reduced-motion)').matches ? 'auto' : 'smooth'});
  });
  return make(
    'details',
    {id: `regio-${id}`},
    make(
      'summary',
      {},
      // A zero-width space lets a long label break after a slash.
      make('b', {}, name.replaceAll('/', '/\u200b')),
      make('small', {}, `${gemeenten.length} gemeenten, ${number.format(postcodes)} postcodes`),
    ),
    make(
      'div',
      {},
      make('h3', {}, 'Gemeenten'),
      make('p', {}, gemeenten.join(', ')),
      make('h3', {}, 'Postcodes'),
      make('p', {className: 'runs'}, spell(runs)),
      make('h3', {}, 'Organisatie'),
      shown.length > 0
        ? make('dl', {className: 'facts'}, ...shown)
        : make('p', {}, 'Van deze organisatie is nog niets in een bron bevestigd.'),
      button,
    ),
  );
}

function evidenceOf({name, evidence, places, areaPercent}) {
  const grounds = [
    EVIDENCE[evidence] ?? evidence,
    ...(places > 1 ? [`${places} plaatsen`] : []),
    ...(areaPercent === undefined ? [] : [`${percent.format(areaPercent)} % van het gebied`]),
  ];
  return make('p', {}, `${name} `, make('span', {className: 'note'}, `(${grounds.join(', ')})`));
}

function show({edition, built, counts, accuracy, regions, borders, exceptions, rejected, notInUse, sources}) {
  const nameOf = Object.fromEntries(regions.map(({id, name}) => [id, name]));
  fillFigures('figures', [
    ['Indeling van', edition],
    ['Bronnen compleet op', dateOf(built)],
    ['Postcodes met adressen', number.format(counts.withAddresses)],
    ['Postcodes van postbussen', number.format(counts.poBoxes)],
    ['Op een grens', number.format(counts.borders)],
    ['Niet in gebruik', number.format(counts.notInUse)],
  ]);
  document.getElementById('regions').append(...regions.map(regionDetails));
  document.getElementById('borders').append(
    table(
      ['Postcode', 'Regio voorop', 'Andere regio'],
      borders.map(({pc4, candidates}) => [
        String(pc4),
        ...candidates.map(({region, gemeenten}) => [
          make('p', {}, make('b', {}, nameOf[region])),
          ...gemeenten.map(evidenceOf),
        ]),
      ]),
    ),
  );
  document.getElementById('exceptions').append(
    table(
      ['Postcode', 'Besluit', 'Reden', 'Bron'],
      exceptions.map(({pc4, decision, gemeenten, reden, source}) => [
        String(pc4),
        [DECISION[decision] ?? decision, gemeenten.join(' en ')].join(' ').trim(),
        reden,
        make('span', {className: 'note'}, source),
      ]),
    ),
  );
  document.getElementById('unused').append(
    make(
      'p',
      {},
      `Van de 9.000 nummers van 1000 tot en met 9999 zijn er ${number.format(counts.notInUse)} niet in gebruik. ` +
        'Deze staan wel in een bron, maar tellen niet:',
    ),
    table(
      ['Postcode', 'Waarom niet'],
      rejected.map(({pc4, reason}) => [String(pc4), REJECTED[reason] ?? reason]),
    ),
    make(
      'details',
      {},
      make('summary', {}, make('b', {}, 'Alle nummers die niet in gebruik zijn')),
      make('div', {}, make('p', {className: 'runs'}, spell(notInUse))),
    ),
  );
  fillFigures('accuracy', [
    ['Land', `${number.format(accuracy.landKm2)} km²`],
    ['Land dat bij een andere regio komt', `${percent.format(accuracy.movedPercent)} %`],
    ['Land dat buiten de kaart valt', `${percent.format(accuracy.outsidePercent)} %`],
    ['Water dat als land getekend is', `${number.format(accuracy.gainedKm2)} km²`],
    ['Postcodes waarvan het punt in een andere regio ligt', number.format(accuracy.pointsInOtherRegion.length)],
    ['Postcodes waarvan het punt buiten de kaart ligt', accuracy.pointsOutside.join(', ') || '0'],
  ]);
  document
    .getElementById('sources')
    .append(
      ...sources.map(({name, publisher, edition: of, licence, attribution, obtained, sha256}) =>
        make(
          'div',
          {className: 'source'},
          make('h3', {}, name),
          make(
            'p',
            {},
            `${publisher}, editie ${of}. Licentie ${licence}. Opgehaald in ${dateOf(obtained)}. ${attribution}`,
          ),
          make('p', {className: 'sum'}, `SHA-256 ${sha256}`),
        ),
      ),
    );
}

const main = document.querySelector('main');
try {
  show(await fetchJson(main.dataset.src ?? '../data/generated/overview.json'));
} catch (error) {
  main.append(make('p', {role: 'alert'}, 'De gegevens konden niet geladen worden. Probeer het later nog eens.'));
  throw error;
}

document.querySelector('regio-kaart').addEventListener('regio-select', ({regionId}) => {
  const details = document.getElementById(`regio-${regionId}`);
  if (details) details.open = true;
});
