import {parseArgs} from 'node:util';
import {fill} from '../shared/fill.js';
import type {Language} from '../shared/language.js';
import {CliError, formatProblem} from './cli-error.js';
import {type CliStrings, cliNl} from './texts.js';
import {cliEn} from './texts-en.js';

const OPTIONS = {
  lang: {type: 'string'},
  help: {type: 'boolean', short: 'h'},
  version: {type: 'boolean', short: 'v'},
  json: {type: 'boolean'},
  file: {type: 'string'},
  column: {type: 'string'},
  output: {type: 'string', short: 'o'},
  'older-than': {type: 'string'},
  'heading-level': {type: 'string'},
  map: {type: 'string'},
  'no-location': {type: 'boolean'},
  css: {type: 'string'},
  data: {type: 'string'},
} as const;

/** The arguments of a command. */
export interface Arguments {
  readonly language: Language;
  readonly text: CliStrings;
  readonly options: Readonly<{
    /** The requested language; if absent, that of the environment is used. */
    lang?: string;
    help?: boolean;
    version?: boolean;
    json?: boolean;
    file?: string;
    column?: string;
    output?: string;
    'older-than'?: string;
    'heading-level'?: string;
    map?: string;
    'no-location'?: boolean;
    css?: string;
    data?: string;
  }>;
  readonly command: string;
  /** The arguments after the command. */
  readonly values: readonly string[];
}

/** The error for a command that was called in the wrong way. */
export const usageError = (text: CliStrings, got: string, expected: string): CliError =>
  new CliError(2, `${formatProblem({got, expected}, text)}\n${text.help}`);

/**
 * Reads the arguments and the language of the messages: `--lang`, else that of the environment.
 *
 * @throws {CliError} for an unknown option, or one without its value.
 */
export function readArguments(args: readonly string[], env: Readonly<NodeJS.ProcessEnv>): Arguments {
  // Not strict, because the parser's own messages are only in English.
  const {values, positionals, tokens} = parseArgs({
    args: [...args],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const asked = values.lang ?? '';
  const language = (asked || localeOf(env)).toString().startsWith('nl') ? 'nl' : 'en';
  const text = language === 'nl' ? cliNl : cliEn;
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const {name, rawName, value} = token;
    const option = Object.hasOwn(OPTIONS, name) ? OPTIONS[name as keyof typeof OPTIONS] : undefined;
    if (!option) {
      const names = Object.keys(OPTIONS)
        .map((each) => `--${each}`)
        .join(', ');
      throw usageError(text, fill(text.unknownOption, {name: rawName}), fill(text.option, {names}));
    }
    if (option.type === 'string' && !value) throw usageError(text, fill(text.noValue, {name: rawName}), `${rawName} …`);
    if (option.type === 'boolean' && value !== undefined) {
      throw usageError(text, fill(text.surplusValue, {name: rawName}), rawName);
    }
  }
  if (asked && asked !== 'nl' && asked !== 'en') throw usageError(text, `--lang ${asked}`, text.language);
  const [command = '', ...rest] = positionals;
  // The checks above guarantee this type: strings have a value, booleans have none.
  return {language, text, options: values as Arguments['options'], command, values: rest};
}

/** The first of these variables that is set determines the language of messages (POSIX). */
const localeOf = ({LC_ALL, LC_MESSAGES, LANG}: Readonly<NodeJS.ProcessEnv>) => LC_ALL || LC_MESSAGES || LANG || '';
