import path from 'node:path';
import { pathValue, type PathFormat } from '@ojd/expr';
import type { EmbeddedFile, LetBinding, Profile } from '@ojd/model';
import { placeEmbeddedFiles, withLineEnds, writeEmbeddedFiles } from '../files/embedded-files.ts';
import type { SessionFolders } from '../files/working-directory.ts';
import type { Platform } from '../ports/platform.ts';
import type { PrepareLog } from './action-plan.ts';
import { resolveText } from './resolve-action.ts';
import type { ScriptScope } from './script-scope.ts';
import { errorText } from '../errors/error-text.ts';

/** A script, as far as its surroundings go. */
export interface ScriptParts {
  readonly let: readonly LetBinding[];
  readonly embeddedFiles: readonly EmbeddedFile[];
}

/**
 * Makes the surroundings of a script's action, in the order of the specification: the files get their places, then the `let` bindings their values, then
 * the files their contents, on disk (How Jobs Are Run; Template Schemas 3.6, 6).
 */
export async function materializeScript(options: {
  readonly script: ScriptParts;
  readonly scope: ScriptScope;
  readonly profile: Profile | undefined;
  readonly symbolPrefix: 'Env.File' | 'Task.File';
  readonly folders: SessionFolders;
  /** Whose files they are: each owner has a folder. */
  readonly owner: string;
  readonly platform: Platform;
  readonly log: PrepareLog;
}): Promise<void> {
  const { script, scope, profile, platform, folders, owner, log } = options;
  const placed =
    script.embeddedFiles.length === 0
      ? []
      : placeEmbeddedFiles(script.embeddedFiles, ownerFolder(folders.filesDirectory, owner, platform.pathFormat));
  for (const { file, path: place } of placed) {
    scope.symbols.set(`${options.symbolPrefix}.${file.name}`, pathValue(place, scope.pathFormat));
  }
  for (const { name, expression } of script.let) {
    try {
      scope.symbols.set(name, expression.evaluate(scope.context));
    } catch (error) {
      throw new Error(`let ${name}: ${errorText(error)}`, { cause: error });
    }
  }
  const withContents = placed.map((one) => {
    const content = resolveText(one.file.data, `the embedded file ${JSON.stringify(one.file.name)}`, scope.context);
    // Without the extension, the data is written as the template has it.
    const converted =
      profile?.extensions.has('FEATURE_BUNDLE_1') === true
        ? withLineEnds(content, one.file.endOfLine ?? 'AUTO', platform.lineEnd)
        : content;
    return { placed: one, content: converted };
  });
  try {
    await writeEmbeddedFiles(folders, owner, withContents);
  } catch (error) {
    throw new Error(`The embedded files cannot be written: ${errorText(error)}`, { cause: error });
  }
  for (const { file, path: place } of placed)
    log('file-path', `Wrote ${options.symbolPrefix}.${file.name} -> ${place}`);
}

/** The folder for the files of one owner, inside the session's. */
function ownerFolder(filesDirectory: string, owner: string, pathFormat: PathFormat): string {
  return (pathFormat === 'WINDOWS' ? path.win32 : path.posix).join(filesDirectory, owner);
}
