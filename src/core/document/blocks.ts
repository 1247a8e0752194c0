/** Turns the leaves of the block structure into blocks of compact prose. */
import { commentDirective, definitionDirective } from './directives';
import { htmlPieces } from './html';
import { InlineReader, type Inline } from './inline';
import type { Leaf, Top } from './structure';
import { readTable } from './table';
import type { Block, BlockKind, Cell, Chunk, Directive, LinkUse } from './types';

export interface BlockParts extends Inline {
  readonly kind: BlockKind;
  readonly to: number;
  readonly task?: boolean | null;
  readonly level?: number;
  readonly table?: number;
  readonly row?: number;
  readonly cells?: readonly Cell[];
  readonly headers?: readonly string[];
  readonly language?: string;
  readonly contentFrom?: number;
  readonly contentTo?: number;
}

/** A stretch of source to read: a range of the text itself, or lines of a quote joined without their prefixes. */
export interface View {
  readonly src: string;
  readonly from: number;
  readonly to: number;
  /** For joined lines: pairs (offset in `src`, offset in the text), else null. */
  readonly map: readonly number[] | null;
}

const NONE: readonly never[] = [];
const NO_RUNS = new Int32Array(0);
const EMPTY: Inline = { text: '', runs: NO_RUNS, code: NONE, strong: NONE, links: NONE };

/** Words that open a callout written before there were callouts: `> **Note:** ...`. */
const CALLOUT = /^(?:\*\*|__)(?:note|warning|important|tip|caution|info|attention|update|decision|tl;?dr|summary|status|key \w+)\b/i;

/** Reads chunks of one text. */
export class BlockReader {
  /** Blocks read so far. */
  count = 0;
  private readonly inline = new InlineReader();
  private blocks: Block[] = [];
  private at: number[] = [];
  private directives: Directive[] = [];
  private start = 0;
  private leaf: Leaf = { kind: 'paragraph', level: 0, lines: NONE, quote: null, list: null, item: false, contentFrom: 0, contentTo: 0 };
  private item = false;
  private tables = 0;

  constructor(private readonly text: string) {}

  chunk(top: Top): Chunk {
    this.blocks = [];
    this.at = [];
    this.directives = [];
    this.start = top.from;
    this.tables = 0;
    for (const leaf of top.leaves) {
      this.leaf = leaf;
      this.item = leaf.item;
      this.read(leaf);
    }
    this.count += this.blocks.length;
    return { blocks: this.blocks, at: this.at, directives: this.directives };
  }

  private read(leaf: Leaf): void {
    const { lines } = leaf;
    const first = lines[0] as number;
    const last = lines[lines.length - 1] as number;
    switch (leaf.kind) {
      case 'heading':
        this.heading(this.view(0, lines.length), leaf.level);
        break;
      case 'paragraph':
        this.paragraph(leaf);
        break;
      case 'table':
        this.settleQuotes();
        readTable(this.text, leaf, this.tables++, this.inline, (from, parts) => this.add(from, parts));
        break;
      case 'reference': {
        const directive = definitionDirective(this.text, first, last, this.start);
        if (directive !== null) this.directives.push(directive);
        return;
      }
      case 'html':
        this.html(leaf);
        break;
      default: {
        this.settleQuotes();
        const from = leaf.kind === 'code' ? leaf.contentFrom : first;
        this.add(from, {
          ...EMPTY,
          kind: 'code',
          to: last - from,
          language: leaf.kind === 'fence' ? languageOf(this.text, first, lines[1] as number) : '',
          contentFrom: leaf.contentFrom - from,
          contentTo: leaf.contentTo - from,
        });
      }
    }
    this.comments(null);
  }

  private heading(view: View, level: number): void {
    this.settleQuotes();
    const contained = this.leaf.quote !== null || this.leaf.list !== null;
    this.prose(view, contained ? (this.item ? 'item' : 'paragraph') : 'heading', contained ? 0 : level, null, true);
  }

