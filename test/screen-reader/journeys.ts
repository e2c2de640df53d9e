/**
 * The table of journeys: what a visitor with a screen reader does, and what must be heard. Silence, repeated speech, and another
 * language than that of the page are always faults and need no entry here.
 */
import type {Journey, Step} from './judge.js';

/** Moves to the field by Tab, as a visitor does, which switches Orca to the mode in which keys go to the page. */
const TO_FIELD: Step = {does: 'Tab, tot in het veld', keys: ['Tab'], until: /Postcode.*Focus mode/, times: 4};
const TO_TOP: Step = {does: 'naar boven', keys: ['ctrl+Home'], maySayNothing: 'the caret may be there already'};
/** Moves to the map. It loads after the page, so the landmarks are gone through again until it is there. */
const TO_MAP: Step = {
  does: 'volgende herkenningspunt, tot de kaart',
  keys: ['m'],
  until: /Kaart van de regio's/,
  times: 20,
};
const INTO_REGIONS: Step = {
  does: "Tab, naar de regio's",
  keys: ['Tab'],
  hears: [/List with 14 items \| Groningen, Friesland(,| en) Drenthe/],
};
/** For steps with typing: the page waits a moment before it announces the result. */
const ANSWERS = {settles: 1.5, listens: true};
/** Long enough to notice an announcement after the focused heading. */
const GOES_TO_HEADING = {settles: 2, listens: true};

