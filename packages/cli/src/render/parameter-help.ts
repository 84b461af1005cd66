import type { DeclaredTemplate } from '../input/declared-parameters.ts';
import { type Terminal, visible } from '../terminal/terminal.ts';
import { wrapped } from '../terminal/wrapped.ts';

type Declared = DeclaredTemplate['parameters'][number];

/** The job parameters of a template for a help text; empty if it has none. */
export function parametersHelp({ parameters }: DeclaredTemplate, terminal: Terminal): readonly string[] {
  if (parameters.length === 0) return [];
  return [
    'Job Parameters (-p/--job-param NAME=VALUE):',
    ...parameters.flatMap((parameter) => parameterLines(parameter, terminal)),
    '',
  ];
}

function parameterLines(parameter: Declared, terminal: Terminal): readonly string[] {
  const { name, type, description, default: value } = parameter;
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
