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

// Linux counts processor time in hundredths of a second for programs, and pages are of 4 KiB wherever this field is in pages of the base size.
const tickMs = 10;
const pageBytes = 4096;

/** The figures of a process group, from `/proc`; nothing where there is none. Reads every process of the host: on request only. */
export async function sampleGroup(groupId: number): Promise<Omit<UsageSample, 'atMs' | 'wallMs'>> {
  const names = await readdir('/proc').catch(() => []);
  const stats = await Promise.all(
    names.filter((name) => /^\d+$/.test(name)).map((pid) => readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '')),
  );
  const members = stats
    .map((text) => text.slice(text.lastIndexOf(')') + 2).split(' '))
    .filter(([state, , group]) => Number(group) === groupId && state !== 'Z');
  if (members.length === 0) return {};
  const sum = (...fields: readonly number[]): number =>
    members.reduce((total, values) => total + fields.reduce((part, field) => part + Number(values[field] ?? 0), 0), 0);
  // proc(5): fields 14 to 17 are own and waited-for children's time, 24 is the resident set; the list here begins with field 3.
  return {
    userCpuMs: sum(11, 13) * tickMs,
    systemCpuMs: sum(12, 14) * tickMs,
    memoryBytes: sum(21) * pageBytes,
    processes: members.length,
  };
}
