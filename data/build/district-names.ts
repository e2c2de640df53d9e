import {fold} from '../../src/core/names/fold.js';

const DIRECTION =
  'noord|oost|zuid|west|midden|noordoost|noordwest|zuidoost|zuidwest|noord-oost|noord-west|zuid-oost|zuid-west';

/** Words in the name of a district that is not a place where people say that they live. */
const NO_PLACE =
  /verspr|bosgebied|dorpen$|trade-?port|schil$|(?:straat|weg|singel|kade|plein|laan|buitenwijk|spoorzone|kanaalzone|^city)$|buitengebied|bedrijv|industri|overig|landelijk|recreatie|business|bussiness|sportpark|kantoren|winkelcentrum|stationsgebied|omgeving|deel der|\bgebied|\bplan\b|\bomg\b|\bpolder\b|haventerrein|terrein|campus|crematorium|begraafplaats|ziekenhuis|snelweg|rijksweg|ten (?:westen|oosten|noorden|zuiden)|\bkust\b|water$|\bA\d|\bN\d/i;

/** Names that mean nothing without the name of the place. */
const NO_NAME = new RegExp(
  `^(?:${DIRECTION}|centrum|binnenstad|stadscentrum|stadshart|stad|dorp|dorpskern|kern|kom|oude dorp|oude stad|nieuwe stad|oud|nieuw|` +
    `(?:oud|nieuw|centrum|binnenstad|dorp|kom|plan|stad|kern|boven|beneden)[- ](?:${DIRECTION})|` +
    'oude kern|haven|havens|station|markt|boulevard|strand|bos|duinen|park|villapark|uitbreiding|nieuwbouw|universiteit|' +
    'de kern|het dorp|het centrum|de stad|kerkdorp|woonkern|winkelgebied|eiland|zee|meer|heide|berg|broek|beek|gaarden|donk|hout|hoek)$',
  'i',
);

/** The name of a district without its number, and with errors in the source corrected. */
export const bareDistrictName = (official: string): string =>
  official
    .replace('’', "'")
    .replace('Þ', 'è')
    .replace(/^Wijk [\dA-Z]{1,3}\b:?/, '')
    .trim();

/**
 * The name by which people know a district, made from its official name: without a number, `e.o.`, and the direction that
 * tells parts of one district apart (`Blerick-Noord` becomes `Blerick`).
 *
 * @returns null if what is left does not name a place.
 */
export function tellingName(official: string): string | null {
  let name = bareDistrictName(official)
    .replace(/ - Buurt .*$/, '')
    .replace(/ wijk \d+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (NO_PLACE.test(name)) return null;
  name = name
    .replace(/^(?:kern|dorp|buurtschap|woonkern|kom|centrum|binnenstad)[- ](?=\p{Lu}|')/iu, '')
    .replace(/[ ,]+(?:e\.?o|c\.?a)\.?$/i, '')
    .replace(/\(.*\)/, '')
    .trim();
  const suffix = new RegExp(
    `[- ]+(?:${DIRECTION}|[noz]\\.?|w\\.|centrum|kern|woonkern|kom|dorpskern|[ivx]+|[\\dA-D]|\\d+e fase)$`,
    'i',
  );
  for (let shorter = name.replace(suffix, ''); shorter !== name; shorter = name.replace(suffix, '')) {
    // `Oud-Noord` does not become `Oud`.
    if (NO_NAME.test(shorter) || shorter.length < 4 || /(?:^| |-)(?:van|de|den|het|en|oude|nieuwe)$/i.test(shorter))
      break;
    name = shorter;
  }
  if (NO_NAME.test(name) || fold(name).length < 4 || name.length > 28 || /[\d,;/:]/.test(name)) return null;
  return name;
}
