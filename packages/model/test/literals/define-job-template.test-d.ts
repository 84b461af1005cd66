import { describe, expectTypeOf, test } from 'vitest';
import {
  decodeJobTemplate,
  defineEnvironmentTemplate,
  defineJobTemplate,
  preprocessJobParameters,
} from '../../src/index.ts';
import type {
  CheckedInputs,
  CheckedReferences,
  EnvironmentTemplate,
  Mistake,
  JobParameterInput,
  JobParameterInputs,
  JobTemplate,
  JobTemplateDocument,
} from '../../src/index.ts';

const template = defineJobTemplate({
  specificationVersion: 'jobtemplate-2023-09',
  extensions: ['EXPR'],
  name: 'Render {{Param.Scene}}',
  parameterDefinitions: [
    { name: 'Scene', type: 'STRING' },
    { name: 'Quality', type: 'STRING', allowedValues: ['draft', 'final'], default: 'draft' },
    { name: 'Samples', type: 'INT', default: 16 },
    { name: 'Scale', type: 'FLOAT', default: '1.50' },
    { name: 'Denoise', type: 'bool', default: true },
    { name: 'Frames', type: 'RANGE_EXPR', default: '1-10' },
    { name: 'Tags', type: 'LIST[STRING]', default: [] },
    { name: 'Edges', type: 'LIST[LIST[INT]]', default: [] },
    { name: 'Output', type: 'PATH', default: 'out' },
  ],
  steps: [
    {
      name: 'Render',
      parameterSpace: { taskParameterDefinitions: [{ name: 'Frame', type: 'INT', range: '{{Param.Frames}}' }] },
      script: {
        actions: {
          onRun: {
            command: 'render',
            args: ['{{Task.Param.Frame}}', '{{ Param.Output.stem }}', '{{ Param.Anything + 1 }}'],
          },
        },
      },
    },
  ],
});

describe('values of parameters', () => {
  test('are checked by name and type', () => {
    preprocessJobParameters(template, { Scene: 'a' });
    preprocessJobParameters(template, {
      Scene: 'a',
      Quality: 'final',
      Samples: 12n,
      Scale: '2.5',
      Denoise: 'yes',
      Frames: '1-3',
      Tags: ['a'],
      Edges: [[1], [2n, '3']],
      Output: '/tmp',
    });
    // @ts-expect-error -- Scene has no default
    preprocessJobParameters(template, {});
    // @ts-expect-error -- no parameter is called Scnee
    preprocessJobParameters(template, { Scene: 'a', Scnee: 'b' });
    // @ts-expect-error -- a STRING is no number
    preprocessJobParameters(template, { Scene: 1 });
    // @ts-expect-error -- not one of the allowed values
    preprocessJobParameters(template, { Scene: 'a', Quality: 'medium' });
    // @ts-expect-error -- no text of an integer
    preprocessJobParameters(template, { Scene: 'a', Samples: 'many' });
    // @ts-expect-error -- an INT is no boolean
    preprocessJobParameters(template, { Scene: 'a', Samples: true });
    // @ts-expect-error -- no way to write a boolean
    preprocessJobParameters(template, { Scene: 'a', Denoise: 'maybe' });
    // @ts-expect-error -- no list
    preprocessJobParameters(template, { Scene: 'a', Tags: 'a' });
    // @ts-expect-error -- no list of lists
    preprocessJobParameters(template, { Scene: 'a', Edges: [1] });
  });

  test('may belong to environment templates', () => {
    const environmentTemplates: EnvironmentTemplate[] = [];
    preprocessJobParameters(template, { Scene: 'a', Other: 1 }, { environmentTemplates });
    // @ts-expect-error -- known parameters keep their type
    preprocessJobParameters(template, { Scene: 1, Other: 1 }, { environmentTemplates });
  });

  test('of a template that was read from a text may be anything', () => {
    const read: JobTemplate = decodeJobTemplate('');
    expectTypeOf(preprocessJobParameters<JobTemplate>)
      .parameter(1)
      .toEqualTypeOf<Readonly<Record<string, JobParameterInput | undefined>>>();
    preprocessJobParameters(read, { Anything: [1, ['a']] });
  });

  test('a template without parameters takes none', () => {
    const none = defineJobTemplate({
      specificationVersion: 'jobtemplate-2023-09',
      name: 'None',
      steps: [{ name: 'A', script: { actions: { onRun: { command: 'true' } } } }],
    });
    preprocessJobParameters(none, {});
  });
});

