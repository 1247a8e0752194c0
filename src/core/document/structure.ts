/**
 * Block structure: which lines are a paragraph, a heading, a list item, a table, and where their content begins and ends.
 *
 * The grammar is markdown-it's, the parser of VS Code's own preview, so what the linter reads is what the reader sees. Only its block
 * rules run, and they run against a state that reports every leaf to a listener instead of building tokens: right after a rule has taken
 * its lines, the state's line tables say to the character where container prefixes end, which the tokens' line numbers alone would not.
 */
import markdownIt, { type MarkdownIt, type StateBlock, type Token } from 'markdown-it';

export type LeafKind = 'paragraph' | 'heading' | 'table' | 'fence' | 'code' | 'html' | 'reference';

export interface Quote {
  /** The quote is a callout (`> [!NOTE]`), not the words of somebody else. Settled when its first paragraph is read. */
  callout: boolean;
  /** No leaf of it has been seen yet. */
  fresh: boolean;
  readonly outer: Quote | null;
}

export interface List {
  readonly ordered: boolean;
  /** Number within the chunk. */
  readonly number: number;
  readonly depth: number;
  readonly outer: List | null;
}

/** A block of the grammar that holds text itself. All offsets are absolute in the source. */
export interface Leaf {
  readonly kind: LeafKind;
  /** 1 to 6 for a heading, else 0. */
  readonly level: number;
  /** Pairs (from, to), one a line: the content without container prefixes, indentation, heading marks or line end. */
  readonly lines: readonly number[];
  readonly quote: Quote | null;
  readonly list: List | null;
  /** First leaf of a list item. */
  readonly item: boolean;
  /** For code: range of the content as it stands in the source. */
  readonly contentFrom: number;
  readonly contentTo: number;
}

/** One block at the top level of the grammar. */
export interface Top {
  /** Start of its first line. */
  readonly from: number;
  readonly leaves: readonly Leaf[];
  /** Name of the grammar's rule that took it, e.g. `paragraph`, `lheading` (a heading by its underline), `reference` (a link definition). */
  readonly rule: string;
}

/**
 * True for a block of whose lines a link definition before it may take some for its own while it looks for the end of its label or title.
 * Every other kind begins with a line that stops the search.
 */
export function isPassable(rule: string): boolean {
  return rule === 'paragraph' || rule === 'lheading' || rule === 'reference' || rule === 'code';
}

/** Deeper containers are read as text: nobody nests so deep, and it keeps hostile input from costing its depth for every line. A list is two levels. */
const MAX_DEPTH = 24;
/** Quotes cost their depth for every line that carries on lazily, so they nest less. */
const MAX_QUOTES = 5;

/** Listener of one parse: collects the leaves with the containers they stand in. */
class Listener {
  readonly tops: Top[] = [];
  private leaves: Leaf[] = [];
  /** How many quotes are open. */
  quotes = 0;
  private quote: Quote | null = null;
  private list: List | null = null;
  private lists = 0;
  private item = false;

  /** `shift[line]`: what to add to an offset of that line to get to the source. */
  constructor(
    private readonly base: number,
    private readonly shift: readonly number[] | null,
  ) {}

  place(line: number, offset: number): number {
    return offset + this.base + (this.shift === null ? 0 : (this.shift[line] as number));
  }

  open(type: string): void {
    switch (type) {
      case 'list_item_open':
        this.item = true;
        break;
      case 'bullet_list_open':
      case 'ordered_list_open':
        this.list = { ordered: type === 'ordered_list_open', number: this.lists++, depth: (this.list?.depth ?? 0) + 1, outer: this.list };
        break;
      case 'bullet_list_close':
      case 'ordered_list_close':
        this.list = this.list?.outer ?? null;
        break;
      case 'blockquote_open':
        this.quotes++;
        this.quote = { callout: false, fresh: true, outer: this.quote };
        break;
      case 'blockquote_close':
        this.quotes--;
        this.quote = this.quote?.outer ?? null;
        break;
    }
  }

