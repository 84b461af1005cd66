import path from 'node:path';
import type { PathMappingRule } from '@ojd/expr';
import type { FileAccess } from '../ports/session-user.ts';
import { replaceFile } from './write-file.ts';

/** The file behind `Session.PathMappingRulesFile`: one per session, written again only when the rules changed. */
export class PathMappingFile {
  readonly path: string;
  #written: readonly PathMappingRule[] | undefined;

  readonly #access: FileAccess;

  constructor(filesDirectory: string, access: FileAccess = {}) {
    this.#access = access;
    this.path = path.join(filesDirectory, 'path_mapping.json');
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
    await replaceFile(this.path, `${JSON.stringify(content)}\n`, 0o600, this.#access);
    this.#written = rules;
  }
}
