/** Texts of what a card shows besides who and how to reach. Values go in at `{name}`. */
export interface CardStrings {
  /** Link beside the address; names whose site it leads to. */
  route: string;
  /** Accessible name of that link: `{address}`. Begins with what can be read. */
  routeTo: string;
  /** `{pc4}`, `{gemeente}`. */
  postcodeIn: string;
  copy: string;
  copied: string;
  /** Above the text itself, when the browser does not copy. */
  copyByHand: string;
  share: string;
  save: string;
  print: string;
  /** When sharing or saving goes wrong. */
  actionFailed: string;
  /** Accessible name of a button: `{action}` as can be read, `{organisation}`. */
  actionFor: string;
  /** Note of a saved contact: `{region}`. */
  vcardNote: string;
  /** Last line of a postal address. */
  country: string;
  /** Names of the facts, as in the middle of a sentence. */
  factName: string;
  factFormerName: string;
  factPhone: string;
  factEmail: string;
  factContactPage: string;
  factWebsite: string;
  factAddress: string;
  factPhoneHours: string;
  factVacancies: string;
  factAbout: string;
  /** Between the last two of several. */
  and: string;
  /** January to December, with spaces between. */
  months: string;
  /** `{facts}`, `{date}`. */
  seen: string;
  undated: string;
  /** Between the date and the source. */
  source: string;
  report: string;
}

/** Dutch texts of a card. */
export const cardNl: CardStrings = {
  route: 'Route (OpenStreetMap)',
  routeTo: 'Route (OpenStreetMap) naar {address}',
  postcodeIn: 'Postcode {pc4}: gemeente {gemeente}',
  copy: 'Kopieer',
  copied: 'Gekopieerd',
  copyByHand: 'Kopiëren lukt hier niet. Selecteer de tekst en kopieer die zelf.',
  share: 'Deel',
  save: 'Bewaar als contact',
  print: 'Print',
  actionFailed: 'Dit lukt nu niet. Probeer het later opnieuw.',
  actionFor: '{action}: {organisation}',
  vcardNote: 'Werkgeversorganisatie voor zorg en welzijn, regio {region}',
  country: 'Nederland',
  factName: 'naam',
  factFormerName: 'vroegere naam',
  factPhone: 'telefoon',
  factEmail: 'e-mail',
  factContactPage: 'contactpagina',
  factWebsite: 'website',
  factAddress: 'adres',
  factPhoneHours: 'telefonische bereikbaarheid',
  factVacancies: 'vacaturesite',
  factAbout: 'beschrijving',
  and: ' en ',
  months: 'januari februari maart april mei juni juli augustus september oktober november december',
  seen: '{facts}: gezien op {date}',
  undated: '(bron zonder datum)',
  source: 'via',
  report: 'Meld een fout in deze gegevens',
};
