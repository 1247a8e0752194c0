/**
 * Reads the prose of one block: markup goes, words stay, and every character of what stays knows its place in the source.
 *
 * Two passes over a block. The first walks the source once and notes pieces: text, space, replaced characters, delimiter runs, code, links.
 * The second, after the delimiters are paired, strings the pieces together. Both are linear in the length of the block.
 */
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
import type { LinkUse } from './types';

export interface Inline {
  readonly text: string;
  /** Pairs (compact offset, source offset relative to `from`). */
  readonly runs: Int32Array;
  readonly code: readonly number[];
  readonly strong: readonly number[];
  readonly links: readonly LinkUse[];
}

/** What stands for a line break tag: a sign that no unit, sum or ratio is written with (`40 ms / p99` would read as a rate). */
export const BREAK = ' · ';

const NONE: readonly number[] = [];
const NO_LINKS: readonly LinkUse[] = [];

const enum Op {
  Text,
  Space,
  /** Replacement `words[b]` for the source character at `a`. */
  Word,
  Run,
  CodeOpen,
  CodeClose,
  /** `[` at `a` that may turn out to open a link. */
  Bracket,
  LinkOpen,
  LinkClose,
}

const enum Class {
  Plain,
  Blank,
  Special,
}

const CLASS = new Uint8Array(128);
for (let code = 0; code <= 32; code++) CLASS[code] = Class.Blank;
for (const char of '\\`*_~[]!<&:{w') CLASS[char.charCodeAt(0)] = Class.Special;

/** What a non-ASCII character is read as: itself (-1), a space (32), nothing (0), or a plain variant. */
export function fold(code: number): number {
  if (code < 0x2000) return code === 0xa0 || code === 0x85 ? 32 : code === 0xad ? 0 : -1;
  if (code > 0x206f) return code === 0x3000 ? 32 : code === 0xfeff ? 0 : code === 0x2212 ? 45 : -1;
  if (code <= 0x200a || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f) return 32;
  if (code === 0x200b || code === 0x2060 || code === 0x200e || code === 0x200f) return 0;
  if (code === 0x2010 || code === 0x2011) return 45;
  if (code === 0x2018 || code === 0x2019 || code === 0x201a || code === 0x201b) return 39;
  if (code === 0x201c || code === 0x201d || code === 0x201e || code === 0x201f) return 34;
  return -1;
}

/** Reader with its scratch space; one serves a whole document. Not shared between parses. */
export class InlineReader {
  /** HTML comments met since last cleared: pairs (from, to) in `src`. */
  readonly comments: number[] = [];

  private src = '';
  private from = 0;
  private to = 0;
  private readonly kinds: Op[] = [];
  private readonly a: number[] = [];
  private readonly b: number[] = [];
  private ops = 0;
  private readonly words: string[] = [];
  private readonly runs = new Delimiters();
  private readonly hrefs: string[] = [];
  private readonly hrefFroms: number[] = [];
  private readonly brackets: number[] = [];
  private readonly bracketRuns: number[] = [];
  private readonly bracketImage: boolean[] = [];
  private readonly bracketAt: number[] = [];
  private depth = 0;
  private linked = 0;
  private readonly lastTicks = new Map<number, number>();
  private ticksKnown = false;
  private readonly ends = new Map<string, number>();

  /** Reads `src.slice(from, to)`. `cell`: a table cell, where `\|` is a bar also inside code. */
  read(src: string, from: number, to: number, cell = false): Inline {
    this.src = src;
    this.from = from;
    this.to = to;
    const end = this.plainEnd(from);
    if (end === to)
      return {
        text: src.slice(from, to),
        runs: to > from ? Int32Array.of(0, 0) : new Int32Array(0),
        code: NONE,
        strong: NONE,
        links: NO_LINKS,
      };
    this.ops = 0;
    this.words.length = 0;
    this.hrefs.length = 0;
    this.hrefFroms.length = 0;
    this.depth = 0;
    this.linked = 0;
    this.ticksKnown = false;
    this.runs.reset();
    this.ends.clear();
    this.scan(end, cell);
    this.runs.resolve(0);
    return this.compose();
  }

