import { describe, expect, test } from 'vitest';
import { hostFilesAccess, sessionRootAccess, workingDirectoryAccess } from '../../../src/users/windows/access-lists.ts';
import { HOST_SID as host, USER_SID as user } from './fake-windows.ts';

const DELETE = 0x1_0000;
const WRITE_ACCESS = 0x4_0000;
const WRITE_OWNER = 0x8_0000;
const WRITE_DATA = 0x2;
const APPEND_DATA = 0x4;
const DELETE_CHILD = 0x40;
const READ_DATA = 0x1;
const EXECUTE = 0x20;
const EVERYTHING = 0x1f_01ff;

interface Entry {
  readonly flags: string;
  readonly rights: number;
  readonly who: string;
}

/** Takes a list apart as Windows does. */
function entriesOf(text: string): Entry[] {
  expect(text).toMatch(/^D:P(\(A;[A-Z]*;\w+;;;[\w-]+\))+$/);
  return [...text.matchAll(/\(A;([A-Z]*);(\w+);;;([\w-]+)\)/g)].map(([, flags = '', rights = '', who = '']) => ({
    flags,
    rights: rights === 'FA' ? EVERYTHING : Number(rights),
    who,
  }));
}

/** What somebody may do with the folder itself, and with what is made in it. */
function rightsOf(text: string, who: string): { readonly folder: number; readonly inside: number } {
  const own = entriesOf(text).filter((entry) => entry.who === who);
  const all = (entries: readonly Entry[]): number => entries.reduce((rights, entry) => rights | entry.rights, 0);
  return {
    folder: all(own.filter(({ flags }) => !flags.includes('IO'))),
    inside: all(own.filter(({ flags }) => flags.includes('OI') && flags.includes('CI'))),
  };
}

describe('access lists of a session', () => {
  test('nobody but the host and the user is in those of the working directory and the host’s files, and nothing is inherited', () => {
    for (const list of [workingDirectoryAccess({ host, user }), hostFilesAccess({ host, user })])
      expect([...new Set(entriesOf(list).map(({ who }) => who))].toSorted()).toEqual([user, host].toSorted());
  });

  test('the host may do everything, to the folders and to what the user makes in them', () => {
    for (const list of [workingDirectoryAccess({ host, user }), hostFilesAccess({ host, user })])
      expect(rightsOf(list, host)).toEqual({ folder: EVERYTHING, inside: EVERYTHING });
  });

  test('the user works in the working directory, and can not put another in its place', () => {
    const { folder, inside } = rightsOf(workingDirectoryAccess({ host, user }), user);
    expect(folder & (READ_DATA | WRITE_DATA | APPEND_DATA | EXECUTE)).toBe(
      READ_DATA | WRITE_DATA | APPEND_DATA | EXECUTE,
    );
    expect(folder & (DELETE | DELETE_CHILD | WRITE_ACCESS | WRITE_OWNER)).toBe(0);
    expect(inside & DELETE).toBe(DELETE);
    expect(inside & (DELETE_CHILD | WRITE_ACCESS | WRITE_OWNER)).toBe(0);
  });

  test('the user reads and runs the host’s files, and changes none', () => {
    const { folder, inside } = rightsOf(hostFilesAccess({ host, user }), user);
    for (const rights of [folder, inside]) {
      expect(rights & (READ_DATA | EXECUTE)).toBe(READ_DATA | EXECUTE);
      expect(rights & (WRITE_DATA | APPEND_DATA | DELETE | DELETE_CHILD | WRITE_ACCESS | WRITE_OWNER)).toBe(0);
    }
  });

  test('everybody may pass through the root, and only the host and administrators make something in it', () => {
    const list = sessionRootAccess(host);
    expect(rightsOf(list, 'WD')).toEqual({ folder: READ_DATA | EXECUTE | 0x12_0088, inside: 0 });
    expect(entriesOf(list).map(({ who }) => who)).toEqual([host, 'SY', 'BA', 'WD']);
  });

  test.each(['', 'WD', 'S-1-5)(A;;FA;;;WD', 'S-1-5-21-1\n'])(
    '%j is refused: it is no identifier of a user',
    (other) => {
      expect(() => workingDirectoryAccess({ host, user: other })).toThrow(/looks like S-1-5-21/);
    },
  );
});
