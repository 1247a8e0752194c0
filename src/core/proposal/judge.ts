/** The sums of a whole document: over all its words, and with them that of the one sentence that shows best what the document is. */
import type { Doc } from '../document/types';
import { mayBeReason } from '../facts/claims';
import { within } from '../facts/context';
import type { Located, Share } from '../facts/located';
import { openBlocks } from '../facts/openBlocks';
import type { Stakes } from '../facts/stakes';
import { MOST_HELD } from '../facts/sums';
import type { Keys } from '../model/keys';
import type { Model } from '../model/tables';
import { COUNTED, shareFeatures, shareKind, wholeFeatures } from './features';
import type { Signals } from './signals';
import { titleOf } from './title';

export interface Judged {
  /** How many the document has. */
  readonly sentences: number;
  /** The sum of every label of the document model. */
  readonly sums: Float32Array;
  readonly model: Model;
  /** The sentence that shows each half of `applies` best, and the one that comes nearest to showing both; null where none does. */
  readonly change: Located | null;
  readonly reason: Located | null;
  readonly argument: Located | null;
}

/** What a sentence adds, worked out once as long as it stands where it does. */
function shareOf(l: Located, kind: number, model: Model, keys: Keys): Share {
  keys.clear();
  const counted = new Float32Array(COUNTED.length);
  const counts = shareFeatures(l, kind, keys, counted);
  return { rows: model.rowsOf(keys).slice(), counted: counts ? counted : null };
}

/** The label of the sentence model that says whether a sentence shows by itself what a label of the document model says of the whole. */
export const shows = (label: string): string => `shows:${label}`;
/** How much the best sentence counts beside a sum over the whole document, and what there is where none speaks for it. */
const BEST = 0.8;
const LEAST = -9;
/** What the best of a document's sentences adds; `sumOf` gives a sentence's sum. A sum over all words cannot say that one sentence says it all. */
export function bestOf<T>(sentences: readonly T[], sumOf: (sentence: T) => number): number {
  let best = LEAST;
  for (const s of sentences) best = Math.max(best, sumOf(s));
  return BEST * best;
}
const sumAt = ({ memo }: Located, label: number): number => (memo.sums as Float32Array)[label] as number;

/** The two halves of `applies`: something is moved or chosen, and performance is among the reasons for it. */
const HALVES = ['moves', 'by-performance'] as const;
const logOfProbability = (sum: number): number => -Math.log1p(Math.exp(-sum));
/**
 * The logarithm of the probability that both halves hold. One sum over all features would let much talk of speed make up for a change that
 * nobody proposes.
 */
export const bothOf = (moves: number, byPerformance: number): number => logOfProbability(moves) + logOfProbability(byPerformance);

/** A sentence so far below the threshold shows nothing, even where no other does. */
const FAINTEST = -1;
/** The sentence with the largest sum, where one is larger than `least`. */
function clearest(all: readonly Located[], sumOf: (l: Located) => number, least: number): Located | null {
  let best: Located | null = null;
  let most = least;
  for (const l of all) {
    const sum = sumOf(l);
    if (sum > most) [best, most] = [l, sum];
  }
  return best;
}

/** The sentences that may be shown as what the verdict rests on. */
function shownOf(all: readonly Located[], model: Model): Pick<Judged, 'change' | 'reason' | 'argument'> {
  const [change, reason] = HALVES.map((half) => model.index(shows(half))) as [number, number];
  if (change < 0 || reason < 0) return { change: null, reason: null, argument: null };
  const least = (label: number): number => (model.threshold[label] as number) + FAINTEST;
  // An option that was turned down shows what was not done.
  const open = all.filter((l) => !within(l.c, 'rejected'));
  const reasons = all.filter((l) => sumAt(l, reason) > least(reason) && mayBeReason(l));
  return {
    change: clearest(open, (l) => sumAt(l, change), least(change)),
    reason: clearest(reasons, (l) => sumAt(l, reason), -Infinity),
    argument: clearest(reasons, (l) => bothOf(sumAt(l, change), sumAt(l, reason)), -Infinity),
  };
}

/** The document model's sums. The sentences have theirs already. */
export function judge(
  doc: Doc,
  all: readonly Located[],
  signals: Signals,
  stakes: Stakes,
  status: string,
  model: Model,
  sentences: Model,
  keys: Keys,
): Judged {
  const titleBlock = titleOf(doc).block;
  const isOpen = openBlocks(doc);
  // What a template asks for is not said yet.
  const said = all.filter((l) => !isOpen(l.c.block));
  const counted = new Float32Array(COUNTED.length);
  const rows: Int32Array[] = [];
  for (const l of said) {
    const kind = shareKind(l, titleBlock);
    const share = (l.memo.shares[kind] ??= shareOf(l, kind, model, keys));
    rows.push(share.rows);
    if (share.counted !== null) for (let k = 0; k < counted.length; k++) counted[k] = (counted[k] as number) + (share.counted[k] as number);
  }
  keys.clear();
  wholeFeatures({ doc, all: said, signals, stakes, status, labels: Math.min(sentences.labels.length, MOST_HELD), counted }, keys);
  model.begin();
  model.addRows(rows);
  model.addKeys(keys);
  const sums = model.end();
  for (const [k, label] of model.labels.entries()) {
    const shown = sentences.index(shows(label));
    if (shown >= 0) sums[k] = (sums[k] as number) + bestOf(said, (l) => sumAt(l, shown));
  }
  const [applies, moves, byPerformance] = ['applies', ...HALVES].map((label) => model.index(label)) as [number, number, number];
  if (applies >= 0 && moves >= 0 && byPerformance >= 0) sums[applies] = bothOf(sums[moves] as number, sums[byPerformance] as number);
  return { sentences: all.length, sums, model, ...shownOf(said, sentences) };
}
