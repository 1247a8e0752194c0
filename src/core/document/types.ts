/** What is written: the document as blocks of plain prose with exact places, before anything is understood. */
import type { Span } from '../types';

export type SectionRole =
  | 'title'
  | 'status'
  | 'summary'
  | 'context'
  | 'problem'
  | 'goals'
  | 'non-goals'
  | 'drivers'
  | 'options'
  | 'rejected'
  | 'decision'
  | 'rationale'
  | 'pros'
  | 'cons'
  | 'consequences'
  | 'risks'
  | 'plan'
  | 'testing'
  | 'evidence'
  | 'targets'
  | 'design'
  | 'references'
  | 'prior-art'
  | 'history'
  | 'questions'
  | 'other';

/** The text under one heading. Section 0 is what stands before the first heading (may be empty). */
export interface Section {
  readonly index: number;
  /** 0 for the preamble, else 1 to 6. */
  readonly level: number;
  /** Compact heading text without markup, '' for the preamble. */
  readonly title: string;
  /** Index of the heading in `Doc.blocks`, -1 for the preamble. */
  readonly heading: number;
  /** From the heading's first character to the next heading of any level (or the end). */
  readonly span: Span;
  /** Enclosing section (lower level), -1 at the top. */
  readonly parent: number;
  /** Role of its own heading, `other` where the heading names none. */
  readonly ownRole: SectionRole;
  /** Own role, else that of the nearest ancestor that has one; `title` is not passed on. */
  readonly role: SectionRole;
  /** Roles from the outermost ancestor to itself, without `other` and, below the title, without `title`. */
  readonly path: readonly SectionRole[];
  /** Blocks `[firstBlock, endBlock)` of `Doc.blocks`, heading included. */
  readonly firstBlock: number;
  readonly endBlock: number;
}

/**
 * `item` is the first paragraph of a list item, `paragraph` any other. A heading inside a quote or list is read as one of the two: it makes no
 * section. `html` is a piece of prose between block-level tags; `<h1>` to `<h6>` at the top level are headings.
 */
export type BlockKind = 'heading' | 'paragraph' | 'item' | 'row' | 'code' | 'html';

/** One cell of a table row, as a range of the row's compact text. */
export interface Cell {
  readonly from: number;
  readonly to: number;
  readonly column: number;
}

/** A link in a block's prose; `from`/`to` cover its text in compact coordinates. */
export interface LinkUse {
  readonly from: number;
  readonly to: number;
  readonly href: string;
  /** Source offset of the href as written, relative to the block's origin (see `Doc.origin`). */
  readonly hrefFrom: number;
}

/**
 * The smallest unit of reading: a heading, a paragraph (also the first paragraph of a list item or quote), a table row or a code block.
 * A block is immutable and is reused, as the same object, across edits that do not touch its own text, so it may key a cache.
 *
 * `text` is the *compact* prose: markup removed (emphasis, link targets, images, HTML tags and comments, URLs, footnote marks, container
 * prefixes such as `> ` and list markers, task boxes), `~~struck out~~` words and `{placeholders}` of templates dropped, white space and line breaks folded to one space, entities and escapes decoded,
 * typographic variants folded (curly quotes to ' and ", non-breaking hyphen and space to plain ones; `×`, `–`, `—`, `≤`, `~`, `→` stay).
 * A line break that the reader sees (`<br>`, two spaces at the end of a line) is ` · `, the border between two cells of a row ` | `.
 * So re-wrapping, list markers and CRLF do not change it. Use `Doc.at` to get back to the source.
 */
export interface Block {
  readonly kind: BlockKind;
  /** Source offsets relative to the block's origin, `Doc.origin`: the block itself knows nothing of where it stands. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Pairs (compact offset, source offset relative to the origin), ascending: where the two run in step from there on. */
  readonly runs: Int32Array;
  /** Ranges of `text` that were inline code, pairs (from, to). */
  readonly code: readonly number[];
  /** Ranges of `text` that were strong emphasis, pairs (from, to). */
  readonly strong: readonly number[];
  readonly links: readonly LinkUse[];
  /** Depth of enclosing lists; 0 outside lists. */
  readonly depth: number;
  /** Number of the enclosing innermost list within its chunk, -1 outside lists. */
  readonly list: number;
  /** True for the first block of a list item. */
  readonly item: boolean;
  readonly ordered: boolean;
  /** `true` / `false` for a checked / unchecked task item, else null. */
  readonly task: boolean | null;
  /** Inside a blockquote (admonitions such as `> [!NOTE]` and `:::note` are not quotes). */
  readonly quoted: boolean;
  /** Inside a callout written as a quote: `> [!NOTE]`, `> **Note:**`. */
  readonly callout: boolean;
  /** For `heading`: 1 to 6, else 0. */
  readonly level: number;
  /** For `row`: number of the table within its chunk, and of the row within the table; row 0 is the header. Else -1. */
  readonly table: number;
  readonly row: number;
  readonly cells: readonly Cell[];
  /** For `row` (not 0): compact text of each header cell. */
  readonly headers: readonly string[];
  /** For `code`: the info string's first word in lower case, '' where none; `text` is empty and the content is the source slice. */
  readonly language: string;
  /** For `code`: content range relative to the origin. */
  readonly contentFrom: number;
  readonly contentTo: number;
}

