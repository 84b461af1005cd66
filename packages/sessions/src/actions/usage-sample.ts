import { readdir, readFile } from 'node:fs/promises';

/** What the processes of an action use at this moment. A figure that the platform does not give is absent, never 0. */
export interface UsageSample {
  readonly atMs: number;
  /** Since the start of the process. */
  readonly wallMs?: number;
  readonly userCpuMs?: number;
  readonly systemCpuMs?: number;
  /** Resident memory of all processes; what they share is counted for each. */
  readonly memoryBytes?: number;
  /** How many processes the action has. */
  readonly processes?: number;
}

// Linux counts processor time in hundredths of a second for programs.
const tickMs = 10;

/** The figures of a process group, from `/proc`; nothing where there is none. Reads every process of the host: on request only. */
export async function sampleGroup(groupId: number): Promise<Omit<UsageSample, 'atMs' | 'wallMs'>> {
  const names = await readdir('/proc').catch(() => []);
  const stats = await Promise.all(
    names.filter((name) => /^\d+$/.test(name)).map(async (pid) => ({ pid, values: await statOf(pid) })),
  );
  const members = stats.filter(({ values: [state, , group] }) => Number(group) === groupId && state !== 'Z');
  if (members.length === 0) return {};
  const memory = await Promise.all(members.map(({ pid }) => residentBytes(pid)));
  const sum = (...fields: readonly number[]): number =>
    members.reduce(
      (total, { values }) => total + fields.reduce((part, field) => part + Number(values[field] ?? 0), 0),
      0,
    );
  // proc(5): fields 14 to 17 are own and waited-for children's time; the list here begins with field 3.
  return {
    userCpuMs: sum(11, 13) * tickMs,
    systemCpuMs: sum(12, 14) * tickMs,
    memoryBytes: memory.reduce((total, bytes) => total + bytes, 0),
    processes: members.length,
  };
}

/** The fields of `stat` behind the name, which may itself hold spaces and parentheses. */
async function statOf(pid: string): Promise<string[]> {
  const text = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** From `status`, which is in KiB on every system: pages, the unit of `stat`, have 4, 16 or 64 of them. */
async function residentBytes(pid: string): Promise<number> {
  const text = await readFile(`/proc/${pid}/status`, 'latin1').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0) * 1024;
}
