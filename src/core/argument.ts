/** The argument of a proposal as typed facts: all that a rule or the review may ask for. */
import type { SpeedFact } from './facts/claims';
import type { Figures } from './facts/figures';
import type { StatementFact } from './facts/claims';
import type { CodeHint, Evidence, EvidenceKind, Proposal, Span, Thresholds } from './types';

export interface Argument {
  readonly proposal: Proposal;
  /** First evidence of each kind, by place. */
  readonly evidence: ReadonlyMap<EvidenceKind, Evidence>;
  /** Statements about speed that the document commits without a number, the clearest per section and kind. */
  readonly speed: readonly SpeedFact[];
  readonly statements: readonly StatementFact[];
  readonly figures: Figures;
  readonly code: readonly CodeHint[];
  readonly thresholds: Thresholds;
  /** Where a gap is anchored. */
  readonly anchor: Span;
  /** The promised speed-up, else the anchor. */
  readonly promise: Span;
  readonly axes: ReadonlySet<string>;
}

/** True when one of the kinds of evidence is there. */
export const closed = (a: Argument, ...kinds: readonly EvidenceKind[]): boolean => kinds.some((k) => a.evidence.has(k));
export const changes = (a: Argument): boolean => a.proposal.kind === 'rewrite' || a.proposal.kind === 'switch';
