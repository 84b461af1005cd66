import { createJob, decodeJobTemplate, preprocessJobParameters } from '@ojd/model';

/** A template object as a job, with the defaults of its parameters. */
export function jobOf(document) {
  const template = decodeJobTemplate(document);
  return createJob(template, preprocessJobParameters(template, {}));
}

/** What a shell calls `true`, without a search. */
export const TRUE = process.platform === 'darwin' ? '/usr/bin/true' : '/bin/true';
