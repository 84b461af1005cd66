import { expect, test } from 'vitest';
import { endWindowsTree } from '../../src/processes/windows-spawn/end-tree.ts';

test('a Windows process tree is ended by the taskkill of the system, not by one that a job could have put into PATH', () => {
  const started: [string, readonly string[]][] = [];
  endWindowsTree(
    4711,
    () => started.push(['end the root', []]),
    (file, args, whenOver) => {
      started.push([file, args]);
      whenOver();
    },
    { SystemRoot: String.raw`D:\WinNT`, PATH: '.' },
  );
  expect(started).toEqual([
    [String.raw`D:\WinNT\System32\taskkill.exe`, ['/T', '/F', '/PID', '4711']],
    ['end the root', []],
  ]);
});
