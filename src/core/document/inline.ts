/**
 * Reads the prose of one block: markup goes, words stay, and every character of what stays knows its place in the source.
 *
 * Two passes over a block. The first walks the source once and notes pieces: text, space, replaced characters, delimiter runs, code, links.
 * The second, after the delimiters are paired, strings the pieces together. Both are linear in the length of the block.
 */
import { fold, plainEnd } from './chars';
import { compose } from './compose';
import { Delimiters } from './emphasis';
import {
  addressEnd,
  autolinkEnd,
  entityAt,
  footnoteEnd,
  isWordCode,
  labelEnd,
  linkTarget,
  placeholderEnd,
  schemeStart,
  skipBlank,
  tagEnd,
} from './marks';
import { Ticks } from './ticks';
import { BREAK, Op, Pieces, type Inline } from './pieces';
import type { LinkUse } from './types';

const NONE: readonly number[] = [];
const NO_LINKS: readonly LinkUse[] = [];

/** Reader with its scratch space; one serves a whole document. Not shared between parses. */
export class InlineReader {
  /** HTML comments met since last cleared: pairs (from, to) in `src`. */
  readonly comments: number[] = [];

  private src = '';
  private from = 0;
  private to = 0;
  private readonly pieces = new Pieces();
  private readonly runs = new Delimiters();
  private readonly brackets: number[] = [];
  private readonly bracketRuns: number[] = [];
  private readonly bracketImage: boolean[] = [];
  private readonly bracketAt: number[] = [];
  private depth = 0;
  private linked = 0;
  private readonly ticks = new Ticks();
  private readonly ends = new Map<string, number>();

  /** Reads `src.slice(from, to)`. `cell`: a table cell, where `\|` is a bar also inside code. */
  read(src: string, from: number, to: number, cell = false): Inline {
    this.src = src;
    this.from = from;
    this.to = to;
    const end = plainEnd(src, from, from, to);
    if (end === to)
      return {
        text: src.slice(from, to),
        runs: to > from ? Int32Array.of(0, 0) : new Int32Array(0),
        code: NONE,
        strong: NONE,
        links: NO_LINKS,
      };
    this.pieces.reset();
    this.depth = 0;
    this.linked = 0;
    this.ticks.reset();
    this.runs.reset();
    this.ends.clear();
    this.scan(end, cell);
    this.runs.resolve(0);
    return compose(src, from, this.pieces, this.runs);
  }

  private scan(first: number, cell: boolean): void {
    const { src, from, to } = this;
    let start = from;
    let i = first;
    while (i < to) {
      const code = src.charCodeAt(i);
      let end = -1;
      if (code === 58) {
        const scheme = schemeStart(src, i, start);
        if (scheme >= 0) {
          if (scheme > start) this.pieces.push(Op.Text, start, scheme);
          start = i = addressEnd(src, i + 3, to);
        } else i++;
        i = plainEnd(src, i, from, to);
        continue;
      }
      const mark = this.pieces.count;
      if (start < i) this.pieces.push(Op.Text, start, i);
      const flushed = this.pieces.count;
      if (code <= 32) {
        end = i + 1;
        while (end < to && src.charCodeAt(end) <= 32) end++;
        if (isHardBreak(src, i, end)) this.pieces.word(i, BREAK);
        else this.pieces.push(Op.Space, i, end);
      } else if (code > 127) {
        const plain = fold(code);
        end = i + 1;
        if (plain === 32) this.pieces.push(Op.Space, i, end);
        else if (plain > 0) this.pieces.word(i, String.fromCharCode(plain));
      } else end = this.special(code, i, cell);
      if (end < 0) {
        // Not markup after all: the piece goes on as if nothing had been seen.
        if (flushed !== mark) this.pieces.count = mark;
        end = i + 1;
      } else start = end;
      i = plainEnd(src, end, from, to);
    }
    if (start < to) this.pieces.push(Op.Text, start, to);
  }

  /** Handles the character at `i`; returns the offset after what it took, -1 where it is plain text. */
  private special(code: number, i: number, cell: boolean): number {
    const { src, to } = this;
    switch (code) {
      case 92:
        return this.escape(i);
      case 96:
        return this.codeSpan(i, cell);
      case 42:
      case 95:
      case 126:
        return this.delimiter(code, i);
      case 33:
        this.openBracket(i, 2, true);
        return i + 2;
      case 91: {
        if (src.charCodeAt(i + 1) === 94) {
          const end = footnoteEnd(src, i, to);
          if (end >= 0) return end;
        }
        this.openBracket(i, 1, false);
        return i + 1;
      }
      case 93:
        return this.closeBracket(i);
      case 60:
        return this.angle(i);
      case 38: {
        const entity = entityAt(src, i, to);
        if (entity === null) return -1;
        const plain = entity.text.length === 1 ? fold(entity.text.charCodeAt(0)) : -1;
        if (plain === 32 || entity.text.trim() === '') this.pieces.push(Op.Space, i, entity.end);
        else if (plain !== 0) this.pieces.word(i, plain > 0 ? String.fromCharCode(plain) : entity.text);
        return entity.end;
      }
      case 123:
        return placeholderEnd(src, i, this.from, to);
      case 119:
        return addressEnd(src, i + 4, to);
      default:
        return -1;
    }
  }

