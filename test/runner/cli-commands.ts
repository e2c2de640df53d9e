import type {TestRunnerConfig} from '@web/test-runner';
import {buildCommand} from '../cli/command.js';
import type {CliAction} from '../helpers/cli-actions.js';

type Plugin = NonNullable<TestRunnerConfig['plugins']>[number];

/** Commands of test/helpers/cli.ts. The command is built when a test uses it, because few do. */
export const cliCommands: Plugin = {
  name: 'cli-commands',
  async executeCommand({command, payload}) {
    if (command !== 'regiokaart') return undefined;
    const {args, file} = payload as CliAction;
    const built = await buildCommand();
    try {
      if (file) built.write(file.name, file.content);
      const {status, stdout, stderr} = await built.run(args);
      return {result: {status, stdout, stderr}};
    } finally {
      built.remove();
    }
  },
};