/** How a block may introduce what follows it, see `Doc.leadOf`. */
export interface Label {
  /** `strong`: nothing but strong text; `colon`: ends in a colon; `own`: begins with a label of its own ("**Cons:** slow builds"); `heading`. */
  readonly kind: 'strong' | 'colon' | 'own' | 'heading';
  /** Role named by the label or heading. */
  readonly role: SectionRole;
  /** For a heading: the whole of it is a known phrase, such as "Summary". */
  readonly phrase: boolean;
}

/**
 * A top-level piece of the document: one block of the Markdown grammar with the blank lines after it. Unchanged chunks survive edits as the
 * same object; only their place moves.
 */
export interface Chunk {
  readonly blocks: readonly Block[];
  /** Origin of each block relative to the start of the chunk. */
  readonly at: readonly number[];
  /** Parallel to `blocks`. */
  readonly labels: readonly (Label | null)[];
  /** Suppressions written in it, relative to the start of the chunk. */
  readonly directives: readonly Directive[];
  /** What stands before it may depend on what stands behind it, see `session.ts`. */
  readonly passable: boolean;
}

export interface FrontMatter {
  readonly format: 'yaml' | 'toml';
  /** With its fences. */
  readonly span: Span;
  /** Parsed mapping; `{}` where it could not be read. Null-prototype object. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly problem: { readonly message: string; readonly span: Span } | null;
}

/**
 * A suppression written in the document: `<!-- fast-enough-disable-next-line rule, rule: reason -->`, `[//]: # (fast-enough-disable rule: reason)`,
 * or front matter `fast-enough-disable: { rule: reason }`.
 */
export interface Directive {
  readonly action: 'disable-line' | 'disable-next-line' | 'disable' | 'enable' | 'disable-file' | 'unknown';
  readonly span: Span;
  /** Empty means all rules. */
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
  readonly reason: string;
  readonly raw: string;
}

export interface Doc {
  readonly text: string;
  readonly frontMatter: FrontMatter | null;
  readonly sections: readonly Section[];
  readonly blocks: readonly Block[];
  /** Absolute start of each block's chunk, parallel to `blocks`: with `list` and `table` it identifies a list or table in the document. */
  readonly chunkFrom: ArrayLike<number>;
  /** Absolute place that each block's own offsets are relative to, parallel to `blocks`. */
  readonly origin: ArrayLike<number>;
  /** Section index of each block, parallel to `blocks`. */
  readonly sectionOf: ArrayLike<number>;
  /**
   * Block index of the nearest lead-in paragraph ("**Pros:**", "Advantages:", "Why not chosen:") of the same section that introduces this
   * block, else -1; the block itself where it begins with a label of its own ("**Cons:** slow builds"). Parallel to `blocks`.
   */
  readonly leadOf: ArrayLike<number>;
  /** Role of that lead-in by the same words as headings, `other` where there is none or it names none. Parallel to `blocks`. */
  readonly leadRole: readonly SectionRole[];
  readonly directives: readonly Directive[];
  /** Absolute source offset of compact offset `i` of block `block`. */
  at(block: number, i: number): number;
  /** Absolute span of a compact range of a block; trimmed so that it is never empty and never splits a surrogate pair. */
  span(block: number, from: number, to: number): Span;
  /** Absolute source span of the whole block. */
  blockSpan(block: number): Span;
  /** 1-based line and column of an offset. */
  position(offset: number): { readonly line: number; readonly column: number };
}

export interface DocSession {
  readonly doc: Doc;
  /** Applies the change and returns the new document; re-reads only the chunks it touches. `reread` counts blocks built anew, for the work guard. */
  edit(change: { readonly from: number; readonly to: number; readonly insert: string }): Doc;
  readonly reread: number;
}