  private escape(i: number): number {
    const next = i + 1 < this.to ? this.src.charCodeAt(i + 1) : 0;
    if (next === 10 || next === 13) {
      this.pieces.word(i, BREAK);
      return i + 1;
    }
    const punctuation = (next > 32 && next < 48) || (next > 57 && next < 65) || (next > 90 && next < 97) || (next > 122 && next < 127);
    if (!punctuation) return -1;
    this.pieces.push(Op.Text, i + 1, i + 2);
    return i + 2;
  }

  private codeSpan(i: number, cell: boolean): number {
    const { src, to } = this;
    let open = i;
    while (open < to && src.charCodeAt(open) === 96) open++;
    const length = open - i;
    const close = this.ticks.closer(src, open, length, to);
    if (close < 0) {
      this.pieces.push(Op.Text, i, open);
      return open;
    }
    this.pieces.push(Op.CodeOpen, i, 0);
    let start = skipBlank(src, open, close);
    let end = close;
    while (end > start && src.charCodeAt(end - 1) <= 32) end--;
    for (let at = start; at < end; at++) {
      const code = src.charCodeAt(at);
      const blank = code <= 32 || code === 0xa0;
      if (!blank && !(cell && code === 92 && src.charCodeAt(at + 1) === 124)) continue;
      if (start < at) this.pieces.push(Op.Text, start, at);
      if (blank) this.pieces.push(Op.Space, at, at + 1);
      start = at + 1;
    }
    if (start < end) this.pieces.push(Op.Text, start, end);
    this.pieces.push(Op.CodeClose, close, 0);
    return close + length;
  }

  private delimiter(code: number, i: number): number {
    const { src, from, to } = this;
    let end = i + 1;
    while (end < to && src.charCodeAt(end) === code) end++;
    if (code === 126 && end - i !== 2) {
      this.pieces.push(Op.Text, i, end);
      return end;
    }
    const before = i > from ? src.charCodeAt(i - 1) : NaN;
    const after = end < to ? src.charCodeAt(end) : NaN;
    this.pieces.push(Op.Run, this.runs.add(code, i, end - i, before, after), 0);
    return end;
  }

  private openBracket(i: number, length: number, image: boolean): void {
    const d = this.depth++;
    this.brackets[d] = this.pieces.count;
    this.bracketRuns[d] = this.runs.count;
    this.bracketImage[d] = image;
    this.bracketAt[d] = i;
    this.pieces.push(Op.Bracket, i, i + length);
  }

  private closeBracket(i: number): number {
    if (this.depth === 0) return -1;
    const d = --this.depth;
    const image = this.bracketImage[d] as boolean;
    const { src, to } = this;
    // A link may not stand in a link: once one is made, the brackets around it are characters.
    if (d < this.linked) {
      this.linked = d;
      if (!image) return -1;
    }
    const next = i + 1 < to ? src.charCodeAt(i + 1) : 0;
    let end = -1;
    let href = '';
    let hrefFrom = i;
    if (next === 40) {
      const target = linkTarget(src, i + 1, to);
      if (target !== null) ({ end, href, hrefFrom } = target);
    } else if (next === 91 && src.charCodeAt(i + 2) !== 94) {
      const at = this.bracketAt[d] as number;
      if (image || at === this.from || !isWordCode(src.charCodeAt(at - 1))) end = labelEnd(src, i + 1, to);
    }
    if (end < 0) return -1;
    const firstRun = this.bracketRuns[d] as number;
    const op = this.brackets[d] as number;
    if (image) {
      this.runs.truncate(firstRun);
      this.pieces.count = op;
      return end;
    }
    this.runs.resolve(firstRun);
    this.runs.cut(firstRun);
    this.linked = Math.max(this.linked, d);
    this.pieces.link(op, href, hrefFrom);
    return end;
  }

  private angle(i: number): number {
    const { src, to } = this;
    const next = src.charCodeAt(i + 1);
    if (next === 33) {
      if (src.startsWith('<!--', i)) {
        const end =
          i + 5 <= to && src.startsWith('<!-->', i) ? i + 5 : i + 6 <= to && src.startsWith('<!--->', i) ? i + 6 : this.after('-->', i + 4);
        if (end >= 0) this.comments.push(i, end);
        return end;
      }
      return src.startsWith('<![CDATA[', i) ? this.after(']]>', i + 9) : isWordCode(src.charCodeAt(i + 2)) ? this.after('>', i + 2) : -1;
    }
    if (next === 63) return this.after('?>', i + 2);
    const address = autolinkEnd(src, i, to);
    if (address >= 0) return address;
    const end = tagEnd(src, i, to);
    if (end >= 0 && (next === 98 || next === 66) && /^<br[\s/>]/i.test(src.slice(i, i + 4))) this.pieces.word(i, BREAK);
    return end;
  }

  /** The offset after the next `terminator` at or after `at` inside the block, else -1. Remembered, so that many openers cost one search. */
  private after(terminator: string, at: number): number {
    let found = this.ends.get(terminator);
    if (found === undefined || found < at) {
      found = this.src.slice(at, this.to).indexOf(terminator);
      found = found < 0 ? Number.MAX_SAFE_INTEGER : found + at;
      this.ends.set(terminator, found);
    }
    return found + terminator.length <= this.to ? found + terminator.length : -1;
  }
}

/** White space `[from, to)` that breaks the line for the reader too: two spaces or more before the line end. */
function isHardBreak(src: string, from: number, to: number): boolean {
  let spaces = from;
  while (spaces < to && src.charCodeAt(spaces) === 32) spaces++;
  const code = spaces < to ? src.charCodeAt(spaces) : 0;
  return spaces - from >= 2 && (code === 10 || code === 13);
}
