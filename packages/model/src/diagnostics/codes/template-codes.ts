import type { CodeEntry } from './code-entry.ts';

/** Codes about parts of a template that do not fit each other. */
export type TemplateCode =
  | 'parameter-repeated'
  | 'parameter-bounds-crossed'
  | 'parameter-value-out-of-bounds'
  | 'parameter-default-not-allowed'
  | 'user-interface-control'
  | 'user-interface-checkbox'
  | 'user-interface-field'
  | 'step-repeated'
  | 'step-without-action'
  | 'step-several-actions'
  | 'dependency-unknown'
  | 'dependency-repeated'
  | 'dependency-cycle'
  | 'environment-repeated'
  | 'environment-empty'
  | 'environment-without-action'
  | 'embedded-file-repeated'
  | 'embedded-filename-repeated'
  | 'host-requirements-empty'
  | 'host-requirements-too-many'
  | 'capability-name'
  | 'capability-reserved'
  | 'capability-repeated'
  | 'amount-bounds-crossed'
  | 'attribute-value'
  | 'attribute-value-unknown'
  | 'attribute-single-valued'
  | 'combination-syntax'
  | 'combination-parameter-unknown'
  | 'combination-parameter-repeated'
  | 'combination-parameter-missing'
  | 'combination-lengths-differ'
  | 'chunk-several'
  | 'chunk-in-association'
  | 'let-syntax'
  | 'let-name'
  | 'let-repeated'
  | 'wrap-hooks-incomplete'
  | 'wrap-environments-several';

