/** One option of the command line. The table below is the only place that names a flag. */
export interface OptionSpec {
  /** Name in code, and the long flag in camel case. */
  readonly name: string;
  readonly long: string;
  readonly short?: string;
  /** Other spellings that the reference commands have; they are rewritten to `long` before parsing. */
  readonly aliases?: readonly string[];
  /** Name of the value in help texts; absent for a switch. */
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly default?: string;
  readonly repeatable?: boolean;
  /** Long flags that can't be given together with this one. */
  readonly conflicts?: readonly string[];
  readonly description: string;
}

const OPTIONS = {
  output: {
    name: 'output',
    long: '--output',
    value: 'FORMAT',
    choices: ['human-readable', 'json', 'yaml'],
    default: 'human-readable',
    description: 'How to print the result.',
  },
  checkOutput: {
    name: 'output',
    long: '--output',
    value: 'FORMAT',
    choices: ['human-readable', 'json', 'yaml', 'sarif'],
    default: 'human-readable',
    description: 'How to print the result.',
  },
  extensions: {
    name: 'extensions',
    long: '--extensions',
    value: 'NAME,NAME',
    description: 'Extensions that templates may declare. Default: all that are known; "" for none.',
  },
  jobParam: {
    name: 'jobParam',
    long: '--job-param',
    short: '-p',
    aliases: ['--parameter'],
    value: 'K=V',
    repeatable: true,
    description:
      "Job parameter values: NAME=VALUE, file://PATH of a JSON or YAML map, or an inline JSON map '{...}'. Repeatable; the last value of a name holds.",
  },
  step: { name: 'step', long: '--step', value: 'NAME', description: 'The Step to use. Default: all of them.' },
  environment: {
    name: 'environment',
    long: '--environment',
    aliases: ['--env'],
    value: 'FILE',
    repeatable: true,
    description:
      'Environment template whose Environment is put around the job. Repeatable; entered in the order given.',
  },
  taskParam: {
    name: 'taskParam',
    long: '--task-param',
    short: '-t',
    aliases: ['-tp'],
    value: 'K=V',
    repeatable: true,
    conflicts: ['tasks', 'maximumTasks'],
    description: 'Run one Task: give this option (also -tp) once for each task parameter of the Step.',
  },
  tasks: {
    name: 'tasks',
    long: '--tasks',
    value: 'JSON',
    conflicts: ['taskParam', 'maximumTasks'],
    description:
      'Run these Tasks: a JSON list of maps from task parameter to value, or file://PATH of a JSON or YAML one.',
  },
  maximumTasks: {
    name: 'maximumTasks',
    long: '--maximum-tasks',
    value: 'N',
    conflicts: ['taskParam', 'tasks'],
    description: 'Run at most N Tasks of each Step. Default: all.',
  },
  runDependencies: {
    name: 'runDependencies',
    long: '--run-dependencies',
    description: 'With --step: first run the Steps that it depends on, directly or not.',
  },
  noRunDependencies: {
    name: 'runDependencies',
    long: '--no-run-dependencies',
    description: 'With --step: run that Step alone (the default).',
  },
  pathMappingRules: {
    name: 'pathMappingRules',
    long: '--path-mapping-rules',
    value: 'JSON',
    description:
      'Path mapping: {"version": "pathmapping-1.0", "path_mapping_rules": [...]}, inline or file://PATH of such a JSON or YAML document.',
  },
  user: {
    name: 'user',
    long: '--user',
    value: 'NAME',
    description:
      'Run the actions as this user of the system: through passwordless sudo (Linux), or by the password in OPENJD_USER_PASSWORD (Windows).',
  },
  group: {
    name: 'group',
    long: '--group',
    value: 'NAME',
    description:
      'With --user: the group that owns the files of the Session; both users must be in it. Default: NAME of --user.',
  },
  preserve: { name: 'preserve', long: '--preserve', description: "Keep the Session's working directory." },
  verbose: { name: 'verbose', long: '--verbose', description: 'Show the stack of an unexpected error.' },
  verboseLog: { name: 'verbose', long: '--verbose', description: 'Log more; show the stack of an unexpected error.' },
  timestampFormat: {
    name: 'timestampFormat',
    long: '--timestamp-format',
    value: 'FORMAT',
    choices: ['relative', 'local', 'utc'],
    default: 'relative',
    description: 'Timestamps of log lines.',
  },
  logFile: {
    name: 'logFile',
    long: '--log-file',
    value: 'FILE',
    description: 'Write the log to FILE instead of the terminal.',
  },
  events: {
    name: 'events',
    long: '--events',
    value: 'FILE',
    description:
      'Write every event of the run to FILE as NDJSON; - for standard output (the log then goes to standard error).',
  },
  limit: {
    name: 'limit',
    long: '--limit',
    value: 'N',
    default: '5',
    description: 'Explain the first N Tasks of each Step.',
  },
  schemaVersion: {
    name: 'schemaVersion',
    long: '--version',
    value: 'VERSION',
    choices: ['jobtemplate-2023-09', 'environment-2023-09'],
    description: 'The specification version to print the JSON Schema of (required).',
  },
} as const satisfies Record<string, OptionSpec>;

