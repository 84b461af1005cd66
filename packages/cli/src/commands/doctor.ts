import { checkHost, type HostCheck } from '@ojd/sessions';
import type { Invocation } from '../command-line/parse.ts';
import { EXIT } from '../errors.ts';
import type { CommandResult } from '../render/result.ts';
import { style, type Terminal } from '../terminal/terminal.ts';
import { checkedUser } from './session-user.ts';

const MARKS: Readonly<Record<HostCheck['state'], readonly [string, 'green' | 'yellow' | 'red']>> = {
  ok: ['ok     ', 'green'],
  warning: ['warning', 'yellow'],
  problem: ['PROBLEM', 'red'],
};

/** `openjd doctor`: whether Sessions can run on this machine, and what to type where they can't. */
export async function doctor({ options }: Invocation): Promise<CommandResult> {
  const user = checkedUser(options);
  const checks = await checkHost(user === undefined ? {} : { user });
  const problems = checks.filter(({ state }) => state === 'problem').length;
  const message = problems === 0 ? 'Sessions can run here.' : `${problems} of ${checks.length} checks found a problem.`;
  return {
    status: problems === 0 ? 'success' : 'error',
    exitCode: problems === 0 ? EXIT.ok : EXIT.failure,
    message,
    fields: {
      checks: checks.map(({ name, state, message: found, mend }) =>
        mend === undefined ? { name, state, message: found } : { name, state, message: found, mend },
      ),
    },
    text: (terminal) => [...checks.map((check) => checkText(check, terminal)), '', message].join('\n'),
  };
}

function checkText({ state, name, message, mend }: HostCheck, terminal: Terminal): string {
  const [mark, colour] = MARKS[state];
  const found = `${style(terminal, colour, mark)}  ${name}: ${message}`;
  return mend === undefined ? found : `${found}\n         to mend it: ${mend}`;
}
