/** Turns the leaves of the block structure into blocks of compact prose. */
import { commentDirective, definitionDirective } from './directives';
import { htmlPieces } from './html';
import { InlineReader } from './inline';
import type { Inline } from './pieces';
import { LEVELS, PLAIN, TASKS, type Extras } from './extras';
import { labelOf } from './leads';
import { displayEnd, footnoteText, languageOf, isModuleLine, lastDisplay, taskMark } from './lines';
import type { Place, Previous } from './reuse';
import { isPassable, type Leaf, type Top } from './structure';
import { readRow, rowsOf } from './table';
import { joinLines, sourceOf, unjoin, type View } from './view';
import type { Block, BlockKind, Cell, Chunk, Directive, Label } from './types';

const NONE: readonly never[] = [];
const EMPTY: Inline = { text: '', runs: new Int32Array(0), code: NONE, strong: NONE, links: NONE };

/** Words that open a callout written before there were callouts: `> **Note:** ...`. */
const CALLOUT = /^(?:\*\*|__)(?:note|warning|important|tip|caution|info|attention|update|decision|tl;?dr|summary|status|key \w+)\b/i;
const ALERT = /^\[!\w+\]/;

/** Reads chunks of one text. `previous` is the reading before an edit, whose untouched blocks are used again. */
export class BlockReader {
  /** Blocks built anew so far. */
  count = 0;
  private readonly inline = new InlineReader();
  private blocks: Block[] = [];
  private at: number[] = [];
  private directives: Directive[] = [];
  private start = 0;
  private leaf!: Leaf;
  private place!: Place;
  private item = false;
  private tables = 0;

  constructor(
    private readonly text: string,
    private readonly previous: Previous | null,
  ) {}

  chunk(top: Top): Chunk {
    this.blocks = [];
    this.at = [];
    this.directives = [];
    this.start = top.from;
    this.tables = 0;
    for (const leaf of top.leaves) this.read(leaf);
    const labels: (Label | null)[] = this.blocks.map(labelOf);
    return {
      blocks: this.blocks,
      at: this.at,
      labels,
      directives: this.directives,
      passable: isPassable(top.rule),
    };
  }

  private read(leaf: Leaf): void {
    this.leaf = leaf;
    this.item = leaf.item;
    const { lines, kind } = leaf;
    if (kind === 'reference') {
      this.define(lines[0] as number, lines[lines.length - 1] as number);
      return;
    }
    const callout = this.settleQuotes();
    this.place = {
      depth: leaf.list?.depth ?? 0,
      list: leaf.list?.number ?? -1,
      item: leaf.item,
      ordered: leaf.list?.ordered ?? false,
      quoted: standsIn(leaf, false),
      callout: standsIn(leaf, true),
    };
    switch (kind) {
      case 'heading':
        if (leaf.quote === null && leaf.list === null)
          this.prose(this.view(0, lines.length), 'heading', LEVELS[leaf.level] as Extras, true);
        else this.prose(this.view(0, lines.length), this.prosaic(), PLAIN, false);
        break;
      case 'paragraph':
        this.paragraph(lines, callout ? 2 : 0);
        break;
      case 'table':
        this.table(lines);
        break;
      case 'html':
        this.html();
        break;
      default:
        this.code(kind === 'fence');
    }
  }

  /** Notes which of the enclosing quotes are callouts. True where the first line of the leaf is nothing but the sign of one. */
  private settleQuotes(): boolean {
    const { quote, kind, lines } = this.leaf;
    let sign = false;
    if (quote?.fresh === true && kind === 'paragraph') {
      const first = this.text.slice(lines[0], Math.min(lines[1] as number, (lines[0] as number) + 40));
      sign = ALERT.test(first);
      quote.callout = sign || CALLOUT.test(first);
    }
    for (let outer = quote; outer !== null; outer = outer.outer) outer.fresh = false;
    return sign;
  }

  private prosaic(): BlockKind {
    return this.item ? 'item' : 'paragraph';
  }

  /** Cuts a paragraph where a line is no part of it: the fence of an admonition, display mathematics, a comment, an import, the next footnote. */
  private paragraph(lines: readonly number[], first: number): void {
    const { text } = this;
    let from = lines[first] ?? 0;
    let extras = PLAIN;
    if (this.leaf.item && first < lines.length) {
      const task = taskMark(text, from, lines[first + 1] as number);
      if (task !== null) from += 4;
      extras = TASKS[`${task}`];
    }
    let piece = first;
    let display: number | null = null;
    const close = (end: number): void => {
      if (end > piece) this.prose(this.view(piece, end, from), this.prosaic(), extras, false);
    };
    for (let k = first; k < lines.length; k += 2) {
      const at = k === piece ? from : (lines[k] as number);
      const end = lines[k + 1] as number;
      const code = at < end ? text.charCodeAt(at) : 0;
      if (code !== 58 && code !== 91 && code !== 36 && code !== 105 && code !== 101) continue;
      let next = -1;
      if ((code === 58 && text.startsWith(':::', at)) || (code > 100 && this.leaf.list === null && isModuleLine(text, at, end)))
        next = k + 2;
      else if (code === 36 && text.startsWith('$$', at)) next = displayEnd(text, lines, k, at, (display ??= lastDisplay(text, lines)));
      else if (code === 91 && text.startsWith('[//]:', at)) {
        this.define(at, end);
        next = k + 2;
      } else if (code === 91 && text.startsWith('[^', at)) {
        const note = footnoteText(text, at, end);
        if (note < 0) continue;
        close(k);
        piece = k;
        from = note;
      }
      if (next < 0) continue;
      close(k);
      piece = next;
      from = lines[next] ?? 0;
      k = next - 2;
    }
    close(lines.length);
  }

