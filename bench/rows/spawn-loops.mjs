// The floor: `posix_spawn` by the same FFI in a loop that sleeps until the process has ended, with no event loop and no session.
import koffi from 'koffi';

const SET_SESSION = process.platform === 'darwin' ? 0x04_00 : 0x80;
/** Larger than the opaque types of any of these systems. */
const OPAQUE_BYTES = 512;

const environment = [...Object.entries(process.env).map(([name, value]) => `${name}=${value}`), null];

function posixSpawn() {
  const lib = koffi.load(null);
  const declare = (declaration) => lib.func(declaration);
  const spawn = declare(
    'int posix_spawn(void *pid, const char *path, void *actions, void *attributes, const char **argv, const char **envp)',
  );
  const waitpid = declare('int waitpid(int pid, void *status, int options)');
  const pid = new Int32Array(1);
  const status = new Int32Array(1);
  return {
    declare,
    start: (command, actions, attributes) => {
      if (spawn(pid, command, actions, attributes, [command, null], environment) !== 0)
        throw new Error(`no ${command}`);
      return pid[0];
    },
    wait: (started) => waitpid(started, status, 0),
  };
}

/** `posix_spawn` and `waitpid` and nothing else: no pipe, no working directory, no session of its own. */
export function bareSpawnLoop() {
  const { start, wait } = posixSpawn();
  return (command) => wait(start(command, null, null));
}

/** The same with what every action of a session has: its output in one pipe, a session of its own, a working directory. */
export function pipedSpawnLoop(cwd) {
  const { declare, start, wait } = posixSpawn();
  const pipe = declare('int pipe(void *ends)');
  const fcntl = declare('int fcntl(int fd, int command, ...)');
  const read = declare('long read(int fd, void *memory, long length)');
  const close = declare('int close(int fd)');
  const init = declare('int posix_spawn_file_actions_init(void *actions)');
  const destroy = declare('int posix_spawn_file_actions_destroy(void *actions)');
  const addDup2 = declare('int posix_spawn_file_actions_adddup2(void *actions, int from, int to)');
  const addChdir = declare('int posix_spawn_file_actions_addchdir_np(void *actions, const char *path)');
  const attributes = Buffer.alloc(OPAQUE_BYTES);
  declare('int posix_spawnattr_init(void *attributes)')(attributes);
  declare('int posix_spawnattr_setflags(void *attributes, short flags)')(attributes, SET_SESSION);
  const ends = new Int32Array(2);
  const memory = Buffer.alloc(65_536);
  return (command) => {
    if (pipe(ends) !== 0) throw new Error('no pipe');
    const [readEnd, writeEnd] = ends;
    for (const end of ends) fcntl(end, F_SETFD, 'int', FD_CLOEXEC);
    const actions = Buffer.alloc(OPAQUE_BYTES);
    init(actions);
    addDup2(actions, writeEnd, 1);
    addDup2(actions, writeEnd, 2);
    addChdir(actions, cwd);
    const started = start(command, actions, attributes);
    destroy(actions);
    close(writeEnd);
    while (read(readEnd, memory, memory.length) > 0);
    close(readEnd);
    wait(started);
  };
}

const F_SETFD = 2;
const FD_CLOEXEC = 1;
