import { constants } from 'node:fs';
import { type LibC, opaque } from './libc.ts';

/** What a process does with descriptors and its working directory before it executes its program. */
export interface FileActions {
  readonly cwd: string;
  readonly writeEnd: number;
  /** The `posix_spawn_file_actions_t`. */
  readonly memory: Buffer;
}

/** Makes them, and keeps the last: the next process of a session has the same working directory and, mostly, the same number for its pipe. */
export class FileActionsStore {
  readonly #add: LibC['fileActions'];
  #kept: FileActions | undefined;

  constructor(libc: LibC) {
    this.#add = libc.fileActions;
  }

  /** To be given back once the process was started. */
  take(cwd: string, writeEnd: number): FileActions {
    const kept = this.#kept;
    this.#kept = undefined;
    if (kept?.cwd === cwd && kept.writeEnd === writeEnd) return kept;
    if (kept !== undefined) this.#add.destroy(kept.memory);
    return this.#make(cwd, writeEnd);
  }

  giveBack(actions: FileActions): void {
    if (this.#kept === undefined) this.#kept = actions;
    else this.#add.destroy(actions.memory);
  }

  #make(cwd: string, writeEnd: number): FileActions {
    const add = this.#add;
    const memory = opaque();
    add.init(memory);
    add.addDup2(memory, writeEnd, 1);
    add.addDup2(memory, writeEnd, 2);
    add.addOpen(memory, 0, '/dev/null', constants.O_RDONLY, 0);
    add.addChdir(memory, cwd);
    add.addCloseFrom?.(memory, 3);
    return { cwd, writeEnd, memory };
  }
}
