/**
 * `npm run build:provinces`: makes the files for the script tag in `demo/provinces/dist`, with the invented division by
 * provincie in place of the regions. Nothing else differs, because the sources contain no region.
 */
import {buildCdn} from './cdn.js';

process.env['REGIOKAART_DATA'] = 'demo/provinces/generated';

await buildCdn({outDir: 'demo/provinces/dist'});
