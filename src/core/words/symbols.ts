/**
 * The alphabet of the model: what a sentence is made of once inflection, names and figures are set aside. "Rewritten in Rust, 3x faster"
 * is `rewritten in @lang , #factor faster`, with the stems of its words. Numbers below `STEMS` have a fixed meaning, the rest are stems.
 */
import { pair } from './digits';
import { SIGNS } from './units';
import type { QuantityKind } from './quantities';

export const QUANTITY_KINDS: readonly QuantityKind[] = ['factor', 'percent', 'time', 'period', 'bytes', 'rate', 'money', 'fps', 'count'];
export const NAME_KINDS = ['lang', 'runtime', 'framework', 'engine', 'tool', 'company', 'project'] as const;
export type NameKind = (typeof NAME_KINDS)[number];
/** Whose side a name is on: taken up, left behind, weighed and not taken, or none of these. */
export const SIDES = ['to', 'from', 'rival', 'other'] as const;
export type Side = (typeof SIDES)[number];

/** No symbol: a word that the model does not know. */
export const NOTHING = 0;
/** Signs have the numbers that they have as units. */
const NAMES = SIGNS.length;
const SIDED = NAMES + NAME_KINDS.length;
const QUANTITIES = SIDED + SIDES.length;
const BOUNDED = QUANTITIES + QUANTITY_KINDS.length;
/** A number that is no quantity. */
export const NUMBER = BOUNDED + QUANTITY_KINDS.length;
/** Where a sentence begins and ends. */
export const BEGIN = NUMBER + 1;
export const END = NUMBER + 2;
/** The first stem. */
export const STEMS = NUMBER + 3;

export const nameSymbol = (kind: NameKind): number => NAMES + NAME_KINDS.indexOf(kind);
export const sideSymbol = (side: Side): number => SIDED + SIDES.indexOf(side);
export const quantitySymbol = (kind: QuantityKind, bounded: boolean): number =>
  (bounded ? BOUNDED : QUANTITIES) + QUANTITY_KINDS.indexOf(kind);

/** The symbol with a number below `STEMS`, as people read it. */
export function spellSymbol(symbol: number): string {
  if (symbol === NOTHING) return '';
  if (symbol < NAMES) return SIGNS[symbol] as string;
  if (symbol < SIDED) return `@${NAME_KINDS[symbol - NAMES]}`;
  if (symbol < QUANTITIES) return `@${SIDES[symbol - SIDED]}`;
  if (symbol < BOUNDED) return `#${QUANTITY_KINDS[symbol - QUANTITIES]}`;
  if (symbol < NUMBER) return `#${QUANTITY_KINDS[symbol - BOUNDED]}<`;
  return symbol === NUMBER ? '#' : symbol === BEGIN ? '^' : '$';
}

/** The symbol of a word by its number, from two digits each; 0 for words that came later. */
export const symbolIn = (packed: string, word: number): number => (2 * word < packed.length ? pair(packed, 2 * word) : NOTHING);
