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
    const from = bounds[i] as number;
    const to = bounds[i + 1] as number;
    const hits: Hit[] = [];
    let a = 0;
    let b = 0;
    let c = 0;
    let carried = false;
    while (h < all.length && (all[h] as Hit).from < from) h++;
    for (; h < all.length && (all[h] as Hit).from < to; h++) {
      const hit = all[h] as Hit;
      if (has(hit.m, NAMES) && !named(hit, text, from)) continue;
      hits.push(hit);
      a |= hit.m.a;
      b |= hit.m.b;
      c |= hit.m.c;
      if (has(hit.m, TIMEWORD)) carried = true;
    }
    const own: Quantity[] = [];
    while (q < quantities.length && (quantities[q] as Quantity).from < from) q++;
    for (; q < quantities.length && (quantities[q] as Quantity).from < to; q++) {
      const quantity = quantities[q] as Quantity;
      own.push(quantity);
      carried ||= isCarrier(quantity, text);
    }
    sentences.push({
      from,
      to,
      text: text.slice(from, to),
      hits,
      quantities: own,
      a,
      b,
      c,
      carried,
      question: /\?["')\]*]*$/.test(text.slice(from, to).trimEnd()),
      column: columns[i / 2] ?? -1,
    });
  }
  return { sentences };
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
