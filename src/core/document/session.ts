/**
 * A document under edit. What a block at the top level of the grammar is depends only on the text from its first line on, never on what
 * stands before, so an edit is read from the block before it until a new block begins where an old one began: from there on the old reading
 * holds, moved. Inside the part that is read again, blocks whose own text is untouched are still used again as the same objects.
 */
import { BlockReader } from './blocks';
import { frontMatterDirectives } from './directives';
import { ParsedDoc } from './document';
import { frontMatterSpan, readFrontMatter } from './frontMatter';
import { Previous } from './reuse';
import { isPassable, structureOf, type Top } from './structure';
import type { Chunk, Directive, Doc, DocSession, FrontMatter } from './types';

interface Head {
  readonly frontMatter: FrontMatter | null;
  readonly directives: readonly Directive[];
  readonly bodyFrom: number;
}

function headOf(text: string): Head {
  const frontMatter = readFrontMatter(text);
  return {
    frontMatter,
    directives: frontMatter === null ? [] : frontMatterDirectives(frontMatter.data, frontMatter.span, text),
    bodyFrom: frontMatter?.span.to ?? markLength(text),
  };
}

/** A byte order mark belongs to no line. */
function markLength(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

/** Where the new reading meets the old: `tops[top]` is the old chunk `chunk`, moved. */
interface Meeting {
  readonly tops: readonly Top[];
  readonly top: number;
  readonly chunk: number;
}

export class Session implements DocSession {
  doc: ParsedDoc;
  reread: number;
  private head: Head;
  private chunks: readonly Chunk[];
  /** Absolute start of each chunk. */
  private starts: readonly number[];

  constructor(text: string) {
    this.head = headOf(text);
    const reader = new BlockReader(text, null);
    const tops = structureOf(text, this.head.bodyFrom, text.length);
    this.chunks = tops.map((top) => reader.chunk(top));
    this.starts = tops.map((top) => top.from);
    this.doc = new ParsedDoc(text, this.head.frontMatter, this.head.directives, this.chunks, this.starts);
    this.reread = reader.count;
  }

  edit(change: { readonly from: number; readonly to: number; readonly insert: string }): Doc {
    const old = this.doc.text;
    const from = Math.max(0, Math.min(change.from, old.length));
    const to = Math.max(from, Math.min(change.to, old.length));
    const text = old.slice(0, from) + change.insert + old.slice(to);
    const newTo = from + change.insert.length;
    const head = this.newHead(text, from);
    const first = head.bodyFrom === this.head.bodyFrom ? this.restart(from) : 0;
    const start = first === 0 ? head.bodyFrom : (this.starts[first] as number);
    const { tops, top: count, chunk: rest } = this.meet(text, start, to, newTo);

    const reader = new BlockReader(text, new Previous(this.doc, from, to, newTo));
    const chunks = this.chunks.slice(0, first);
    const starts = this.starts.slice(0, first);
    for (let k = 0; k < count; k++) {
      const top = tops[k] as Top;
      const end = k + 1 < tops.length ? (tops[k + 1] as Top).from : text.length;
      chunks.push(this.untouched(first + k, top.from, end, from) ?? reader.chunk(top));
      starts.push(top.from);
    }
    for (let k = rest; k < this.chunks.length; k++) {
      chunks.push(this.chunks[k] as Chunk);
      starts.push((this.starts[k] as number) + newTo - to);
    }
    this.head = head;
    this.chunks = chunks;
    this.starts = starts;
    this.doc = new ParsedDoc(text, head.frontMatter, head.directives, chunks, starts);
    this.reread = reader.count;
    return this.doc;
  }

  /** The front matter after an edit that begins at `from`; the old one where the edit stands behind it. */
  private newHead(text: string, from: number): Head {
    const { head } = this;
    const span = frontMatterSpan(text)?.span ?? null;
    const bodyFrom = span?.to ?? markLength(text);
    const same = (span === null) === (head.frontMatter === null) && bodyFrom === head.bodyFrom && (span === null || from >= bodyFrom);
    return same ? head : headOf(text);
  }

  /** Index of the chunk at or before `offset`, -1 before the first. */
  private chunkAt(offset: number): number {
    const { starts } = this;
    let low = -1;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /**
   * The chunk from which an edit at `from` must be read: the one before the edited one, whose end depends on the lines after it. A link
   * definition looks further, for the end of its label or title, up to a blank line, so the walk goes on up over what it may
   * pass on the way.
   */
  private restart(from: number): number {
    let first = Math.max(0, this.chunkAt(from) - 1);
    while (first > 0 && (this.chunks[first] as Chunk).passable && !blankBefore(this.doc.text, this.starts[first] as number)) first--;
    return first;
  }

  /** Reads forward from `start` until old and new reading meet, in windows that double. `to` and `newTo`: end of the edit before and after. */
  private meet(text: string, start: number, to: number, newTo: number): Meeting {
    const { starts } = this;
    const moved = newTo - to;
    const beyond = this.chunkAt(to - 1) + 1;
    for (let size = 1; ; size *= 2) {
      const last = beyond + size;
      const end = last < starts.length ? (starts[last] as number) + moved : text.length;
      const tops = end > start ? structureOf(text, start, end) : [];
      const trusted = end === text.length ? tops.length : settled(text, tops, end);
      for (let k = 0, chunk = beyond; k < trusted; k++) {
        const at = (tops[k] as Top).from;
        while (chunk < starts.length && (starts[chunk] as number) + moved < at) chunk++;
        if (chunk < starts.length && (starts[chunk] as number) + moved === at) return { tops, top: k, chunk };
      }
      if (end === text.length) return { tops, top: tops.length, chunk: starts.length };
    }
  }

  /** The old chunk `k` where it stood at `[from, to)` and the edit at `edit` did not touch it, else null. */
  private untouched(k: number, from: number, to: number, edit: number): Chunk | null {
    return to <= edit && this.starts[k] === from && this.starts[k + 1] === to ? (this.chunks[k] as Chunk) : null;
  }
}

/** True where the line before the one that starts at `at` is blank, or there is none. */
function blankBefore(text: string, at: number): boolean {
  let i = at - 1;
  if (text.charCodeAt(i) === 10 && text.charCodeAt(i - 1) === 13) i--;
  for (i--; i >= 0; i--) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) return true;
    if (code !== 32 && code !== 9) return false;
  }
  return true;
}

/**
 * How many of the blocks read in a window that ends at `end` begin where they would in the whole text. All do, the last one too, unless a
 * link definition may have looked ahead to the end of the window: over lines that neither are blank nor begin a block of another kind.
 */
function settled(text: string, tops: readonly Top[], end: number): number {
  if (blankBefore(text, end)) return tops.length;
  let count = tops.length;
  while (count > 1) {
    const { rule, from } = tops[count - 1] as Top;
    if (!isPassable(rule) || blankBefore(text, from)) break;
    count--;
  }
  return count;
}
