/** What all gap rules have in common: the document as a whole lacks one piece of evidence, and says so once, on the sentence that makes it matter. */
import { closed, type Argument } from '../argument';
import type { EvidenceKind, Example, Question, Severity, Span } from '../types';
import type { Rule } from './rule';
import { fixesOf } from './shared';

export interface GapSpec {
  readonly id: string;
  readonly question: Question;
  readonly questions?: readonly Question[];
  /** Short and in lower case: it is listed after others in the folded hint. */
  readonly title: string;
  readonly summary: string;
  readonly why: string;
  readonly message: string;
  readonly whenNotToUse: string;
  readonly severity?: Severity;
  readonly essential?: 'own' | 'folded';
  /** Any of these closes the gap. */
  readonly closedBy: readonly EvidenceKind[];
  /** Which proposals owe this proof: the table of the label guide. */
  readonly asked: (a: Argument) => boolean;
  /** Where the finding stands; by default on the proposal's anchor. */
  readonly at?: (a: Argument) => Span;
  readonly bad: readonly Example[];
  readonly good: readonly Example[];
}

/** A rule with one message and at most one finding per document. */
export function gap(spec: GapSpec): Rule<'open'> {
  return {
    meta: {
      id: spec.id,
      question: spec.question,
      questions: spec.questions ?? [spec.question],
      kind: 'gap',
      title: spec.title,
      summary: spec.summary,
      why: spec.why,
      severity: spec.severity ?? 'hint',
      essential: spec.essential ?? 'folded',
      messages: { open: spec.message },
      examples: { bad: spec.bad, good: spec.good },
      fixes: fixesOf(spec.id),
      whenNotToUse: spec.whenNotToUse,
    },
    check: (a) => (spec.asked(a) && !closed(a, ...spec.closedBy) ? [{ span: spec.at?.(a) ?? a.anchor, messageId: 'open' }] : []),
  };
}

/** Something exists today and is replaced, and the work still lies ahead. */
export const changesAhead = (a: Argument): boolean => {
  const { kind, tense } = a.proposal;
  return (kind === 'rewrite' || kind === 'switch') && tense !== 'done';
};
