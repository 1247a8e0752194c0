/** Rows of a table: cells as ranges of the row's compact text, each with the place of its characters in the source. */
import type { BlockParts } from './blocks';
import type { InlineReader } from './inline';
import type { Leaf } from './structure';
import type { Cell, LinkUse } from './types';

/** Stands between cells in the compact text: no word and no sign of arithmetic. */
export const BAR = ' | ';

/**
 * Reads header and body rows. Cells beyond the header's columns are no part of the table, as in the preview.
 * Linear in the source: short rows are not padded, whatever the width of the header.
 */
export function readTable(
  text: string,
  leaf: Leaf,
  table: number,
  reader: InlineReader,
  add: (from: number, parts: BlockParts) => void,
): void {
  const { lines } = leaf;
  let headers: readonly string[] = [];
  let columns = 0;
  for (let k = 0; k < lines.length; k += 2) {
    if (k === 2) continue;
    const from = lines[k] as number;
    const to = lines[k + 1] as number;
    const bounds = cellBounds(text, from, to);
    if (k === 0) columns = bounds.length / 2;
    const row = readRow(text, from, bounds, Math.min(columns, bounds.length / 2), reader);
    add(from, { ...row, kind: 'row', to: to - from, table, row: k === 0 ? 0 : k / 2 - 1, headers: k === 0 ? [] : headers });
    if (k === 0) headers = row.cells.map((cell) => row.text.slice(cell.from, cell.to));
  }
}

/** Pairs (from, to) of the cells between unescaped bars, blanks trimmed. */
function cellBounds(text: string, from: number, to: number): number[] {
  const bounds: number[] = [];
  let start = from;
  for (let i = from; i <= to; i++) {
    if (i < to && !(text.charCodeAt(i) === 124 && text.charCodeAt(i - 1) !== 92)) continue;
    if (!(i === from) && !(i === to && start === to)) {
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

function readRow(
  text: string,
  origin: number,
  bounds: readonly number[],
  columns: number,
  reader: InlineReader,
): Omit<BlockParts, 'kind' | 'to'> & { readonly cells: readonly Cell[] } {
  const parts: string[] = [];
  let length = 0;
  const runs: number[] = [];
  const code: number[] = [];
  const strong: number[] = [];
  const links: LinkUse[] = [];
  const cells: Cell[] = [];
  for (let column = 0; column < columns; column++) {
    const from = bounds[column * 2] as number;
    const to = bounds[column * 2 + 1] as number;
    if (column > 0) {
      // The bar keeps step with nothing; it points at the end of the cell before it.
      runs.push(length, Math.max(from - BAR.length - origin, 0));
      parts.push(BAR);
      length += BAR.length;
    }
    const cell = reader.read(text, from, to, true);
    const shift = from - origin;
    for (let i = 0; i < cell.runs.length; i += 2) runs.push((cell.runs[i] as number) + length, (cell.runs[i + 1] as number) + shift);
    for (const offset of cell.code) code.push(offset + length);
    for (const offset of cell.strong) strong.push(offset + length);
    for (const link of cell.links) links.push({ ...link, from: link.from + length, to: link.to + length, hrefFrom: link.hrefFrom + shift });
    cells.push({ from: length, to: length + cell.text.length, column });
    parts.push(cell.text);
    length += cell.text.length;
  }
  return { text: parts.join(''), runs: Int32Array.from(runs), code, strong, links, cells };
}
