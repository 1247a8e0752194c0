/** What is proposed: does the document argue for a rewrite, switch or choice with performance, and of what kind is it? */
import { wholeTo } from '../escape';
import type { Doc } from '../document/types';
import type { Located } from '../facts/located';
import type { Stakes } from '../facts/stakes';
import type { Exemption, Proposal, ProposalKind, Reason, Scope, Span } from '../types';
import type { Judged } from './judge';
import type { Signals } from './signals';
import { isRetired, tensesOf } from './status';
import { titleSpan } from './title';

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
  /** Whether anything in it speaks of performance. */
  readonly speaks: boolean;
  readonly empty: boolean;
}

export function proposalOf({ doc, judged, signals, stakes, status, override, speaks, empty }: Classified): Proposal {
  // A title that turns the change down leaves nothing to argue for, and a few sentences in which nothing moves are a remark.
  const applies =
    override ??
    (judged !== null && speaks && !signals.rejectTitle && (judged.sentences >= FEW || moves(signals)) && holds(judged, 'applies'));
  const change = judged?.change ?? signals.decision;
  const reason = judged?.reason ?? null;
  const reasons: Reason[] = [];
  const show = (l: Located | null, what: Reason['shows']): void => {
    if (l) reasons.push({ span: spanOf(doc, l), quote: l.s.text.slice(0, wholeTo(l.s.text, QUOTE)), shows: what });
  };
  show(change, 'change');
  show(reason, 'performance');
  const anchorAt = judged?.argument ?? change;
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

/** So many characters of a sentence are quoted. */
const QUOTE = 160;
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
