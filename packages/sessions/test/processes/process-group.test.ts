import { describe, expect, test } from 'vitest';
import { type Kill, ProcessGroup } from '../../src/processes/process-group.ts';

/** A system in which the group 100 exists until it is emptied, and which records who was signalled. */
function system({ stillOurs = true, alive = true } = {}) {
  const sent: [number, string | 0][] = [];
  const present = new Set([100, -100]);
  const kill: Kill = (pid, signal) => {
    if (!present.has(pid)) return false;
    sent.push([pid, signal]);
    return true;
  };
  const group = new ProcessGroup(100, kill, { watch: () => ({ isOurs: () => stillOurs, lives: () => alive }) });
  return { group, sent, present };
}

describe('signals to a process and its group', () => {
  test('while the leader lives both can be signalled', () => {
    const { group, sent } = system();
    expect(group.signal('leader', 'SIGTERM')).toBe(true);
    expect(group.signal('group', 'SIGKILL')).toBe(true);
    expect(sent).toEqual([
      [100, 'SIGTERM'],
      [-100, 'SIGKILL'],
    ]);
  });

  test('once the leader is reaped its number is never signalled, even if the system has given it to somebody', () => {
    const { group, sent, present } = system();
    present.delete(-100);
    group.leaderReaped();
    present.add(-100); // a stranger's group of the same number
    expect(group.signal('leader', 'SIGKILL')).toBe(false);
    expect(group.signal('group', 'SIGKILL')).toBe(false);
    expect(sent).toEqual([]);
  });

  test('members that outlive the leader can be ended', () => {
    const { group, sent } = system();
    group.leaderReaped();
    expect(group.signal('leader', 'SIGKILL')).toBe(false);
    expect(group.signal('group', 'SIGKILL')).toBe(true);
    expect(sent).toEqual([
      [-100, 0],
      [-100, 'SIGKILL'],
    ]);
  });

  test('a group that died out and came back as a stranger is never signalled', () => {
    const { group, sent } = system({ stillOurs: false });
    group.leaderReaped();
    expect(group.signal('group', 'SIGKILL')).toBe(false);
    expect(sent).toEqual([[-100, 0]]);
  });

  test('a group that was found empty once is left alone for good', () => {
    const { group, sent, present } = system();
    group.leaderReaped();
    present.delete(-100);
    expect(group.signal('group', 'SIGKILL')).toBe(false);
    present.add(-100);
    expect(group.signal('group', 'SIGKILL')).toBe(false);
    expect(sent).toEqual([[-100, 0]]);
  });

  test('members outlive the leader only after its end, while one of them runs', () => {
    const { group, present } = system();
    expect(group.outlivesLeader()).toBe(false);
    group.leaderReaped();
    expect(group.outlivesLeader()).toBe(true);
    present.delete(-100);
    expect(group.outlivesLeader()).toBe(false);
  });

  test('members that have ended and that nobody waits for do not outlive it, and still can be signalled', () => {
    const { group } = system({ alive: false });
    group.leaderReaped();
    expect(group.outlivesLeader()).toBe(false);
    expect(group.signal('group', 'SIGKILL')).toBe(true);
  });
});
