import type { Diagnostic, SourceRange } from '@ojd/expr';
import { pathText } from './render-plain.ts';

/** The diagnostics of one file, for a log of several. */
export interface FileDiagnostics {
  /** The file, as a path (of any system) or a URI with `//`. */
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Why the file could not be checked at all: a notification of the log, whose run then counts as not successful. */
  readonly failure?: string;
}

/** A SARIF 2.1.0 log, as far as it is used here: plain JSON. */
export interface SarifLog {
  readonly $schema: string;
  readonly version: '2.1.0';
  readonly runs: readonly SarifRun[];
}

interface SarifRun {
  readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] } };
  /** Whether every file could be checked; not whether the checks passed. */
  readonly invocations: readonly [
    {
      readonly executionSuccessful: boolean;
      readonly toolExecutionNotifications?: readonly SarifNotification[];
    },
  ];
  readonly columnKind: 'utf16CodeUnits';
  readonly results: readonly SarifResult[];
}

interface SarifNotification {
  readonly level: 'error';
  readonly message: { readonly text: string };
  readonly locations: readonly SarifLocation[];
}

interface SarifResult {
  readonly ruleId: string;
  readonly level: 'error' | 'warning';
  readonly message: { readonly text: string };
  readonly locations: readonly SarifLocation[];
  readonly relatedLocations?: readonly SarifLocation[];
}

interface SarifLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region?: {
      readonly startLine: number;
      readonly startColumn: number;
      readonly endLine: number;
      readonly endColumn: number;
    };
  };
  readonly logicalLocations?: readonly { readonly fullyQualifiedName: string }[];
  readonly message?: { readonly text: string };
}

/**
 * The diagnostics of files as a SARIF 2.1.0 log, which code hosts and editors read.
 *
 * @example
 * ```ts
 * import { safeDecodeJobTemplate, toSarif } from '@ojd/model';
 *
 * const outcome = safeDecodeJobTemplate('specificationVersion: jobtemplate-2023-09\nname: Demo\nsteps: 1\n');
 * const diagnostics = outcome.ok ? [] : outcome.diagnostics;
 * toSarif([{ file: 'job.yaml', diagnostics }]).runs[0]?.results[0]?.ruleId; // => 'wrong-type'
 * ```
 */
export function toSarif(files: readonly FileDiagnostics[], options: { readonly toolName?: string } = {}): SarifLog {
  const codes = new Set(files.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)));
  const notifications = files.flatMap(({ file, failure }) =>
    failure === undefined ? [] : [notification(file, failure)],
  );
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: options.toolName ?? 'openjd', rules: [...codes].toSorted().map((id) => ({ id })) } },
        invocations: [
          {
            executionSuccessful: notifications.length === 0,
            ...(notifications.length === 0 ? {} : { toolExecutionNotifications: notifications }),
          },
        ],
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(({ file, diagnostics }) => diagnostics.map((diagnostic) => resultOf(file, diagnostic))),
      },
    ],
  };
}

function notification(file: string, text: string): SarifNotification {
  return { level: 'error', message: { text }, locations: [locationOf(file, undefined)] };
}

function resultOf(file: string, { code, severity, message, hint, path, range, related }: Diagnostic): SarifResult {
  return {
    ruleId: code,
    level: severity,
    message: { text: hint === undefined ? message : `${message} ${hint}` },
    locations: [{ ...locationOf(file, range), logicalLocations: [{ fullyQualifiedName: pathText(path) }] }],
    ...(related === undefined
      ? {}
      : {
          relatedLocations: related.map((other) => ({
            ...locationOf(file, other.range),
            message: { text: other.message },
          })),
        }),
  };
}

function locationOf(file: string, range: SourceRange | undefined): SarifLocation {
  const artifactLocation = { uri: uriOf(file) };
  if (range === undefined) return { physicalLocation: { artifactLocation } };
  const { start, end } = range;
  const region = { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  return { physicalLocation: { artifactLocation, region } };
}

/** A relative path becomes a relative reference, whose first part may hold no colon; an absolute one a `file:` URI. */
function uriOf(file: string): string {
  if (/^[A-Za-z][\w+.-]*:\/\//.test(file)) return encodeURI(file);
  const hasDrive = /^[A-Za-z]:[\\/]/.test(file);
  const isWindows = hasDrive || file.startsWith('\\\\');
  const path = (isWindows ? file.replaceAll('\\', '/') : file).split('/').map(encodeURIComponent).join('/');
  if (hasDrive) return `file:///${path.replace('%3A', ':')}`;
  if (isWindows) return `file:${path}`;
  return path.startsWith('/') ? `file://${path}` : path;
}
