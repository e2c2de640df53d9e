import {cardEn} from '../card/texts-en.js';
import type {KaartTexts} from './texts.js';
import {finderEn} from './texts-en.js';

/** English texts of the finder with its field and its cards, for code that does not load them part by part. */
export const kaartEn: KaartTexts = {...finderEn, ...cardEn};
