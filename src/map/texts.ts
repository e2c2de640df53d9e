/** Texts of the map. Values go in at `{name}`. */
export interface MapStrings {
  /** Accessible name of the map. */
  mapName: string;
  /** Says that the list offers the same choice. */
  mapAbout: string;
  /** Accessible name of the regions on the map. */
  mapRegions: string;
  /** Name of a region that a border postcode may belong to: `{region}`. */
  mapCandidate: string;
  /** Accessible name of the group of buttons. */
  mapControls: string;
  mapZoomIn: string;
  mapZoomOut: string;
  mapAll: string;
  mapUp: string;
  mapDown: string;
  mapLeft: string;
  mapRight: string;
  /** Shown after a plain turn of the wheel, on a keyboard with Ctrl. */
  mapWheel: string;
  /** The same on a Mac, where the key is Command. */
  mapWheelMac: string;
  /** Shown after a drag with one finger. */
  mapTouch: string;
  /** Source of the outlines. */
  mapSource: string;
  /** Button that asks for the background map; names its provider. */
  mapTilesShow: string;
  mapTilesHide: string;
  /** Source of the background map. */
  mapTilesSource: string;
  mapTilesFailed: string;
}

/** Dutch texts of the map. */
export const mapNl: MapStrings = {
  mapName: "Kaart van de regio's",
  mapAbout: "In de lijst met regio's kun je dezelfde keuze maken.",
  mapRegions: "Regio's",
  mapCandidate: '{region} (mogelijk jouw regio)',
  mapControls: 'Kaart bedienen',
  mapZoomIn: 'Zoom in',
  mapZoomOut: 'Zoom uit',
  mapAll: 'Toon heel Nederland',
  mapUp: 'Schuif naar boven',
  mapDown: 'Schuif naar beneden',
  mapLeft: 'Schuif naar links',
  mapRight: 'Schuif naar rechts',
  mapWheel: 'Houd Ctrl ingedrukt en scrol om te zoomen',
  mapWheelMac: 'Houd ⌘ ingedrukt en scrol om te zoomen',
  mapTouch: 'Gebruik twee vingers om de kaart te schuiven',
  mapSource: '© CBS, © Kadaster',
  mapTilesShow: 'Toon achtergrondkaart van PDOK (Kadaster)',
  mapTilesHide: 'Verberg achtergrondkaart',
  mapTilesSource: 'achtergrondkaart: Kadaster (BRT), CC BY 4.0',
  mapTilesFailed: 'De achtergrondkaart is nu niet bereikbaar. De rest van de kaart werkt gewoon.',
};
