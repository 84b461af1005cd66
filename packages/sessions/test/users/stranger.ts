import { spawn } from 'node:child_process';
import { afterAll } from 'vitest';
import { USERS, whyNoUsers } from './test-users.ts';

/** A shell of the user who has no part in any session. To be made before the file's process gives up root. */
export function strangerShell(): (command: string) => Promise<string> {
  if (whyNoUsers() !== undefined) return () => Promise.reject(new Error('There is no stranger here.'));
  const shell = spawn(
    '/usr/bin/setpriv',
    ['--reuid', USERS.stranger, '--regid', USERS.stranger, '--clear-groups', '/bin/sh'],
    { cwd: '/', env: { PATH: '/usr/bin:/bin' }, stdio: ['pipe', 'pipe', 'ignore'] },
  );
  const ended = new Promise((resolve) => {
    shell.once('close', resolve);
  });
  afterAll(async () => {
    shell.stdin.end();
    await ended;
  });
  let text = '';
  let answered: () => void = () => {};
  shell.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    if (text.endsWith('end of answer\n')) answered();
  });
  return async (command) => {
    text = '';
    const answer = new Promise<void>((resolve) => {
      answered = resolve;
    });
    shell.stdin.write(`( ${command}\n) 2>&1 </dev/null; echo end of answer\n`);
    await answer;
    return text.replace(/end of answer\n$/, '');
  };
}
