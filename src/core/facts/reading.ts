/** One block read once: its sentences, the lexicon's hits and the quantities in each. Depends on the block's text alone, so it is cached by block. */
import { sentencesOf } from '../document/sentences';
import type { Block } from '../document/types';
import { has, mask, type Hit, type Lexicon } from './lexicon';
import { isName } from './names';
import { carriesSpeed, quantitiesOf, type Quantity } from './quantities';

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
  /** A figure of speed, size or share stands in it (also "half", "an order of magnitude"). */
  readonly carried: boolean;
  readonly question: boolean;
  /** Column for a table cell, else -1. */
  readonly column: number;
}

export interface Reading {
  readonly sentences: readonly Sentence[];
}

const NAMES = mask('lang', 'runtime', 'framework', 'engine', 'tool');
const TIMEWORD = mask('timeword');
const EMPTY: Reading = { sentences: [] };

/** Percentages that say nothing of speed. */
const IDLE_PERCENT =
  /^\s*(?:of (?:developers|respondents|teams|companies|the (?:team|code|codebase|market))|uptime|availability|coverage|adoption|test|less code|fewer lines|off\b|sure|confidence|open|free|complete|done|compatible|compatibility|parity|safe|type|backwards?)/i;
/** A bare figure in front of these carries no speed either. */
const isCarrier = (q: Quantity, text: string): boolean => carriesSpeed(q) && !(q.kind === 'percent' && IDLE_PERCENT.test(text.slice(q.to)));

export function readBlock(block: Block, lexicon: Lexicon): Reading {
  if (block.text === '' || block.kind === 'code') return EMPTY;
  const text = block.text;
  const all = lexicon.scan(text);
  if (all.length === 0 && !/\d/.test(text)) return EMPTY;
  const quantities = quantitiesOf(text);
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
  for (let i = 0; i < bounds.length; i += 2) {
    const to = bounds[i + 1] as number;
    const column = columns[i / 2] ?? -1;
    for (let from = bounds[i] as number; from < to;) {
      while (h < all.length && (all[h] as Hit).from < from) h++;
      while (q < quantities.length && (quantities[q] as Quantity).from < from) q++;
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
      const words = text.slice(from, end);
      sentences.push({ from, to: end, text: words, hits, quantities: own, a, b, c, carried, question: asks(words), column });
      from = end;
      while (from < to && text.charCodeAt(from) === 32) from++;
    }
  }
  return { sentences };
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

/** True where it ends with a question mark, closing quotes and brackets aside. */
function asks(text: string): boolean {
  let i = text.trimEnd().length - 1;
  while (i >= 0 && '"\')]*'.includes(text[i] as string)) i--;
  return text[i] === '?';
}

function named(hit: Hit, text: string, sentenceFrom: number): boolean {
  const n = hit.m.names;
  const name = n['lang'] ?? n['runtime'] ?? n['framework'] ?? n['engine'] ?? n['tool'];
  return name === undefined || isName(name, text, hit.from, hit.to, text.slice(sentenceFrom, hit.from).trim() === '');
}

/** The product or language a hit names, with its class; null where it names none. */
export function nameOf(hit: Hit): { readonly name: string; readonly cls: 'lang' | 'runtime' | 'framework' | 'engine' | 'tool' } | null {
  const n = hit.m.names;
  for (const cls of ['lang', 'runtime', 'framework', 'engine', 'tool'] as const) {
    const name = n[cls];
    if (name !== undefined) return { name, cls };
  }
  return null;
}
