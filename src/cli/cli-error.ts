import {fill} from '../shared/fill.js';
import type {CliStrings} from './texts.js';

/** One problem, described precisely enough to fix it. */
export interface Problem {
  /** Name of the file as it was given, or what was typed. */
  readonly file?: string;
  /** Line of the file, from 1. */
  readonly line?: number | undefined;
  readonly field?: string;
  readonly got: string;
  readonly expected: string;
}

/** Exit status: 0 for success, 1 for problems in the input, 2 for a command that could not be carried out. */
export type Status = 0 | 1 | 2;

/** Ends the command with a message for the user. */
export class CliError extends Error {
  override name = 'CliError';
  readonly status: Status;

  constructor(status: Status, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

/** `codes.csv, line 4, postcode: got …, expected …` */
export function formatProblem({file, line, field, got, expected}: Problem, text: CliStrings): string {
  const where = [file, line === undefined ? undefined : fill(text.line, {line}), field];
  return fill(text.problem, {where: where.filter(Boolean).join(', '), got, expected}).replace(/^: /, '');
}

/** The system's short code for an error: `EACCES`. */
export const codeOf = (error: unknown): string => {
  const {code, message} = error as NodeJS.ErrnoException;
  return code ?? message;
};