  private table(lines: readonly number[]): void {
    const table = this.tables++;
    let headers: readonly string[] | null = null;
    rowsOf(this.text, lines, (from, to, row, bounds) => {
      const extras: Extras = { ...PLAIN, table, row, headers: row === 0 ? NONE : (headers ?? NONE) };
      let block = this.reused(from, to, 'row', extras);
      if (block === null) {
        const { inline, cells } = readRow(this.text, from, bounds, this.inline);
        block = this.build('row', to - from, inline, extras, cells);
        this.collect(null);
      }
      if (row === 0) {
        const { text, cells } = block;
        headers = this.previous?.headers(from, to) ?? null;
        if (headers?.length !== cells.length || !cells.every((cell, k) => text.slice(cell.from, cell.to) === headers?.[k]))
          headers = cells.map((cell) => text.slice(cell.from, cell.to));
      }
      this.add(from, block);
    });
  }

  private html(): void {
    const view = this.view(0, this.leaf.lines.length);
    const top = this.leaf.quote === null && this.leaf.list === null;
    const comments: number[] = [];
    for (const piece of htmlPieces(view.src, view.from, view.to, comments)) {
      const heading = piece.level > 0 && top;
      this.prose(
        { src: view.src, from: piece.from, to: piece.to, map: view.map },
        heading ? 'heading' : 'html',
        heading ? (LEVELS[piece.level] as Extras) : PLAIN,
        false,
      );
    }
    // Not by spreading: a call takes only so many arguments, and a block may hold more comments.
    for (const at of comments) this.inline.comments.push(at);
    this.collect(view);
  }

  private code(fenced: boolean): void {
    const { lines, contentFrom, contentTo } = this.leaf;
    const from = lines[0] as number;
    const to = Math.max(lines[lines.length - 1] as number, contentTo);
    const language = fenced ? languageOf(this.text.slice(from, lines[1])) : '';
    const extras: Extras = { ...PLAIN, language, contentFrom: contentFrom - from, contentTo: contentTo - from };
    this.add(from, this.reused(from, to, 'code', extras) ?? this.build('code', to - from, EMPTY, extras, NONE));
  }

  /** Reads a stretch and adds it as a block; one that is all markup is none, unless `keepEmpty`. */
  private prose(view: View, kind: BlockKind, extras: Extras, keepEmpty: boolean): void {
    const from = sourceOf(view, view.from);
    const to = sourceOf(view, view.to);
    // Joined lines are read again: what their text is depends on prefixes that stand outside it.
    const old = view.map === null ? this.reused(from, to, kind, extras) : null;
    if (old !== null) {
      this.add(from, old);
      return;
    }
    const read = this.inline.read(view.src, view.from, view.to);
    if (read.text !== '' || keepEmpty)
      this.add(from, this.build(kind, to - from, view.map === null ? read : unjoin(read, view, from), extras, NONE));
    this.collect(view);
  }

  private reused(from: number, to: number, kind: BlockKind, extras: Extras): Block | null {
    return this.previous === null
      ? null
      : this.previous.find(from, to, kind, this.item === this.place.item ? this.place : { ...this.place, item: this.item }, extras);
  }

  private define(from: number, to: number): void {
    const directive = definitionDirective(this.text, from, to, this.start);
    if (directive !== null) this.directives.push(directive);
  }

  /** Turns the comments met into directives. `view`: what their places refer to, null for the text. */
  private collect(view: View | null): void {
    const { comments } = this.inline;
    if (comments.length === 0) return;
    for (let i = 0; i < comments.length; i += 2) {
      const from = comments[i] as number;
      const to = comments[i + 1] as number;
      const directive =
        view === null
          ? commentDirective(this.text, from, to, this.start)
          : commentDirective(this.text, sourceOf(view, from), sourceOf(view, to - 1) + 1, this.start);
      if (directive !== null) this.directives.push(directive);
    }
    comments.length = 0;
  }

  /** Lines `[first, end)` of the leaf (indices into its pairs) as one stretch, the first beginning at `from`. */
  private view(first: number, end: number, from = this.leaf.lines[first] as number): View {
    const { lines, quote } = this.leaf;
    if (quote === null || end - first <= 2) return { src: this.text, from, to: Math.max(from, lines[end - 1] as number), map: null };
    return joinLines(this.text, lines, first, end, from);
  }

  private build(kind: BlockKind, to: number, inline: Inline, extras: Extras, cells: readonly Cell[]): Block {
    const { place } = this;
    this.count++;
    return {
      kind,
      from: 0,
      to,
      text: inline.text,
      runs: inline.runs,
      code: inline.code,
      strong: inline.strong,
      links: inline.links,
      depth: place.depth,
      list: place.list,
      item: this.item,
      ordered: place.ordered,
      task: extras.task,
      quoted: place.quoted,
      callout: place.callout,
      level: extras.level,
      table: extras.table,
      row: extras.row,
      cells,
      headers: extras.headers,
      language: extras.language,
      contentFrom: extras.contentFrom,
      contentTo: extras.contentTo,
    };
  }

  private add(from: number, block: Block): void {
    this.blocks.push(block);
    this.at.push(from - this.start);
    this.item = false;
  }
}

/** True where the leaf stands in a callout, or in a quote that is none. */
function standsIn(leaf: Leaf, callout: boolean): boolean {
  for (let quote = leaf.quote; quote !== null; quote = quote.outer) if (quote.callout === callout) return true;
  return false;
}
