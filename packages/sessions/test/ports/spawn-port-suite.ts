// What every way of starting processes has to do. More than 400 lines, because it is one list: all implementations run all of it.
import { execFile, spawn as nodeSpawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  fstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  closeSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type SpawnPort, type SpawnRequest, SpawnError } from '../../src/ports/spawn.ts';
import type { SpawnPortName } from '../../src/processes/choose-spawn.ts';
import { bundleProgram } from './bundle-program.ts';
import type { PeaksOfProcesses } from '../programs/peak-memory.ts';
import { childPids, memberCount, processState } from './process-table.ts';
import type { SeenInWorker } from '../programs/spawn-in-worker.ts';
import { eventually, finished, isAlive, readAll, readUntil, request, run, shell } from './run-process.ts';

/** An implementation, and what differs between the ways to spawn and is documented. */
export interface SpawnPortUnderTest {
  readonly name: SpawnPortName | `sudo${string}`;
  /** What is special about this run of the suite. */
  readonly variant?: string;
  readonly makePort: () => SpawnPort | Promise<SpawnPort>;
  readonly closePort?: () => Promise<void>;
  /** Permissions of the folders that the processes have to see into. */
  readonly folderMode?: number;
  /**
   * A shell of another user starts the processes. It can only export what a shell can name; what only `exec` itself finds out is known after the
   * pid; and programs of their own can't be given such a port.
   */
  readonly asAnotherUser?: boolean;
  /** Why it can't be tested here. */
  readonly skip?: string | undefined;
  /** Descriptors that the host itself was started with are closed in the process, too. */
  readonly closesInheritedDescriptors: boolean;
  /** Exits carry `usage`. */
  readonly reportsUsage: boolean;
  /** A pipe that is found full gets more room. */
  readonly enlargesPipes?: boolean;
  /** Descriptors that are held beforehand. */
  readonly spareDescriptors: number;
}

/** What a process sees of itself is asked there. */
const noProc = process.platform !== 'linux';

const LOADER = '/lib64/ld-linux-x86-64.so.2';
/** Node's own program is loaded by what it names, so that a copy of it can name something else. */
const NODE_HAS_LOADER = readFileSync(process.execPath).includes(LOADER);

