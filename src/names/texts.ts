/** Texts of the field that takes postcodes and names. Values go in at `{name}`. */
export interface NamesTexts {
  label: string;
  hint: string;
  submit: string;
  /** Button that prepares the field for letters. */
  places: string;
  /** Accessible name of the suggestions. */
  placesList: string;
  /** Announced when there is one suggestion. */
  placesOne: string;
  /** Announced when there are more: `{count}`. */
  placesMany: string;
  placesNone: string;
  /** While the visitor waits for the names to load. */
  placesLoading: string;
  /** When the names cannot be loaded. */
  placesFailed: string;
  /** When the text is the name of several places in different regions. */
  placesChoose: string;
  /** When the text is not the whole name of a place, and there are suggestions. */
  placesMean: string;
  /** In which gemeente a place lies: `{gemeente}`. */
  placesIn: string;
  /** Kind of a suggestion that is not a woonplaats. */
  kindGemeente: string;
  kindProvincie: string;
  kindRegio: string;
  /** `{place}` is the town that the district belongs to. */
  kindWijk: string;
}

/** Dutch texts of the field. */
export const namesNl: NamesTexts = {
  label: 'Postcode of woonplaats',
  hint: 'Bijvoorbeeld 1316 of Almere',
  submit: 'Zoek',
  places: 'Zoek op plaats',
  placesList: 'Plaatsen',
  placesOne: '1 plaats gevonden. Kies met pijl omlaag en Enter.',
  placesMany: '{count} plaatsen gevonden. Kies met de pijltoetsen en Enter.',
  placesNone: 'Geen plaats gevonden. Controleer de spelling of vul je postcode in.',
  placesLoading: 'Plaatsen worden geladen…',
  placesFailed: 'Zoeken op plaats lukt nu niet. Vul je postcode in, of kies je regio uit de lijst.',
  placesChoose: 'Er zijn meer plaatsen met deze naam. Kies jouw plaats in de lijst.',
  placesMean: 'Kies je plaats in de lijst.',
  placesIn: 'gemeente {gemeente}',
  kindGemeente: 'hele gemeente',
  kindProvincie: 'provincie',
  kindRegio: 'regio',
  kindWijk: 'wijk in {place}',
};
