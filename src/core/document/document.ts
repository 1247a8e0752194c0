/** The document as its readers see it: flat arrays over the blocks of all chunks, and the way back to the source. */
import type { Span } from '../types';
import { leadsOf, type Leads } from './leads';
import { outlineOf, type Outline } from './sections';
import type { Block, Chunk, Directive, Doc, FrontMatter, Label, Section, SectionRole } from './types';

export class ParsedDoc implements Doc {
  readonly blocks: readonly Block[];
  readonly chunkFrom: Float64Array;
  readonly origin: Float64Array;
  readonly sections: readonly Section[];
  readonly sectionOf: Int32Array;
  readonly leadOf: Int32Array;
  readonly leadRole: readonly SectionRole[];
  readonly directives: readonly Directive[];
  private lineStarts: readonly number[] | null = null;

  /** `starts[k]`: absolute start of chunk `k`. */
  constructor(
    readonly text: string,
    readonly frontMatter: FrontMatter | null,
    head: readonly Directive[],
    chunks: readonly Chunk[],
    starts: ArrayLike<number>,
  ) {
    let count = 0;
    for (const chunk of chunks) count += chunk.blocks.length;
    const blocks: Block[] = [];
    const labels: (Label | null)[] = [];
    this.chunkFrom = new Float64Array(count);
    this.origin = new Float64Array(count);
    const directives: Directive[] = [...head];
    for (let k = 0; k < chunks.length; k++) {
      const chunk = chunks[k] as Chunk;
      const start = starts[k] as number;
      for (let j = 0; j < chunk.blocks.length; j++) {
        const i = blocks.length;
        this.chunkFrom[i] = start;
        this.origin[i] = start + (chunk.at[j] as number);
        blocks.push(chunk.blocks[j] as Block);
        labels.push(chunk.labels[j] as Label | null);
      }
      for (const directive of chunk.directives) directives.push(moved(directive, start));
    }
    this.blocks = blocks;
    this.directives = directives;
    const outline: Outline = outlineOf(blocks, labels, this.origin, frontMatter?.span.to ?? 0, text.length);
    this.sections = outline.sections;
    this.sectionOf = outline.sectionOf;
    const leads: Leads = leadsOf(blocks, labels);
    this.leadOf = leads.leadOf;
    this.leadRole = leads.leadRole;
  }

  at(block: number, i: number): number {
    const { runs } = this.blocks[block] as Block;
    let low = 0;
    let high = runs.length / 2 - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((runs[middle * 2] as number) <= i) low = middle;
      else high = middle - 1;
    }
    const origin = this.origin[block] as number;
    return high < 0 ? origin : origin + (runs[low * 2 + 1] as number) + (i - (runs[low * 2] as number));
  }

  span(block: number, from: number, to: number): Span {
    const whole = this.blockSpan(block);
    const length = (this.blocks[block] as Block).text.length;
    const first = Math.max(0, Math.min(from, length - 1));
    const last = Math.max(first, Math.min(to, length) - 1);
    if (length === 0) return whole;
    let start = this.at(block, first);
    let end = this.at(block, last) + 1;
    const { text } = this;
    // An entity is one character to the reader and several in the source.
    if (text.charCodeAt(end - 1) === 38) {
      const entity = /^&#?\w{1,32};/.exec(text.slice(end - 1, end + 34));
      if (entity !== null && this.at(block, last + 1) >= end - 1 + entity[0].length) end += entity[0].length - 1;
    }
    if (isLow(text, start) && isHigh(text, start - 1)) start--;
    if (isHigh(text, end - 1) && isLow(text, end)) end++;
    return { from: start, to: Math.max(end, start + 1) };
  }

  blockSpan(block: number): Span {
    const origin = this.origin[block] as number;
    const { from, to } = this.blocks[block] as Block;
    // An empty heading has no content; its mark stands right before.
    return to > from ? { from: origin + from, to: origin + to } : { from: origin + from - 1, to: origin + from };
  }

  position(offset: number): { readonly line: number; readonly column: number } {
    const starts = (this.lineStarts ??= lineStartsOf(this.text));
    const at = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (starts[low] as number) + 1 };
  }
}

const isHigh = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xd800;
const isLow = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;

function moved(directive: Directive, by: number): Directive {
  const span = (range: Span): Span => ({ from: range.from + by, to: range.to + by });
  return { ...directive, span: span(directive.span), rules: directive.rules.map((rule) => ({ id: rule.id, span: span(rule.span) })) };
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}
