import { constants } from 'node:fs';
import type * as Koffi from 'koffi';
import { bindNative, type Host } from '../native-calls.ts';

/** Memory that a function of the C library fills: anything that lies still while it is called. */
type Memory = Int32Array | Buffer;

/** `posix_spawn` as it is called here: fills the pid and returns 0, or an error number. The last two are `char **`, see {@link stringTable}. */
type PosixSpawn = (
  pid: Int32Array,
  path: string,
  fileActions: Memory,
  attributes: Memory,
  argv: Buffer,
  envp: Buffer,
) => number;

/** The functions of the C library that spawn and reap, and what differs between the systems. */
export interface LibC {
  readonly makePipe: (ends: Int32Array) => number;
  /** Reads give what is there instead of waiting for more. */
  readonly doNotBlock: (readEnd: number) => void;
  /** Makes a pipe hold so many bytes, where that can be told and the user may have them. */
  readonly enlargePipe: (end: number, bytes: number) => void;
  readonly close: (fd: number) => number;
  /** How many bytes were read; 0 at the end, less than 0 when there is nothing to read now. */
  readonly read: (fd: number, memory: Memory, length: number) => number;
  readonly spawn: PosixSpawn;
  /** The same on another thread, so that the event loop goes on. */
  readonly spawnAsync: (...args: [...Parameters<PosixSpawn>, (failure: unknown, errorNumber: number) => void]) => void;
  readonly fileActions: {
    readonly init: (actions: Memory) => number;
    readonly destroy: (actions: Memory) => number;
    readonly addDup2: (actions: Memory, from: number, to: number) => number;
    readonly addOpen: (actions: Memory, fd: number, path: string, flags: number, mode: number) => number;
    readonly addChdir: (actions: Memory, path: string) => number;
    /** Closes all descriptors from here on; absent where the library can't, or needs no telling. */
    readonly addCloseFrom: ((actions: Memory, from: number) => number) | undefined;
  };
  /** Prepared once: a session of its own, no signal blocked or ignored. */
  readonly attributes: Memory;
  readonly wait4: (pid: number, status: Int32Array, options: number, usage: Buffer) => number;
  /** 0 when somebody was signalled. */
  readonly kill: (pid: number, signal: number) => number;
  readonly errorNumber: () => number;
  /** Where the memory lies, for pointers into it. */
  readonly addressOf: (memory: Buffer) => bigint;
  /** The unit of `ru_maxrss`. */
  readonly maxRssBytes: number;
  /** The least `ru_maxrss` that a process just started here can end with, because it is inherited; 0 where it is not. */
  readonly inheritedPeakBytes: () => number;
}

/** Numbers that the headers of a system define, and that no function tells. */
interface SystemNumbers {
  readonly setSigDef: number;
  readonly setSigMask: number;
  readonly setSid: number;
  /** Not to hand down any descriptor that isn't named; 0 where there is no such flag. */
  readonly closeOnExecByDefault: number;
  readonly pipe: 'pipe2' | 'pipe';
  /** The command of `fcntl`; 0 where there is none. */
  readonly setPipeSize: number;
  readonly maxRssBytes: number;
  readonly peakIsInherited: boolean;
}

const LINUX: SystemNumbers = {
  setSigDef: 0x04,
  setSigMask: 0x08,
  setSid: 0x80,
  closeOnExecByDefault: 0,
  pipe: 'pipe2',
  setPipeSize: 1031,
  maxRssBytes: 1024,
  peakIsInherited: true,
};

const DARWIN: SystemNumbers = {
  setSigDef: 0x04,
  setSigMask: 0x08,
  setSid: 0x04_00,
  closeOnExecByDefault: 0x40_00,
  pipe: 'pipe',
  setPipeSize: 0,
  maxRssBytes: 1,
  peakIsInherited: false,
};

/** Larger than `posix_spawn_file_actions_t`, `posix_spawnattr_t` and `sigset_t` of any of these systems (336 bytes at most). */
const OPAQUE_BYTES = 512;
const O_CLOEXEC_LINUX = 0o2_000_000;
/** The unit of Node's `maxRSS`. */
const KIBIBYTE = 1024;
const F_SETFD = 2;
const F_SETFL = 4;
const FD_CLOEXEC = 1;

/** A fresh piece of memory for an opaque type of the C library. */
export function opaque(): Buffer {
  return Buffer.alloc(OPAQUE_BYTES);
}

