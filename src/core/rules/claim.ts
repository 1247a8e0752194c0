/** What most claim rules have in common: a statement of one kind, committed by the document, is reported where it stands. */
import type { Argument } from '../argument';
import type { StatementFact } from '../facts/claims';
import type { Example, Question, Severity } from '../types';
import type { Rule } from './rule';
import { fixesOf, quote, statementsOf } from './shared';

export interface ClaimSpec {
  readonly id: string;
  readonly question: Question;
  readonly questions?: readonly Question[];
  readonly title: string;
  readonly summary: string;
  readonly why: string;
  /** May use `{words}`. */
  readonly message: string;
  readonly whenNotToUse: string;
  readonly severity?: Severity;
  /** Kind of the statements it reports. */
  readonly statement: string;
  /** The document answers the statement elsewhere. */
  readonly silent?: (a: Argument, statement: StatementFact) => boolean;
  /** Why there is no fix, where there is none. */
  readonly noFix?: string;
  readonly bad: readonly Example[];
  readonly good: readonly Example[];
}

export function claim(spec: ClaimSpec): Rule<'said'> {
  return {
    meta: {
      id: spec.id,
      question: spec.question,
      questions: spec.questions ?? [spec.question],
      kind: 'claim',
      title: spec.title,
      summary: spec.summary,
      why: spec.why,
      severity: spec.severity ?? 'information',
      essential: 'own',
      messages: { said: spec.message },
      examples: { bad: spec.bad, good: spec.good },
      fixes: fixesOf(spec.id, spec.noFix),
      whenNotToUse: spec.whenNotToUse,
    },
    check: (a) =>
      statementsOf(a, spec.statement)
        .filter((s) => !spec.silent?.(a, s))
        .map((s) => ({ span: s.span, messageId: 'said', data: { words: quote(s.words) } })),
  };
}
