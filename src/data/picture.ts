import file from '../../data/generated/picture.json';
import {type Picture, type PictureFile, readPicture} from '../core/picture.js';
import {regions} from './index.js';

/** All regions as a picture of a few kilobytes, in their fixed order: for where there is no map. */
export const picture: Picture = readPicture(
  file as unknown as PictureFile,
  regions.map(({id}) => id),
);