describe('references', () => {
  const script = { actions: { onRun: { command: 'true' } } } as const;

  test('to parameters that do not exist are errors', () => {
    defineJobTemplate({
      specificationVersion: 'jobtemplate-2023-09',
      // @ts-expect-error -- Param.Sceen does not exist
      name: 'Render {{Param.Sceen}}',
      parameterDefinitions: [{ name: 'Scene', type: 'STRING' }],
      steps: [{ name: 'A', script }],
    });
    defineJobTemplate({
      specificationVersion: 'jobtemplate-2023-09',
      name: 'Render {{Param.Scene}}',
      parameterDefinitions: [{ name: 'Scene', type: 'STRING' }],
      // @ts-expect-error -- RawParam.Other does not exist
      jobEnvironments: [{ name: 'E', variables: { A: 'x {{Param.Scene}} {{ RawParam.Other }}' } }],
      steps: [
        {
          name: 'A',
          parameterSpace: { taskParameterDefinitions: [{ name: 'Frame', type: 'INT', range: '1-3' }] },
          script: {
            actions: {
              onRun: {
                command: 'render',
                args: [
                  '{{Task.Param.Frame}}',
                  '{{Task.RawParam.Frame}}',
                  // @ts-expect-error -- Task.Param.Fraem does not exist
                  '{{Task.Param.Fraem}}',
                  '{{ Param.Nothing + 1 }}',
                  '{{ "Param.Nothing" }}',
                  '{{Param.Scene.stem}}',
                ],
              },
            },
          },
        },
      ],
    });
  });

  test('to names that the specification does not have are errors', () => {
    defineJobTemplate({
      specificationVersion: 'jobtemplate-2023-09',
      name: 'Job',
      // Braces in a description are text.
      description: 'see {{Param.Nope}}',
      steps: [
        {
          name: 'A',
          description: 'see {{Param.Nope}}',
          script: {
            actions: {
              onRun: {
                command: 'render',
                args: [
                  '{{Session.WorkingDirectory}} {{Job.Name}} {{ lower_case }} {{ True }} {{ len("A") }}',
                  // @ts-expect-error -- Session.WorkDir does not exist
                  '{{Session.WorkDir}}',
                  // @ts-expect-error -- Parm.Foo does not exist
                  '{{Parm.Foo}}',
                  // @ts-expect-error -- Fooo does not exist
                  '{{ Fooo }}',
                ],
              },
            },
          },
        },
      ],
    });
  });

  test('to the task parameters of another step are errors', () => {
    defineJobTemplate({
      specificationVersion: 'jobtemplate-2023-09',
      name: 'Job',
      steps: [
        {
          name: 'A',
          parameterSpace: { taskParameterDefinitions: [{ name: 'Frame', type: 'INT', range: '1-3' }] },
          script,
        },
        {
          name: 'B',
          parameterSpace: { taskParameterDefinitions: [{ name: 'Tile', type: 'INT', range: '1-3' }] },
          // @ts-expect-error -- Frame belongs to step A
          script: { actions: { onRun: { command: 'render', args: ['{{Task.Param.Frame}}'] } } },
        },
      ],
    });
  });

  test('the message says what exists', () => {
    type Checked = CheckedReferences<{
      specificationVersion: 'jobtemplate-2023-09';
      name: '{{Param.Fooo}}';
      parameterDefinitions: [{ name: 'Foo'; type: 'STRING' }];
      steps: [];
    }>;
    expectTypeOf<Checked['name']>().toEqualTypeOf<Mistake<'Param.Fooo does not exist', 'Foo'>>();
  });

  test('strings that the compiler does not know are left to run time', () => {
    const name: string = 'computed';
    defineJobTemplate({ specificationVersion: 'jobtemplate-2023-09', name, steps: [{ name: 'A', script }] });
    expectTypeOf<CheckedReferences<JobTemplateDocument>['name']>().toEqualTypeOf<string>();
  });
});

