import path from 'node:path';
import type { PathMappingRule } from '@ojd/expr';
import type { SessionFolders } from './working-directory.ts';
import { replaceFile } from './write-file.ts';

const NAME = 'path_mapping.json';

/** The file behind `Session.PathMappingRulesFile`: one per session, written again only when the rules changed. */
export class PathMappingFile {
  readonly path: string;
  #written: readonly PathMappingRule[] | undefined;

  readonly #folders: SessionFolders;

  constructor(folders: SessionFolders) {
    this.#folders = folders;
    this.path = path.join(folders.filesDirectory, NAME);
  }

  async write(rules: readonly PathMappingRule[]): Promise<void> {
    if (this.#written === rules) return;
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
    this.#written = rules;
  }
}
