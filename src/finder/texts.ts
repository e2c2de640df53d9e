/**
 * Every text that can be on the page before an answer. Values go in at `{name}`.
 * Written at B1 level, addressed with `je`.
 */
export const nl = {
  heading: 'Vind de werkgeversorganisatie in jouw regio',
  intro:
    'Wil je de contactgegevens opzoeken van de werkgeversorganisatie in jouw regio? Vul hier de 4 cijfers van je postcode in of gebruik de regiokaart.',
  label: 'Postcode',
  hint: '4 cijfers, bijvoorbeeld 1316',
  submit: 'Zoek',
  location: 'Gebruik mijn locatie',
  places: 'Zoek op plaats',
  partFailed: 'Dit lukt nu niet. Probeer het later opnieuw.',
  empty: 'Vul 4 cijfers in, bijvoorbeeld 1316.',
  incomplete: 'Dit zijn te weinig cijfers. Vul 4 cijfers in, bijvoorbeeld 1316.',
  'too-long': 'Dit zijn te veel cijfers. Vul 4 cijfers in, bijvoorbeeld 1316.',
  'not-a-postcode': 'Dit is geen Nederlandse postcode. Vul 4 cijfers in, van 1000 tot en met 9999.',
  start: 'Hier zie je straks met wie je contact kunt opnemen.',
  unknown: 'Postcode {pc4} is niet in gebruik',
  unknownHelp:
    'Controleer de cijfers, of kies je regio op de kaart of in de lijst. Woon je niet in Nederland? Kies de regio waar je wilt werken.',
  choice: 'Postcode {pc4} ligt in meer dan één regio',
  choiceCard: 'Woon je in de gemeente {gemeente}?',
  or: ' of ',
  region: 'Regio {region}',
  noName: 'Werkgeversorganisatie',
  formerName: 'voorheen {name}',
  call: 'Bel {phone}',
  email: 'Stuur een e-mail',
  contactPage: 'Stuur een bericht',
  website: 'Ga naar {site}',
  siteOnly: 'We hebben geen gecontroleerd telefoonnummer. Kijk op de website hoe je contact opneemt.',
  noContact: 'We hebben geen gecontroleerde contactgegevens. {organisation} helpt je verder.',
  found: '{organisation}, regio {region}.',
  list: 'Kies je regio uit de lijst',
  showMap: 'Toon de kaart',
  mapLoading: 'De kaart wordt geladen…',
  failed: 'De kaart kan nu niet laden. Zoeken op postcode en de lijst werken wel.',
  retry: 'Probeer opnieuw',
};
