/** One block read once: its sentences, what the lexicon finds in each, its quantities and its symbols. Depends on the block's text alone, so it is cached by block. */
import { sentencesOf } from '../document/sentences';
import type { Block } from '../document/types';
import { classesOf, has, mask, type Hit, type Lexicon } from './lexicon';
import { isName } from './names';
import { carriesSpeed, quantitiesOf, type Quantity } from './quantities';
import { nameSymbol, NUMBER, quantitySymbol, symbolIn } from './symbols';
import type { Units } from './units';

/** A name as one of a sentence's symbols. */
export interface NamedSymbol {
  readonly name: string;
  /** Index in `symbols`. */
  readonly at: number;
}

export interface Sentence {
  /** Range of the block's compact text. For a table row one sentence per cell. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly hits: readonly Hit[];
  readonly quantities: readonly Quantity[];
  /** Union of the hits' classes. */
  readonly a: number;
  readonly b: number;
  readonly c: number;
  /** The classes of the hits, by number, each once. */
  readonly classes: readonly number[];
  /** What the model reads, see `symbols.ts`. */
  readonly symbols: Uint16Array;
  /** Languages and products among the symbols. */
  readonly named: readonly NamedSymbol[];
  /** A figure of speed, size or share stands in it (also "half", "an order of magnitude"). */
  readonly carried: boolean;
  readonly question: boolean;
  /** Column for a table cell, else -1. */
  readonly column: number;
}

/** What a block is read with. */
export interface Vocabulary {
  readonly lexicon: Lexicon;
  /** By number of a word: its symbol, see `symbolIn`. */
  readonly symbols: string;
}

const NAMES = mask('lang', 'runtime', 'framework', 'engine', 'tool');
const TIMEWORD = mask('timeword');
const COMPANY = mask('company');
const PROJECT = mask('project');
const NONE: readonly Sentence[] = [];
const NO_NAMES: readonly NamedSymbol[] = [];
const NO_CLASSES: readonly number[] = [];

/** Percentages that say nothing of speed. */
const IDLE_PERCENT =
  /^\s*(?:of (?:developers|respondents|teams|companies|the (?:team|code|codebase|market))|uptime|availability|coverage|adoption|test|less code|fewer lines|off\b|sure|confidence|open|free|complete|done|compatible|compatibility|parity|safe|type|backwards?)/i;
/** A bare figure in front of these carries no speed either. */
const isCarrier = (q: Quantity, text: string): boolean =>
  carriesSpeed(q) && !(q.kind === 'percent' && IDLE_PERCENT.test(text.slice(q.to, q.to + 24)));

export function readBlock(block: Block, vocabulary: Vocabulary): readonly Sentence[] {
  if (block.text === '' || block.kind === 'code') return NONE;
  const { lexicon } = vocabulary;
  const { text } = block;
  const all = lexicon.scan(text);
  const { units } = lexicon;
  const quantities = quantitiesOf(text, units);
  const bounds: number[] = [];
  const columns: number[] = [];
  if (block.kind === 'row')
    for (const c of block.cells) {
      if (c.to > c.from) {
        bounds.push(c.from, c.to);
        columns.push(c.column);
      }
    }
  else for (const b of sentencesOf(text)) bounds.push(b);

  const sentences: Sentence[] = [];
  let h = 0;
  let q = 0;
  let u = 0;
  for (let i = 0; i < bounds.length; i += 2) {
    const to = bounds[i + 1] as number;
    const column = columns[i / 2] ?? -1;
    for (let from = bounds[i] as number; from < to;) {
      while (h < all.length && (all[h] as Hit).from < from) h++;
      while (q < quantities.length && (quantities[q] as Quantity).from < from) q++;
      while (u < units.count && (units.from[u] as number) < from) u++;
      const end = pieceEnd(text, from, to, all, h, quantities, q);
      const hits: Hit[] = [];
      let a = 0;
      let b = 0;
      let c = 0;
      let carried = false;
      for (; h < all.length && (all[h] as Hit).from < end; h++) {
        const hit = all[h] as Hit;
        if (has(hit.m, NAMES) && !named(hit, text, from)) continue;
        hits.push(hit);
        a |= hit.m.a;
        b |= hit.m.b;
        c |= hit.m.c;
        if (has(hit.m, TIMEWORD)) carried = true;
      }
      const own: Quantity[] = [];
      for (; q < quantities.length && (quantities[q] as Quantity).from < end; q++) {
        const quantity = quantities[q] as Quantity;
        own.push(quantity);
        carried ||= isCarrier(quantity, text);
      }
      const names: NamedSymbol[] = [];
      const symbols = symbolsOf(text, units, u, end, hits, own, vocabulary.symbols, names);
      sentences.push({
        from,
        to: end,
        text: text.slice(from, end),
        hits,
        quantities: own,
        a,
        b,
        c,
        classes: hits.length === 0 ? NO_CLASSES : classesOf(a, b, c),
        symbols,
        named: names.length === 0 ? NO_NAMES : names,
        carried,
        question: asks(text, end),
        column,
      });
      from = end;
      while (from < to && text.charCodeAt(from) === 32) from++;
    }
  }
  return sentences;
}