/** The name of a command. */
export type CommandName = 'check' | 'summary' | 'run' | 'explain' | 'schema' | 'doctor';

/** One command: its words, its options and the file that carries it out, loaded only when it is asked for. */
export interface CommandSpec {
  readonly name: CommandName;
  readonly summary: string;
  readonly description: string;
  /** Name of the positional argument in help texts; `many` allows several. */
  readonly argument?: { readonly name: string; readonly many: boolean; readonly description: string };
  readonly options: readonly OptionSpec[];
}

const TEMPLATE = {
  name: 'template',
  many: false,
  description: 'Job template: a file, a job bundle folder, or - for standard input.',
};

export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'check',
    summary: 'check templates against the specification',
    description: 'Checks job and environment templates and shows every problem with its line and column.',
    argument: {
      name: 'templates',
      many: true,
      description: 'Job or environment templates: files, job bundle folders, or - for standard input.',
    },
    options: [OPTIONS.extensions, OPTIONS.checkOutput, OPTIONS.verbose],
  },
  {
    name: 'summary',
    summary: 'show the Steps, Tasks and parameters of a job',
    description: 'Creates the job from a template and parameter values and shows what it consists of.',
    argument: TEMPLATE,
    options: [OPTIONS.jobParam, OPTIONS.step, OPTIONS.environment, OPTIONS.extensions, OPTIONS.output, OPTIONS.verbose],
  },
  {
    name: 'run',
    summary: 'run a job in a Session on this machine',
    description:
      'Creates the job and runs its Tasks one after the other in one Session: Environments are entered, Steps run in dependency order, the first failure ends the run, and every Environment is exited whatever happens.',
    argument: TEMPLATE,
    options: [
      OPTIONS.jobParam,
      OPTIONS.step,
      OPTIONS.taskParam,
      OPTIONS.tasks,
      OPTIONS.maximumTasks,
      OPTIONS.runDependencies,
      OPTIONS.noRunDependencies,
      OPTIONS.environment,
      OPTIONS.pathMappingRules,
      OPTIONS.extensions,
      OPTIONS.user,
      OPTIONS.group,
      OPTIONS.preserve,
      OPTIONS.timestampFormat,
      OPTIONS.logFile,
      OPTIONS.events,
      OPTIONS.output,
      OPTIONS.verboseLog,
    ],
  },
  {
    name: 'explain',
    summary: 'show what each Task would run, without running it',
    description:
      'A dry run: the resolved command line, files, variables, mapped paths and time limits of each Task and Environment.',
    argument: TEMPLATE,
    options: [
      OPTIONS.jobParam,
      OPTIONS.step,
      OPTIONS.limit,
      OPTIONS.environment,
      OPTIONS.pathMappingRules,
      OPTIONS.extensions,
      OPTIONS.output,
      OPTIONS.verbose,
    ],
  },
  {
    name: 'schema',
    summary: 'print the JSON Schema of templates',
    description: 'Prints the JSON Schema of a template version, for editors and other tools.',
    options: [OPTIONS.schemaVersion, OPTIONS.output, OPTIONS.verbose],
  },
  {
    name: 'doctor',
    summary: 'check whether Sessions can run on this machine',
    description:
      'Tries what a Session needs: starting processes, folders, the clock, and with --user another user of the system. Says what to type where something is missing.',
    options: [OPTIONS.user, OPTIONS.group, OPTIONS.output, OPTIONS.verbose],
  },
];

/** A template version that has a JSON Schema. */
export type SchemaVersion = 'jobtemplate-2023-09' | 'environment-2023-09';

/** The values of all options; each command has those of its own table row. */
export interface OptionValues {
  readonly output: 'human-readable' | 'json' | 'yaml' | 'sarif';
  readonly extensions?: string;
  readonly jobParam: readonly string[];
  readonly step?: string;
  readonly environment: readonly string[];
  readonly taskParam: readonly string[];
  readonly tasks?: string;
  readonly maximumTasks?: string;
  readonly runDependencies?: boolean;
  readonly pathMappingRules?: string;
  readonly user?: string;
  readonly group?: string;
  readonly preserve?: boolean;
  readonly verbose?: boolean;
  readonly timestampFormat: 'relative' | 'local' | 'utc';
  readonly logFile?: string;
  readonly events?: string;
  readonly limit: string;
  readonly schemaVersion?: SchemaVersion;
}
