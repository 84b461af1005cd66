import type { Outcome } from '../../diagnostics/diagnostic.ts';
import { valueOrThrow } from '../../diagnostics/model-error.ts';
import { Report, TooManyProblems } from '../../checks/report.ts';
import { type DocumentInput, readDocument } from '../../documents/read-document.ts';
import type { DecodeOptions } from '../../templates/decode.ts';
import type { Environment, Job } from '../types.ts';
import { Data, Refusals } from './data.ts';
import { ProfileReader } from './read-scope.ts';
import { readEnvironment } from './read-scripts.ts';
import { readJob } from './read-job.ts';

/**
 * A Job that was sent as JSON: `JSON.stringify(job)` writes it, this reads it back. Nothing is lost on the way: integers
 * of 64 bits, decimals as written, ranges however long, chunks, expressions, extensions. So a scheduler can create a job,
 * and a worker can run its steps.
 *
 * What comes may come from anyone: it is read within the same limits as a template, and everything that a session relies
 * on is checked. Whether the job is what its template says, is not; whoever sent it could have sent any command.
 *
 * @param input the JSON text, its bytes in UTF-8, or what `JSON.parse` gave
 * @throws ModelError with everything that is wrong
 * @example
 * ```ts
 * import { createJob, decodeJob, decodeJobTemplate } from '@ojd/model';
 *
 * const template = decodeJobTemplate(`
 * specificationVersion: jobtemplate-2023-09
 * name: Film
 * steps:
 * - name: Render
 *   parameterSpace: { taskParameterDefinitions: [{ name: Frame, type: INT, range: 1-1000000000000000000 }] }
 *   script: { actions: { onRun: { command: render, args: ["{{Task.Param.Frame}}"] } } }
 * `);
 * const sent = JSON.stringify(createJob(template, {}));
 * const job = decodeJob(sent);
 * job.steps[0]?.parameterSpace?.taskParameterDefinitions[0]?.range.length; // => 1000000000000000000n
 * JSON.stringify(job) === sent; // => true
 * ```
 * @see How Jobs Are Constructed: Job Structure
 */
export function decodeJob(input: DocumentInput, options: DecodeOptions = {}): Job {
  return valueOrThrow(safeDecodeJob(input, options));
}

/**
 * {@link decodeJob}, returning the diagnostics.
 *
 * @example
 * ```ts
 * import { safeDecodeJob } from '@ojd/model';
 *
 * safeDecodeJob('{"name": "Film"}').ok; // => false
 * ```
 * @see How Jobs Are Constructed: Job Structure
 */
export function safeDecodeJob(input: DocumentInput, options: DecodeOptions = {}): Outcome<Job> {
  return decodeData(input, options, readJob);
}

/**
 * An Environment that was sent as JSON, as {@link decodeJob} reads a Job: for those that `createEnvironment` made of an
 * environment template, which belong to no job. What it tells of the job (`scope`) comes with it.
 *
 * @throws ModelError with everything that is wrong
 * @example
 * ```ts
 * import { createEnvironment, decodeEnvironment, decodeEnvironmentTemplate } from '@ojd/model';
 *
 * const template = decodeEnvironmentTemplate({
 *   specificationVersion: 'environment-2023-09',
 *   environment: { name: 'Licenses', variables: { LICENSE_SERVER: '5053@licenses' } },
 * });
 * const environment = decodeEnvironment(JSON.stringify(createEnvironment(template, {})));
 * String(environment.variables?.['LICENSE_SERVER']); // => '5053@licenses'
 * ```
 * @see Template Schemas 4
 */
export function decodeEnvironment(input: DocumentInput, options: DecodeOptions = {}): Environment {
  return valueOrThrow(safeDecodeEnvironment(input, options));
}

/**
 * {@link decodeEnvironment}, returning the diagnostics.
 *
 * @example
 * ```ts
 * import { safeDecodeEnvironment } from '@ojd/model';
 *
 * safeDecodeEnvironment('{"name": "Licenses"}').ok; // => false
 * ```
 * @see Template Schemas 4
 */
export function safeDecodeEnvironment(input: DocumentInput, options: DecodeOptions = {}): Outcome<Environment> {
  return decodeData(input, options, readEnvironment);
}

function decodeData<T>(
  input: DocumentInput,
  options: DecodeOptions,
  read: (data: Data, profiles: ProfileReader) => T,
): Outcome<T> {
  const { root, source, diagnostics, limits } = readDocument(input, options);
  if (root === undefined) return { ok: false, diagnostics };
  const report = new Report(source, limits.maxProblems);
  let value: T | undefined;
  try {
    if (root.entries.has('specificationVersion')) {
      const message = 'Expected what was created from a template, found a template.';
      const hint = 'Decode it as a template, create a job or an environment of it, and send that.';
      report.add({ code: 'wrong-template-kind', message, hint, path: ['specificationVersion'] });
      return { ok: false, diagnostics: [...diagnostics, ...report.diagnostics] };
    }
    const refusals = new Refusals((problem) => report.add(problem), limits);
    value = read(new Data(root, [], refusals), new ProfileReader(options.supportedExtensions));
  } catch (error) {
    if (!(error instanceof TooManyProblems)) throw error;
    report.addTooMany();
  }
  const all = [...diagnostics, ...report.diagnostics];
  if (report.hasErrors || value === undefined) return { ok: false, diagnostics: all };
  for (const warning of all) options.onWarning?.(warning);
  return { ok: true, value, warnings: all };
}