describe('the shape of a literal', () => {
  test('is that of the specification', () => {
    defineJobTemplate({
      // @ts-expect-error -- there is no such version
      specificationVersion: 'jobtemplate-2024-01',
      name: 'Job',
      steps: [{ name: 'A', script: { actions: { onRun: { command: 'true' } } } }],
    });
    defineJobTemplate({
      specificationVersion: 'jobtemplate-2023-09',
      name: 'Job',
      // @ts-expect-error -- there is no such type
      parameterDefinitions: [{ name: 'A', type: 'STRNG' }],
      steps: [{ name: 'A', script: { actions: { onRun: { command: 'true' } } } }],
    });
  });

  test('leaves names of steps and environments alone: they are plain text', () => {
    defineJobTemplate({
      specificationVersion: 'jobtemplate-2023-09',
      name: 'Job',
      jobEnvironments: [{ name: '{{Param.A}}', variables: { A: '1' } }],
      steps: [
        {
          name: '{{Param.B}}',
          stepEnvironments: [{ name: '{{Task.Param.C}}', variables: { A: '1' } }],
          // @ts-expect-error -- the name of an amount is a format string
          hostRequirements: { amounts: [{ name: 'amount.{{Param.D}}', min: 1 }] },
          script: { actions: { onRun: { command: 'true' } } },
        },
      ],
    });
  });

  test('knows types in any case', () => {
    const types = defineJobTemplate({
      specificationVersion: 'jobtemplate-2023-09',
      extensions: ['EXPR', 'TASK_CHUNKING'],
      name: 'Job',
      parameterDefinitions: [
        { name: 'A', type: 'List[Int]', default: [] },
        { name: 'B', type: 'lIsT[lIsT[iNt]]', default: [] },
      ],
      steps: [
        {
          name: 'S',
          parameterSpace: {
            taskParameterDefinitions: [
              {
                name: 'T',
                type: 'Chunk[Int]',
                range: '1-9',
                chunks: { defaultTaskCount: 1, rangeConstraint: 'CONTIGUOUS' },
              },
            ],
          },
          script: { actions: { onRun: { command: 'true' } } },
        },
        {
          name: 'U',
          // @ts-expect-error -- there is no such type
          parameterSpace: { taskParameterDefinitions: [{ name: 'T', type: 'BOOL', range: ['true'] }] },
          script: { actions: { onRun: { command: 'true' } } },
        },
      ],
    });
    preprocessJobParameters(types, { A: [1], B: [[2n]] });
    // @ts-expect-error -- a list of integers
    preprocessJobParameters(types, { A: ['x'] });
  });
});