  leaf(kind: LeafKind, level: number, lines: readonly number[], contentFrom: number, contentTo: number): void {
    this.leaves.push({ kind, level, lines, quote: this.quote, list: this.list, item: this.item, contentFrom, contentTo });
    if (kind !== 'reference') this.item = false;
  }

  /** The grammar has finished a block at the top level that began on `line`. */
  top(rule: string, line: number, offset: number): void {
    this.tops.push({ from: this.place(line, offset), leaves: this.leaves, rule });
    this.leaves = [];
    this.item = false;
    this.lists = 0;
  }
}

type Rule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;
type Report = (state: StateBlock, listener: Listener, startLine: number) => void;

const listenerOf = (state: StateBlock): Listener => state.env['listener'] as Listener;

/** Content of the lines `[from, to)` as source ranges, trailing blanks trimmed. */
function linesOf(state: StateBlock, listener: Listener, from: number, to: number): number[] {
  const lines: number[] = [];
  for (let line = from; line < to; line++) {
    const start = (state.bMarks[line] as number) + (state.tShift[line] as number);
    const end = state.skipSpacesBack(state.eMarks[line] as number, start);
    lines.push(listener.place(line, start), listener.place(line, end));
  }
  return lines;
}

const reports: Readonly<Record<string, Report>> = {
  paragraph: (state, listener, start) => listener.leaf('paragraph', 0, linesOf(state, listener, start, state.line), 0, 0),
  html_block: (state, listener, start) => listener.leaf('html', 0, linesOf(state, listener, start, state.line), 0, 0),
  reference: (state, listener, start) => listener.leaf('reference', 0, linesOf(state, listener, start, state.line), 0, 0),
  table: (state, listener, start) => listener.leaf('table', 0, linesOf(state, listener, start, state.line), 0, 0),
  lheading: (state, listener, start) => {
    const underline = (state.bMarks[state.line - 1] as number) + (state.tShift[state.line - 1] as number);
    listener.leaf('heading', state.src.charCodeAt(underline) === 61 ? 1 : 2, linesOf(state, listener, start, state.line - 1), 0, 0);
  },
  heading: (state, listener, start) => {
    const mark = (state.bMarks[start] as number) + (state.tShift[start] as number);
    const text = state.skipChars(mark, 35);
    let end = state.skipSpacesBack(state.eMarks[start] as number, text);
    const closing = state.skipCharsBack(end, 35, text);
    const before = state.src.charCodeAt(closing - 1);
    if (closing > text && (before === 32 || before === 9)) end = closing;
    else if (closing === text) end = text;
    end = state.skipSpacesBack(end, text);
    const from = Math.min(state.skipSpaces(text), end);
    listener.leaf('heading', text - mark, [listener.place(start, from), listener.place(start, end)], 0, 0);
  },
  fence: (state, listener, start) => {
    const mark = (state.bMarks[start] as number) + (state.tShift[start] as number);
    const last = state.line - 1;
    const body =
      start + 1 < state.line
        ? listener.place(start + 1, state.bMarks[start + 1] as number)
        : listener.place(start, state.eMarks[start] as number);
    const end = closes(state, mark, start, last)
      ? listener.place(last, state.bMarks[last] as number)
      : listener.place(last, state.eMarks[last] as number);
    listener.leaf('fence', 0, linesOf(state, listener, start, state.line), body, Math.max(body, end));
  },
  code: (state, listener, start) => {
    const last = state.line - 1;
    const from = listener.place(start, (state.bMarks[start] as number) + (state.tShift[start] as number));
    listener.leaf('code', 0, linesOf(state, listener, start, state.line), from, listener.place(last, state.eMarks[last] as number));
  },
};

/** True where `last` is the closing line of the fence whose marker stands at `mark`: had it not closed, it could not be the last line and look so. */
function closes(state: StateBlock, mark: number, start: number, last: number): boolean {
  if (last === start) return false;
  const marker = state.src.charCodeAt(mark);
  const at = (state.bMarks[last] as number) + (state.tShift[last] as number);
  if (state.src.charCodeAt(at) !== marker) return false;
  const end = state.skipChars(at, marker);
  return end - at >= state.skipChars(mark, marker) - mark && state.skipSpaces(end) >= (state.eMarks[last] as number);
}

