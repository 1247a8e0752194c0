/** What a rule is: metadata, messages, examples both ways, and a pure check over the argument. Rules never see raw text. */
import type { Argument } from '../argument';
import type { Derivation, Related, RuleMeta, Span } from '../types';

export interface Report<Id extends string = string> {
  readonly span: Span;
  readonly messageId: Id;
  readonly data?: Readonly<Record<string, string>>;
  readonly related?: readonly Related[];
  readonly derivation?: Derivation;
}

export interface Rule<Id extends string = string> {
  readonly meta: RuleMeta & { readonly messages: Readonly<Record<Id, string>> };
  check(argument: Argument): readonly Report<Id>[];
}

export const defineRule = <Id extends string>(rule: Rule<Id>): Rule<Id> => rule;
