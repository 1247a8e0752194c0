/** Stretches of source that read as one: a range of the text, or the lines of a quote joined without their prefixes. */
import type { Inline } from './pieces';
import type { LinkUse } from './types';

export interface View {
  readonly src: string;
  readonly from: number;
  readonly to: number;
  /** For joined lines: pairs (offset in `src`, offset in the text), one a line; null where `src` is the text itself. */
  readonly map: readonly number[] | null;
}

/** Joins the lines `[first, end)` of `lines` (pairs of offsets in `text`); the first begins at `from`. */
export function joinLines(text: string, lines: readonly number[], first: number, end: number, from: number): View {
  const parts: string[] = [];
  const map: number[] = [];
  let length = 0;
  for (let k = first; k < end; k += 2) {
    const start = k === first ? from : (lines[k] as number);
    const part = text.slice(start, lines[k + 1]);
    map.push(length, start);
    parts.push(part);
    length += part.length + 1;
  }
  return { src: parts.join('\n'), from: 0, to: length - 1, map };
}

/** Offset in the text of offset `i` of a view. */
export function sourceOf(view: View, i: number): number {
  const { map } = view;
  if (map === null) return i;
  let low = 0;
  let high = map.length / 2 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((map[middle * 2] as number) <= i) low = middle;
    else high = middle - 1;
  }
  return (map[low * 2 + 1] as number) + (i - (map[low * 2] as number));
}

/** The reading of a joined view with its places moved to the source, relative to `origin`. */
export function unjoin(read: Inline, view: View, origin: number): Inline {
  const runs = Int32Array.from(read.runs);
  for (let i = 1; i < runs.length; i += 2) runs[i] = sourceOf(view, view.from + (runs[i] as number)) - origin;
  const links: LinkUse[] = read.links.map((link) => ({ ...link, hrefFrom: sourceOf(view, view.from + link.hrefFrom) - origin }));
  return { text: read.text, runs, code: read.code, strong: read.strong, links };
}
