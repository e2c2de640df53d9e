import {executeServerCommand} from '@web/test-runner-commands';
import type {CliAction, CliResult} from './cli-actions.js';

/** Runs the built command `regiokaart` in the folder of the file. */
export async function runCommand(args: readonly string[], file?: CliAction['file']): Promise<CliResult> {
  const action = {args, ...(file && {file})};
  const {result} = await executeServerCommand<{result: CliResult}, CliAction>('regiokaart', action);
  return result;
}