  /** First offset from `at` on that is not plain text (single inner spaces are plain). */
  private plainEnd(at: number): number {
    const { src, to } = this;
    let i = at;
    if (i === this.from && i < to && src.charCodeAt(i) <= 32) return i;
    for (; i < to; i++) {
      const code = src.charCodeAt(i);
      if (code > 127) {
        if (code < 0x2000 ? code === 0xa0 || code === 0xad || code === 0x85 : code <= 0x2212 || code === 0x3000 || code === 0xfeff) {
          if (fold(code) >= 0) return i;
        }
        continue;
      }
      switch (CLASS[code]) {
        case Class.Plain:
          break;
        case Class.Blank:
          if (code === 32 && i + 1 < to && src.charCodeAt(i + 1) > 32) break;
          return i;
        default: {
          const next = i + 1 < to ? src.charCodeAt(i + 1) : 0;
          if (code === 119) {
            if (next === 119 && this.isAddress(i)) return i;
          } else if (code === 58) {
            if (next === 47 && i + 2 < to && src.charCodeAt(i + 2) === 47) return i;
          } else if (code === 33) {
            if (next === 91) return i;
          } else if (code === 126) {
            if (next === 126) return i;
          } else if (code === 95) {
            // Inside a word an underscore never is emphasis.
            if (!(i > this.from && isWordCode(src.charCodeAt(i - 1)) && isWordCode(next))) return i;
          } else if (code === 60) {
            if (next > 32 && !(next >= 48 && next <= 57) && next !== 61 && next !== 36) return i;
          } else return i;
        }
      }
    }
    return to;
  }

  private isAddress(at: number): boolean {
    return at + 4 < this.to && this.src.startsWith('www.', at) && (at === this.from || !isWordCode(this.src.charCodeAt(at - 1)));
  }

