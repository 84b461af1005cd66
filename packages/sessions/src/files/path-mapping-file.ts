import { lstatSync, type BigIntStats } from 'node:fs';
import path from 'node:path';
import type { PathMappingRule } from '@ojd/expr';
import type { SessionFolders } from './working-directory.ts';
import { replaceFile } from './write-file.ts';

const NAME = 'path_mapping.json';

/** The file behind `Session.PathMappingRulesFile`: one per session, written again when the rules or the file changed. */
export class PathMappingFile {
  readonly path: string;
  #written: { readonly rules: readonly PathMappingRule[]; readonly file: BigIntStats | undefined } | undefined;

  readonly #folders: SessionFolders;

  constructor(folders: SessionFolders) {
    this.#folders = folders;
    this.path = path.join(folders.filesDirectory, NAME);
  }

  async write(rules: readonly PathMappingRule[]): Promise<void> {
    // An earlier action may have removed it, or written into it.
    if (this.#written?.rules === rules && isUntouched(this.#written.file, this.#find())) return;
    const content = {
      version: 'pathmapping-1.0',
      path_mapping_rules: rules.map((rule) => ({
        source_path_format: rule.sourcePathFormat,
        source_path: rule.sourcePath,
        destination_path: rule.destinationPath,
      })),
    };
    const folder = this.#folders.holdFiles();
    try {
      await replaceFile(folder, NAME, `${JSON.stringify(content)}\n`, 0o600, this.#folders.access);
    } finally {
      folder.release();
    }
    this.#written = { rules, file: this.#find() };
  }

  #find(): BigIntStats | undefined {
    try {
      return lstatSync(this.path, { bigint: true });
    } catch {
      return undefined;
    }
  }
}

const FIELDS = ['dev', 'ino', 'size', 'ctimeNs'] as const;

/** No program can set the time of a file's last change, as it can that of the last writing. */
function isUntouched(before: BigIntStats | undefined, now: BigIntStats | undefined): boolean {
  return before !== undefined && FIELDS.every((field) => before[field] === now?.[field]);
}