/** The symbols of the units from `u` on that begin before `end`; a name and a quantity are one each. */
function symbolsOf(
  text: string,
  units: Units,
  u: number,
  end: number,
  hits: readonly Hit[],
  quantities: readonly Quantity[],
  packed: string,
  names: NamedSymbol[],
): Uint16Array {
  const { symbols } = units;
  let n = 0;
  let h = 0;
  let q = 0;
  let beyond = 0;
  for (; u < units.count && (units.from[u] as number) < end; u++) {
    const from = units.from[u] as number;
    if (from < beyond) continue;
    while (h < hits.length && (hits[h] as Hit).from < from) h++;
    while (q < quantities.length && (quantities[q] as Quantity).to <= from) q++;
    const quantity = quantities[q];
    if (quantity !== undefined && quantity.from <= from) {
      symbols[n++] = quantitySymbol(quantity.kind, quantity.cmp === '<');
      beyond = quantity.to;
      continue;
    }
    const hit = hits[h];
    if (hit !== undefined && hit.from === from) {
      const name = nameOf(hit);
      const kind = name?.cls ?? (has(hit.m, COMPANY) ? 'company' : has(hit.m, PROJECT) ? 'project' : null);
      if (kind !== null) {
        if (name !== null) names.push({ name: name.name, at: n });
        symbols[n++] = nameSymbol(kind);
        beyond = hit.to;
        continue;
      }
    }
    const word = units.word[u] as number;
    if (word < -1) symbols[n++] = -2 - word;
    else {
      const symbol = word < 0 ? 0 : symbolIn(packed, word);
      const first = text.charCodeAt(from);
      symbols[n++] = symbol === 0 && first > 47 && first < 58 ? NUMBER : symbol;
    }
  }
  return symbols.slice(0, n);
}

/**
 * The longest sentence in 1.5 MB of design documents has 517 characters and 22 hits. Beyond these a text is cut, for what reads a sentence
 * looks at all its hits and words at once, and a text without a full stop must not cost its square.
 */
const LONGEST = 800;
const MOST_HITS = 40;

/** Where the piece that begins at `from` ends: at `to`, or before where that is too far. `h` and `q`: the first hit and quantity in it. */
function pieceEnd(
  text: string,
  from: number,
  to: number,
  hits: readonly Hit[],
  h: number,
  quantities: readonly Quantity[],
  q: number,
): number {
  const beyond = hits[h + MOST_HITS];
  if (to - from <= LONGEST && (beyond === undefined || beyond.from >= to)) return to;
  let end = Math.min(to, from + LONGEST, beyond?.from ?? to);
  if (end === to) return to;
  let space = end;
  while (space > from && text.charCodeAt(space) !== 32) space--;
  if (space > from) end = space;
  else if ((text.charCodeAt(end) & 0xfc00) === 0xdc00) end++;
  // Nothing that was found is cut in two.
  for (const list of [hits, quantities])
    for (let k = list === hits ? h : q; k < list.length && (list[k] as Hit).from < end; k++) {
      const { from: start, to: stop } = list[k] as Hit;
      if (stop > end) end = start > from ? start : stop;
    }
  return Math.min(end, to);
}

/** True where the text that ends at `end` ends with a question mark, closing quotes and brackets aside. */
function asks(text: string, end: number): boolean {
  let i = end - 1;
  for (; i >= 0; i--) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 34 && code !== 39 && code !== 41 && code !== 42 && code !== 93) break;
  }
  return text.charCodeAt(i) === 63;
}

function named(hit: Hit, text: string, sentenceFrom: number): boolean {
  const n = hit.m.names;
  const name = n['lang'] ?? n['runtime'] ?? n['framework'] ?? n['engine'] ?? n['tool'];
  return name === undefined || isName(name, text, hit.from, hit.to, text.slice(sentenceFrom, hit.from).trim() === '');
}

/** The product or language a hit names, with its class; null where it names none. */
export function nameOf(hit: Hit): { readonly name: string; readonly cls: 'lang' | 'runtime' | 'framework' | 'engine' | 'tool' } | null {
  if (!has(hit.m, NAMES)) return null;
  const n = hit.m.names;
  for (const cls of ['lang', 'runtime', 'framework', 'engine', 'tool'] as const) {
    const name = n[cls];
    if (name !== undefined) return { name, cls };
  }
  return null;
}