describe('what run time reads, the compiler takes', () => {
  test('in texts', () => {
    const required = { Scene: 'a' } as const;
    preprocessJobParameters(template, { ...required, Denoise: '1' });
    preprocessJobParameters(template, { ...required, Denoise: 'FALSE' });
    preprocessJobParameters(template, { ...required, Denoise: 'True' });
    preprocessJobParameters(template, { ...required, Samples: '05' });
    preprocessJobParameters(template, { ...required, Samples: '+5' });
    preprocessJobParameters(template, { ...required, Tags: '["a", "b"]', Edges: '[[1, 2]]' });
    // @ts-expect-error -- no JSON list
    preprocessJobParameters(template, { ...required, Tags: 'a, b' });
    // @ts-expect-error -- no integer
    preprocessJobParameters(template, { ...required, Samples: '1.5' });
  });

  test('in integers', () => {
    const required = { Scene: 'a' } as const;
    preprocessJobParameters(template, { ...required, Samples: 5 });
    preprocessJobParameters(template, { ...required, Samples: -5 });
    preprocessJobParameters(template, { ...required, Samples: '007' });
    preprocessJobParameters(template, { ...required, Samples: '+05' });
    preprocessJobParameters(template, { ...required, Samples: '-05' });
    preprocessJobParameters(template, { ...required, Samples: ' 12 ' });
    preprocessJobParameters(template, { ...required, Edges: [[1, 2n], ['03']] });
    // @ts-expect-error -- no integer
    preprocessJobParameters(template, { ...required, Samples: 1.5 });
    // @ts-expect-error -- no integer
    preprocessJobParameters(template, { ...required, Samples: 1e21 });
    // @ts-expect-error -- no integer
    preprocessJobParameters(template, { ...required, Samples: '1e3' });
    // @ts-expect-error -- no integer
    preprocessJobParameters(template, { ...required, Samples: '' });
    // @ts-expect-error -- no integer
    preprocessJobParameters(template, { ...required, Samples: '+-5' });
    // @ts-expect-error -- no integer
    preprocessJobParameters(template, { ...required, Samples: '0x1f' });
    // @ts-expect-error -- 1.5 is no integer
    preprocessJobParameters(template, { ...required, Edges: [[1], [1.5]] });
    // @ts-expect-error -- x is no integer
    preprocessJobParameters(template, { ...required, Edges: [[1, 'x']] });
  });

  test('in decimals', () => {
    const required = { Scene: 'a' } as const;
    preprocessJobParameters(template, { ...required, Scale: 1.5 });
    preprocessJobParameters(template, { ...required, Scale: '.5' });
    preprocessJobParameters(template, { ...required, Scale: '1.50e3' });
    preprocessJobParameters(template, { ...required, Scale: ' 007.5 ' });
    // @ts-expect-error -- no decimal
    preprocessJobParameters(template, { ...required, Scale: 'many' });
    // @ts-expect-error -- JavaScript reads it, the specification does not
    preprocessJobParameters(template, { ...required, Scale: '0x1F' });
    // @ts-expect-error -- no decimal
    preprocessJobParameters(template, { ...required, Scale: ' ' });
    // @ts-expect-error -- no decimal
    preprocessJobParameters(template, { ...required, Scale: 'Infinity' });
  });

  test('and of values that are computed it asks for their type alone', () => {
    const samples: number = Math.round(2.5);
    const values: JobParameterInputs<typeof template> = { Scene: 'a', Samples: samples, Scale: `${samples}` };
    preprocessJobParameters(template, values);
    preprocessJobParameters(template, { Scene: 'a', Samples: samples, Edges: [[samples]] });
    const text: string = String(samples);
    // @ts-expect-error -- any text
    preprocessJobParameters(template, { Scene: 'a', Samples: text });
  });

  test('the message names the type, or the parameters that exist', () => {
    type Checked<Values> = CheckedInputs<typeof template, Values, true>;
    expectTypeOf<Checked<{ Samples: 1.5 }>['Samples']>().toExtend<Mistake<'Not a value of the type INT', 'INT'>>();
    expectTypeOf<Checked<{ Samples: 1 }>['Samples']>().not.toExtend<Mistake<string, string>>();
    type Wrong = CheckedInputs<typeof template, { Scnee: 'a' }, false>['Scnee'];
    expectTypeOf<Wrong>().toExtend<Mistake<'There is no parameter Scnee', string>>();
    expectTypeOf<Checked<{ Scnee: 'a' }>['Scnee']>().not.toExtend<Mistake<string, string>>();
  });
});

describe('an environment template', () => {
  test('is checked as a job template is', () => {
    const environment = defineEnvironmentTemplate({
      specificationVersion: 'environment-2023-09',
      parameterDefinitions: [{ name: 'Port', type: 'INT', default: 1 }],
      environment: { name: '{{Param.No}}', variables: { A: '{{Param.Port}}' } },
    });
    expectTypeOf(environment).toEqualTypeOf<EnvironmentTemplate>();
    defineEnvironmentTemplate({
      specificationVersion: 'environment-2023-09',
      parameterDefinitions: [{ name: 'Port', type: 'INT', default: 1 }],
      // @ts-expect-error -- Param.Prot does not exist
      environment: { name: 'E', variables: { A: '{{Param.Prot}}' } },
    });
    defineEnvironmentTemplate({
      specificationVersion: 'environment-2023-09',
      // @ts-expect-error -- there is no such type
      parameterDefinitions: [{ name: 'Port', type: 'NUMBER', default: 1 }],
      environment: { name: 'E', variables: { A: '1' } },
    });
  });
});

