// What an action costs, in counts that are the same on every machine: bench/ measures times.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Expression, FormatString } from '@ojd/expr';
import { type LosslessSink, logFile, type OutputLines, type SessionEvent } from '@ojd/sessions';
import type { Allocated } from '../programs/count-allocations.ts';
import { bundleProgram } from '../ports/bundle-program.ts';
import { fakeSession, temporaryFolder } from '../session/harness.ts';
import { environment, step } from '../session/templates.ts';

const LINE = `${'a line as a renderer prints it, '.padEnd(79, 'and more ')}\n`;

describe('output', () => {
  test('lines that come together reach a sink as one text, not one by one', async () => {
    const sink = new CountingSink();
    const { session, spawner } = await fakeSession({ sinks: [sink] });
    const chunk = LINE.repeat(800); // 64,000 bytes, as a full pipe gives them
    spawner.behave((process) => {
      for (let chunks = 0; chunks < 20; chunks++) process.print(chunk);
      process.end(0);
    });
    await session.runSubprocess({ command: 'render' }).orThrow();
    expect(sink.lines).toBe(16_000);
    expect(sink.texts).toBeLessThanOrEqual(40);
    expect(sink.events).toBeLessThanOrEqual(20);
  });
});

describe('bytes of output', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test('are made text once and bytes of the log file once, and next to none of them is copied between', async () => {
    const file = path.join(await temporaryFolder(), 'log');
    const { session, spawner } = await fakeSession({ sinks: [logFile(file)] });
    const output = Buffer.from(LINE.repeat(16_000));
    spawner.behave((process) => {
      // Not cut where lines end.
      for (let start = 0; start < output.length; start += 65_536)
        process.printBytes(output.subarray(start, start + 65_536));
      process.end(0);
    });
    const read = vi.spyOn(Buffer.prototype, 'toString');
    const write = vi.spyOn(Buffer.prototype, 'write');
    const copies = [
      vi.spyOn(Buffer.prototype, 'copy'),
      vi.spyOn(Uint8Array.prototype, 'set'),
      vi.spyOn(Uint8Array.prototype, 'slice'),
      vi.spyOn(Buffer, 'concat'),
      vi.spyOn(Buffer, 'from'),
    ];
    await session.runSubprocess({ command: 'render' }).orThrow();
    const decoded = read.mock.results.reduce((sum, { value }) => sum + String(value).length, 0);
    const encoded = write.mock.calls.reduce((sum, [text]) => sum + String(text).length, 0);
    // What a line has in one chunk and the rest in the next is put together first: two calls for each of the twenty chunks.
    expect(decoded / output.length).toBeCloseTo(1, 1);
    expect(encoded / output.length).toBeCloseTo(1, 1);
    expect(copies.reduce((sum, { mock }) => sum + mock.calls.length, 0)).toBeLessThanOrEqual(4 * 20);
    await session.close();
  });

  test('take memory for the text that they are, and an action 22 KB', () => {
    // One thread: what is compiled when does not depend on how busy the machine is.
    const flags = ['--expose-gc', '--single-threaded', '--min-semi-space-size=512', '--max-semi-space-size=512'];
    const { stdout, stderr } = spawnSync(process.execPath, [...flags, bundleProgram('count-allocations')], {
      encoding: 'utf8',
      env: { PATH: '/usr/bin:/bin' }, // a session copies it for each action
    });
    expect(stderr).toBe('');
    const { perAction, perLine, collected } = JSON.parse(stdout) as Allocated;
    expect(collected).toBe(false);
    // 107 were measured for a line of 80 characters, 21,000 for an action.
    expect(perLine).toBeLessThanOrEqual(115);
    expect(perAction).toBeLessThanOrEqual(24_000);
    expect(perAction, 'something was counted').toBeGreaterThan(1_000);
    expect(perLine, 'something was counted').toBeGreaterThan(79);
  });
});

describe('secrets', () => {
  test('a thousand of them take no block of output apart that holds none', async () => {
    const sink = new CountingSink();
    const { session, spawner } = await fakeSession({ sinks: [sink] });
    spawner.behave((process) => {
      for (let index = 0; index < 1_000; index++) {
        process.print(`openjd_redacted_env: S_${index}=hush-${index}-${index * 7919}-quiet\n`);
      }
      process.end(0);
    });
    const extensions = { extensions: ['REDACTED_ENV_VARS'] } as const;
    await session.enterEnvironment(environment('E', { onEnter: { command: 'x' } }, extensions)).orThrow();
    const { texts, lines } = sink;
    const chunk = Array.from({ length: 800 }, (_, line) => `frame ${line}: hush, tile ${line * 7919} quiet\n`).join('');
    spawner.behave((process) => {
      for (let chunks = 0; chunks < 20; chunks++) process.print(chunk);
      process.end(0);
    });
    await session.runSubprocess({ command: 'render' }).orThrow();
    expect(sink.lines - lines).toBe(16_000);
    expect(sink.texts - texts).toBeLessThanOrEqual(40);
  });
});

