import { cells } from './cells.mjs';

const LINE = 22;
const LABELS = 620;
const BAR = 380;
const TOP = 52;
/** Bars are cut at this many times (or this part of) the target. */
const MOST = 8;

/** Each row that has a target as a bar on a logarithmic scale: to the right of the middle is better than the target. */
export function drawing({ results }) {
  const shown = results.filter(({ value, target }) => value !== undefined && target !== undefined);
  const height = TOP + shown.length * LINE + 16;
  const middle = LABELS + BAR / 2;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${LABELS + BAR + 180}" height="${height}" font-family="system-ui, sans-serif" font-size="12">
<rect width="100%" height="100%" fill="#ffffff"/>
<text x="${middle}" y="20" text-anchor="middle" fill="#333333">target</text>
<text x="${LABELS}" y="38" fill="#777777">${MOST} times short of it</text>
<text x="${LABELS + BAR}" y="38" text-anchor="end" fill="#777777">${MOST} times better</text>
${shown.map((result, index) => bar(result, TOP + index * LINE)).join('\n')}
<line x1="${middle}" x2="${middle}" y1="26" y2="${height - 10}" stroke="#333333"/>
</svg>
`;
}

function bar(result, y) {
  const margin = margins(result);
  const width = (Math.min(1, Math.abs(Math.log(margin)) / Math.log(MOST)) * BAR) / 2;
  const middle = LABELS + BAR / 2;
  const isBetter = margin >= 1;
  const { what, against, value, target } = cells(result);
  const color = isBetter ? '#2a7f62' : '#c4502f';
  return [
    `<text x="${LABELS - 10}" y="${y + 12}" text-anchor="end" fill="#222222">${escaped(`${what} | ${against}`)}</text>`,
    `<rect x="${(isBetter ? middle : middle - width).toFixed(1)}" y="${y + 2}" width="${width.toFixed(1)}" height="${LINE - 9}" fill="${color}"/>`,
    `<text x="${LABELS + BAR + 10}" y="${y + 12}" fill="#222222">${escaped(`${value} (${target})`)}</text>`,
  ].join('\n');
}

/** How many times better than its target a value is. */
function margins({ value, target }) {
  // Memory may have shrunk: as good as it gets.
  return 'atMost' in target ? target.atMost / Math.max(value, 1e-9) : value / target.atLeast;
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
