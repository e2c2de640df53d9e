/** Points of the postcodes, packed: a file of its own, since few visitors need it. See `features/postcode-places.ts`. */
export {pointMunicipalities, points} from '../../data/generated/points.js';
