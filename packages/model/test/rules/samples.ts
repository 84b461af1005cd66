// Valid templates in which every field of every object of the specification stands at least once.

const ACTION = {
  command: 'echo',
  args: ['{{Param.Text}}'],
  timeout: 60,
  cancelation: { mode: 'NOTIFY_THEN_TERMINATE', notifyPeriodInSeconds: 30 },
};

const FILTERS = {
  fileFilters: [{ label: 'Scenes', patterns: ['*.blend', '*.*', '*'] }],
  fileFilterDefault: { label: 'All', patterns: ['*'] },
};

const UI = { label: 'Label', groupLabel: 'Group' };

const PARAMETERS = [
  {
    name: 'Text',
    type: 'STRING',
    description: 'A text.',
    default: 'one',
    allowedValues: ['one', 'two'],
    minLength: 1,
    maxLength: 10,
    userInterface: { control: 'DROPDOWN_LIST', ...UI },
  },
  {
    name: 'Scene',
    type: 'PATH',
    description: 'A path.',
    default: 'a',
    minLength: 1,
    maxLength: 10,
    objectType: 'FILE',
    dataFlow: 'IN',
    userInterface: { control: 'CHOOSE_INPUT_FILE', ...UI, ...FILTERS },
  },
  { name: 'Choice', type: 'PATH', allowedValues: ['a', 'b'] },
  {
    name: 'Count',
    type: 'INT',
    description: 'An integer.',
    default: 1,
    minValue: 0,
    maxValue: 5,
    userInterface: { control: 'SPIN_BOX', ...UI, singleStepDelta: 1 },
  },
  { name: 'IntChoice', type: 'INT', allowedValues: [1, '2'] },
  {
    name: 'Scale',
    type: 'FLOAT',
    description: 'A decimal.',
    default: 1.5,
    minValue: 0,
    maxValue: 5,
    userInterface: { control: 'SPIN_BOX', ...UI, decimals: 2, singleStepDelta: 0.5 },
  },
  { name: 'FloatChoice', type: 'FLOAT', allowedValues: [1.5, '2'] },
  {
    name: 'Flag',
    type: 'BOOL',
    description: 'A boolean.',
    default: true,
    userInterface: { control: 'CHECK_BOX', ...UI },
  },
  {
    name: 'Frames',
    type: 'RANGE_EXPR',
    description: 'A range.',
    default: '1-10',
    minLength: 1,
    maxLength: 10,
    userInterface: { control: 'LINE_EDIT', ...UI },
  },
  {
    name: 'Texts',
    type: 'LIST[STRING]',
    description: 'Texts.',
    default: ['a'],
    minLength: 1,
    maxLength: 3,
    item: { allowedValues: ['a', 'b'], minLength: 1, maxLength: 2 },
    userInterface: { control: 'LINE_EDIT_LIST', ...UI },
  },
  {
    name: 'Scenes',
    type: 'LIST[PATH]',
    description: 'Paths.',
    default: ['a'],
    minLength: 1,
    maxLength: 3,
    objectType: 'FILE',
    dataFlow: 'IN',
    item: { allowedValues: ['a', 'b'], minLength: 1, maxLength: 2 },
    userInterface: { control: 'CHOOSE_INPUT_FILE_LIST', ...UI, ...FILTERS },
  },
  {
    name: 'Counts',
    type: 'LIST[INT]',
    description: 'Integers.',
    default: [1],
    minLength: 1,
    maxLength: 3,
    item: { allowedValues: [1, 2], minValue: 0, maxValue: 5 },
    userInterface: { control: 'SPIN_BOX_LIST', ...UI, singleStepDelta: 1 },
  },
  {
    name: 'Scales',
    type: 'LIST[FLOAT]',
    description: 'Decimals.',
    default: [1.5],
    minLength: 1,
    maxLength: 3,
    item: { allowedValues: [1.5, 2], minValue: 0, maxValue: 5 },
    userInterface: { control: 'SPIN_BOX_LIST', ...UI, decimals: 2, singleStepDelta: 0.5 },
  },
  {
    name: 'Flags',
    type: 'LIST[BOOL]',
    description: 'Booleans.',
    default: [true],
    minLength: 1,
    maxLength: 3,
    userInterface: { control: 'CHECK_BOX_LIST', ...UI },
  },
  {
    name: 'Matrix',
    type: 'LIST[LIST[INT]]',
    description: 'Lists of integers.',
    default: [[1]],
    minLength: 1,
    maxLength: 3,
    item: { minLength: 1, maxLength: 3, item: { allowedValues: [1, 2], minValue: 0, maxValue: 5 } },
    userInterface: { control: 'HIDDEN', ...UI },
  },
];

