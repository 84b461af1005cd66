import {
  createJob,
  decodeJob,
  decodeJobTemplate,
  renderCodeFrame,
  renderPlain,
  safeDecodeJobTemplate,
} from '@ojd/model';
import { expect, test } from 'vitest';

test('a template with three unrelated mistakes reports all three, each with its place', () => {
  const source = `specificationVersion: jobtemplate-2023-09
name: Demo
parameterDefinitions:
- name: Foo
  type: INT
  defualt: 12
steps:
- name: Step
  script:
    actions:
      onRun:
        command: echo
        args: ["Foo={{Param.Fooo}}"]
        timeout: 0
`;
  const outcome = safeDecodeJobTemplate(source);
  if (outcome.ok) throw new Error('decoded');
  expect(renderPlain(outcome.diagnostics, { file: 'job.yaml' }).split('\n')).toEqual([
    'job.yaml:6:3 unknown-key The key "defualt" is not known here. Did you mean "default"?',
    "job.yaml:13:23 expr-unknown-symbol Expected a variable that exists here, found 'Param.Fooo'. Did you mean 'Param.Foo'?",
    'job.yaml:14:18 number-too-small A timeout in seconds is at least 1, and this one is 0.',
  ]);
  expect(renderCodeFrame(outcome.diagnostics, { source })).toContain('^^^^^^^');
});

test('warnings reach whoever uses the functions that throw', () => {
  const source =
    '\uFEFF{"specificationVersion": "jobtemplate-2023-09", "name": "J", "steps": [{"name": "S", "script": {"actions": {"onRun": {"command": "a"}}}}]}';
  const codes: string[] = [];
  const onWarning = ({ code, severity }: { code: string; severity: string }): void => {
    codes.push(`${severity} ${code}`);
  };
  const template = decodeJobTemplate(source, { onWarning });
  expect(codes).toEqual(['warning document-byte-order-mark']);
  decodeJob(`\uFEFF${JSON.stringify(createJob(template, {}))}`, { onWarning });
  expect(codes).toHaveLength(2);
  // What was not decoded has diagnostics instead.
  expect(() => decodeJobTemplate(`${source}x`, { onWarning })).toThrow('document-byte-order-mark');
  expect(codes).toHaveLength(2);
});
