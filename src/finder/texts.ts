import {type CardTexts, cardNl} from '../card/texts.js';
import type {MapStrings} from '../map/texts.js';
import {type NamesTexts, namesNl} from '../names/texts.js';
import type {LocationTexts} from './location-texts.js';

/** Texts of the finder around field, card and map. Values go in at `{name}`. */
export interface FinderTexts {
  heading: string;
  intro: string;
  /** Name of the form for assistive technology; a number follows it on the second finder of a page: `{number}`. */
  formName: string;
  location: string;
  /** When a part that the visitor asked for cannot be loaded. */
  partFailed: string;
  /** Why a text is no postcode; the keys are those of `InvalidReason`. */
  empty: string;
  incomplete: string;
  'too-long': string;
  'not-a-postcode': string;
  /** Added to the error if the text looks like a postcode of another country. */
  foreign: string;
  /** In place of the card, before there is an answer. */
  start: string;
  /** When a postcode is not in use: `{pc4}`. */
  unknown: string;
  unknownHelp: string;
  /** When a postcode crosses a border: `{pc4}`, `{regions}`. */
  choice: string;
  /** When one text holds several postcodes: `{codes}`. */
  choiceCodes: string;
  /** When a name belongs to an area in several regions: `{name}`, `{count}`. */
  choiceArea: string;
  /** Above the card for the people of one gemeente: `{gemeente}`. */
  choiceCard: string;
  /** Above the card for one of several postcodes: `{pc4}`. */
  choiceCode: string;
  /** Between the last two of several alternatives. */
  or: string;
  /** The postcode or name that a card answers. */
  answeredPostcode: string;
  answeredPostcodeIn: string;
  answeredName: string;
  answeredNameIn: string;
  /** The answer in one sentence: `{organisation}`, `{region}`. */
  found: string;
  /** The same for what the visitor typed: `{asked}` is a postcode or a name. */
  foundFor: string;
  list: string;
  showMap: string;
  mapLoading: string;
  failed: string;
  retry: string;
  /** During the search for the location of the device. */
  locating: string;
  /** Heading of the answer when the device may be in two or three regions. */
  locationBorder: string;
  /** When the location lies in the region that is already shown: `{region}`. */
  locationHere: string;
}

/** Texts of everything in `<regio-kaart>` that every page loads. */
export type KaartTexts = FinderTexts & CardTexts & NamesTexts;

/** Every visible text. A host may override any of them through the property `strings`. */
export type Strings = KaartTexts & LocationTexts & MapStrings;

const finderNl: FinderTexts = {
  heading: 'Vind de werkgeversorganisatie in jouw regio',
  intro:
    'Wil je de contactgegevens opzoeken van de werkgeversorganisatie in jouw regio? Vul hier de 4 cijfers van je postcode in of gebruik de regiokaart.',
  formName: 'Zoek je werkgeversorganisatie {number}',
  location: 'Gebruik mijn locatie',
  partFailed: 'Dit lukt nu niet. Probeer het later opnieuw.',
  empty: 'Vul 4 cijfers in, bijvoorbeeld 1316.',
  incomplete: 'Dit zijn te weinig cijfers. Vul 4 cijfers in, bijvoorbeeld 1316.',
  'too-long': 'Dit zijn te veel cijfers. Vul 4 cijfers in, bijvoorbeeld 1316.',
  'not-a-postcode': 'Dit is geen Nederlandse postcode. Vul 4 cijfers in, van 1000 tot en met 9999.',
  foreign: 'Woon je niet in Nederland? Kies op de kaart of in de lijst de regio waar je wilt werken.',
  start: 'Hier zie je straks met wie je contact kunt opnemen.',
  unknown: 'Postcode {pc4} is niet in gebruik',
  unknownHelp:
    'Controleer de cijfers, of kies je regio op de kaart of in de lijst. Woon je niet in Nederland? Kies de regio waar je wilt werken.',
  choice: 'Postcode {pc4} ligt in meer dan één regio: {regions}',
  choiceCodes: 'Hier staan meer postcodes: {codes}',
  choiceArea: '{name} ligt in {count} regio’s. Kies de regio waar je woont of wilt werken.',
  choiceCard: 'Woon je in de gemeente {gemeente}?',
  choiceCode: 'Is je postcode {pc4}?',
  or: ' of ',
  answeredPostcode: 'Voor postcode {pc4}',
  answeredPostcodeIn: 'Voor postcode {pc4}, gemeente {gemeente}',
  answeredName: 'Voor {name}',
  answeredNameIn: 'Voor {name}, gemeente {gemeente}',
  found: '{organisation}, regio {region}.',
  foundFor: '{asked}: {organisation}, regio {region}.',
  list: 'Kies je regio uit de lijst',
  showMap: 'Toon de kaart',
  mapLoading: 'De kaart wordt geladen…',
  failed: 'De kaart kan nu niet laden. Zoeken op postcode en de lijst werken wel.',
  retry: 'Probeer opnieuw',
  locating: 'Je locatie wordt opgezocht. Die blijft op je eigen apparaat.',
  locationBorder: 'Je bent dicht bij de grens van een regio',
  locationHere: 'Je bent in de regio {region}.',
};

/** Dutch texts of the finder with its field and its cards. */
export const kaartNl: KaartTexts = {...finderNl, ...namesNl, ...cardNl};
