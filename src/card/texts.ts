/** Texts of a contact card. Values go in at `{name}`. */
export interface CardTexts {
  /** Above the name of the organisation: `{region}`. */
  region: string;
  /** Instead of the name of an organisation, when that is not verified. */
  noName: string;
  /** Accessible name of the heading: `{organisation}`, `{region}`. */
  cardName: string;
  /** The same on a card for the people of one gemeente: `{organisation}`, `{region}`, `{gemeente}`. */
  cardNameFor: string;
  /** Former name of the organisation: `{name}`. */
  formerName: string;
  /** Button that dials: `{phone}`. */
  call: string;
  /** Link that writes an e-mail: `{email}`. */
  email: string;
  /** Subject of that e-mail: `{region}`. */
  emailSubject: string;
  contactPage: string;
  /** Link to the organisation's site: `{site}` without https. */
  website: string;
  /** Link to the organisation's jobs site. */
  vacancies: string;
  /** What the organisation is for, when its data has no `about`: `{region}`. */
  about: string;
  /** Opens the list of gemeenten. */
  gemeenten: string;
  /** When that list cannot be loaded. */
  gemeentenFailed: string;
  /** Before the names of neighbouring regions. */
  neighbours: string;
  /** Saves the event of a notice in a calendar. */
  saveEvent: string;
  /** Link to a page with more about a notice. */
  noticeMore: string;
  /** When only the site is verified. */
  siteOnly: string;
  /** When nothing is verified: `{organisation}` is the union that helps instead. */
  noContact: string;
  /** Link beside the address; names whose site it leads to. */
  route: string;
  /** Accessible name of that link: `{address}`. Begins with its visible text. */
  routeTo: string;
  copy: string;
  copied: string;
  /** Above the details as plain text, when the browser refuses to copy them. */
  copyByHand: string;
  share: string;
  shared: string;
  save: string;
  saved: string;
  print: string;
  /** Shown over a button for a moment when its action failed. */
  failedWord: string;
  /** Announced when an action failed. */
  actionFailed: string;
  /** Accessible name of a button: `{action}`, its visible text, and `{organisation}`. */
  actionFor: string;
  /** Note of a saved contact: `{region}`. */
  vcardNote: string;
  /** Last line of a postal address. */
  country: string;
  /** Names of the facts, in lower case for the middle of a sentence. */
  factName: string;
  factFormerName: string;
  factPhone: string;
  factPhoneHours: string;
  factEmail: string;
  factContactPage: string;
  factWebsite: string;
  factVacancies: string;
  factAddress: string;
  factAbout: string;
  /** Between the last two items of a list in a sentence. */
  and: string;
  /** January to December, separated by spaces. */
  months: string;
  /** How old facts are: `{facts}`, `{date}` as a month and a year. */
  seen: string;
  /** When the sources cannot be loaded. */
  sourcesFailed: string;
  undated: string;
  /** Between the date and the source. */
  source: string;
  report: string;
}

/** Dutch texts of a card. */
export const cardNl: CardTexts = {
  region: 'Regio {region}',
  noName: 'Werkgeversorganisatie',
  cardName: '{organisation}, regio {region}',
  cardNameFor: '{organisation}, regio {region}, voor de gemeente {gemeente}',
  formerName: 'voorheen {name}',
  call: 'Bel {phone}',
  email: 'Mail {email}',
  emailSubject: 'Werken in zorg en welzijn, regio {region}',
  contactPage: 'Stuur een bericht',
  website: 'Ga naar {site}',
  vacancies: 'Bekijk vacatures',
  about: 'Meer weten over werken en leren in zorg en welzijn in {region}?',
  gemeenten: 'Gemeenten in deze regio',
  gemeentenFailed: 'De gemeenten kunnen nu niet laden. Probeer het later opnieuw.',
  neighbours: 'Woon je bij de grens? Kijk ook bij',
  saveEvent: 'Zet in agenda',
  noticeMore: 'Lees meer',
  siteOnly: 'We hebben geen gecontroleerd telefoonnummer. Kijk op de website hoe je contact opneemt.',
  noContact: 'We hebben geen gecontroleerde contactgegevens. {organisation} helpt je verder.',
  route: 'Route (OpenStreetMap)',
  routeTo: 'Route (OpenStreetMap) naar {address}',
  copy: 'Kopieer',
  copied: 'Gekopieerd',
  copyByHand: 'Kopiëren lukt hier niet. Selecteer de tekst en kopieer die zelf.',
  share: 'Deel',
  shared: 'Gedeeld',
  save: 'Bewaar als contact',
  saved: 'Bewaard',
  print: 'Print',
  failedWord: 'Lukt nu niet',
  actionFailed: 'Dit lukt nu niet. Probeer het later opnieuw.',
  actionFor: '{action}: {organisation}',
  vcardNote: 'Werkgeversorganisatie voor zorg en welzijn, regio {region}',
  country: 'Nederland',
  factName: 'naam',
  factFormerName: 'vroegere naam',
  factPhone: 'telefoon',
  factPhoneHours: 'tijden van de telefoon',
  factEmail: 'e-mail',
  factContactPage: 'contactpagina',
  factWebsite: 'website',
  factVacancies: 'vacatures',
  factAddress: 'adres',
  factAbout: 'omschrijving',
  and: ' en ',
  months: 'januari februari maart april mei juni juli augustus september oktober november december',
  seen: '{facts}: gezien in {date}',
  sourcesFailed: 'De bronnen kunnen nu niet laden. Probeer het later opnieuw.',
  undated: '(bron zonder datum)',
  source: 'via',
  report: 'Meld een fout in deze gegevens',
};