export const JOURNEYS: readonly Journey[] = [
  {
    name: 'headings',
    title: 'De startpagina langs de koppen',
    page: 'index.html',
    language: 'nl',
    steps: [
      {does: 'volgende kop', keys: ['h'], hears: [/Werken in zorg en welzijn\? Begin dichtbij heading level 1/]},
      {does: 'volgende kop', keys: ['h'], hears: [/Vind de werkgeversorganisatie in jouw regio heading level 2/]},
      {does: 'volgende kop', keys: ['h'], hears: [/Wat kun je vragen\? heading level 2/]},
      TO_TOP,
      {
        does: 'volgende herkenningspunt, tot de regiokaart',
        keys: ['m'],
        until: /Zoek je werkgeversorganisatie/,
        times: 4,
      },
    ],
  },
  {
    name: 'fields',
    title: 'De startpagina langs velden, knoppen en lijsten',
    page: 'index.html',
    language: 'nl',
    steps: [
      {
        does: 'volgend veld',
        keys: ['e'],
        hears: [/Postcode of woonplaats/, /Bijvoorbeeld 1316 of Almere/],
        never: [/Typ je woonplaats/],
      },
      {does: 'volgende knop', keys: ['b'], hears: [/Zoek button/]},
      {does: 'volgende knop', keys: ['b'], hears: [/Gebruik mijn locatie button/]},
      {does: 'volgende knop van de kaart', keys: ['b'], until: /Kaart: zoom in button/i, times: 3},
      TO_TOP,
      {
        does: 'volgende lijst',
        keys: ['l'],
        hears: [/List with 14 items/, /Groningen, Friesland(,| en) Drenthe/],
        never: [/toggle|pressed/, /\//],
      },
      {does: 'volgende regel', keys: ['Down'], hears: [/Oost-Nederland button/], never: [/toggle|pressed/]},
    ],
  },
  {
    name: 'found',
    title: 'Een postcode: 1316',
    page: 'index.html',
    language: 'nl',
    steps: [
      TO_FIELD,
      {
        does: 'typ 1316',
        keys: ['type:1316'],
        hears: [/1316: Flever, regio Flevoland/],
        never: [/Flever.*Flever/],
        ...ANSWERS,
      },
      {
        does: 'Enter',
        keys: ['Return'],
        hears: [/Flever, regio Flevoland heading level 3/, /Flever/],
        ...GOES_TO_HEADING,
      },
      {does: 'volgende regel', keys: ['Down'], never: [/heading level/]},
      {does: 'verder, tot het telefoonnummer', keys: ['Down'], until: /088 0182 888/, times: 7},
    ],
  },
  {
    name: 'fast',
    title: 'Een postcode, en Enter er direct achteraan',
    page: 'index.html',
    language: 'nl',
    steps: [
      TO_FIELD,
      {
        does: 'typ 1316 en Enter',
        keys: ['type:1316', 'Return'],
        hears: [/Flever, regio Flevoland heading level 3/, /Flever/, /Browse mode/],
        never: [/entry|combo box/],
        ...GOES_TO_HEADING,
      },
      {does: 'volgende regel', keys: ['Down'], never: [/heading level/]},
    ],
  },
  {
    name: 'another',
    title: 'Een andere postcode van dezelfde regio',
    page: 'index.html',
    language: 'nl',
    steps: [
      TO_FIELD,
      {does: 'typ 1316', keys: ['type:1316'], hears: [/1316: Flever/], ...ANSWERS},
      {
        does: 'typ 1317 in plaats daarvan',
        keys: ['ctrl+a', 'type:1317'],
        hears: [/1317: Flever, regio Flevoland/],
        ...ANSWERS,
      },
    ],
  },
  {
    name: 'border',
    title: 'Een postcode op een grens: 7351',
    page: 'index.html',
    language: 'nl',
    steps: [
      TO_FIELD,
      {does: 'typ 7351', keys: ['type:7351'], hears: [/7351/, /Oost-Nederland/, /Gelderland/], ...ANSWERS},
      {does: 'Enter', keys: ['Return'], hears: [/7351.*heading level 3/], ...GOES_TO_HEADING},
      {does: 'volgende kop', keys: ['h'], hears: [/Apeldoorn.*heading level 4/]},
      {does: 'volgende kop', keys: ['h'], hears: [/Ede.*heading level 4/]},
    ],
  },
  {
    name: 'unknown',
    title: 'Een postcode die niet in gebruik is: 1234',
    page: 'index.html',
    language: 'nl',
    steps: [
      TO_FIELD,
      {does: 'typ 1234', keys: ['type:1234'], hears: [/1234 is niet in gebruik/], ...ANSWERS},
      {does: 'Enter', keys: ['Return'], hears: [/1234 is niet in gebruik/], ...GOES_TO_HEADING},
      {does: 'volgende regel', keys: ['Down']},
    ],
  },
  {
    name: 'incomplete',
    title: 'Te weinig cijfers, en dezelfde fout nog eens',
    page: 'index.html',
    language: 'nl',
    steps: [
      TO_FIELD,
      {does: 'typ 12', keys: ['type:12'], maySayNothing: 'nothing is known yet'},
      {
        does: 'Enter',
        keys: ['Return'],
        hears: [/Dit zijn te weinig cijfers\. Vul 4 cijfers in, bijvoorbeeld 1316/],
        ...ANSWERS,
      },
      {
        does: 'nog eens Enter',
        keys: ['Return'],
        hears: [/Dit zijn te weinig cijfers\. Vul 4 cijfers in, bijvoorbeeld 1316/],
        ...ANSWERS,
      },
      {
        does: 'typ 3',
        keys: ['type:3'],
        maySayNothing: 'the error goes, which needs no word',
        never: [/te weinig cijfers/, /Bijvoorbeeld 1316/],
        settles: 2,
      },
    ],
  },
  {
    name: 'names',
    title: 'Een woonplaats, met suggesties',
    page: 'index.html',
    language: 'nl',
    steps: [
      TO_FIELD,
      {
        does: 'typ almer',
        keys: ['type:almer'],
        hears: [/\d+ (plaats|plaatsen|suggesties?|namen|naam) gevonden/i],
        never: [/Bijvoorbeeld 1316/, /almer.*almer/i],
        ...ANSWERS,
      },
      {does: 'pijl omlaag', keys: ['Down'], hears: [/Almere/], listens: true},
      {
        does: 'Enter',
        keys: ['Return'],
        hears: [/Flever, regio Flevoland heading level 3/, /Flever/],
        // In Firefox, Orca says that the list closes. The field itself is not read again.
        never: [/combo box(?! collapsed)/, /Almere|Bijvoorbeeld/],
        ...GOES_TO_HEADING,
      },
      {does: 'volgende regel', keys: ['Down'], never: [/heading level/]},
    ],
  },
  {
    name: 'whole-name',
    title: 'Een hele woonplaats, en Enter er direct achteraan',
    page: 'index.html',
    language: 'nl',
    steps: [
      TO_FIELD,
      {
        does: 'typ almere en Enter',
        keys: ['type:almere', 'Return'],
        hears: [/Flever, regio Flevoland heading level 3/],
        ...GOES_TO_HEADING,
      },
      {does: 'volgende regel', keys: ['Down'], never: [/heading level/]},
    ],
  },
  {
    name: 'no-name',
    title: 'Letters die geen plaats zijn',
    page: 'index.html',
    language: 'nl',
    steps: [
      TO_FIELD,
      {does: 'typ xyzq', keys: ['type:xyzq'], hears: [/geen plaats/i], ...ANSWERS},
      {does: 'Enter', keys: ['Return'], hears: [/geen plaats/i], never: [/Nederlandse postcode/], ...ANSWERS},
    ],
  },
  {
    name: 'map',
    title: 'De kaart met de pijltjes',
    page: 'index.html',
    language: 'nl',
    steps: [
      TO_MAP,
      INTO_REGIONS,
      {does: 'pijl omlaag', keys: ['Down'], hears: [/Oost-Nederland/]},
      {does: 'pijl omlaag', keys: ['Down'], hears: [/Gelderland/]},
      {does: 'Home', keys: ['Home'], hears: [/Groningen, Friesland(,| en) Drenthe/]},
      {does: 'End', keys: ['End'], hears: [/Limburg/]},
      {
        does: 'Enter',
        keys: ['Return'],
        hears: [/Zorg aan Zet, regio Limburg/, /heading level 3|onder het veld/],
        ...GOES_TO_HEADING,
      },
    ],
  },
  {
    name: 'map-buttons',
    title: 'De knoppen van de kaart',
    page: 'index.html',
    language: 'nl',
    steps: [
      TO_MAP,
      INTO_REGIONS,
      {does: 'Escape, naar de knoppen', keys: ['Escape'], hears: [/Kaart: zoom in button/i]},
      {does: 'Enter', keys: ['Return'], hears: [/Ingezoomd\. (In beeld: |Er zijn \d+ regio's in beeld)/], ...ANSWERS},
      {does: 'Tab', keys: ['Tab'], hears: [/Kaart: zoom uit button/i]},
      {does: 'Tab', keys: ['Tab'], hears: [/Kaart: toon heel Nederland button/i]},
      {does: 'Enter', keys: ['Return'], hears: [/Heel Nederland is in beeld/], ...ANSWERS},
    ],
  },
  {
    name: 'map-reading',
    title: 'De kaart regel voor regel',
    page: 'index.html',
    language: 'nl',
    steps: [
      TO_MAP,
      {does: "volgende regel, tot de regio's", keys: ['Down'], until: /List with 14 items/, times: 4},
      {
        does: 'Enter',
        keys: ['Return'],
        hears: [/Groningen, Friesland(,| en) Drenthe/],
        never: [/ZorgpleinNoord/],
        ...ANSWERS,
      },
      {does: 'pijl omlaag', keys: ['Down'], hears: [/Oost-Nederland/]},
    ],
  },
  {
    name: 'list',
    title: 'De lijst',
    page: 'index.html',
    language: 'nl',
    steps: [
      {does: 'volgende lijst', keys: ['l'], until: /List with 14 items/, times: 4},
      {does: 'volgende regel, tot Flevoland', keys: ['Down'], until: /Flevoland button/, times: 5},
      {
        does: 'Enter',
        keys: ['Return'],
        hears: [/Flever, regio Flevoland heading level 3/, /Flever/],
        ...GOES_TO_HEADING,
      },
      {does: 'volgende regel', keys: ['Down'], never: [/heading level/]},
    ],
  },
  {
    name: 'card',
    title: 'Wat je met een antwoord kunt doen',
    page: 'preset.html',
    language: 'nl',
    steps: [
      {does: 'volgende kop, tot het antwoord', keys: ['h'], until: /Flever, regio Flevoland heading level 3/, times: 4},
      {does: 'volgende knop, tot Kopieer', keys: ['b'], until: /Kopieer: Flever button/, times: 5},
      {does: 'Enter', keys: ['Return'], hears: [/Gekopieerd/], ...ANSWERS},
      {does: 'nog eens Enter', keys: ['Return'], hears: [/Gekopieerd/], ...ANSWERS},
      {does: 'Tab', keys: ['Tab'], hears: [/Flever (button|link)/]},
      {does: 'terug met Shift+Tab', keys: ['shift+Tab'], hears: [/Kopieer: Flever button/], never: [/Gekopieerd/]},
    ],
  },
  {
    name: 'no-organisation',
    title: 'Een regio waarvan de organisatie geen naam heeft',
    page: '../test/screen-reader/pages/no-organisation.html',
    language: 'nl',
    steps: [
      {
        does: 'volgende kop, tot het antwoord',
        keys: ['h'],
        until: /Werkgeversorganisatie, regio Flevoland heading level 3/,
        times: 4,
      },
    ],
  },
  {
    name: 'two',
    title: 'Twee regiokaarten op één pagina',
    page: 'two.html',
    language: 'nl',
    steps: [
      {does: 'volgend veld', keys: ['e'], hears: [/Postcode of woonplaats/]},
      {does: 'volgend veld', keys: ['e'], hears: [/Postcode or place/], languages: ['en']},
      {does: 'Tab', keys: ['Tab'], languages: ['nl', 'en']},
      {does: 'terug met Shift+Tab', keys: ['shift+Tab'], hears: [/Postcode or place/], languages: ['en']},
      {does: 'typ 1316', keys: ['type:1316'], hears: [/1316: Flever, region Flevoland/], languages: ['en'], ...ANSWERS},
      {
        does: 'Enter',
        keys: ['Return'],
        hears: [/Flever, region Flevoland heading level 3/, /Flever/],
        languages: ['en'],
        ...GOES_TO_HEADING,
      },
      TO_TOP,
      {does: 'volgend veld', keys: ['e'], hears: [/Postcode of woonplaats/], never: [/1316 selected|entry 1316/]},
    ],
  },
  {
    name: 'english',
    title: 'In het Engels',
    page: 'english.html',
    language: 'en',
    steps: [
      {does: 'volgende kop', keys: ['h'], hears: [/In English heading level 1/]},
      {does: 'volgende kop', keys: ['h'], hears: [/Find the employer organisation in your region heading level 2/]},
      TO_TOP,
      TO_FIELD,
      {does: 'typ 12 en Enter', keys: ['type:12', 'Return'], hears: [/These are too few digits/], ...ANSWERS},
      {
        does: 'typ 1316 in plaats daarvan',
        keys: ['ctrl+a', 'type:1316'],
        hears: [/1316: Flever, region Flevoland/],
        never: [/too few digits/],
        ...ANSWERS,
      },
      {
        does: 'Enter',
        keys: ['Return'],
        hears: [/Flever, region Flevoland heading level 3/, /Flever/],
        ...GOES_TO_HEADING,
      },
      {does: 'volgende regel', keys: ['Down'], never: [/heading level/]},
    ],
  },
  {
    name: 'click',
    title: 'Een kaart die op een klik wacht',
    page: 'click.html',
    language: 'nl',
    steps: [
      {does: 'volgende knop, tot Toon de kaart', keys: ['b'], until: /Toon de kaart button/, times: 6},
      {does: 'Enter', keys: ['Return'], hears: [/Kaart/], settles: 4, listens: true},
      {does: 'Tab', keys: ['Tab'], hears: [/List with 14 items/]},
    ],
  },
];