  private paragraph(leaf: Leaf): void {
    const { text } = this;
    const { lines } = leaf;
    let k = 0;
    if (leaf.quote?.fresh === true) {
      const first = text.slice(lines[0], Math.min(lines[1] as number, (lines[0] as number) + 40));
      if (/^\[!\w+\]/.test(first)) {
        leaf.quote.callout = true;
        k = 2;
      } else if (CALLOUT.test(first)) leaf.quote.callout = true;
    }
    this.settleQuotes();
    let task: boolean | null = null;
    let from = lines[k] as number;
    if (leaf.item && text.charCodeAt(from) === 91 && text.charCodeAt(from + 2) === 93 && text.charCodeAt(from + 3) <= 32) {
      const mark = text[from + 1];
      if (mark === ' ' || mark === 'x' || mark === 'X') {
        task = mark !== ' ';
        from += 4;
      }
    }
    let piece = k;
    for (; k < lines.length; k += 2) {
      const at = k === piece ? from : (lines[k] as number);
      const code = text.charCodeAt(at);
      if (code !== 58 && code !== 91 && code !== 36) continue;
      const end = lines[k + 1] as number;
      let skip = -1;
      if (code === 58 && text.startsWith(':::', at)) skip = k + 2;
      else if (code === 36 && text.startsWith('$$', at)) skip = this.mathEnd(lines, k);
      else if (code === 91 && text.startsWith('[//]:', at)) {
        const directive = definitionDirective(text, at, end, this.start);
        if (directive !== null) this.directives.push(directive);
        skip = k + 2;
      } else if (code === 91 && text.startsWith('[^', at)) {
        const colon = footnoteText(text, at, end);
        if (colon >= 0) {
          this.piece(piece, k, from, task);
          piece = k;
          from = colon;
        }
        continue;
      }
      if (skip < 0) continue;
      this.piece(piece, k, from, task);
      piece = skip;
      from = lines[skip] ?? 0;
      k = skip - 2;
    }
    this.piece(piece, k, from, task);
  }

  /** Index after the line that closes the display mathematics opened on line `k`, -1 where none does. */
  private mathEnd(lines: readonly number[], k: number): number {
    const first = this.text.slice((lines[k] as number) + 2, lines[k + 1]);
    if (first.includes('$$')) return first.endsWith('$$') ? k + 2 : -1;
    for (let j = k + 2; j < lines.length; j += 2) {
      if (this.text.slice(lines[j], lines[j + 1]).endsWith('$$')) return j + 2;
    }
    return -1;
  }

  private piece(first: number, end: number, from: number, task: boolean | null): void {
    if (end <= first) return;
    this.prose(this.view(first, end, from), this.item ? 'item' : 'paragraph', 0, task, false);
  }

  private html(leaf: Leaf): void {
    this.settleQuotes();
    const view = this.view(0, leaf.lines.length);
    const contained = leaf.quote !== null || leaf.list !== null;
    for (const piece of htmlPieces(view.src, view.from, view.to, this.inline.comments)) {
      let { from, to } = piece;
      while (from < to && view.src.charCodeAt(from) <= 32) from++;
      while (to > from && view.src.charCodeAt(to - 1) <= 32) to--;
      const heading = piece.level > 0 && !contained;
      this.prose({ ...view, from, to }, heading ? 'heading' : 'html', heading ? piece.level : 0, null, false);
    }
    this.comments(view.map);
  }

  /** Reads a stretch and adds it as a block; a paragraph that is all markup is none. */
  private prose(view: View, kind: BlockKind, level: number, task: boolean | null, keepEmpty: boolean): void {
    const read = this.inline.read(view.src, view.from, view.to);
    if (read.text !== '' || keepEmpty) {
      const from = view.map === null ? view.from : mapped(view.map, view.from);
      const to = view.map === null ? view.to : mapped(view.map, view.to);
      const inline = view.map === null ? read : unjoin(read, view, view.map, from);
      this.add(from, { ...inline, kind, to: to - from, task, level });
    }
    this.comments(view.map);
  }

