/** Texts of the search by place. Values go in at `{name}`. */
export interface PlacesStrings {
  /** After the label of the field, once it is ready for letters. */
  placesLabel: string;
  /** What to type. */
  placesHint: string;
  /** Accessible name of the suggestions. */
  placesList: string;
  /** Said when there is one suggestion. */
  placesOne: string;
  /** Said when there are more: `{count}`. */
  placesMany: string;
  placesNone: string;
  /** When the text names several places that lie in different regions. */
  placesChoose: string;
  /** When the text is not the name of a place, and there are suggestions. */
  placesMean: string;
  /** In which gemeente a place lies: `{gemeente}`. */
  placesIn: string;
  /** What a suggestion is that is a gemeente itself. */
  placesWhole: string;
}

/** Dutch texts of the search by place. */
export const placesNl: PlacesStrings = {
  placesLabel: 'of woonplaats',
  placesHint: 'Typ je woonplaats, bijvoorbeeld Almere',
  placesList: 'Plaatsen',
  placesOne: '1 plaats gevonden. Kies met pijl omlaag en Enter.',
  placesMany: '{count} plaatsen gevonden. Kies met de pijltoetsen en Enter.',
  placesNone: 'Geen plaats gevonden. Controleer de spelling of vul je postcode in.',
  placesChoose: 'Er zijn meer plaatsen met deze naam. Kies jouw plaats in de lijst.',
  placesMean: 'Kies je plaats in de lijst.',
  placesIn: 'gemeente {gemeente}',
  placesWhole: 'hele gemeente',
};
