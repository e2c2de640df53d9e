import {readFile} from 'node:fs/promises';
import {regions} from '../lookup.js';
import type {PrerenderOptions} from '../prerender.js';
import {type Arguments, usageError} from './arguments.js';
import {checkFile} from './check.js';
import {CliError, formatProblem} from './cli-error.js';
import type {CliStrings} from './texts.js';

const MAPS = ['visible', 'click', 'none'] as const;

/**
 * The element as HTML, according to the options of the command.
 *
 * @throws {CliError} for an invalid option or an invalid data file.
 */
export async function prerenderHtml(options: Arguments['options'], text: CliStrings): Promise<string> {
  const {lang, css, data: file} = options;
  const level = options['heading-level'];
  if (level !== undefined && !/^[1-6]$/.test(level)) throw usageError(text, `--heading-level ${level}`, text.level);
  const map = MAPS.find((each) => each === options.map);
  if (options.map !== undefined && !map) throw usageError(text, `--map ${options.map}`, MAPS.join(', '));
  const chosen: PrerenderOptions = {
    ...((lang === 'nl' || lang === 'en') && {lang}),
    ...(level !== undefined && {headingLevel: Number(level)}),
    ...(map && {map}),
    ...(css !== undefined && {css}),
    noLocation: options['no-location'] ?? false,
  };
  const {prerender} = await import('../prerender.js');
  if (file === undefined) return prerender(chosen);
  const problems = await checkFile(file, regions, text);
  if (problems.length > 0) throw new CliError(1, problems.map((problem) => formatProblem(problem, text)).join('\n'));
  return prerender({...chosen, data: JSON.parse(await readFile(file, 'utf8')) as unknown});
}
