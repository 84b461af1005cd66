import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, closeSync, constants, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DescriptorOutput } from '../../processes/descriptor-output.ts';
import type { ReadableOutput } from '../../ports/spawn.ts';
import { systemProgram } from './system-programs.ts';

/** One run of `mkfifo` costs as much as starting a task; many names cost it little more than one. */
const BATCH = 32;

/** A pipe that a process of the other user opens by its name. */
export interface NamedPipe {
  readonly output: ReadableOutput;
  /** Nobody can open the pipe by its name any more; its end is seen once the last writer is gone. */
  unlink(): void;
}

/** A name that can't be guessed: the folder of the pipes lets its group open what it can name, but not list the names. */
export function secretName(): string {
  return randomBytes(16).toString('hex');
}

/** Pipes of which the host has the read end. */
export class NamedPipes {
  readonly #folder: string;
  readonly #groupId: number;
  readonly #ready: string[] = [];
  #making: Promise<void> | undefined;

  constructor(folder: string, groupId: number) {
    this.#folder = folder;
    this.#groupId = groupId;
  }

  /** Makes the pipe of this name. */
  async open(name: string): Promise<NamedPipe> {
    let made = this.#ready.pop();
    while (made === undefined) {
      this.#making ??= this.#make().finally(() => (this.#making = undefined));
      // oxlint-disable-next-line eslint/no-await-in-loop -- another action may have taken the last of a batch
      await this.#making;
      made = this.#ready.pop();
    }
    // The names that mkfifo was given could be read by everybody; until now only the host's user could open them.
    const path = join(this.#folder, name);
    renameSync(made, path);
    const readEnd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    let writeEnd: number | undefined;
    try {
      writeEnd = openSync(path, constants.O_WRONLY); // without a writer of ours, the end would be seen before the beginning
      chownSync(path, -1, this.#groupId);
      chmodSync(path, 0o620);
    } catch (error) {
      closeSync(readEnd);
      if (writeEnd !== undefined) closeSync(writeEnd);
      throw error;
    }
    const held = writeEnd;
    let linked = true;
    return {
      output: new DescriptorOutput(readEnd),
      unlink() {
        if (!linked) return;
        linked = false;
        rmSync(path, { force: true });
        closeSync(held);
      },
    };
  }

  /** Settles when no names are being made. */
  async idle(): Promise<void> {
    await this.#making?.catch(() => undefined);
  }

  async #make(): Promise<void> {
    const names = Array.from({ length: BATCH }, () => join(this.#folder, `new-${secretName()}`));
    const mkfifo = systemProgram('mkfifo');
    const program = spawn(mkfifo, ['-m', '600', ...names], { stdio: 'ignore', env: {} });
    const exitCode = await new Promise((resolve, reject) => {
      program.once('exit', resolve).once('error', reject);
    });
    if (exitCode !== 0)
      throw new Error(`${mkfifo} could not make named pipes in ${this.#folder} (exit code ${String(exitCode)}).`);
    this.#ready.push(...names);
  }
}