export const TEMPLATE_CODES: Readonly<Record<TemplateCode, CodeEntry>> = {
  'parameter-repeated': {
    section: '1.1',
    summary: 'Two parameters of one list have the same name.',
    mend: 'Rename one of the two.',
    example: { yaml: 'parameterDefinitions:\n- {name: Frames, type: STRING}\n- {name: Frames, type: INT}' },
  },
  'parameter-bounds-crossed': {
    section: '2',
    summary: 'A minimum is greater than its maximum: no value could satisfy both.',
    mend: 'Swap the two, or correct one.',
    example: { yaml: 'parameterDefinitions:\n- name: Frame\n  type: INT\n  minValue: 10\n  maxValue: 1' },
  },
  'parameter-value-out-of-bounds': {
    section: '2',
    summary: 'A `default` or an allowed value breaks the bounds of its own parameter.',
    mend: 'Correct the value or the bounds.',
    example: { yaml: 'parameterDefinitions:\n- name: Frame\n  type: INT\n  minValue: 1\n  default: 0' },
  },
  'parameter-default-not-allowed': {
    section: '2',
    summary: 'The `default` is not one of the `allowedValues`.',
    mend: 'Add it to the list, or choose another default.',
    example: {
      yaml: 'parameterDefinitions:\n- name: Quality\n  type: STRING\n  default: medium\n  allowedValues: [low, high]',
    },
  },
  'user-interface-control': {
    section: '2.1',
    summary: 'A control is for parameters with `allowedValues` and there are none, or the other way round.',
    mend: 'Choose a control that fits, or add or remove `allowedValues`.',
    example: {
      yaml: 'parameterDefinitions:\n- name: Quality\n  type: STRING\n  userInterface: {control: DROPDOWN_LIST}',
    },
  },
  'user-interface-checkbox': {
    section: '2.1',
    summary: 'A check box needs exactly two allowed values that mean true and false.',
    mend: 'Write one of the pairs true/false, yes/no, on/off and 1/0.',
    example: {
      yaml: 'parameterDefinitions:\n- name: Denoise\n  type: STRING\n  allowedValues: [enabled, disabled]\n  userInterface: {control: CHECK_BOX}',
    },
  },
  'user-interface-field': {
    section: '2.2',
    summary: 'A field of `userInterface` is for another control than the one chosen.',
    mend: 'Remove the field, or choose the control that it is for.',
    example: {
      yaml: 'parameterDefinitions:\n- name: Scale\n  type: FLOAT\n  userInterface: {control: HIDDEN, decimals: 2}',
    },
  },
  'step-repeated': {
    section: '3',
    summary: 'Two steps have the same name.',
    mend: 'Rename one of the two.',
    example: {
      yaml: 'steps:\n- name: Render\n  script: {actions: {onRun: {command: echo}}}\n- name: Render\n  script: {actions: {onRun: {command: echo}}}',
    },
  },
  'step-without-action': {
    section: '3',
    summary: 'A step says neither `script` nor, with FEATURE_BUNDLE_1, one of bash, cmd, node, powershell and python.',
    mend: 'Add one of them.',
    example: { yaml: 'steps:\n- name: Render', extensions: ['FEATURE_BUNDLE_1'] },
  },
  'step-several-actions': {
    section: '8',
    summary: 'A step says more than one of `script`, bash, cmd, node, powershell and python.',
    mend: 'Keep one of them.',
    example: {
      yaml: 'steps:\n- name: Render\n  bash: {script: echo hello}\n  script: {actions: {onRun: {command: echo}}}',
      extensions: ['FEATURE_BUNDLE_1'],
    },
  },
  'dependency-unknown': {
    section: '3.2',
    summary: 'A step depends on a step that does not exist.',
    mend: 'Correct the name.',
    example: {
      yaml: 'steps:\n- name: Render\n  dependencies:\n  - dependsOn: Prepare\n  script: {actions: {onRun: {command: echo}}}',
    },
  },
  'dependency-repeated': {
    section: '3.2',
    summary: 'A step names the same dependency twice.',
    mend: 'Remove one of the two.',
    example: {
      yaml: 'steps:\n- name: Prepare\n  script: {actions: {onRun: {command: echo}}}\n- name: Render\n  dependencies:\n  - dependsOn: Prepare\n  - dependsOn: Prepare\n  script: {actions: {onRun: {command: echo}}}',
    },
  },
  'dependency-cycle': {
    section: '3.2',
    summary: 'Steps wait for each other, or a step waits for itself: none of them could ever start.',
    mend: 'Remove one of the dependencies in the circle.',
    example: {
      yaml: 'steps:\n- name: A\n  dependencies: [{dependsOn: B}]\n  script: {actions: {onRun: {command: echo}}}\n- name: B\n  dependencies: [{dependsOn: A}]\n  script: {actions: {onRun: {command: echo}}}',
    },
  },
  'environment-repeated': {
    section: '1.1',
    summary:
      'Two environments of one list have the same name, or a step environment has the name of a job environment.',
    mend: 'Rename one of the two.',
    example: {
      yaml: 'jobEnvironments:\n- name: Blender\n  variables: {A: "1"}\n- name: Blender\n  variables: {B: "2"}',
    },
  },
  'environment-empty': {
    section: '4',
    summary: 'An environment has neither `script` nor `variables`.',
    mend: 'Add one of them, or remove the environment.',
    example: { yaml: 'jobEnvironments:\n- name: Blender' },
  },
  'environment-without-action': {
    section: '4.3',
    summary: 'The script of an environment has no action.',
    mend: 'Add `onEnter` or `onExit`.',
    example: { yaml: 'jobEnvironments:\n- name: Blender\n  script: {actions: {}}' },
  },
  'embedded-file-repeated': {
    section: '6.1',
    summary: 'Two embedded files of one script have the same name.',
    mend: 'Rename one of the two.',
    example: {
      yaml: 'steps:\n- name: Render\n  script:\n    actions: {onRun: {command: bash, args: ["{{Task.File.Run}}"]}}\n    embeddedFiles:\n    - {name: Run, type: TEXT, data: echo one}\n    - {name: Run, type: TEXT, data: echo two}',
    },
  },
  'embedded-filename-repeated': {
    section: '6.1',
    summary: 'Warning: two embedded files of one script have the same `filename`, so that one overwrites the other.',
    mend: 'Rename one of the two.',
    example: {
      yaml: 'steps:\n- name: Render\n  script:\n    actions: {onRun: {command: bash, args: ["{{Task.File.One}}"]}}\n    embeddedFiles:\n    - {name: One, type: TEXT, filename: run.sh, data: echo one}\n    - {name: Two, type: TEXT, filename: run.sh, data: echo two}',
    },
  },
  'host-requirements-empty': {
    section: '3.3',
    summary: 'Host requirements, an amount or an attribute say nothing.',
    mend: 'Add `amounts` or `attributes`; to an amount `min` or `max`; to an attribute `anyOf` or `allOf`.',
    example: { yaml: 'steps:\n- name: Render\n  hostRequirements: {}\n  script: {actions: {onRun: {command: echo}}}' },
  },
  'host-requirements-too-many': {
    section: '3.3',
    summary: 'A step has more than 50 amounts and attributes together.',
    mend: 'Remove some.',
    example: {
      ts: [
        `import { safeDecodeJobTemplate } from '@ojd/model';`,
        ``,
        `const numbers = Array.from({ length: 30 }, (_, index) => index);`,
        `const hostRequirements = {`,
        `  amounts: numbers.map((index) => ({ name: \`amount.a\${index}\`, min: 1 })),`,
        `  attributes: numbers.map((index) => ({ name: \`attr.b\${index}\`, anyOf: ['yes'] })),`,
        `};`,
        `const script = { actions: { onRun: { command: 'echo' } } };`,
        `const steps = [{ name: 'Step', hostRequirements, script }];`,
        `const outcome = safeDecodeJobTemplate({ specificationVersion: 'jobtemplate-2023-09', name: 'Demo', steps });`,
        `outcome.ok ? [] : outcome.diagnostics.map(({ code }) => code); // => ['host-requirements-too-many']`,
      ].join('\n'),
    },
  },
  'capability-name': {
    section: '3.3.1.1',
    summary: 'The name of a capability does not have the form of one.',
    mend: 'Write `amount.` or `attr.`, then identifiers with dots between them; a vendor and a colon may stand in front.',
    example: {
      yaml: 'steps:\n- name: Render\n  hostRequirements: {amounts: [{name: worker.vcpu, min: 1}]}\n  script: {actions: {onRun: {command: echo}}}',
    },
  },
  'capability-reserved': {
    section: '3.3.1.1',
    summary: 'The name of a capability begins with a word that the specification keeps for itself.',
    mend: 'Use a standard capability, or another word after `amount.` or `attr.`.',
    example: {
      yaml: 'steps:\n- name: Render\n  hostRequirements: {amounts: [{name: amount.worker.licenses, min: 1}]}\n  script: {actions: {onRun: {command: echo}}}',
    },
  },
  'capability-repeated': {
    section: '3.3',
    summary: 'Two amounts or two attributes name the same capability. Case does not matter.',
    mend: 'Merge the two.',
    example: {
      yaml: 'steps:\n- name: Render\n  hostRequirements: {amounts: [{name: amount.worker.vcpu, min: 4}, {name: AMOUNT.WORKER.VCPU, max: 8}]}\n  script: {actions: {onRun: {command: echo}}}',
    },
  },
  'amount-bounds-crossed': {
    section: '3.3.1',
    summary: 'The `min` of an amount is greater than its `max`.',
    mend: 'Swap the two, or correct one.',
    example: {
      yaml: 'steps:\n- name: Render\n  hostRequirements: {amounts: [{name: amount.worker.vcpu, min: 10, max: 5}]}\n  script: {actions: {onRun: {command: echo}}}',
    },
  },
  'attribute-value': {
    section: '3.3.2.2',
    summary: 'A value of an attribute does not have the form of one.',
    mend: 'Use Latin letters, digits, underscores and hyphens, and begin with a letter or underscore.',
    example: {
      yaml: 'steps:\n- name: Render\n  hostRequirements: {attributes: [{name: attr.site, anyOf: ["3rd floor"]}]}\n  script: {actions: {onRun: {command: echo}}}',
    },
  },
  'attribute-value-unknown': {
    section: '3.3.2.1',
    summary: 'A standard attribute never has this value.',
    mend: 'Write one of the values that the message lists.',
    example: {
      yaml: 'steps:\n- name: Render\n  hostRequirements: {attributes: [{name: attr.worker.os.family, anyOf: [ubuntu]}]}\n  script: {actions: {onRun: {command: echo}}}',
    },
  },
  'attribute-single-valued': {
    section: '3.3.2.1',
    summary: 'A standard attribute has one value on each host, and `allOf` asks for several.',
    mend: 'Use `anyOf`, or keep one value.',
    example: {
      yaml: 'steps:\n- name: Render\n  hostRequirements: {attributes: [{name: attr.worker.os.family, allOf: [linux, windows]}]}\n  script: {actions: {onRun: {command: echo}}}',
    },
  },
  'combination-syntax': {
    section: '3.4.3',
    summary: 'The text is not a combination expression.',
    mend: 'Put `*` between parameters that multiply, and `(A, B)` around parameters that go in lockstep.',
    example: {
      yaml: 'steps:\n- name: Render\n  parameterSpace:\n    taskParameterDefinitions:\n    - {name: A, type: INT, range: 1-2}\n    - {name: B, type: INT, range: 1-2}\n    combination: A B\n  script: {actions: {onRun: {command: echo}}}',
    },
  },
  'combination-parameter-unknown': {
    section: '3.4.3',
    summary: 'A combination names a task parameter that does not exist.',
    mend: 'Correct the name.',
    example: {
      yaml: 'steps:\n- name: Render\n  parameterSpace:\n    taskParameterDefinitions:\n    - {name: Frame, type: INT, range: 1-2}\n    combination: Frame * Layer\n  script: {actions: {onRun: {command: echo}}}',
    },
  },
  'combination-parameter-repeated': {
    section: '3.4.3',
    summary: 'A combination names a task parameter twice.',
    mend: 'Keep one of the two.',
    example: {
      yaml: 'steps:\n- name: Render\n  parameterSpace:\n    taskParameterDefinitions:\n    - {name: Frame, type: INT, range: 1-2}\n    combination: Frame * Frame\n  script: {actions: {onRun: {command: echo}}}',
    },
  },
  'combination-parameter-missing': {
    section: '3.4.3',
    summary: 'A combination leaves out a task parameter.',
    mend: 'Add it, usually with `*`.',
    example: {
      yaml: 'steps:\n- name: Render\n  parameterSpace:\n    taskParameterDefinitions:\n    - {name: Frame, type: INT, range: 1-2}\n    - {name: Layer, type: STRING, range: [fg, bg]}\n    combination: Frame\n  script: {actions: {onRun: {command: echo}}}',
    },
  },
  'combination-lengths-differ': {
    section: '3.4.3',
    summary: 'The members of an association have different numbers of values.',
    mend: 'Give them the same number of values, or put `*` between them.',
    example: {
      yaml: 'steps:\n- name: Render\n  parameterSpace:\n    taskParameterDefinitions:\n    - {name: A, type: INT, range: 1-2}\n    - {name: B, type: INT, range: 1-3}\n    combination: (A, B)\n  script: {actions: {onRun: {command: echo}}}',
    },
  },
  'chunk-several': {
    section: '3.4',
    summary: 'A parameter space has more than one `CHUNK[INT]` parameter.',
    mend: 'Make all but one of them `INT`.',
    example: {
      yaml: 'steps:\n- name: Render\n  parameterSpace:\n    taskParameterDefinitions:\n    - {name: A, type: "CHUNK[INT]", range: 1-9, chunks: {defaultTaskCount: 3, rangeConstraint: CONTIGUOUS}}\n    - {name: B, type: "CHUNK[INT]", range: 1-9, chunks: {defaultTaskCount: 3, rangeConstraint: CONTIGUOUS}}\n  script: {actions: {onRun: {command: echo}}}',
      extensions: ['TASK_CHUNKING'],
    },
  },
  'chunk-in-association': {
    section: '3.4.3',
    summary: 'A `CHUNK[INT]` parameter stands in an association.',
    mend: 'Combine it with `*`, or make it `INT`.',
    example: {
      yaml: 'steps:\n- name: Render\n  parameterSpace:\n    taskParameterDefinitions:\n    - {name: A, type: "CHUNK[INT]", range: 1-9, chunks: {defaultTaskCount: 3, rangeConstraint: CONTIGUOUS}}\n    - {name: B, type: INT, range: 1-9}\n    combination: (A, B)\n  script: {actions: {onRun: {command: echo}}}',
      extensions: ['TASK_CHUNKING'],
    },
  },
  'let-syntax': {
    section: '3.6.1',
    summary: 'An entry of `let` is not `name = expression`.',
    mend: 'Write a name, an equals sign and an expression.',
    example: {
      yaml: 'steps:\n- name: Render\n  let: [frames]\n  script: {actions: {onRun: {command: echo}}}',
      extensions: ['EXPR'],
    },
  },
  'let-name': {
    section: '3.6.1',
    summary: 'The name of a `let` binding does not have the form of one.',
    mend: 'Begin with a lowercase letter or an underscore; go on with letters, digits and underscores.',
    example: {
      yaml: 'steps:\n- name: Render\n  let: [Frames = 12]\n  script: {actions: {onRun: {command: echo}}}',
      extensions: ['EXPR'],
    },
  },
  'let-repeated': {
    section: '3.6',
    summary: 'A `let` binding has the name of an earlier one, in the same list or around it.',
    mend: 'Rename one of the two.',
    example: {
      yaml: 'steps:\n- name: Render\n  let: [count = 1, count = 2]\n  script: {actions: {onRun: {command: echo}}}',
      extensions: ['EXPR'],
    },
  },
  'wrap-hooks-incomplete': {
    section: 'RFC 0008',
    summary: 'An environment defines some of the three wrap hooks.',
    mend: 'Define `onWrapEnvEnter`, `onWrapTaskRun` and `onWrapEnvExit`, or none of them.',
    example: {
      yaml: 'environment:\n  name: Container\n  script:\n    actions:\n      onWrapTaskRun: {command: echo}',
      kind: 'environment',
      extensions: ['WRAP_ACTIONS', 'EXPR'],
    },
  },
  'wrap-environments-several': {
    section: 'RFC 0008',
    summary: 'More than one environment of a session would wrap the actions of the others.',
    mend: 'Keep the wrap hooks of one environment.',
    example: {
      yaml: 'jobEnvironments:\n- name: Outer\n  script: {actions: &hooks {onWrapEnvEnter: {command: a}, onWrapTaskRun: {command: b}, onWrapEnvExit: {command: c}}}\n- name: Inner\n  script: {actions: *hooks}',
      extensions: ['WRAP_ACTIONS', 'EXPR'],
    },
  },
};
