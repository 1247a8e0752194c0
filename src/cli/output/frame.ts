/** The source line of a finding with a mark under the words. */
import { plain, type Style } from './terminal';
import type { FindingReport } from '../lint/report';

const TAB = 2;
/** Columns a frame may take where the width of the terminal is not known. */
const WIDTH = 100;

/** Columns of a character on a terminal: wide in the East Asian and emoji blocks, none for marks that combine. */
function width(char: string): number {
  const code = char.codePointAt(0)!;
  if (code === 9) return TAB;
  if ((code >= 0x300 && code <= 0x36f) || (code >= 0x200b && code <= 0x200d) || (code >= 0xfe00 && code <= 0xfe0f)) return 0;
  const wide =
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd);
  return wide ? 2 : 1;
}

const columns = (text: string): number => [...text].reduce((sum, char) => sum + width(char), 0);
const shown = (text: string): string => plain(text.replaceAll('\t', ' '.repeat(TAB)));

/** Two lines, without line breaks at their ends. Long lines are cut round the finding. */
export function codeFrame(finding: FindingReport, line: string, style: Style, screen = WIDTH): string[] {
  const gutter = String(finding.line).length;
  const room = Math.max(40, Math.min(screen, 160) - gutter - 4);
  const from = Math.min(finding.column - 1, line.length);
  const to = finding.endLine === finding.line ? Math.max(from + 1, finding.endColumn - 1) : line.length;
  let start = 0;
  // A line of a megabyte is cut before it is measured.
  if (to > room / 2 && columns(line.slice(0, Math.min(to, 4 * room))) > room - 2) start = Math.max(0, from - Math.floor(room / 4));
  if (start > 0 && /[\udc00-\udfff]/.test(line[start] ?? '')) start--;
  let text = '';
  let used = start > 0 ? 1 : 0;
  let end = start;
  for (const char of line.slice(start, start + 2 * room)) {
    const w = width(char);
    if (used + w > room - 1) break;
    text += char;
    used += w;
    end += char.length;
  }
  const before = start > 0 ? '…' : '';
  const after = end < line.length ? '…' : '';
  const indent = before.length + columns(line.slice(start, from));
  const marks = Math.max(1, Math.min(columns(line.slice(from, Math.min(to, end))), room - indent));
  const paint = severityPaint(finding, style);
  return [
    `  ${style.dim(`${finding.line} |`)} ${before}${shown(text)}${after}`.trimEnd(),
    `  ${style.dim(`${' '.repeat(gutter)} |`)} ${' '.repeat(indent)}${paint('^'.repeat(marks))}`,
  ];
}

export function severityPaint(finding: Pick<FindingReport, 'severity'>, style: Style): (text: string) => string {
  switch (finding.severity) {
    case 'error':
      return style.red;
    case 'warning':
      return style.yellow;
    case 'information':
      return style.cyan;
    case 'hint':
      return style.dim;
  }
}
