import {fill} from '../shared/fill.js';
import type {CliStrings} from './texts.js';

/** One thing that is wrong, precise enough to mend it. */
export interface Problem {
  /** File as it was named, or what was typed. */
  readonly file?: string;
  /** Line of the file, from 1. */
  readonly line?: number | undefined;
  readonly field?: string;
  readonly got: string;
  readonly expected: string;
}

/** The status with which the command ends: all is well, what it was given is wrong, it could not be carried out. */
export type Status = 0 | 1 | 2;

/** Ends the command with a message for who runs it. */
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

/** What a system says went wrong, in its own short code: `EACCES`. */
export const codeOf = (error: unknown): string => {
  const {code, message} = error as NodeJS.ErrnoException;
  return code ?? message;
};