const FILE = {
  name: 'Run',
  type: 'TEXT',
  filename: 'run.sh',
  runnable: true,
  data: 'echo {{Param.Text}}',
  endOfLine: 'LF',
};

const simple = (name: string, language: string) => ({
  name,
  [language]: {
    let: ['twice = Param.Count * 2'],
    script: 'run {{twice}}',
    args: ['{{Param.Text}}'],
    timeout: 60,
    cancelation: { mode: 'TERMINATE' },
  },
});

export const JOB_SAMPLE = {
  specificationVersion: 'jobtemplate-2023-09',
  $schema: 'ignored',
  extensions: ['EXPR', 'FEATURE_BUNDLE_1', 'TASK_CHUNKING', 'REDACTED_ENV_VARS'],
  name: 'Demo {{Param.Text}}',
  description: 'A job with everything.',
  parameterDefinitions: PARAMETERS,
  jobEnvironments: [
    {
      name: 'Tools',
      description: 'An environment.',
      variables: { TOOL: '{{Param.Text}}' },
      script: { let: ['tool = Param.Text'], actions: { onEnter: ACTION, onExit: ACTION }, embeddedFiles: [FILE] },
    },
  ],
  steps: [
    simple('Prepare', 'bash'),
    {
      name: 'Render',
      description: 'A step.',
      let: ['twice = Param.Count * 2'],
      dependencies: [{ dependsOn: 'Prepare' }],
      stepEnvironments: [{ name: 'Scratch', variables: { SCRATCH: 'yes' } }],
      hostRequirements: {
        amounts: [{ name: 'amount.worker.vcpu', min: 1, max: 4 }],
        attributes: [{ name: 'attr.worker.os.family', anyOf: ['linux'], allOf: ['linux'] }],
      },
      parameterSpace: {
        taskParameterDefinitions: [
          { name: 'Frame', type: 'INT', range: [1, '2'] },
          { name: 'Size', type: 'FLOAT', range: [1.5, '2'] },
          { name: 'Layer', type: 'STRING', range: ['fg', 'bg'] },
          { name: 'File', type: 'PATH', range: ['a', 'b'] },
          {
            name: 'Chunk',
            type: 'CHUNK[INT]',
            range: '1-10',
            chunks: { defaultTaskCount: 2, targetRuntimeSeconds: 60, rangeConstraint: 'CONTIGUOUS' },
          },
        ],
        combination: '(Frame, Size) * Layer * File * Chunk',
      },
      script: {
        let: ['thrice = twice + Param.Count'],
        actions: { onRun: ACTION },
        embeddedFiles: [FILE],
      },
    },
    simple('Cmd', 'cmd'),
    simple('Node', 'node'),
    simple('Powershell', 'powershell'),
    simple('Python', 'python'),
  ],
};

const HOOK = {
  command: 'wrap',
  args: ['{{WrappedAction.Command}}', '{{WrappedAction.Args}}'],
  timeout: '{{WrappedAction.Timeout}}',
  cancelation: {
    mode: '{{WrappedAction.Cancelation.Mode}}',
    notifyPeriodInSeconds: '{{WrappedAction.Cancelation.NotifyPeriodInSeconds}}',
  },
};

export const ENVIRONMENT_SAMPLE = {
  specificationVersion: 'environment-2023-09',
  extensions: ['WRAP_ACTIONS', 'EXPR', 'FEATURE_BUNDLE_1'],
  parameterDefinitions: [{ name: 'Text', type: 'STRING' }],
  environment: {
    name: 'Container',
    description: 'An environment that wraps.',
    variables: { A: '{{Param.Text}}' },
    script: {
      actions: { onEnter: ACTION, onWrapEnvEnter: HOOK, onWrapTaskRun: HOOK, onWrapEnvExit: HOOK, onExit: ACTION },
    },
  },
};

/** A base template: no extension, as little as possible. */
export const MINIMAL_JOB = {
  specificationVersion: 'jobtemplate-2023-09',
  name: 'Demo',
  steps: [{ name: 'Step', script: { actions: { onRun: { command: 'echo' } } } }],
};

export const MINIMAL_ENVIRONMENT = {
  specificationVersion: 'environment-2023-09',
  environment: { name: 'Env', variables: { A: '1' } },
};
