/** A sentence in its place, and what is kept with it. */
import type { Standing } from '../model/sentence';
import type { Sentence } from '../words/reading';
import type { Context } from './context';
import type { Said } from './said';

/** What a sentence adds to the features of its document. */
export interface Share {
  /** Rows of the document model's table. */
  readonly rows: Int32Array;
  /** What it adds to the counts of the document; null where nothing. */
  readonly counted: Float32Array | null;
}

/** What is worked out of a sentence in its place when first asked for, and kept as long as it stands there. */
export interface Memo {
  /** The sums of all its weights, and what they were made for: the sentences beside it and the sides of the names. */
  sums: Float32Array | null;
  /** A bit for each of the first labels whose sum is above its threshold, see `MOST_HELD`. */
  held: number;
  before: Sentence | null;
  after: Sentence | null;
  sides: string;
  /** By what its block is in the document (its title, one of its first blocks), see `proposal/features.ts`. */
  readonly shares: Share[];
  /** See `perPlace`. */
  readonly kept: unknown[];
}

/** A sentence in its place. */
export interface Located extends Omit<Said, 'block' | 'own'> {
  readonly said: Said;
  readonly c: Context;
  readonly at: Standing;
  /** A cell of a table whose first column or header names several technologies. */
  readonly compared: boolean;
  readonly memo: Memo;
}

let keepers = 0;

/**
 * A function of a sentence in its place and of nothing else, whose result is kept with the sentence: while somebody types elsewhere in the
 * document it is not worked out again. It may not look at the numbers of blocks and sections, which move. The result must be neither null
 * nor undefined.
 */
export function perPlace<T extends NonNullable<unknown>>(make: (l: Located) => T): (l: Located) => T {
  const slot = keepers++;
  return (l) => (l.memo.kept[slot] ??= make(l)) as T;
}
