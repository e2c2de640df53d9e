import file from '../../data/generated/picture.json';
import {type Picture, type PictureFile, readPicture} from '../core/picture.js';
import {regions} from './index.js';

/** A small picture of all regions, in their fixed order, for when there is no map. */
export const picture: Picture = readPicture(
  file as unknown as PictureFile,
  regions.map(({id}) => id),
);