  private push(kind: Op, a: number, b: number): void {
    const op = this.ops++;
    this.kinds[op] = kind;
    this.a[op] = a;
    this.b[op] = b;
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
          if (scheme > start) this.push(Op.Text, start, scheme);
          start = i = addressEnd(src, i + 3, to);
        } else i++;
        i = this.plainEnd(i);
        continue;
      }
      const mark = this.ops;
      if (start < i) this.push(Op.Text, start, i);
      const flushed = this.ops;
      if (code <= 32) {
        end = i + 1;
        while (end < to && src.charCodeAt(end) <= 32) end++;
        this.push(Op.Space, i, end);
      } else if (code > 127) {
        const plain = fold(code);
        end = i + 1;
        if (plain === 32) this.push(Op.Space, i, end);
        else if (plain > 0) this.word(i, String.fromCharCode(plain));
      } else end = this.special(code, i, cell);
      if (end < 0) {
        // Not markup after all: the piece goes on as if nothing had been seen.
        if (flushed !== mark) this.ops = mark;
        end = i + 1;
      } else start = end;
      i = this.plainEnd(end);
    }
    if (start < to) this.push(Op.Text, start, to);
  }

  private word(at: number, text: string): void {
    this.push(Op.Word, at, this.words.length);
    this.words.push(text);
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
        if (plain === 32 || entity.text.trim() === '') this.push(Op.Space, i, entity.end);
        else if (plain !== 0) this.word(i, plain > 0 ? String.fromCharCode(plain) : entity.text);
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
    if (next === 10 || next === 13) return i + 1;
    const punctuation = (next > 32 && next < 48) || (next > 57 && next < 65) || (next > 90 && next < 97) || (next > 122 && next < 127);
    if (!punctuation) return -1;
    this.push(Op.Text, i + 1, i + 2);
    return i + 2;
  }

  private codeSpan(i: number, cell: boolean): number {
    const { src, to } = this;
    let open = i;
    while (open < to && src.charCodeAt(open) === 96) open++;
    const length = open - i;
    if (!this.ticksKnown) this.findTicks(i);
    let close = -1;
    if ((this.lastTicks.get(length) ?? -1) > i) {
      for (let at = this.nextTick(open); at < to; at = this.nextTick(at)) {
        const start = at;
        while (at < to && src.charCodeAt(at) === 96) at++;
        if (at - start === length) {
          close = start;
          break;
        }
      }
    }
    if (close < 0) {
      this.push(Op.Text, i, open);
      return open;
    }
    this.push(Op.CodeOpen, i, 0);
    let start = skipBlank(src, open, close);
    let end = close;
    while (end > start && src.charCodeAt(end - 1) <= 32) end--;
    for (let at = start; at < end; at++) {
      const code = src.charCodeAt(at);
      const blank = code <= 32 || code === 0xa0;
      if (!blank && !(cell && code === 92 && src.charCodeAt(at + 1) === 124)) continue;
      if (start < at) this.push(Op.Text, start, at);
      if (blank) this.push(Op.Space, at, at + 1);
      start = at + 1;
    }
    if (start < end) this.push(Op.Text, start, end);
    this.push(Op.CodeClose, close, 0);
    return close + length;
  }

  /** Last place of each length of backtick run, so that an opener without a closer costs nothing. */
  private findTicks(first: number): void {
    this.ticksKnown = true;
    this.lastTicks.clear();
    for (let at = first; at < this.to; at = this.nextTick(at)) {
      const start = at;
      while (at < this.to && this.src.charCodeAt(at) === 96) at++;
      this.lastTicks.set(at - start, start);
    }
  }

  /** Next backtick at or after `at`, `to` where there is none. */
  private nextTick(at: number): number {
    let i = at;
    while (i < this.to && this.src.charCodeAt(i) !== 96) i++;
    return i;
  }

  private delimiter(code: number, i: number): number {
    const { src, from, to } = this;
    let end = i + 1;
    while (end < to && src.charCodeAt(end) === code) end++;
    if (code === 126 && end - i !== 2) {
      this.push(Op.Text, i, end);
      return end;
    }
    const before = i > from ? src.charCodeAt(i - 1) : NaN;
    const after = end < to ? src.charCodeAt(end) : NaN;
    this.push(Op.Run, this.runs.add(code, i, end - i, before, after), 0);
    return end;
  }

  private openBracket(i: number, length: number, image: boolean): void {
    const d = this.depth++;
    this.brackets[d] = this.ops;
    this.bracketRuns[d] = this.runs.count;
    this.bracketImage[d] = image;
    this.bracketAt[d] = i;
    this.push(Op.Bracket, i, i + length);
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
      this.ops = op;
      return end;
    }
    this.runs.resolve(firstRun);
    this.runs.cut(firstRun);
    this.linked = Math.max(this.linked, d);
    const link = this.hrefs.length;
    this.hrefs.push(href);
    this.hrefFroms.push(hrefFrom);
    this.kinds[op] = Op.LinkOpen;
    this.a[op] = link;
    this.push(Op.LinkClose, link, 0);
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
    if (end >= 0 && (next === 98 || next === 66) && /^<br[\s/>]/i.test(src.slice(i, i + 4))) this.word(i, BREAK);
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

  private compose(): Inline {
    const { src, from, words, runs } = this;
    let out = '';
    let space = true;
    const places: number[] = [];
    let shift = NaN;
    const code: number[] = [];
    const strong: number[] = [];
    const opened: number[] = [];
    const links: { from: number; to: number; href: string; hrefFrom: number }[] = [];
    let codeFrom = 0;
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
    for (let op = 0; op < this.ops; op++) {
      const a = this.a[op] as number;
      const b = this.b[op] as number;
      switch (this.kinds[op]) {
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
            if (out === '') break;
            if (space) word = word.slice(1);
          }
          places.push(out.length, a - from);
          out += word;
          shift = NaN;
          space = word.endsWith(' ');
          break;
        }
        case Op.Run: {
          for (let k = runs.strongCloses[a] as number; k > 0; k--) strong[opened.pop() as number] = out.length;
          if ((runs.strikes[a] as number) < 0) struck--;
          const left = runs.left[a] as number;
          const at = (runs.from[a] as number) + (runs.taken[a] as number);
          if (left > 0) text(at, at + left);
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
          links[a] = { from: out.length, to: out.length, href: this.hrefs[a] as string, hrefFrom: (this.hrefFroms[a] as number) - from };
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
