import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Invocation } from '../command-line/parse.ts';
import type { SchemaVersion } from '../command-line/options.ts';
import { EXIT } from '../errors.ts';
import type { CommandResult } from '../render/result.ts';

/** The published files of the model, by the version that they describe. */
const FILES: Readonly<Record<SchemaVersion, string>> = {
  'jobtemplate-2023-09': '@ojd/model/schema/job-template.schema.json',
  'environment-2023-09': '@ojd/model/schema/environment-template.schema.json',
};

/** `openjd schema`: the JSON Schema of a template version. */
export function schema({ options }: Invocation): Promise<CommandResult> {
  const file = FILES[options.schemaVersion ?? 'jobtemplate-2023-09'];
  const text = readFileSync(createRequire(import.meta.url).resolve(file), 'utf8');
  return Promise.resolve({ status: 'success', exitCode: EXIT.ok, message: text.trimEnd() });
}
