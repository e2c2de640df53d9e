/** Reasons why a search for the location of the device found no region. Loaded with that search. */
export interface LocationTexts {
  locationRefused: string;
  /** The browser, the page or the device cannot provide a position. */
  locationUnavailable: string;
  locationSlow: string;
  /** The device reported something that is not a point on earth. */
  locationUnusable: string;
  /** The device may be in too many regions to choose from. */
  locationCoarse: string;
  locationOutside: string;
}

export const locationNl: LocationTexts = {
  locationRefused: 'Je locatie mag niet gebruikt worden. Vul je postcode in, of kies je regio uit de lijst.',
  locationUnavailable: 'Je locatie is nu niet beschikbaar. Vul je postcode in, of kies je regio uit de lijst.',
  locationSlow: 'Je locatie opzoeken duurt lang. Vul je postcode in, of kies je regio uit de lijst.',
  locationUnusable: 'Je apparaat gaf geen bruikbare locatie. Vul je postcode in, of kies je regio uit de lijst.',
  locationCoarse:
    'Je locatie is niet precies genoeg om je regio te vinden. Vul je postcode in, of kies je regio uit de lijst.',
  locationOutside: 'Je bent nu buiten Nederland. Kies uit de lijst de regio waar je wilt werken.',
};

export const locationEn: LocationTexts = {
  locationRefused: 'Your location may not be used. Enter your postcode, or choose your region from the list.',
  locationUnavailable: 'Your location is not available now. Enter your postcode, or choose your region from the list.',
  locationSlow: 'Looking up your location takes long. Enter your postcode, or choose your region from the list.',
  locationUnusable: 'Your device gave no usable location. Enter your postcode, or choose your region from the list.',
  locationCoarse:
    'Your location is not precise enough to find your region. Enter your postcode, or choose your region from the list.',
  locationOutside: 'You are outside the Netherlands now. Choose the region where you want to work from the list.',
};
