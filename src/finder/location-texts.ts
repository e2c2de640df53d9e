/** Texts of "Gebruik mijn locatie". Values go in at `{name}`. */
export interface LocationStrings {
  /** While the device looks. */
  locating: string;
  locationRefused: string;
  /** The browser, the page or the device cannot tell. */
  locationUnavailable: string;
  locationSlow: string;
  /** The device told what is no place on earth. */
  locationUnusable: string;
  /** The place may lie in so many regions that a choice is of no help. */
  locationCoarse: string;
  locationOutside: string;
  /** Heading of the answer when the place may lie in two or three regions. */
  locationBorder: string;
  /** When the region that is shown already is the answer: `{region}`. */
  locationHere: string;
}

/** Dutch texts of the location. */
export const locationNl: LocationStrings = {
  locating: 'Je locatie wordt opgezocht. Die blijft op je eigen apparaat.',
  locationRefused: 'Je locatie mag niet gebruikt worden. Vul je postcode in, of kies je regio uit de lijst.',
  locationUnavailable: 'Je locatie is nu niet beschikbaar. Vul je postcode in, of kies je regio uit de lijst.',
  locationSlow: 'Je locatie opzoeken duurt lang. Vul je postcode in, of kies je regio uit de lijst.',
  locationUnusable: 'Je apparaat gaf geen bruikbare locatie. Vul je postcode in, of kies je regio uit de lijst.',
  locationCoarse:
    'Je locatie is niet precies genoeg om je regio te vinden. Vul je postcode in, of kies je regio uit de lijst.',
  locationOutside: 'Je bent nu buiten Nederland. Kies uit de lijst de regio waar je wilt werken.',
  locationBorder: 'Je bent dicht bij de grens van een regio',
  locationHere: 'Je bent in de regio {region}.',
};
