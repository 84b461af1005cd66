import { cells } from './cells.mjs';

/** Between these lines the page is written by the benchmark; the rest of it by people. */
const BEGIN = '<!-- measured: written by npm run bench -->';
const END = '<!-- end of measured -->';

/** The page with the new measurements in it. */
export function markdownPage(report, page) {
  const before = page.split(BEGIN)[0];
  const after = page.split(END)[1];
  if (before === page || after === undefined) throw new Error(`docs/benchmarks.md must hold ${BEGIN} and ${END}.`);
  return `${before}${BEGIN}\n\n${measured(report)}\n${END}${after}`;
}

function measured(report) {
  const { versions } = report;
  const head = [
    `- Date: ${report.date}${report.quick ? ' (`--quick`: fewer repetitions)' : ''}`,
    `- Machine: ${report.machine}; load at the end of the run ${report.load.join(', ')}`,
    `- Versions: Node ${versions.node}, @ojd ${versions['@ojd']}; Python: ${versions.python}; Rust: ${versions.rust}`,
  ];
  return `${head.join('\n')}\n\n![How far each row is from its target](benchmarks.svg)\n\n${table(report.results.map(cells))}`;
}

const COLUMNS = [
  ['what', 'What'],
  ['against', 'Against'],
  ['value', 'Measured'],
  ['target', 'To reach'],
  ['verdict', ''],
  ['figures', 'Figures (ours : theirs)'],
];

// Cells are padded as the formatter of the repository does it, so that a fresh page passes its check.
function table(rows) {
  const texts = [COLUMNS.map(([, title]) => title), ...rows.map((row) => COLUMNS.map(([key]) => escaped(row[key])))];
  const widths = COLUMNS.map((_, column) => Math.max(3, ...texts.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((text, column) => text.padEnd(widths[column])).join(' | ')} |\n`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |\n`;
  return line(texts[0]) + rule + texts.slice(1).map(line).join('');
}

// "<" before a character could begin a tag, "|" ends a cell.
function escaped(text) {
  return text.replaceAll('|', String.raw`\|`);
}
