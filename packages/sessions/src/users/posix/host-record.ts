import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { readProcStat } from '../../processes/proc-files.ts';

/** The name of the record in the folder of a helper, which only the host can change. */
export const hostRecordName = 'host';

/** Which program made a helper's folder, and for whom: so that what it leaves when it is killed can be told from what is in use. */
interface HostRecord {
  readonly pid: number;
  readonly startTicks: number;
  /** Machines may share a session root, and one knows nothing of the processes of another. */
  readonly machine: string;
  /** Numbers and times of processes mean something within these only. */
  readonly bootId: string;
  readonly pidNamespace: string;
  readonly user: string;
  readonly workingDirectory: string;
}

/** Folders of a session whose host is dead. */
export interface LeftBehind {
  readonly user: string;
  readonly folders: readonly string[];
  readonly pid: number;
}

export function hostRecord(user: string, workingDirectory: string): string {
  const record: HostRecord = { pid: process.pid, startTicks: ownTicks(), ...hostOfPids(), user, workingDirectory };
  return JSON.stringify(record);
}

/**
 * What sessions of hosts that were killed have left in a session root. Only what is this user's own, and certainly nobody's any more: a folder that
 * somebody else put there, or could have written into, is passed over, and so is what another container or machine made.
 */
export function findLeftBehind(root: string): readonly LeftBehind[] {
  return readdirSync(root)
    .filter((name) => name.startsWith('h-'))
    .flatMap((name) => leftBehindBy(join(root, name), root) ?? []);
}

function leftBehindBy(folder: string, root: string): LeftBehind | undefined {
  try {
    if (!isOwnFolder(folder) || (lstatSync(folder).mode & 0o022) !== 0) return undefined;
    const record = readRecord(join(folder, hostRecordName));
    if (record === undefined || !isDead(record)) return undefined;
    const { workingDirectory } = record;
    const isBeside = dirname(workingDirectory) === root && /\/s-[^/]+$/.test(workingDirectory);
    const folders = isBeside && isOwnFolder(workingDirectory) ? [workingDirectory, folder] : [folder];
    return { user: record.user, folders, pid: record.pid };
  } catch {
    return undefined; // it is gone, or is not what it seems
  }
}

function isOwnFolder(path: string): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat?.isDirectory() === true && stat.uid === process.geteuid?.();
}

function readRecord(path: string): HostRecord | undefined {
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile() || stat.uid !== process.geteuid?.()) return undefined;
    const record: unknown = JSON.parse(readFileSync(descriptor, 'utf8'));
    return isRecord(record) ? record : undefined;
  } finally {
    closeSync(descriptor);
  }
}

const NUMBERS = ['pid', 'startTicks'] as const;
const TEXTS = ['machine', 'bootId', 'pidNamespace', 'user', 'workingDirectory'] as const;

function isRecord(value: unknown): value is HostRecord {
  if (typeof value !== 'object' || value === null) return false;
  const entries = new Map<string, unknown>(Object.entries(value));
  const has = (name: string, type: 'number' | 'string'): boolean => typeof entries.get(name) === type;
  return NUMBERS.every((name) => has(name, 'number')) && TEXTS.every((name) => has(name, 'string'));
}

function isDead({ pid, startTicks, machine, bootId, pidNamespace }: HostRecord): boolean {
  const here = hostOfPids();
  if (machine !== here.machine) return false;
  if (bootId !== here.bootId) return true;
  return pidNamespace === here.pidNamespace && readProcStat(pid)?.startTicks !== startTicks;
}

function ownTicks(): number {
  return readProcStat(process.pid)?.startTicks ?? 0;
}

function hostOfPids(): Pick<HostRecord, 'machine' | 'bootId' | 'pidNamespace'> {
  return {
    machine: `${hostname()} ${machineId()}`,
    bootId: readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim(),
    pidNamespace: readlinkSync('/proc/self/ns/pid'),
  };
}

/** Clones of a machine may have one id, so that its name counts as well. */
function machineId(): string {
  try {
    return readFileSync('/etc/machine-id', 'latin1').trim();
  } catch {
    return '';
  }
}
