import type {NamesData} from '../../src/core/names/names-data.js';

/** The file of all names: plain JSON, one gemeente per line, so that a diff shows what changed. */
export function namesJson({gemeenten, ...rest}: NamesData): string {
  const lines = Object.entries(rest).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  const list = gemeenten.map((gemeente) => JSON.stringify(gemeente)).join(',\n');
  return `{\n${lines.join(',\n')},\n"gemeenten": [\n${list}\n]\n}\n`;
}
