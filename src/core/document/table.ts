/** Rows of a table: cells as ranges of the row's compact text, each character with its place in the source. */
import type { InlineReader } from './inline';
import type { Inline } from './pieces';
import type { Cell, LinkUse } from './types';

/** Stands between cells in the compact text: no word and no sign of arithmetic. */
export const BAR = ' | ';

/**
 * Calls `row` for the header (number 0) and each body row with its source range and the bounds of its cells. Cells beyond the header's
 * columns are no part of the table, as in the preview. Short rows are not padded: linear in the source, whatever the width of the header.
 */
export function rowsOf(
  text: string,
  lines: readonly number[],
  row: (from: number, to: number, number: number, bounds: readonly number[]) => void,
): void {
  let columns = 0;
  for (let k = 0; k < lines.length; k += 2) {
    if (k === 2) continue;
    const line = text.slice(lines[k], lines[k + 1]);
    const from = (lines[k] as number) + (line.length - line.trimStart().length);
    const to = from + line.trim().length;
    const bounds = cellBounds(text, from, to);
    if (k === 0) columns = bounds.length;
    else if (bounds.length > columns) bounds.length = columns;
    row(from, to, k === 0 ? 0 : k / 2 - 1, bounds);
  }
}

/** Pairs (from, to) of the cells between unescaped bars, blanks trimmed. */
function cellBounds(text: string, from: number, to: number): number[] {
  const bounds: number[] = [];
  let start = from;
  for (let i = from; i <= to; i++) {
    if (i < to && (text.charCodeAt(i) !== 124 || (i > from && text.charCodeAt(i - 1) === 92))) continue;
    if (i > from && !(i === to && start === to)) {
      let a = start;
      let b = i;
      while (a < b && text.charCodeAt(a) <= 32) a++;
      while (b > a && text.charCodeAt(b - 1) <= 32) b--;
      bounds.push(a, b);
    }
    start = i + 1;
  }
  return bounds;
}

/** Reads the cells of a row that begins at `origin`. */
export function readRow(
  text: string,
  origin: number,
  bounds: readonly number[],
  reader: InlineReader,
): { readonly inline: Inline; readonly cells: readonly Cell[] } {
  let out = '';
  const runs: number[] = [];
  const code: number[] = [];
  const strong: number[] = [];
  const links: LinkUse[] = [];
  const cells: Cell[] = [];
  for (let k = 0; k < bounds.length; k += 2) {
    const from = bounds[k] as number;
    const to = bounds[k + 1] as number;
    if (k > 0) {
      const before = bounds[k - 1] as number;
      const bar = text.indexOf('|', before);
      runs.push(out.length, before - origin);
      // Where the source does not read ` | `, each sign has a place of its own.
      if (bar !== before + 1 || from !== bar + 2) runs.push(out.length + 1, bar - origin, out.length + 2, bar - origin);
      out += BAR;
    }
    const cell = reader.read(text, from, to, true);
    const length = out.length;
    const shift = from - origin;
    for (let i = 0; i < cell.runs.length; i += 2) runs.push((cell.runs[i] as number) + length, (cell.runs[i + 1] as number) + shift);
    for (const offset of cell.code) code.push(offset + length);
    for (const offset of cell.strong) strong.push(offset + length);
    for (const link of cell.links) links.push({ ...link, from: link.from + length, to: link.to + length, hrefFrom: link.hrefFrom + shift });
    out += cell.text;
    cells.push({ from: length, to: out.length, column: k / 2 });
  }
  return { inline: { text: out, runs: Int32Array.from(runs), code, strong, links }, cells };
}
