/**
 * Puts marks into the token stream of the Markdown preview: `<mark>` around the words of a finding and a card behind the block.
 * markdown-it knows lines of blocks but no columns, so the words are found again inside the block; where that fails (typographic
 * replacements, entities) the whole block is marked. The tokens belong to the preview's cache and are never changed, only copied.
 */
import { escapeHtml } from '../../core/escape';
import { Lines } from '../../core/lines';

/** What is used of a token of markdown-it; the preview brings its own version of the library. */
export interface Token {
  type: string;
  content: string;
  level: number;
  block: boolean;
  nesting: -1 | 0 | 1;
  map: [number, number] | null;
  children: Token[] | null;
}

export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly severity: string;
  /** HTML of the card; every value in it is escaped already. */
  readonly card: string;
}

interface NumberedMark extends Mark {
  readonly id: string;
  readonly firstLine: number;
  readonly lastLine: number;
}

export function markTokens(tokens: readonly Token[], text: string, marks: readonly Mark[]): Token[] {
  const lines = new Lines(text);
  const open: NumberedMark[] = marks.map((mark, i) => ({
    ...mark,
    id: `fast-enough-${i + 1}`,
    // markdown-it counts lines from 0.
    firstLine: lines.position(mark.from).line - 1,
    lastLine: lines.position(Math.max(mark.from, mark.to - 1)).line - 1,
  }));
  const out: Token[] = [];
  const cards: NumberedMark[] = [];
  const blocks: (readonly [number, number] | null)[] = [];
  let inTable = 0;
  let columns = new Map<number, number>();
  for (const token of tokens) {
    if (token.nesting === 1) blocks.push(token.map ?? blocks.at(-1) ?? null);
    if (token.type === 'table_open') inTable += 1;
    if (token.type === 'tr_open') columns = new Map();
    const map = token.map ?? blocks.at(-1);
    if (token.type === 'inline' && map) {
      const here = open.filter((mark) => mark.firstLine < map[1] && mark.lastLine >= map[0]);
      const { copy, used } = markInline(token, here, map[0], lines, columns);
      out.push(copy);
      for (const mark of used) {
        cards.push(mark);
        open.splice(open.indexOf(mark), 1);
      }
    } else {
      out.push(token);
    }
    if (token.nesting === -1) blocks.pop();
    if (token.type === 'table_close') inTable -= 1;
    // A card cannot stand inside a table or between a heading's tags; it follows the block.
    if (
      cards.length > 0 &&
      inTable === 0 &&
      (token.type === 'paragraph_close' || token.type === 'heading_close' || token.type === 'table_close')
    ) {
      out.push(html(token, 'html_block', cards.map(cardHtml).join('')));
      cards.length = 0;
    }
  }
  return out;
}

/** A token of the same class as `like`, whose constructor is the preview's own. */
function html(like: Token, type: string, content: string): Token {
  const made = new (like.constructor as new (type: string, tag: string, nesting: 0) => Token)(type, '', 0);
  made.content = content;
  made.level = like.level;
  made.block = type === 'html_block';
  return made;
}

function cloned(token: Token, changes: Partial<Token>): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token, changes);
}

function cardHtml(mark: NumberedMark): string {
  return `<aside class="fast-enough-card fast-enough-${escapeHtml(mark.severity)}" id="${mark.id}-card" role="note" data-fast-enough="${mark.id}">${mark.card}</aside>`;
}

interface Piece {
  readonly child: Token;
  /** Offset in the source; -1 where the words were not found. */
  readonly at: number;
}

/** Where each child of an inline token stands in the source. */
function locate(token: Token, firstLine: number, lines: Lines, columns: Map<number, number>): Piece[] {
  const content = token.content.split('\n');
  const starts = content.map((words, i) => {
    const line = firstLine + i + 1;
    const source = lines.line(line);
    const from = columns.get(line) ?? 0;
    const column = source.indexOf(words.trim(), from);
    if (column < 0) return -1;
    // The cells of a row share its line: the next one is looked for behind this one.
    columns.set(line, column + words.trim().length);
    return lines.start(line) + column - (words.length - words.trimStart().length);
  });
  const offsets: number[] = [];
  for (let i = 0, at = 0; i < content.length; i++) {
    offsets.push(at);
    at += (content[i] ?? '').length + 1;
  }
  const toSource = (at: number): number => {
    let i = 0;
    while (i + 1 < offsets.length && (offsets[i + 1] ?? Infinity) <= at) i += 1;
    const start = starts[i] ?? -1;
    return start < 0 ? -1 : start + at - (offsets[i] ?? 0);
  };
  let cursor = 0;
  return (token.children ?? []).map((child) => {
    if (child.content === '' || (child.type !== 'text' && child.type !== 'code_inline')) return { child, at: -1 };
    const found = token.content.indexOf(child.content, cursor);
    if (found < 0) return { child, at: -1 };
    cursor = found + child.content.length;
    return { child, at: toSource(found) };
  });
}

function markInline(
  token: Token,
  marks: readonly NumberedMark[],
  firstLine: number,
  lines: Lines,
  columns: Map<number, number>,
): { copy: Token; used: NumberedMark[] } {
  if (marks.length === 0) {
    // Still counted, so that the next cell of a row is found behind this one.
    if (token.content !== '') locate(token, firstLine, lines, columns);
    return { copy: token, used: [] };
  }
  const pieces = locate(token, firstLine, lines, columns);
  const used = new Set<NumberedMark>();
  const children: Token[] = [];
  for (const { child, at } of pieces) {
    const over = at < 0 ? [] : marks.filter((mark) => mark.from < at + child.content.length && mark.to > at);
    if (over.length === 0) {
      children.push(child);
      continue;
    }
    over.forEach((mark) => used.add(mark));
    children.push(...split(child, at, over));
  }
  if (used.size === 0) {
    // In a table the row's other cells may hold the words; a paragraph or heading is marked as a whole.
    const whole = marks.find((mark) => pieces.every(({ at }) => at < 0) && mark.firstLine >= firstLine);
    if (!whole) return { copy: token, used: [] };
    used.add(whole);
    const wrapped = [html(token, 'html_inline', markHtml(whole)), ...(token.children ?? []), html(token, 'html_inline', '</mark>')];
    return { copy: cloned(token, { children: wrapped }), used: [...used] };
  }
  return { copy: cloned(token, { children }), used: [...used] };
}

/** A text cut at the edges of its marks. Where two marks overlap, the one that begins first has the words; inline code is marked whole. */
function split(child: Token, at: number, marks: readonly NumberedMark[]): Token[] {
  const first = marks[0];
  if (child.type !== 'text' && first) return [html(child, 'html_inline', markHtml(first)), child, html(child, 'html_inline', '</mark>')];
  const out: Token[] = [];
  let done = 0;
  const text = (from: number, to: number): void => {
    if (to > from) out.push(cloned(child, { content: child.content.slice(from, to) }));
  };
  for (const mark of [...marks].sort((a, b) => a.from - b.from)) {
    const from = Math.max(mark.from - at, done);
    const to = Math.min(mark.to - at, child.content.length);
    if (to <= from) continue;
    text(done, from);
    out.push(html(child, 'html_inline', markHtml(mark)));
    text(from, to);
    out.push(html(child, 'html_inline', '</mark>'));
    done = to;
  }
  text(done, child.content.length);
  return out;
}

function markHtml(mark: NumberedMark): string {
  return `<mark class="fast-enough fast-enough-${escapeHtml(mark.severity)}" tabindex="0" data-fast-enough="${mark.id}" aria-describedby="${mark.id}-card">`;
}
