import { mkdirSync } from 'node:fs';
import {
  Win32Error,
  type Handle,
  type ProcessDescription,
  type Win32,
} from '../../../src/processes/windows-spawn/win32.ts';
import type { Win32Users } from '../../../src/users/windows/win32-users.ts';

export const HOST_SID = 'S-1-5-21-1-2-3-500';
export const USER_SID = 'S-1-5-21-1-2-3-1001';
export const ALL_RIGHTS = ['SeAssignPrimaryTokenPrivilege', 'SeIncreaseQuotaPrivilege', 'SeChangeNotifyPrivilege'];

/** A Windows that records what is asked of it, knows one user (`actions`, password `correct`) and fails where it is told to. */
export function fakeWindows(
  options: {
    readonly rights?: readonly string[];
    readonly service?: boolean;
    readonly fails?: string;
    readonly rootOwner?: string;
    /** What the actions left running, and whether it can't be ended. */
    readonly left?: number[];
    readonly obstinate?: boolean;
  } = {},
) {
  const calls: string[] = [];
  const open = new Set<Handle>();
  const created: ProcessDescription[] = [];
  let last = 100;
  const handle = (): Handle => {
    last += 1;
    open.add(last);
    return last;
  };
  const ask = (call: string, number = 5): void => {
    calls.push(call);
    if (options.fails !== undefined && call.startsWith(options.fails))
      throw new Win32Error(call.split(' ')[0] ?? '', number);
  };
  const users: Win32Users = {
    logon(user, domain, password) {
      ask(`logon ${domain ?? '.'} ${user}`);
      if (password.toString('utf16le') !== 'correct\0') throw new Win32Error('LogonUser', 1326);
      return handle();
    },
    duplicate(token) {
      ask('duplicate');
      if (!open.has(token)) throw new Win32Error('DuplicateTokenEx', 6);
      return handle();
    },
    close(token) {
      open.delete(token);
    },
    sidOf: (token) => (token === undefined ? HOST_SID : USER_SID),
    environmentOf() {
      ask('environment');
      return { PATH: 'C:\\tools', SYSTEMROOT: 'C:\\Windows', TEMP: 'C:\\Users\\actions\\Temp' };
    },
    loadProfile() {
      ask('load profile');
      return handle();
    },
    unloadProfile: (_, profile) => void open.delete(profile),
    impersonate: (_, look) => look(),
    privileges: () => (options.rights ?? []).map((name) => ({ name, enabled: false })),
    isService: () => options.service === true,
    makeFolder(path, descriptor) {
      ask(`folder ${path} ${descriptor}`);
      mkdirSync(path);
    },
    setAccess: (path, descriptor) => ask(`access ${path} ${descriptor}`),
    accessOf: () => `O:${options.rootOwner ?? HOST_SID}D:(A;;FA;;;SY)`,
  };
  const processes: Win32 = {
    open: handle,
    close: (one) => void open.delete(one),
    create(description) {
      created.push(description);
      return { pid: 4711, process: handle(), job: handle(), sharesConsole: false };
    },
    createJob: handle,
    processesIn: () => [...(options.left ?? [])],
    exitCode: () => 0,
    terminateProcess: () => true,
    terminateJob: () => {
      if (options.obstinate !== true) options.left?.splice(0);
      return true;
    },
    sendCtrlBreak: () => false,
    ensureConsole: () => ask('console'),
  };
  return { users, processes, calls, open, created, openToken: handle };
}