/** markdown-it's own chains: which constructs may interrupt which. */
const CHAINS: Readonly<Record<string, readonly string[]>> = {
  table: ['paragraph', 'reference'],
  code: [],
  fence: ['paragraph', 'reference', 'blockquote', 'list'],
  blockquote: ['paragraph', 'reference', 'blockquote', 'list'],
  hr: ['paragraph', 'reference', 'blockquote', 'list'],
  list: ['paragraph', 'reference', 'blockquote'],
  reference: [],
  html_block: ['paragraph', 'reference', 'blockquote'],
  heading: ['paragraph', 'reference', 'blockquote'],
  lheading: [],
  paragraph: [],
};

function wrap(name: string, rule: Rule): Rule {
  const report = reports[name];
  const container = name === 'blockquote' || name === 'list';
  return (state, start, end, silent) => {
    if (silent) return rule(state, start, end, true);
    if (container && (state.level >= MAX_DEPTH || (name === 'blockquote' && listenerOf(state).quotes >= MAX_QUOTES))) return false;
    // A footnote definition is prose; without this the grammar takes `[^1]: Word` for a link target.
    if (name === 'reference' && state.src.startsWith('[^', (state.bMarks[start] as number) + (state.tShift[start] as number))) return false;
    const top = state.level === 0;
    if (!rule(state, start, end, false)) return false;
    const listener = listenerOf(state);
    if (report !== undefined) report(state, listener, start);
    if (top) listener.top(name, start, state.bMarks[start] as number);
    return true;
  };
}

function build(): MarkdownIt {
  const md = new markdownIt({ html: true, maxNesting: MAX_DEPTH + 8 });
  const ruler = md.block.ruler;
  const originals = Object.keys(CHAINS).map((name) => {
    ruler.enableOnly([name]);
    return [name, ruler.getRules('')[0] as Rule] as const;
  });
  for (const [name, rule] of originals) ruler.at(name, wrap(name, rule), { alt: [...(CHAINS[name] as readonly string[])] });
  ruler.enable(Object.keys(CHAINS));
  const Base = md.block.State;
  const nothing = new new Base('', md, {}, []).Token('', '', 0);
  /** Reports containers and builds no tokens and no content strings: nobody reads them. */
  md.block.State = class extends Base {
    override push(type: string, _tag: string, nesting: -1 | 0 | 1): Token {
      this.level += nesting;
      if (nesting !== 0) listenerOf(this).open(type);
      return nothing;
    }
    override getLines(): string {
      return '';
    }
  };
  return md;
}

let shared: MarkdownIt | null = null;

/** The one Markdown parser, built on first use; it holds no state between parses. */
export function markdown(): MarkdownIt {
  return (shared ??= build());
}

/**
 * Reads `text.slice(from, to)` as a document of its own. `from` must be the start of a line.
 * Returns the blocks of the top level in order, offsets absolute in `text`.
 */
export function structureOf(text: string, from: number, to: number): readonly Top[] {
  const md = markdown();
  let src = from === 0 && to === text.length ? text : text.slice(from, to);
  let shift: number[] | null = null;
  if (src.includes('\r')) {
    shift = shiftsOf(src);
    src = src.replace(/\r\n?/g, '\n');
  }
  if (src.includes('\0')) src = src.replace(/\0/g, '\uFFFD');
  const listener = new Listener(from, shift);
  md.block.parse(src, md, { listener }, []);
  return listener.tops;
}

/** For each line: how far the source offset runs ahead of the offset in the text whose line ends are single characters. */
function shiftsOf(src: string): number[] {
  const shifts = [0];
  let shift = 0;
  for (let i = 0; i < src.length; i++) {
    const code = src.charCodeAt(i);
    if (code === 13 && src.charCodeAt(i + 1) === 10) {
      shift++;
      i++;
    } else if (code !== 10 && code !== 13) continue;
    shifts.push(shift);
  }
  return shifts;
}
