/** Small helpers that several rules share: quoting, the fixes of a rule, naming what is chosen. */
import type { Argument } from '../argument';
import { shorten } from '../escape';
import { fixIdsOf } from '../fixes';
import type { StatementFact } from '../facts/claims';
import type { RuleMeta, Span } from '../types';

const QUOTE_LENGTH = 70;

/** The author's words, short enough for a one-sentence message. */
export const quote = (words: string): string => shorten(words, QUOTE_LENGTH);

/** The fixes that content offers for a rule, else the reason why it has none. */
export function fixesOf(rule: string, none = 'Only the author knows what has to change here.'): RuleMeta['fixes'] {
  const ids = fixIdsOf(rule);
  return ids.length > 0 ? ids : { none };
}

/** What is chosen, for a message: `Rust`, `Rust and Go`; '' where the document names nothing. */
export const chosen = (a: Argument): string => a.proposal.to.slice(0, 2).join(' and ');

/** Statements of one kind in document order. `kind` is a plain string, so that a rule may ask for a kind that no fact has yet. */
export const statementsOf = (a: Argument, kind: string): readonly StatementFact[] => a.statements.filter((s) => s.kind === kind);

export const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;

/** Two places belong to one passage when they overlap or lie within a few sentences of each other. */
export const near = (a: Span, b: Span, reach = 400): boolean => a.from - reach < b.to && b.from - reach < a.to;
