// docs/diagnostics.md: every code with an example that was decoded while this was written.
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
  if ('described' in example) return [`For example: ${example.described}`];
  const found = exampleDiagnostics(example)?.find((diagnostic) => diagnostic.code === code);
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
  const message = `\`\`\`text\n${found?.message ?? ''}${found?.hint === undefined ? '' : `\n${found.hint}`}\n\`\`\``;
  return [
    ...(notes.length === 0 ? [] : [`${notes.join(', ')}:`.replace(/^w/, 'W')]),
    `\`\`\`${language}\n${shown}\n\`\`\``,
    message,
  ];
}

/** A long list is shown by its beginning. */
function shortened(yaml: string): string {
  const lines = yaml.trimEnd().split('\n');
  return lines.length <= 20 ? lines.join('\n') : [...lines.slice(0, 12), '    # and so on'].join('\n');
}
