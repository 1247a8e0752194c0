/** Second pass over a block: from noted pieces to compact text, white space folded, every character with its place. */
import type { Delimiters } from './emphasis';
import { BREAK, Op, type Inline, type Pieces } from './pieces';
import type { LinkUse } from './types';

const NONE: readonly number[] = [];
const NO_LINKS: readonly LinkUse[] = [];

/** Strings the pieces of a block that begins at `from` together; `runs` has been resolved. */
export function compose(src: string, from: number, pieces: Pieces, runs: Delimiters): Inline {
  const { words } = pieces;
  let out = '';
  let space = true;
  const places: number[] = [];
  let shift = NaN;
  const code: number[] = [];
  const strong: number[] = [];
  const opened: number[] = [];
  const links: { from: number; to: number; href: string; hrefFrom: number }[] = [];
  let codeFrom = 0;
  /** Length of `out` right behind a break, 0 at the start: one break is enough. */
  let broken = 0;
  let struck = 0;
  const text = (a: number, b: number): void => {
    if (struck > 0) return;
    let start = a;
    if (space && src.charCodeAt(start) === 32) start++;
    if (start >= b) return;
    if (start - out.length !== shift) {
      shift = start - out.length;
      places.push(out.length, start - from);
    }
    out += src.slice(start, b);
    space = src.charCodeAt(b - 1) === 32;
  };
  for (let op = 0; op < pieces.count; op++) {
    const a = pieces.a[op] as number;
    const b = pieces.b[op] as number;
    switch (pieces.kinds[op]) {
      case Op.Text:
      case Op.Bracket:
        text(a, b);
        break;
      case Op.Space:
        if (space || struck > 0) break;
        if (a - out.length !== shift) places.push(out.length, a - from);
        // The next piece begins a run of its own: in a quote the line break hides a container prefix.
        shift = NaN;
        out += ' ';
        space = true;
        break;
      case Op.Word: {
        if (struck > 0) break;
        let word = words[b] as string;
        if (word === BREAK) {
          if (out.length === broken) break;
          if (space) word = word.slice(1);
        }
        places.push(out.length, a - from);
        out += word;
        shift = NaN;
        space = word.charCodeAt(word.length - 1) === 32;
        if (words[b] === BREAK) broken = out.length;
        break;
      }
      case Op.Run: {
        for (let k = runs.strongCloses[a] as number; k > 0; k--) strong[opened.pop() as number] = out.length;
        if ((runs.strikes[a] as number) < 0) struck--;
        const left = runs.left[a] as number;
        const at = (runs.from[a] as number) + (runs.taken[a] as number);
        if (left > 0 && !(left > 1 && runs.stray[a])) text(at, at + left);
        if ((runs.strikes[a] as number) > 0) struck++;
        for (let k = runs.strongOpens[a] as number; k > 0; k--) {
          opened.push(strong.length + 1);
          strong.push(out.length, out.length);
        }
        break;
      }
      case Op.CodeOpen:
        codeFrom = out.length;
        break;
      case Op.CodeClose:
        if (out.length > codeFrom) code.push(codeFrom, out.length);
        break;
      case Op.LinkOpen:
        links[a] = { from: out.length, to: out.length, href: pieces.hrefs[a] as string, hrefFrom: (pieces.hrefFroms[a] as number) - from };
        break;
      case Op.LinkClose:
        (links[a] as { to: number }).to = out.length;
        break;
    }
  }
  let length = out.length;
  while (length > 0 && out.charCodeAt(length - 1) === 32) length--;
  if (out.endsWith(' ·', length)) length = out.slice(0, length - 2).trimEnd().length;
  while (places.length > 0 && (places[places.length - 2] as number) >= length) places.length -= 2;
  return {
    text: length === out.length ? out : out.slice(0, length),
    runs: Int32Array.from(places),
    code: clip(code, length),
    strong: clip(strong, length),
    links: links.some((link) => link.to > link.from)
      ? links
          .filter((link) => link !== undefined && Math.min(link.to, length) > link.from && link.href !== '')
          .map((link) => ({ ...link, to: Math.min(link.to, length) }))
      : NO_LINKS,
  };
}

function clip(pairs: readonly number[], length: number): readonly number[] {
  if (pairs.length === 0) return NONE;
  const kept: number[] = [];
  for (let i = 0; i < pairs.length; i += 2) {
    const to = Math.min(pairs[i + 1] as number, length);
    if (to > (pairs[i] as number)) kept.push(pairs[i] as number, to);
  }
  return kept;
}