describe('expressions', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test('are parsed when the template is decoded, and never for a task', async () => {
    const task = step({ command: 'render', args: ['--frame', '{{Task.Param.Frame}}'] });
    const { session, spawner } = await fakeSession();
    spawner.behave((process) => process.end(0));
    const parsed = [vi.spyOn(Expression, 'safeParse'), vi.spyOn(FormatString, 'safeParse')];
    for (let frame = 1; frame <= 10; frame++) {
      await session.runTask(task, { Frame: { type: 'INT', value: String(frame) } }).orThrow();
    }
    expect(spawner.processes.map(({ request }) => request.args)).toHaveLength(10);
    expect(spawner.processes[9]?.request.args).toEqual(['--frame', '10']);
    for (const parse of parsed) expect(parse).not.toHaveBeenCalled();
    FormatString.parse('{{Task.Param.Frame}}');
    expect(parsed[1], 'a parse would have been seen').toHaveBeenCalled();
  });
});

/** Why system calls can't be counted here. */
function reasonNotToTrace(): string | undefined {
  if (process.platform !== 'linux') return 'strace is for Linux';
  if (process.env['OJD_SPAWN'] === 'child_process') return 'the counts are those of posix_spawn';
  return spawnSync('strace', ['-c', '-o', '/dev/null', 'true']).status === 0 ? undefined : 'strace is not here';
}

const skipped = reasonNotToTrace();

describe.skipIf(skipped !== undefined)(`system calls of one more action (skipped: ${skipped ?? 'no'})`, () => {
  test('one process and one pipe, no file made, and few others', async () => {
    const folder = await temporaryFolder();
    const program = bundleProgram('run-tasks');
    const few = countCalls(program, 10, folder);
    const more = countCalls(program, 50, folder);
    const each = (...names: string[]) =>
      names.reduce((sum, name) => sum + (more.get(name) ?? 0) - (few.get(name) ?? 0), 0) / 40;
    expect(each('clone', 'clone3', 'vfork', 'fork')).toBe(1);
    expect(each('pipe', 'pipe2')).toBe(1);
    expect(each('mkdir', 'unlink', 'rename', 'symlink', 'chmod', 'socketpair', 'execve')).toBe(0);
    // Now and then the kernel is asked for its count of out-of-memory kills: once a second, and a traced second is short.
    expect(each('open', 'openat')).toBeLessThanOrEqual(0.5);
    expect(each('stat', 'lstat', 'statx', 'newfstatat', 'access', 'faccessat2')).toBeLessThanOrEqual(0.5);
    // Looked for when it was started, and once more when the system has told of its end; and once a second
    // besides, in case the signal was swallowed: 40 actions of a traced program on a busy machine take some seconds (2.15 was measured).
    expect(each('wait4')).toBeLessThanOrEqual(2.5);
    // Nobody starts or stops listening to a signal for it.
    expect(each('rt_sigaction')).toBeLessThanOrEqual(0.1);
    // 13 to 20 were measured, the more the busier the machine. Those that depend on scheduling (waiting, locks, memory) are left out.
    const uncertain = /^(?:futex|epoll_|poll|madvise|mprotect|mmap|munmap|brk|sched_yield|rt_sigreturn|restart)/;
    const steady = [...more.keys()].filter((name) => !uncertain.test(name));
    expect(each(...steady)).toBeLessThanOrEqual(24);
  });
});

/** Calls of the main thread by name. */
function countCalls(program: string, actions: number, folder: string): ReadonlyMap<string, number> {
  const report = path.join(folder, `calls-${actions}`);
  const { status, stderr } = spawnSync('strace', ['-c', '-o', report, process.execPath, program, String(actions)], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`strace ended with ${status}: ${stderr}`);
  // "% time, seconds, usecs/call, calls, errors (or nothing), syscall"
  const rows = readFileSync(report, 'utf8').matchAll(
    /^\s*[\d.]+\s+[\d.]+\s+\d+\s+(\d+)\s+(?:\d+\s+)?(?!total$)(\w+)$/gm,
  );
  return new Map(Array.from(rows, ([, calls, name]) => [name ?? '', Number(calls)]));
}

class CountingSink implements LosslessSink {
  readonly full = false;
  lines = 0;
  texts = 0;
  events = 0;

  write(_event: SessionEvent): void {
    this.events += 1;
  }

  writeLines({ count }: OutputLines): void {
    this.texts += 1;
    this.lines += count;
  }

  whenRoom(resume: () => void): void {
    resume();
  }

  close(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}