  /** Turns the comments met into directives. */
  private comments(map: readonly number[] | null): void {
    const { comments } = this.inline;
    for (let i = 0; i < comments.length; i += 2) {
      const from = comments[i] as number;
      const to = comments[i + 1] as number;
      const directive =
        map === null
          ? commentDirective(this.text, from, to, this.start)
          : commentDirective(this.text, mapped(map, from), mapped(map, to - 1) + 1, this.start);
      if (directive !== null) this.directives.push(directive);
    }
    comments.length = 0;
  }

  private settleQuotes(): void {
    for (let quote = this.leaf.quote; quote !== null; quote = quote.outer) quote.fresh = false;
  }

  /** Lines `[first, end)` of the leaf (indices into its pairs) as one stretch. `from` overrides where the first begins. */
  private view(first: number, end: number, from = this.leaf.lines[first] as number): View {
    const { lines, quote } = this.leaf;
    const to = lines[end - 1] as number;
    if (quote === null || end - first <= 2) return { src: this.text, from, to, map: null };
    const parts: string[] = [];
    const map: number[] = [];
    let length = 0;
    for (let k = first; k < end; k += 2) {
      const start = k === first ? from : (lines[k] as number);
      const part = this.text.slice(start, lines[k + 1]);
      map.push(length, start);
      parts.push(part);
      length += part.length + 1;
    }
    return { src: parts.join('\n'), from: 0, to: length - 1, map };
  }

  private add(from: number, parts: BlockParts): void {
    const { leaf } = this;
    let quoted = false;
    for (let quote = leaf.quote; quote !== null; quote = quote.outer) if (!quote.callout) quoted = true;
    this.blocks.push({
      kind: parts.kind,
      from: 0,
      to: parts.to,
      text: parts.text,
      runs: parts.runs,
      code: parts.code,
      strong: parts.strong,
      links: parts.links,
      depth: leaf.list?.depth ?? 0,
      list: leaf.list?.number ?? -1,
      item: this.item,
      ordered: leaf.list?.ordered ?? false,
      task: parts.task ?? null,
      quoted,
      level: parts.level ?? 0,
      table: parts.table ?? -1,
      row: parts.row ?? -1,
      cells: parts.cells ?? NONE,
      headers: parts.headers ?? NONE,
      language: parts.language ?? '',
      contentFrom: parts.contentFrom ?? 0,
      contentTo: parts.contentTo ?? 0,
    });
    this.at.push(from - this.start);
    this.item = false;
  }
}

/** Offset in the text of offset `i` of joined lines. */
function mapped(map: readonly number[], i: number): number {
  let low = 0;
  let high = map.length / 2 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((map[middle * 2] as number) <= i) low = middle;
    else high = middle - 1;
  }
  return (map[low * 2 + 1] as number) + (i - (map[low * 2] as number));
}

function unjoin(read: Inline, view: View, map: readonly number[], origin: number): Inline {
  const runs = Int32Array.from(read.runs);
  for (let i = 1; i < runs.length; i += 2) runs[i] = mapped(map, view.from + (runs[i] as number)) - origin;
  const links: LinkUse[] = read.links.map((link) => ({ ...link, hrefFrom: mapped(map, view.from + link.hrefFrom) - origin }));
  return { ...read, runs, links };
}

/** First word of an info string in lower case: `ts {1,2}`, `{.python}` and `js:file.js` all name a language. */
function languageOf(text: string, from: number, to: number): string {
  const info = text.slice(from, to).replace(/^[`~]+/, '');
  return (/^\s*\{?\s*\.?([^\s{},:]+)/.exec(info)?.[1] ?? '').toLowerCase();
}

/** Where the text of a footnote definition `[^label]: text` begins, -1 where the line is none. */
function footnoteText(text: string, from: number, to: number): number {
  const close = text.slice(from, Math.min(to, from + 80)).indexOf(']');
  if (close < 3 || text.charCodeAt(from + close + 1) !== 58) return -1;
  let at = from + close + 2;
  while (at < to && text.charCodeAt(at) <= 32) at++;
  return at;
}
