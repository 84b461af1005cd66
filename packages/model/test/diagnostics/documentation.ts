// docs/diagnostics.md: every code with an example that was decoded while this was written.
import type { ModelDiagnostic } from '@ojd/model';
import type { CodeEntry } from '../../src/diagnostics/codes/code-entry.ts';
import { CODE_GROUPS, exampleDiagnostics } from './code-table.ts';

const HEAD = `# Diagnostics

Every problem of a template is one diagnostic: a stable code, a message, the path of the value, and for a text its range.
Codes keep their meaning: a release may add some. Each example below was decoded when this page was written; keys that it
does not show are those of a small valid template.
`;

export function diagnosticsPage(): string {
  const groups = CODE_GROUPS.map(([title, codes]) => {
    const entries = Object.entries(codes).map(([code, entry]) => codeSection(code, entry));
    return [`## ${title}`, ...entries].join('\n\n');
  });
  return `${[HEAD.trim(), ...groups].join('\n\n')}\n`;
}

function codeSection(code: string, { section, summary, mend, example }: CodeEntry): string {
  const parts = [
    `### ${code}`,
    summary,
    ...exampleParts(code, { section, summary, mend, example }),
    `**Mend:** ${mend}`,
  ];
  if (section !== '-') parts.push(`_${/^\d/.test(section) ? `Template Schemas ${section}` : section}_`);
  return parts.join('\n\n');
}

function exampleParts(code: string, { example }: CodeEntry): string[] {
  if ('ts' in example) return [`\`\`\`ts\n${example.ts}\n\`\`\``];
  const found = exampleDiagnostics(example)?.find((diagnostic) => diagnostic.code === code);
  if ('parameters' in example) return [...submission(example), messageOf(found)];
  const shown = 'text' in example ? example.text : shortened(example.yaml);
  const language = 'format' in example && example.format === 'json' ? 'json' : 'yaml';
  const notes = [
    ...('extensions' in example && example.extensions !== undefined
      ? [`with \`extensions: [${example.extensions.join(', ')}]\``]
      : []),
    ...(example.limits === undefined ? [] : [`with the limits \`${JSON.stringify(example.limits)}\``]),
    ...('supportedExtensions' in example && example.supportedExtensions !== undefined
      ? [`where the application supports ${example.supportedExtensions.join(', ')}`]
      : []),
  ];
  return [
    ...(notes.length === 0 ? [] : [`${notes.join(', ')}:`.replace(/^w/, 'W')]),
    `\`\`\`${language}\n${shown}\n\`\`\``,
    messageOf(found),
  ];
}

/** A long list is shown by its beginning. */
function shortened(yaml: string): string {
  const lines = yaml.trimEnd().split('\n');
  return lines.length <= 20 ? lines.join('\n') : [...lines.slice(0, 12), '    # and so on'].join('\n');
}

function messageOf(found: ModelDiagnostic | undefined): string {
  return `\`\`\`text\n${found?.message ?? ''}${found?.hint === undefined ? '' : `\n${found.hint}`}\n\`\`\``;
}

/** The definitions, and the call that they are given to. */
function submission(example: Extract<CodeEntry['example'], { parameters: string }>): string[] {
  const { parameters, environmentParameters, values = {}, options } = example;
  const call = [values, options].filter((part) => part !== undefined).map((part) => literal(part));
  return [
    `\`\`\`yaml\nparameterDefinitions:\n${parameters}\n\`\`\``,
    ...(environmentParameters === undefined
      ? []
      : ['and in an environment template', `\`\`\`yaml\nparameterDefinitions:\n${environmentParameters}\n\`\`\``]),
    `with \`preprocessJobParameters(template, ${call.join(', ')})\`:`,
  ];
}

function literal(values: Readonly<Record<string, string | number>>): string {
  const parts = Object.entries(values).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}
