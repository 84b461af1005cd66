import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { SpawnedProcess, SpawnPort, SpawnRequest } from '@ojd/sessions';

/** A file that the Session had written for an action. */
export interface RecordedFile {
  /** Relative to the Session's working directory. */
  readonly path: string;
  readonly content: string;
  /** Whether its owner may run it. */
  readonly executable: boolean;
}

/** A process that would have been started. */
export interface RecordedCommand {
  readonly request: SpawnRequest;
  readonly files: readonly RecordedFile[];
  /** The Session's path mapping file, which every action can read; undefined while there is none. */
  readonly pathMappingFile: RecordedFile | undefined;
}

/**
 * Starts nothing: notes what would have been started, with the files that were written for it, and reports success. All that leads there (format
 * strings, path mapping, wrap hooks, files) is the Session's own doing, so an explanation can't differ from a run.
 */
export class RecordingSpawner implements SpawnPort {
  readonly name = 'explain';
  readonly #onCommand: (command: RecordedCommand) => void;

  constructor(onCommand: (command: RecordedCommand) => void) {
    this.#onCommand = onCommand;
  }

  spawn(request: SpawnRequest): Promise<SpawnedProcess> {
    this.#onCommand({ request, ...takeFiles(request.cwd) });
    return Promise.resolve({
      pid: 0,
      output: {
        onData: () => {},
        onEnd: (listener) => queueMicrotask(listener),
        pause: () => {},
        resume: () => {},
        destroy: () => {},
      },
      exit: Promise.resolve({ exitCode: 0, signal: null }),
      signal: () => false,
    });
  }
}

/** Reads and removes all files: embedded files are written anew for every action, so what is there belongs to this one. */
function takeFiles(workingDirectory: string): Omit<RecordedCommand, 'request'> {
  const files: RecordedFile[] = [];
  let pathMappingFile: RecordedFile | undefined;
  for (const entry of readdirSync(workingDirectory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const file: RecordedFile = {
      path: relative(workingDirectory, path),
      content: readFileSync(path, 'utf8'),
      executable: (statSync(path).mode & 0o100) !== 0,
    };
    // This one is written once for the whole Session.
    if (entry.name === PATH_MAPPING_FILE) pathMappingFile = file;
    else {
      files.push(file);
      rmSync(path);
    }
  }
  return { files, pathMappingFile };
}

const PATH_MAPPING_FILE = 'path_mapping.json';
