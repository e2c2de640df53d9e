/** Texts of the map. Values go in at `{name}`. */
export interface MapStrings {
  /** Accessible name of the map. */
  mapName: string;
  /** Description of the map: the list offers the same choice. */
  mapAbout: string;
  /** Accessible name of the regions on the map. */
  mapRegions: string;
  /** Accessible name of a region that the visitor may choose: `{region}`. */
  mapCandidate: string;
  /** Accessible name of the group of buttons. */
  mapControls: string;
  /** Accessible names of the buttons. Each mentions the map, because a screen reader may read it without its context. */
  mapZoomIn: string;
  mapZoomOut: string;
  mapAll: string;
  mapUp: string;
  mapDown: string;
  mapLeft: string;
  mapRight: string;
  /** Announced after a press of such a button. */
  mapZoomedIn: string;
  mapZoomedOut: string;
  mapMoved: string;
  /** Announced after a move that shows the whole country. */
  mapWhole: string;
  /** Announced after any other move: `{regions}`. */
  mapInView: string;
  /** Announced instead when there are too many regions to name: `{count}`. */
  mapInViewMany: string;
  /** Announced when a button can do no more. */
  mapNoFurther: string;
  /** Shown after use of the wheel alone, on a keyboard with Ctrl. */
  mapWheel: string;
  /** The same on a Mac, where the key is Command. */
  mapWheelMac: string;
  /** Shown after a drag with one finger. */
  mapTouch: string;
  /** Source of the outlines. */
  mapSource: string;
  /** Opens the list of all sources. */
  mapSources: string;
  /** One source in that list: `{name}`, `{edition}`, `{licence}`. Its credit follows. */
  mapSourceLine: string;
  /** Button that loads the background map of PDOK; names its provider. */
  mapTilesShow: string;
  /** The same for a background map from elsewhere: `{host}`. */
  mapTilesShowFrom: string;
  mapTilesHide: string;
  /** Source of the background map: `{attribution}`. */
  mapTilesSource: string;
  /** Shown when no tile of the background map arrives. */
  mapTilesFailed: string;
  /** Shown in place of the map when it cannot be drawn. */
  mapBroken: string;
}

/** Dutch texts of the map. */
export const mapNl: MapStrings = {
  mapName: "Kaart van de regio's",
  mapAbout: "In de lijst met regio's kun je dezelfde keuze maken.",
  mapRegions: "Regio's",
  mapCandidate: '{region} (mogelijk jouw regio)',
  mapControls: 'Kaart bedienen',
  mapZoomIn: 'Kaart: zoom in',
  mapZoomOut: 'Kaart: zoom uit',
  mapAll: 'Kaart: toon heel Nederland',
  mapUp: 'Kaart: schuif naar boven',
  mapDown: 'Kaart: schuif naar beneden',
  mapLeft: 'Kaart: schuif naar links',
  mapRight: 'Kaart: schuif naar rechts',
  mapZoomedIn: 'Ingezoomd.',
  mapZoomedOut: 'Uitgezoomd.',
  mapMoved: 'Kaart verschoven.',
  mapWhole: 'Heel Nederland is in beeld.',
  mapInView: 'In beeld: {regions}.',
  mapInViewMany: "Er zijn {count} regio's in beeld.",
  mapNoFurther: 'De kaart kan niet verder.',
  mapWheel: 'Houd Ctrl ingedrukt en scrol om te zoomen',
  mapWheelMac: 'Houd ⌘ ingedrukt en scrol om te zoomen',
  mapTouch: 'Gebruik twee vingers om de kaart te schuiven',
  mapSource: '© CBS, © Kadaster',
  mapSources: 'Bronnen',
  mapSourceLine: '{name}, editie {edition}, {licence}',
  mapTilesShow: 'Toon achtergrondkaart van PDOK (Kadaster)',
  mapTilesShowFrom: 'Toon achtergrondkaart van {host}',
  mapTilesHide: 'Verberg achtergrondkaart',
  mapTilesSource: 'achtergrondkaart: {attribution}',
  mapTilesFailed: 'De achtergrondkaart is nu niet bereikbaar. De rest van de kaart werkt gewoon.',
  mapBroken: 'De kaart werkt niet op deze pagina. Kies je regio in de lijst.',
};
