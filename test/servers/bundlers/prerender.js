import {prerender} from 'regiokaart/prerender';

console.log(prerender({map: 'none'}));