/** Binds the functions; throws {@link NativeCallsUnavailableError} where that can't be done. */
export function loadLibC(host: Host = process): LibC {
  return bindNative(['linux', 'darwin'], (koffi) => bind(koffi, host.platform === 'darwin' ? DARWIN : LINUX), host);
}

/** Binds a function by its C declaration. */
type Declare = (declaration: string) => BoundFunction;
type BoundFunction = ReturnType<Koffi.LibraryHandle['func']>;

function bind(koffi: typeof Koffi, numbers: SystemNumbers): LibC {
  const lib = koffi.load(null); // what this process has loaded already, be it glibc, musl or libSystem
  const declare: Declare = (declaration) => lib.func(declaration);
  const fcntl = declare('int fcntl(int fd, int command, ...)');
  const spawn = declare(
    'int posix_spawn(void *pid, const char *path, void *actions, void *attributes, void *argv, void *envp)',
  );
  return {
    makePipe: MAKE_PIPE[numbers.pipe](declare, fcntl),
    doNotBlock: (readEnd) => void fcntl(readEnd, F_SETFL, 'int', constants.O_RDONLY | constants.O_NONBLOCK),
    enlargePipe:
      numbers.setPipeSize === 0 ? () => undefined : (end, bytes) => fcntl(end, numbers.setPipeSize, 'int', bytes),
    close: declare('int close(int fd)'),
    read: declare('long read(int fd, void *memory, long length)'),
    spawn,
    spawnAsync: spawn.async,
    fileActions: {
      init: declare('int posix_spawn_file_actions_init(void *actions)'),
      destroy: declare('int posix_spawn_file_actions_destroy(void *actions)'),
      addDup2: declare('int posix_spawn_file_actions_adddup2(void *actions, int from, int to)'),
      addOpen: declare(
        'int posix_spawn_file_actions_addopen(void *actions, int fd, const char *path, int flags, unsigned int mode)',
      ),
      addChdir: declare('int posix_spawn_file_actions_addchdir_np(void *actions, const char *path)'),
      addCloseFrom: declareIfThere(declare, 'int posix_spawn_file_actions_addclosefrom_np(void *actions, int from)'),
    },
    attributes: makeAttributes(declare, numbers),
    wait4: declare('int wait4(int pid, void *status, int options, void *usage)'),
    kill: declare('int kill(int pid, int signal)'),
    errorNumber: () => koffi.errno(),
    addressOf: (memory) => koffi.address(memory),
    maxRssBytes: numbers.maxRssBytes,
    inheritedPeakBytes: numbers.peakIsInherited ? () => process.resourceUsage().maxRSS * KIBIBYTE : () => 0,
  };
}

/** Pipes whose ends no other process inherits. */
const MAKE_PIPE: Readonly<Record<SystemNumbers['pipe'], (declare: Declare, fcntl: BoundFunction) => LibC['makePipe']>> =
  {
    pipe2(declare) {
      const pipe2 = declare('int pipe2(void *ends, int flags)');
      return (ends) => pipe2(ends, O_CLOEXEC_LINUX);
    },
    pipe(declare, fcntl) {
      const pipe = declare('int pipe(void *ends)');
      return (ends) => {
        const result: number = pipe(ends);
        if (result === 0) for (const end of ends) fcntl(end, F_SETFD, 'int', FD_CLOEXEC);
        return result;
      };
    },
  };

function declareIfThere(declare: Declare, declaration: string): BoundFunction | undefined {
  try {
    return declare(declaration);
  } catch {
    return undefined;
  }
}

function makeAttributes(declare: Declare, numbers: SystemNumbers): Buffer {
  const attributes = opaque();
  declare('int posix_spawnattr_init(void *attributes)')(attributes);
  // A set of signals is bits. sigfillset would leave out the two that glibc uses itself, which glibc then ignores in the process.
  declare('int posix_spawnattr_setsigdefault(void *attributes, void *signals)')(attributes, opaque().fill(0xff));
  declare('int posix_spawnattr_setsigmask(void *attributes, void *signals)')(attributes, opaque());
  const flags = numbers.setSigDef | numbers.setSigMask | numbers.setSid | numbers.closeOnExecByDefault;
  declare('int posix_spawnattr_setflags(void *attributes, short flags)')(attributes, flags);
  return attributes;
}
