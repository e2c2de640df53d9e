import {postcodeTable} from '../../data/generated/postcodes.js';
import {decodePostcodeTable, type PostcodeTable} from '../core/postcode-table.js';

/** Unpacks which codes are in use, for what is packed with it. */
export const bundledTable = (): PostcodeTable => decodePostcodeTable(postcodeTable);
