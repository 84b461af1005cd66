import type { DeclaredTemplate } from '../input/declared-parameters.ts';
import { type Terminal, visible } from '../terminal/terminal.ts';
import { wrapped } from '../terminal/wrapped.ts';

type Declared = DeclaredTemplate['parameters'][number];

/** The job parameters that a job template defines, and those of environment templates, for a help text; empty if there are none. */
export function parametersHelp(
  [job, ...environments]: readonly DeclaredTemplate[],
  terminal: Terminal,
): readonly string[] {
  if (job === undefined) return [];
  const defaults = defaultsOf([...environments, job]);
  return [
    ...section('Job Parameters', job, defaults, terminal),
    ...environments.flatMap((template) =>
      section(`Job Parameters of environment template '${template.file}'`, template, defaults, terminal),
    ),
  ];
}

function section(
  title: string,
  { parameters }: DeclaredTemplate,
  defaults: ReadonlyMap<unknown, unknown>,
  terminal: Terminal,
): readonly string[] {
  if (parameters.length === 0) return [];
  const lines = parameters.map((parameter) => parameterLines(parameter, defaults.get(parameter['name']), terminal));
  return [`${visible(title)} (-p/--job-param NAME=VALUE):`, ...lines.flat(), ''];
}

/** The defaults that hold where several templates define a parameter (Template Schemas 1.2.1): the last one that is given. */
function defaultsOf(templates: readonly DeclaredTemplate[]): ReadonlyMap<unknown, unknown> {
  const parameters = templates.flatMap((template) => template.parameters);
  return new Map(
    parameters.filter(({ default: value }) => value !== undefined).map(({ name, default: value }) => [name, value]),
  );
}

function parameterLines(parameter: Declared, value: unknown, terminal: Terminal): readonly string[] {
  const { name, type, description } = parameter;
  const isLong = typeof value === 'string' && value.includes('\n');
  const need = value === undefined ? '[required]' : `[default: ${isLong ? 'see below' : shown(value)}]`;
  const limits = limitsOf(parameter);
  const first = `  ${String(name)} (${String(type)}) ${need}${limits === '' ? '' : ` (${limits})`}`;
  const about = typeof description === 'string' ? indented(description.trimEnd(), 6) : [];
  return [
    wrapped(terminal, visible(first), '      '),
    ...about.map((line) => wrapped(terminal, visible(line), '      ')),
    // A value may be copied: it keeps its lines.
    ...(isLong ? ['      Default value:', ...indented(value, 8).map(visible)] : []),
  ];
}

function limitsOf(parameter: Declared): string {
  const allowed = parameter['allowedValues'];
  return [
    span(parameter['minValue'], parameter['maxValue'], 'range', ''),
    span(parameter['minLength'], parameter['maxLength'], 'length', ' characters'),
    Array.isArray(allowed) ? `allowed: ${allowed.map(shown).join(', ')}` : '',
  ]
    .filter((text) => text !== '')
    .join(', ');
}

function span(min: unknown, max: unknown, what: 'range' | 'length', unit: string): string {
  const suffix = what === 'length' ? ' length' : '';
  if (min !== undefined && max !== undefined) return `${what}: ${shown(min)} to ${shown(max)}${unit}`;
  if (min !== undefined) return `minimum${suffix}: ${shown(min)}${unit}`;
  return max === undefined ? '' : `maximum${suffix}: ${shown(max)}${unit}`;
}

function shown(value: unknown): string {
  if (typeof value === 'string') return `'${value.replaceAll('\n', String.raw`\n`)}'`;
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`;
  return String(value);
}

function indented(text: string, width: number): readonly string[] {
  return text.split('\n').map((line) => ' '.repeat(width) + line);
}
