import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import os from 'node:os';
import { promisify } from 'node:util';
import { shellWord } from '../users/posix/shell-words.ts';
import { systemEntry } from '../users/posix/system-entry.ts';
import { findSystemProgram, isTooSmall, USER_PROGRAMS } from '../users/posix/system-programs.ts';
import type { PosixSessionUser } from '../users/posix-session-user.ts';
import type { HostCheck } from './host-check.ts';

const execute = promisify(execFile);

/** What has to be in place before a session can act as the user, each with what to type where it isn't. What depends on something missing is left out. */
export async function checkPosixUser(user: PosixSessionUser): Promise<readonly HostCheck[]> {
  const programs = checkPrograms();
  const account = await checkAccount(user);
  const exists = account.state !== 'problem';
  // A group of the user's own name is made with the user.
  const group = exists || user.group !== user.user ? [await checkGroup(user, exists)] : [];
  const canAsk = exists && programs.state !== 'problem';
  return [programs, account, ...group, ...(canAsk ? [await checkSudo(user)] : [])];
}

/** @param find looks for a program of the system. */
export function checkPrograms(find: (program: string) => string | undefined = findSystemProgram): HostCheck {
  const name = 'programs';
  const found = Object.entries(USER_PROGRAMS).map(([program, { package: wanted }]) => {
    const path = find(program);
    return { program, wanted, path, tooSmall: path !== undefined && isTooSmall(program, path) };
  });
  const missing = found.filter(({ path, tooSmall }) => path === undefined || tooSmall);
  if (missing.length === 0)
    return { name, state: 'ok', message: `The system has ${Object.keys(USER_PROGRAMS).join(', ')}.` };
  const hasBusybox = missing.some(({ tooSmall }) => tooSmall);
  const lacked = missing.map(({ program, tooSmall }) =>
    tooSmall ? `${program} (that of busybox can do too little)` : program,
  );
  return {
    name,
    state: 'problem',
    message: `The system lacks ${lacked.join(', ')}.`,
    mend: `As root: ${hasBusybox ? 'apk add' : 'apt-get install'} ${[...new Set(missing.map(({ wanted }) => wanted))].join(' ')}`,
  };
}

async function checkAccount({ user }: PosixSessionUser): Promise<HostCheck> {
  const name = 'user';
  const entry = await systemEntry('passwd', user);
  if (entry === 'unknown')
    return {
      name,
      state: 'warning',
      message: `Whether there is a user ${user} can't be looked up: there is no getent that answers.`,
    };
  if (entry === undefined) {
    const mend = `As root: useradd --create-home --user-group ${user}`;
    return { name, state: 'problem', message: `There is no user ${user}.`, mend };
  }
  const shell = entry[6] || '/bin/sh';
  const why = /\/(nologin|false)$/.test(shell) ? `its shell is ${shell}` : whyNotExecutable(shell);
  if (why === undefined)
    return { name, state: 'ok', message: `There is a user ${user}, with the login shell ${shell}.` };
  return {
    name,
    state: 'problem',
    message: `${user} can not log in: ${why}.`,
    mend: `As root: usermod --shell /bin/sh ${user}`,
  };
}

function whyNotExecutable(shell: string): string | undefined {
  try {
    accessSync(shell, constants.X_OK);
    return undefined;
  } catch {
    return `its shell ${shell} is missing, or no program`;
  }
}

async function checkGroup({ user, group }: PosixSessionUser, userExists: boolean): Promise<HostCheck> {
  const name = 'group';
  const host = os.userInfo().username;
  const join = (who: string): string => `usermod -aG ${group} ${who}`;
  const entry = await systemEntry('group', group);
  if (entry === 'unknown')
    return {
      name,
      state: 'warning',
      message: `The members of ${group} can't be looked up: there is no getent that answers.`,
    };
  if (entry === undefined) {
    return {
      name,
      state: 'problem',
      message: `There is no group ${group}.`,
      mend: `As root: groupadd ${group} && ${join(host)} && ${join(user)}; then log in again as ${host}.`,
    };
  }
  const [, , id = '', members = ''] = entry;
  const hostIsIn = process.getuid?.() === 0 || process.getgroups?.().includes(Number(id)) === true;
  const userIsIn = !userExists || (await groupsOf(user)).includes(id);
  if (!hostIsIn || !userIsIn) {
    const outside = [...(hostIsIn ? [] : [host]), ...(userIsIn ? [] : [user])];
    return {
      name,
      state: 'problem',
      message: `${outside.join(' and ')} ${outside.length > 1 ? 'are' : 'is'} not in the group ${group}${hostIsIn ? '' : ', or not since this login'}.`,
      mend: `As root: ${outside.map(join).join(' && ')}${hostIsIn ? '' : `; then log in again as ${host}`}.`,
    };
  }
  const others = members.split(',').filter((member) => member !== '' && member !== host && member !== user);
  if (others.length === 0)
    return { name, state: 'ok', message: `Nobody but ${host} and ${user} is in the group ${group}.` };
  return {
    name,
    state: 'warning',
    message: `${others.join(', ')} can read the files of the sessions: they are in the group ${group}, too.`,
    mend: `As root: groupadd ${user}-files && ${['usermod -aG', `${user}-files`, host].join(' ')} && ${['usermod -aG', `${user}-files`, user].join(' ')}; then log in again as ${host} and use the group ${user}-files.`,
  };
}

async function groupsOf(user: string): Promise<readonly string[]> {
  const id = findSystemProgram('id');
  if (id === undefined) return [];
  const found = await execute(id, ['-G', user], { env: {} }).catch(() => undefined);
  return found?.stdout.trim().split(' ') ?? [];
}

async function checkSudo({ user }: PosixSessionUser): Promise<HostCheck> {
  const name = 'sudo';
  const sudo = findSystemProgram('sudo') ?? 'sudo';
  const host = os.userInfo().username;
  try {
    await execute(sudo, ['-n', '-u', user, '--', '/bin/sh', '-c', ':'], { env: {}, cwd: '/' });
    return { name, state: 'ok', message: `${host} may act as ${user} through sudo, without a password.` };
  } catch (error) {
    const said = typeof error === 'object' && error !== null && 'stderr' in error ? String(error.stderr).trim() : '';
    const asks = /password is required|a terminal is required/i.test(said);
    return {
      name,
      state: 'problem',
      message: asks
        ? `sudo asks ${host} for a password before it acts as ${user}, and nobody is there to type it.`
        : `sudo does not let ${host} act as ${user}: ${said}`,
      // No dot may be in the file's name: sudo would pass it over.
      mend: `As root: echo ${shellWord(`${host} ALL=(${user}) NOPASSWD: ALL`)} > /etc/sudoers.d/openjd && chmod 440 /etc/sudoers.d/openjd`,
    };
  }
}