/** The contract of {@link SpawnPort} on POSIX: every implementation passes it. */
export function spawnPortSuite(subject: SpawnPortUnderTest): void {
  const { name, variant = 'as it is', makePort } = subject;
  const skip = process.platform === 'win32' ? 'it is for POSIX' : subject.skip;

  describe.skipIf(skip !== undefined)(
    `spawn port ${name}, ${skip === undefined ? variant : `skipped: ${skip}`}`,
    () => {
      let port: SpawnPort;
      beforeAll(async () => {
        port = await makePort();
      });
      afterAll(async () => {
        await subject.closePort?.();
      });
      let folder: string;
      beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), 'spawn-suite-'));
        if (subject.folderMode !== undefined) chmodSync(folder, subject.folderMode);
      });
      afterEach(() => {
        rmSync(folder, { recursive: true, force: true });
      });

      const script = (text: string, mode = 0o755) => {
        const path = join(folder, 'script');
        writeFileSync(path, text);
        chmodSync(path, mode);
        return path;
      };
      /** Why it could not be started; no process was made for it, not even one that nobody waits for. */
      const refused = async (toStart: SpawnRequest) => {
        const before = childPids();
        const error = await refusal(port.spawn(toStart));
        // Between the sessions of another user there is a shell that has children of its own.
        if (subject.asAnotherUser !== true) expect(childPids().filter((pid) => !before.includes(pid))).toEqual([]);
        return error;
      };

      describe('what a process gets', () => {
        test('64 KiB arguments arrive whole', async () => {
          const long = 'x'.repeat(65_536);
          expect((await run(port, shell('echo "$# ${#1} ${#2}"', long, long))).text).toBe('2 65536 65536\n');
        });

        test('arguments arrive as they are: empty, spaces, quotes, line ends, stars, not ASCII', async () => {
          const args = ['', 'a b', '"\'`$(x)', 'line\nend', '*', 'é🎬', '\\'];
          expect((await run(port, request('printf', '%s|', ...args))).text).toBe(args.map((arg) => `${arg}|`).join(''));
        });

        test('an environment of 1 MiB arrives whole', async () => {
          const names = Array.from({ length: 16 }, (_, index) => `LONG_${index}`);
          const env = { PATH: '/usr/bin:/bin', ...Object.fromEntries(names.map((key) => [key, 'v'.repeat(65_536)])) };
          const { text } = await run(port, { ...shell('env | grep ^LONG_ | tr -cd v | wc -c'), env });
          expect(Number(text)).toBe(16 * 65_536);
        });

        test('the environment is the one of the request, and nothing of the host', async () => {
          const unusual = subject.asAnotherUser === true ? {} : { 'not a name': '1' };
          const env = { PATH: '/usr/bin:/bin', EMPTY: '', LINES: 'a\nb', ...unusual };
          const { text } = await run(port, { ...request('env', '-0'), env });
          expect(text.split('\0').filter(Boolean).toSorted()).toEqual([
            'EMPTY=',
            'LINES=a\nb',
            'PATH=/usr/bin:/bin',
            ...Object.entries(unusual).map(([key, value]) => `${key}=${value}`),
          ]);
        });

        test('the working directory is the one of the request', async () => {
          expect((await run(port, { ...request('pwd'), cwd: '/usr' })).text).toBe('/usr\n');
        });

        test('stdin is empty', async () => {
          expect(await run(port, request('cat'))).toMatchObject({ text: '', exitCode: 0 });
        });

        test.skipIf(noProc)('it leads a session and a process group of its own', async () => {
          const { text, pid } = await run(port, request('cat', '/proc/self/stat'));
          const [, , group, session] = text
            .slice(text.lastIndexOf(')') + 2)
            .split(' ')
            .map(Number);
          expect([group, session]).toEqual([pid, pid]);
        });

        test.skipIf(noProc)('no signal is ignored or blocked in it, whatever the host does', async () => {
          const { text } = await run(port, request('grep', '-E', 'Sig(Blk|Ign)', '/proc/self/status'));
          expect(text.match(/\t\w+/g)).toEqual(['\t0000000000000000', '\t0000000000000000']);
        });

        test.skipIf(noProc)('it has no descriptor but stdin, stdout and stderr', async () => {
          const file = openSync('/dev/null', 'r');
          const server = createServer().listen(0);
          const other = await port.spawn(request('sleep', '5'));
          const inherited = subject.closesInheritedDescriptors ? [] : descriptorsThatExecKeeps();
          const { text } = await run(port, request('ls', '/proc/self/fd'));
          other.signal('group', 'SIGKILL');
          await finished(other);
          server.close();
          closeSync(file);
          const seen = text.split('\n').filter((fd) => fd !== '' && !inherited.includes(fd));
          // The fourth is the folder that ls itself reads.
          expect(seen.filter((fd) => !['0', '1', '2'].includes(fd))).toHaveLength(1);
        });

        test.skipIf(noProc)('its own name is the command as it was written', async () => {
          expect((await run(port, shell('tr "\\0" " " < /proc/$$/cmdline'))).text).toMatch(/^sh -c /);
        });
      });

      describe('how the command is found', () => {
        test('in the PATH of the request, not of the host', async () => {
          script('#!/bin/sh\necho found\n');
          expect((await run(port, { ...request('script'), env: { PATH: `/nowhere:${folder}` } })).text).toBe('found\n');
        });

        test('relative to the working directory of the request', async () => {
          const path = script('#!/bin/sh\necho "$0"\n');
          const { text } = await run(port, { ...request('./script'), cwd: folder });
          // The shell that becomes an action of another user may write the path out: bash does.
          expect(subject.asAnotherUser === true ? ['./script\n', `${path}\n`] : ['./script\n']).toContain(text);
        });

        // bash takes them for options of its own `exec`, runs nothing and ends well.
        test.each(['-c', '-x', '-a', '--', '-l'])(
          'a program that is called %s is run, and nothing else',
          async (called) => {
            renameSync(script('#!/bin/sh\necho "ran $1"\nexit 5\n'), join(folder, called));
            const ran = { text: 'ran -n\n', exitCode: 5 };
            expect(await run(port, { ...request(called, '-n'), env: { PATH: folder } })).toMatchObject(ran);
            expect(
              await run(port, { ...request(called, '-n'), env: { PATH: `:${folder}`, file: 'x' }, cwd: folder }),
            ).toMatchObject(ran);
            await expect(port.spawn({ ...request(`${called}-not`), env: { PATH: folder } })).rejects.toMatchObject({
              code: 'ENOENT',
            });
          },
        );

        test('so is one in a folder that is called like an option', async () => {
          mkdirSync(join(folder, '-c'));
          copyFileSync('/bin/echo', join(folder, '-c', 'tool'));
          expect((await run(port, { ...request('-c/tool', 'ran'), cwd: folder })).text).toBe('ran\n');
          const found = { ...request('tool', 'ran'), cwd: folder, env: { PATH: '-c' } };
          expect((await run(port, found)).text).toBe('ran\n');
        });

        test('a script with a #! line is run by its interpreter, with the arguments of both', async () => {
          const path = script('#!/bin/echo one word\n');
          expect((await run(port, request(path, 'more'))).text).toBe(`one word ${path} more\n`);
        });

        test('a script without a #! line is run by sh', async () => {
          const path = script('echo "plain $1"\nexit 7\n');
          expect(await run(port, request(path, 'script'))).toMatchObject({ text: 'plain script\n', exitCode: 7 });
        });

        test('a name that is nowhere in PATH is ENOENT before any pid, and says where it was searched', async () => {
          const error = await refused(request('no-such-command'));
          expect(error).toMatchObject({ code: 'ENOENT', subject: 'command' });
          expect(error.message).toContain(
            "'no-such-command' was not found (searched PATH: /usr/local/bin:/usr/bin:/bin)",
          );
        });

        test('a path that does not exist is ENOENT', async () => {
          expect(await refused(request(join(folder, 'gone')))).toMatchObject({
            code: 'ENOENT',
            subject: 'command',
          });
        });

        test('a file without execute permission is EACCES', async () => {
          const error = await refused(request(script('#!/bin/sh\n', 0o644)));
          expect(error).toMatchObject({ code: 'EACCES', subject: 'command' });
          expect(error.message).toContain('is not executable');
        });

        test('a folder is EACCES', async () => {
          expect(await refused(request(folder))).toMatchObject({ code: 'EACCES', subject: 'command' });
        });

        test.skipIf(subject.asAnotherUser)('a script whose interpreter is missing is ENOENT and says so', async () => {
          const path = script('#! /no/such/interpreter -x\n');
          const error = await refused(request(path));
          expect(error).toMatchObject({ code: 'ENOENT', subject: 'command' });
          expect(error.message).toBe(
            `The command '${path}' names an interpreter in its first line that does not exist: '/no/such/interpreter -x'.`,
          );
        });

        test.skipIf(subject.asAnotherUser)(
          'a script with the line ends of Windows is ENOENT and says that',
          async () => {
            const path = script('#!/bin/sh\r\necho hello\r\n');
            const error = await refused(request(path));
            expect(error).toMatchObject({ code: 'ENOENT', subject: 'command' });
            expect(error.message).toContain(
              `The first line of '${path}' ends in a carriage return, so that the system looks for an interpreter named "/bin/sh\\r"`,
            );
          },
        );

        test.skipIf(subject.asAnotherUser === true || !NODE_HAS_LOADER)(
          'a program whose loader is missing is ENOENT and says so',
          async () => {
            const path = join(folder, 'foreign');
            const program = readFileSync(process.execPath);
            program.write('/lib64/no-such-loader', program.indexOf(LOADER));
            writeFileSync(path, program, { mode: 0o755 });
            const error = await refused(request(path));
            expect(error).toMatchObject({ code: 'ENOENT', subject: 'command' });
            expect(error.message).toContain('not what is to load it');
          },
        );

        test('a file that is no program of this machine ends with an exit code or ENOEXEC, but never hangs', async () => {
          const path = script('\x7fELF\x02\x01\x01 this is not a program');
          // execvp asks sh to try it; a way to spawn may also refuse it itself.
          const outcome = await run(port, request(path)).then(
            ({ signal }) => ({ signal }),
            (error: unknown) => ({ code: (error as SpawnError).code }),
          );
          expect([{ signal: null }, { code: 'ENOEXEC' }]).toContainEqual(outcome);
        });

        test.skipIf(subject.asAnotherUser)(
          'a program that is still open for writing is waited for, for a moment',
          async () => {
            const path = join(folder, 'program');
            copyFileSync('/bin/echo', path);
            chmodSync(path, 0o755);
            const writer = openSync(path, 'r+');
            setTimeout(() => closeSync(writer), 30);
            expect(await run(port, request(path, 'patience'))).toMatchObject({ text: 'patience\n', exitCode: 0 });
          },
        );

        test.skipIf(subject.asAnotherUser)('a program that stays open for writing is ETXTBSY', async () => {
          const path = join(folder, 'program');
          copyFileSync('/bin/echo', path);
          chmodSync(path, 0o755);
          const writer = openSync(path, 'r+');
          expect(await refused(request(path))).toMatchObject({ code: 'ETXTBSY', subject: 'command' });
          closeSync(writer);
        });

        test('a working directory that vanished is ENOENT of the working directory', async () => {
          rmSync(folder, { recursive: true });
          const error = await refused({ ...request('true'), cwd: folder });
          expect(error).toMatchObject({ code: 'ENOENT', subject: 'workingDirectory' });
          expect(error.message).toContain(`The working directory '${folder}' does not exist`);
        });

        test('arguments that the system can not take are E2BIG', async () => {
          const error = await refused(shell('true', 'x'.repeat(4_000_000)));
          expect(error).toMatchObject({ code: 'E2BIG', subject: 'arguments' });
          expect(error.message).toContain('embedded file');
        });

        test.skipIf(subject.asAnotherUser === true || process.platform !== 'linux').each([
          ['an argument', { args: ['', 'x'.repeat(131_072)] }, 'The argument args[1] (131072 bytes) is longer than'],
          ['a variable', { env: { V: 'x'.repeat(131_070) } }, 'The variable V (131072 bytes) is longer than'],
        ])('%s that alone is too long is E2BIG, and named', async (_, part, message) => {
          const error = await refused({ ...request('/bin/true'), ...part });
          expect(error).toMatchObject({ code: 'E2BIG', subject: 'arguments' });
          expect(error.message).toContain(message);
        });

        test.skipIf(subject.asAnotherUser === true || process.platform !== 'linux')(
          'many that are too long together are E2BIG, with both sums',
          async () => {
            const args = Array.from({ length: 40 }, () => 'x'.repeat(100_000));
            const error = await refused({ ...request('/bin/true'), args, env: {} });
            expect(error.message).toContain('The arguments (4000040 bytes) and the environment (0 bytes) are too long');
          },
        );

        test.each([
          ['an argument', { args: ['x', 'a\0b'] }, "The argument args[1] of 'true' holds a NUL character"],
          ['a variable', { env: { PATH: '/bin', SOME: '\0' } }, 'The variable "SOME" of the environment holds a NUL'],
        ])('a NUL character in %s is EINVAL, and is told by its place', async (_, part, message) => {
          const error = await refused({ ...request('true'), ...part });
          expect(error).toMatchObject({ code: 'EINVAL', subject: 'arguments' });
          expect(error.message).toContain(subject.asAnotherUser === true ? 'holds a NUL character' : message);
        });

        test.skipIf(subject.asAnotherUser)(
          'a NUL character in the command is EINVAL, not a command that is not found',
          async () => {
            expect(await refused(request('true\0x'))).toMatchObject({
              code: 'EINVAL',
              subject: 'command',
              message: String.raw`The command "true\u0000x" holds a NUL character, which no process can receive.`,
            });
          },
        );
      });

      describe('output', () => {
        test('stdout and stderr arrive in the order written', async () => {
          const { text } = await run(
            port,
            shell('i=0; while [ $i -lt 500 ]; do echo out $i; echo err $i >&2; i=$((i+1)); done'),
          );
          expect(text).toBe(Array.from({ length: 500 }, (_, index) => `out ${index}\nerr ${index}\n`).join(''));
        });

        test('a process can open its own stdout and stderr by name', async () => {
          expect((await run(port, shell('echo one; echo two > /dev/stderr; echo three > /dev/stdout'))).text).toBe(
            'one\ntwo\nthree\n',
          );
        });

        test('what was written before the end arrives, also when nobody listened yet', async () => {
          const started = await port.spawn(shell('echo early'));
          await started.exit;
          expect(await readAll(started)).toBe('early\n');
        });

        test('a paused reader makes the writer wait and loses nothing', async () => {
          const started = await port.spawn(shell('head -c 3000000 /dev/zero; echo done'));
          let received = 0;
          let exited = false;
          void started.exit.then(() => (exited = true));
          const ended = new Promise<void>((resolve) => {
            started.output.onEnd(resolve);
          });
          started.output.onData((chunk) => {
            received += chunk.length;
          });
          started.output.pause();
          await new Promise((resolve) => {
            setTimeout(resolve, 100);
          });
          expect(exited).toBe(false);
          expect(received).toBeLessThan(1_000_000);
          started.output.resume();
          await ended;
          expect(received).toBe(3_000_005);
        });

        test.runIf(subject.enlargesPipes)('the pipe of a process that floods is made larger', async () => {
          const { output } = await port.spawn(shell('head -c 20000000 /dev/zero'));
          let largest = 0;
          const ended = new Promise<void>((resolve) => {
            output.onEnd(resolve);
          });
          output.onData((chunk) => {
            largest = Math.max(largest, chunk.length);
            if (largest > 65_536) return;
            // Time for the writer to fill it.
            output.pause();
            setTimeout(() => output.resume(), 5);
          });
          await ended;
          expect(largest).toBeGreaterThan(65_536);
        });

        test('it ends with the last writer, not with the leader', async () => {
          const started = await port.spawn(shell('(sleep 0.1; echo late) & exit 0'));
          expect(await finished(started)).toMatchObject({ text: 'late\n', exitCode: 0 });
        });

        test('destroy ends it although somebody could still write', async () => {
          const started = await port.spawn(shell('sleep 30 & exit 0'));
          await started.exit;
          const ended = readAll(started);
          started.output.destroy();
          expect(await ended).toBe('');
          expect(started.signal('group', 'SIGKILL')).toBe(true);
        });
      });

      describe('exit and signals', () => {
        test.each([0, 1, 3, 127, 255])('exit code %i is reported', async (exitCode) => {
          expect(await run(port, shell(`exit ${exitCode}`))).toMatchObject({ exitCode, signal: null });
        });

        test.each(['SIGTERM', 'SIGKILL', 'SIGSEGV', 'SIGPIPE', 'SIGHUP'])(
          'an end by %s is reported by name',
          async (signal) => {
            expect(await run(port, shell(`kill -${signal.slice(3)} $$; sleep 5`))).toMatchObject({
              exitCode: null,
              signal,
            });
          },
        );

        test.runIf(subject.reportsUsage)('the exit carries CPU times', async () => {
          const { usage } = await run(port, shell('i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done'));
          expect(usage?.userCpuMs).toBeGreaterThan(10);
          expect(usage?.systemCpuMs).toBeGreaterThanOrEqual(0);
        });

        test.runIf(subject.reportsUsage)(
          'the exit carries the peak memory of the process, and none where it could be that of the host',
          async () => {
            const program = bundleProgram('peak-memory');
            const { stdout } = spawnSync(process.execPath, [program], {
              env: { ...process.env, SPAWN_PORT: name },
              encoding: 'utf8',
            });
            const { small, large, hostBytes } = JSON.parse(stdout) as PeaksOfProcesses;
            // `true` needs some 2 MB: whatever is above belongs to the host, which has 300 MB and more.
            expect(hostBytes).toBe(300_000_000);
            expect(small.map((bytes) => bytes ?? 0).filter((bytes) => bytes > 20_000_000)).toEqual([]);
            expect(large).toBeGreaterThan(500_000_000);
            expect(large).toBeLessThan(700_000_000);
          },
          30_000,
        );

        test('SIGTERM reaches the leader alone, which may answer with its own exit code', async () => {
          const started = await port.spawn(
            shell(
              'trap "echo asked; exit 42" TERM; sh -c "trap \'echo child asked\' TERM; echo ready; sleep 0.3; echo child done" & wait; wait',
            ),
          );
          const text = readAll(started);
          await eventually(() => memberCount(started.pid) >= 3, 'the child of the child to run');
          expect(started.signal('leader', 'SIGTERM')).toBe(true);
          expect(await started.exit).toMatchObject({ exitCode: 42, signal: null });
          expect(await text).toBe('ready\nasked\nchild done\n');
        });

        test('SIGKILL to the group ends the leader and all its children', async () => {
          const started = await port.spawn(shell('sleep 60 & sleep 60 & (sleep 60; true) & echo ready; wait'));
          await readUntil(started, 'ready');
          expect(started.signal('group', 'SIGKILL')).toBe(true);
          expect(await started.exit).toMatchObject({ exitCode: null, signal: 'SIGKILL' });
          await eventually(() => memberCount(started.pid) === 0, 'the group to die');
        });

        test('the group can be ended after its leader has gone', async () => {
          const started = await port.spawn(shell('sleep 60 & sleep 0.3; exit 5'));
          expect(started.groupRemains?.()).toBe(false); // not yet: it has a leader
          expect(await started.exit).toMatchObject({ exitCode: 5 });
          expect(started.groupRemains?.()).toBe(true);
          expect(started.signal('leader', 'SIGKILL')).toBe(false);
          expect(started.signal('group', 'SIGKILL')).toBe(true);
          expect(await readAll(started)).toBe('');
          await eventually(() => started.groupRemains?.() === false, 'the group to be known as empty');
        });

        test('nobody is signalled when nobody is left', async () => {
          const started = await port.spawn(shell('exit 0'));
          await finished(started);
          expect(started.signal('leader', 'SIGTERM')).toBe(false);
          expect(started.signal('group', 'SIGKILL')).toBe(false);
        });

        test('the exit is settled before signals stop being sent: none is sent in vain', async () => {
          const started = await port.spawn(shell('exit 0'));
          // Nobody awaits the exit here: the process is over, and not reaped or reaped and known to be.
          await eventually(() => !isAlive(started.pid) || processState(started.pid) === 'Z', 'the process to end');
          started.signal('group', 'SIGTERM');
          expect(await started.exit).toMatchObject({ exitCode: 0, signal: null });
          await finished(started);
        });
      });

      describe('under load', () => {
        test('500 at once: each output and each exit code is its own', async () => {
          const all = await Promise.all(
            Array.from({ length: 500 }, async (_, index) =>
              run(port, shell(`echo number ${index}; exit $(($1 % 200))`, String(index))),
            ),
          );
          expect(all.map(({ text, exitCode }) => [text, exitCode])).toEqual(
            all.map((_, index) => [`number ${index}\n`, index % 200]),
          );
          expect(new Set(all.map(({ pid }) => pid)).size).toBe(500);
        }, 60_000);

        test('a host that uses child_process itself gets its own exits, and the port gets its own', async () => {
          const exits = await Promise.all(
            Array.from({ length: 40 }, async (_, index) => {
              const ours = run(port, shell(`exit ${index + 1}`)).then(({ exitCode }) => exitCode);
              const theirs = new Promise((resolve) => {
                nodeSpawn('sh', ['-c', `exit ${index + 101}`]).once('exit', resolve);
              });
              const sync = spawnSync('sh', ['-c', `exit ${index + 51}`]).status;
              return [await ours, await theirs, sync];
            }),
          );
          expect(exits).toEqual(exits.map((_, index) => [index + 1, index + 101, index + 51]));
          const text = await new Promise((resolve) => {
            execFile('echo', ['fine'], (_, stdout) => resolve(stdout));
          });
          expect(text).toBe('fine\n');
        }, 30_000);

        test.skipIf(noProc)(
          'no descriptor is left behind, by successes and by refusals',
          async () => {
            await successesAndRefusals(port); // what is made once is made
            const before = descriptorCount();
            await successesAndRefusals(port);
            expect(descriptorCount()).toBeLessThanOrEqual(before + subject.spareDescriptors);
          },
          30_000,
        );

        test.skipIf(subject.asAnotherUser)(
          'without a descriptor left it is EMFILE, and once there are some again it goes on',
          async () => {
            const program = bundleProgram('exhaust-descriptors');
            const { status, stdout, stderr } = spawnSync(
              'sh',
              ['-c', `ulimit -n 200; exec "$0" "$1"`, process.execPath, program],
              {
                env: { ...process.env, SPAWN_PORT: name },
                encoding: 'utf8',
              },
            );
            expect({ status, stdout, stderr }).toEqual({
              status: 0,
              stdout: 'EMFILE host\nback: hello 0\n',
              stderr: '',
            });
          },
          30_000,
        );

        test.skipIf(subject.asAnotherUser)(
          'a worker thread starts, reads, signals and reaps as the main thread does beside it',
          async () => {
            const worker = new Worker(bundleProgram('spawn-in-worker'), {
              env: { ...process.env, SPAWN_PORT: name },
            });
            const answer = new Promise<SeenInWorker>((resolve, reject) => {
              worker.once('message', resolve).once('error', reject);
            });
            // Beside it the main thread starts processes, too: each gets its own exits.
            const here = await Promise.all(
              Array.from({ length: 20 }, async (_, index) => (await run(port, shell(`exit ${100 + index}`))).exitCode),
            );
            const seen = await answer;
            // The numbers of its descriptors are free again; whoever gets them must keep them when the thread ends.
            const mine = Array.from({ length: 100 }, () => openSync('/dev/null', 'r'));
            await worker.terminate();
            expect(() => mine.forEach((fd) => fstatSync(fd))).not.toThrow();
            for (const fd of mine) closeSync(fd);
            expect(here).toEqual(Array.from({ length: 20 }, (_, index) => 100 + index));
            expect(seen).toEqual({
              many: Array.from({ length: 20 }, (_, index) => `worker ${index}\n${index}`),
              ofSignal: { exitCode: null, signal: 'SIGTERM' },
              floodedBytes: 5_000_000,
              ofSilent: { exitCode: 9, signal: null },
              ofGroup: { sent: true, signal: 'SIGKILL', sentAgain: false },
              refusals: ['ENOENT command', 'EACCES command', 'ENOENT workingDirectory', 'E2BIG arguments'],
            });
          },
          30_000,
        );

        test.skipIf(subject.asAnotherUser)(
          'a host does not stay for a process that it let go of',
          async () => {
            const { stdout } = spawnSync(process.execPath, [bundleProgram('let-go')], {
              env: { ...process.env, SPAWN_PORT: name },
              encoding: 'utf8',
              timeout: 20_000,
            });
            const pid = Number(stdout);
            expect(isAlive(pid)).toBe(true);
            process.kill(pid, 'SIGKILL');
          },
          30_000,
        );

        test.skipIf(subject.asAnotherUser)('a process that was let go of is still reaped', async () => {
          const started = await port.spawn(shell('read line; exit 3'));
          started.letGo?.();
          expect(await started.exit).toMatchObject({ exitCode: expect.any(Number) as number });
          await eventually(() => processState(started.pid) === undefined, 'the process to be reaped');
        });

        test.skipIf(subject.asAnotherUser)(
          'a host with nothing else to do stays until the process has ended',
          async () => {
            const program = bundleProgram('wait-for-exit');
            const { stdout } = spawnSync(process.execPath, [program], {
              env: { ...process.env, SPAWN_PORT: name },
              encoding: 'utf8',
            });
            expect(stdout).toBe('exit code 9\n');
          },
          30_000,
        );
      });
    },
  );
}

async function successesAndRefusals(port: SpawnPort): Promise<void> {
  for (let round = 0; round < 24; round++) {
    await run(port, shell('echo x'));
    await refusal(port.spawn(request('no-such-command')));
    await refusal(port.spawn(shell('true', 'x'.repeat(4_000_000))));
  }
}

async function refusal(attempt: Promise<unknown>): Promise<SpawnError> {
  const error: unknown = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(SpawnError);
  return error as SpawnError;
}

function descriptorCount(): number {
  return readdirSync('/proc/self/fd').length;
}

/** The host's own descriptors that it was started with: `O_CLOEXEC` (octal 02000000) is not set on them. */
function descriptorsThatExecKeeps(): string[] {
  return readdirSync('/proc/self/fd').filter((fd) => {
    try {
      const flags = /flags:\t(\d+)/.exec(readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8'))?.[1] ?? '0';
      return Number(fd) > 2 && (Number.parseInt(flags, 8) & 0o2000000) === 0;
    } catch {
      return false;
    }
  });
}
