/**
 * `npm run build:provinces`: the files for the script tag once more, in `demo/provinces/dist`, with the invented division
 * by provincie in place of the regions. Nothing else differs: the sources know no region.
 */
import {buildCdn} from './cdn.js';

process.env['REGIOKAART_DATA'] = 'demo/provinces/generated';

await buildCdn({outDir: 'demo/provinces/dist'});
