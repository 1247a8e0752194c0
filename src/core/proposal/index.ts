/** What is proposed: does the document argue for a rewrite, switch or choice with performance, and of what kind is it? */
import type { Doc } from '../document/types';
import type { Located, Share } from '../facts/located';
import type { Stakes } from '../facts/stakes';
import { type Keys } from '../model/keys';
import type { Model } from '../model/tables';
import type { Exemption, Proposal, ProposalKind, Reason, Scope, Span } from '../types';
import { COUNTED, shareFeatures, shareKind, wholeFeatures } from './features';
import type { Signals } from './signals';
import { isRetired, tensesOf } from './status';
import { titleOf, titleSpan } from './title';

export interface Judged {
  /** How many the document has. */
  readonly sentences: number;
  /** The sum of every label of the document model. */
  readonly sums: Float32Array;
  readonly model: Model;
}

/** What a sentence adds, worked out once as long as it stands where it does. */
function shareOf(l: Located, kind: number, model: Model, keys: Keys): Share {
  keys.clear();
  const counted = new Float32Array(COUNTED.length);
  const counts = shareFeatures(l, kind, keys, counted);
  return { rows: model.rowsOf(keys).slice(), counted: counts ? counted : null };
}

/** The label of the sentence model that says whether a document argues its case in a sentence. */
export const ARGUES = 'argues';
/** How much the best sentence counts beside a sum over the whole document, and what there is where none speaks for it. */
const BEST = 0.3;
const LEAST = -9;
/** What the best of a document's sentences adds to both halves of `applies`: the change and its reason stand in one place. */
export const bestOf = (sums: Iterable<number>): number => {
  let best = LEAST;
  for (const sum of sums) if (sum > best) best = sum;
  return BEST * best;
};

/** The two halves of `applies`: something is moved or chosen, and performance is among the reasons for it. */
export const HALVES = ['moves', 'by-performance'] as const;
const logOfProbability = (sum: number): number => -Math.log1p(Math.exp(-sum));
/**
 * The logarithm of the probability that both halves hold. One sum over all features would let much talk of speed make up for a change that
 * nobody proposes.
 */
export const bothOf = (moves: number, byPerformance: number, best: number): number =>
  logOfProbability(moves + best) + logOfProbability(byPerformance + best);

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
  const counted = new Float32Array(COUNTED.length);
  const rows: Int32Array[] = [];
  for (const l of all) {
    const kind = shareKind(l, titleBlock);
    const share = (l.memo.shares[kind] ??= shareOf(l, kind, model, keys));
    rows.push(share.rows);
    if (share.counted !== null) for (let k = 0; k < counted.length; k++) counted[k] = (counted[k] as number) + (share.counted[k] as number);
  }
  keys.clear();
  wholeFeatures({ doc, all, signals, stakes, status, labels: sentences.labels.length, counted }, keys);
  model.begin();
  model.addRows(rows);
  model.addKeys(keys);
  const sums = model.end();
  const [applies, argues] = [model.index('applies'), sentences.index(ARGUES)];
  const [moves, byPerformance] = HALVES.map((half) => sums[model.index(half)]);
  if (applies >= 0 && argues >= 0 && moves !== undefined && byPerformance !== undefined)
    sums[applies] = bothOf(moves, byPerformance, bestOf(all.map(({ memo }) => (memo.sums as Float32Array)[argues] as number)));
  return { sentences: all.length, sums, model };
}

/** True where the sum of a label is above its threshold. */
const holds = ({ sums, model }: Judged, label: string): boolean => {
  const k = model.index(label);
  return k >= 0 && (sums[k] as number) > (model.threshold[k] as number);
};

/** The label with the largest sum over its threshold. */
function best<T extends string>({ sums, model }: Judged, prefix: string, labels: readonly T[]): T {
  let top = labels[0] as T;
  let most = -Infinity;
  for (const label of labels) {
    const k = model.index(`${prefix}:${label}`);
    const sum = k < 0 ? -Infinity : (sums[k] as number) - (model.threshold[k] as number);
    if (sum > most) [top, most] = [label, sum];
  }
  return top;
}

/** Fewer sentences than this are judged by what they say outright. */
const FEW = 12;
const moves = ({ titleGeneric, ranked }: Signals): boolean => titleGeneric || ranked.some((intents) => intents.length > 0);

const KINDS: readonly ProposalKind[] = ['rewrite', 'switch', 'greenfield', 'advocacy'];
const SCOPES: readonly Scope[] = ['whole', 'part'];
const EXEMPTIONS: readonly Exemption[] = ['cpu-bound', 'latency-product'];

export interface Classified {
  readonly doc: Doc;
  readonly judged: Judged | null;
  readonly signals: Signals;
  readonly stakes: Stakes;
  /** What the document says of its own state. */
  readonly status: string;
  readonly override: boolean | undefined;
  /** The clearest sentence that argues with performance. */
  readonly argues: Located | null;
  /** Whether anything in it speaks of performance. */
  readonly speaks: boolean;
  readonly empty: boolean;
}

export function proposalOf({ doc, judged, signals, stakes, status, override, argues, speaks, empty }: Classified): Proposal {
  // A title that turns the change down leaves nothing to argue for, and a few sentences in which nothing moves are a remark.
  const applies =
    override ??
    (judged !== null && speaks && !signals.rejectTitle && (judged.sentences >= FEW || moves(signals)) && holds(judged, 'applies'));
  const { decision } = signals;
  const reasons: Reason[] = [];
  if (decision) reasons.push({ span: spanOf(doc, decision), quote: decision.s.text.slice(0, 160), shows: 'change' });
  if (argues) reasons.push({ span: spanOf(doc, argues), quote: argues.s.text.slice(0, 160), shows: 'performance' });
  const anchorAt = argues ?? decision;
  const say = judged !== null && applies;
  const kind = say ? best(judged, 'kind', KINDS) : 'none';
  return {
    applies,
    kind,
    tense: say ? best(judged, 'tense', tensesOf(status)) : null,
    scope: say ? best(judged, 'scope', SCOPES) : null,
    service: say && holds(judged, 'service'),
    newLanguage: say && holds(judged, 'new-language'),
    speedupArgued: say && holds(judged, 'speed-up'),
    capacityArgued: say && holds(judged, 'capacity'),
    exempt: say ? (EXEMPTIONS.find((e) => holds(judged, `exempt:${e}`)) ?? null) : null,
    retired: isRetired(status),
    from: [...stakes.from],
    to: [...stakes.to],
    title: signals.title,
    anchor: anchorAt ? spanOf(doc, anchorAt) : titleSpan(doc),
    reasons,
    why: why(applies, override, kind, empty),
  };
}

const spanOf = (doc: Doc, l: Located): Span => doc.span(l.c.block, l.s.from, l.s.to);

function why(applies: boolean, override: boolean | undefined, kind: ProposalKind, empty: boolean): string {
  if (override !== undefined) return 'Set by the document or the configuration.';
  if (!applies)
    return empty
      ? 'It does not read like a proposal that argues with performance.'
      : 'Nothing moves or is chosen on grounds of performance.';
  const does = {
    rewrite: 'moves code to another language or design',
    switch: 'swaps a component',
    greenfield: 'chooses a technology',
    advocacy: 'argues for a technology',
    none: '',
  }[kind];
  return `It ${does} and argues with performance.`;
}
