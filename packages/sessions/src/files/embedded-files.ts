import path from 'node:path';
import type { EmbeddedFile } from '@ojd/model';
import { holdInside } from './held-folder.ts';
import type { SessionFolders } from './working-directory.ts';
import { modeFor, replaceFile } from './write-file.ts';

/** An embedded file with the place it will be written to. */
export interface PlacedFile {
  readonly file: EmbeddedFile;
  readonly path: string;
}

/**
 * Gives every file of a script its place, before anything is resolved: files and `let` bindings may name each other's paths. The same script always gets
 * the same places; each owner has a folder of its own, so that a wrapping environment and what it wraps cannot overwrite each other.
 */
export function placeEmbeddedFiles(files: readonly EmbeddedFile[], folder: string): readonly PlacedFile[] {
  const taken = new Set(files.flatMap((file) => (file.filename === undefined ? [] : [file.filename.toLowerCase()])));
  return files.map((file) => ({ file, path: path.join(folder, file.filename ?? freeName(file.name, taken)) }));
}

/** What is written to a file of such a name is gone on Windows. */
const WINDOWS_DEVICE = /^(?:aux|con|nul|prn|com\d|lpt\d)$/i;

/** A name that is free on every host: some take `Run` and `run` for one. */
function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let suffix = 1; taken.has(free.toLowerCase()) || WINDOWS_DEVICE.test(free); suffix += 1)
    free = `${name}_${suffix}`;
  taken.add(free.toLowerCase());
  return free;
}

/** Writes the files of one owner with their resolved contents, readable by the action's user only. */
export async function writeEmbeddedFiles(
  folders: SessionFolders,
  owner: string,
  files: readonly { readonly placed: PlacedFile; readonly content: string }[],
): Promise<void> {
  if (files.length === 0) return;
  const { access } = folders;
  const filesFolder = folders.holdFiles();
  try {
    const folder = holdInside(filesFolder, owner, access, modeFor(access, 0o700));
    try {
      // Of two with one filename, the later one is what a reader finds: not whichever is slower.
      const lastOfEach = new Map(files.map((one) => [one.placed.path, one]));
      await Promise.all(
        Array.from(lastOfEach.values(), ({ placed: { file, path: place }, content }) =>
          replaceFile(folder, path.basename(place), content, file.runnable ? 0o700 : 0o600, access),
        ),
      );
    } finally {
      folder.release();
    }
  } finally {
    filesFolder.release();
  }
}

/** Applies `endOfLine` to resolved contents (FEATURE_BUNDLE_1; Template Schemas 6.1). */
export function withLineEnds(content: string, endOfLine: 'AUTO' | 'LF' | 'CRLF', hostLineEnd: '\n' | '\r\n'): string {
  const lineEnd = { AUTO: hostLineEnd, LF: '\n', CRLF: '\r\n' }[endOfLine];
  return content.replaceAll(/\r\n|\r|\n/g, lineEnd);
}
