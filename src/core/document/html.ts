/** Prose inside HTML blocks: the pieces between block-level tags, without scripts, styles and preformatted text. */
import { tagEnd } from './marks';

export interface HtmlPiece {
  readonly from: number;
  readonly to: number;
  /** 1 to 6 inside `<h1>` to `<h6>`, else 0. */
  readonly level: number;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
/** Elements whose content is not prose. */
const SILENT = words('script style pre textarea svg template math iframe object canvas');
/** Elements that flow inside a sentence; every other tag ends one. */
const FLOWING = words(
  'a abbr acronym b bdi bdo big br cite code data del dfn em font i img input ins kbd label mark meter output q s samp small span strike strong sub sup time tt u var wbr',
);

/** Pieces of prose in `src.slice(from, to)`. `comments` receives the ranges of the HTML comments. */
export function htmlPieces(src: string, from: number, to: number, comments: number[]): HtmlPiece[] {
  const pieces: HtmlPiece[] = [];
  let start = from;
  let level = 0;
  const close = (end: number): void => {
    let first = start;
    let last = end;
    while (first < last && src.charCodeAt(first) <= 32) first++;
    while (last > first && src.charCodeAt(last - 1) <= 32) last--;
    if (last > first) pieces.push({ from: first, to: last, level });
  };
  for (let i = find(src, '<', from, to); i >= 0; i = find(src, '<', i, to)) {
    if (src.startsWith('<!--', i)) {
      close(i);
      const end = find(src, '-->', i + 2, to);
      const after = end < 0 ? to : end + 3;
      comments.push(i, after);
      i = start = after;
      continue;
    }
    const end = tagEnd(src, i, to);
    if (end < 0) {
      i++;
      continue;
    }
    const name = (/^<\/?([a-zA-Z][a-zA-Z0-9-]*)/.exec(src.slice(i, i + 24))?.[1] ?? '').toLowerCase();
    if (FLOWING.has(name)) {
      i = end;
      continue;
    }
    close(i);
    const opening = src.charCodeAt(i + 1) !== 47;
    level = opening && /^h[1-6]$/.test(name) ? Number(name[1]) : 0;
    i = start = opening && SILENT.has(name) && src.charCodeAt(end - 2) !== 47 ? closing(src, name, end, to) : end;
  }
  close(to);
  return pieces;
}

/** The offset of `</name` at or after `at`, else `to`: an element that never closes hides the rest of its block, as in a browser. */
function closing(src: string, name: string, at: number, to: number): number {
  for (let i = find(src, '</', at, to); i >= 0; i = find(src, '</', i + 2, to)) {
    if (src.slice(i + 2, i + 2 + name.length).toLowerCase() === name) return i;
  }
  return to;
}

/** `indexOf` that does not look past the block: searching on to the end of the document for every block would be quadratic. */
function find(src: string, what: string, at: number, to: number): number {
  const i = src.slice(at, to).indexOf(what);
  return i < 0 ? -1 : at + i;
}
