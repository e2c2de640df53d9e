import type {Finder} from './finder.js';

export async function locate(_finder: Finder): Promise<void> {}