describe('embedded files', () => {
  const file = { name: 'Run', type: 'TEXT', data: 'x' } as const;
  const action = (command: string) => ({ actions: { onRun: { command } } });

  test('that do not exist are errors, in steps and in environments', () => {
    defineJobTemplate({
      specificationVersion: 'jobtemplate-2023-09',
      extensions: ['EXPR'],
      name: 'Files',
      jobEnvironments: [
        {
          name: 'E',
          script: {
            actions: {
              onEnter: { command: '{{Env.File.Enter}}' },
              // @ts-expect-error -- Env.File.Enetr does not exist
              onExit: { command: 'bash', args: ['{{Env.File.Enter.stem}}', '{{ Env.File.Enetr }}'] },
            },
            embeddedFiles: [{ name: 'Enter', type: 'TEXT', data: 'echo {{Env.File.Enter}}' }],
          },
        },
      ],
      steps: [
        {
          name: 'A',
          script: {
            actions: {
              onRun: {
                command: '{{Task.File.Run}}',
                args: [
                  '{{Task.File.Data.name}}',
                  '{{ Task.File.Run + 1 }}',
                  '{{ Task.File.Nothing + 1 }}',
                  // @ts-expect-error -- Task.File.Rnu does not exist
                  '{{Task.File.Rnu}}',
                ],
              },
            },
            embeddedFiles: [
              { name: 'Run', type: 'TEXT', data: '{{Task.File.Data}}' },
              // @ts-expect-error -- Task.File.Dtaa does not exist
              { name: 'Data', type: 'TEXT', data: '{{Task.File.Dtaa}}' },
            ],
          },
        },
        {
          name: 'B',
          // @ts-expect-error -- this step has no file
          script: { actions: { onRun: { command: '{{Task.File.Run}}' } } },
        },
      ],
    });
    defineEnvironmentTemplate({
      specificationVersion: 'environment-2023-09',
      environment: {
        name: 'E',
        script: {
          // @ts-expect-error -- Env.File.Extra does not exist
          actions: { onEnter: { command: '{{Env.File.Extra}}' }, onExit: { command: '{{Env.File.Run}}' } },
          embeddedFiles: [file],
        },
      },
    });
  });

  test('that the compiler does not know are left to run time', () => {
    const files: readonly { name: string; type: 'TEXT'; data: string }[] = [];
    const some = [{ name: 'Some', type: 'TEXT', data: 'x' }] as const;
    const other = [{ name: 'Other', type: 'TEXT', data: 'x' }] as const;
    const optional: { embeddedFiles?: typeof some } = {};
    const isSome = files.length === 0;
    const onRun = { command: '{{Task.File.Some}}' } as const;
    const shared = { actions: { onRun }, embeddedFiles: some } as const;
    defineJobTemplate({
      specificationVersion: 'jobtemplate-2023-09',
      name: 'Files',
      steps: [
        { name: 'A', script: { actions: { onRun: { command: '{{Task.File.Any}}' } }, embeddedFiles: files } },
        { name: 'B', script: { actions: { onRun }, embeddedFiles: [...some, ...files] } },
        { name: 'C', script: { actions: { onRun }, embeddedFiles: [...some, ...other] } },
        { name: 'D', script: { actions: { onRun }, embeddedFiles: isSome ? some : other } },
        { name: 'E', script: { actions: { onRun }, ...optional } },
        { name: 'F', script: shared },
        { name: 'G', script: { ...shared, embeddedFiles: [...shared.embeddedFiles, file] } },
        { name: 'H', script: isSome ? shared : action('a') },
      ],
    });
  });
});
