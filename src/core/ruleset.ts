/** All rules and their metadata, as the doors see them. */
import { ALL_RULES } from './rules';
import type { Rule } from './rules/rule';
import type { RuleMeta } from './types';

export const RULE_LIST: readonly Rule[] = ALL_RULES;
export const RULES: readonly RuleMeta[] = RULE_LIST.map((r) => r.meta);
export const RULE_IDS: ReadonlySet<string> = new Set(RULES.map((r) => r.id));
export const metaOf = (id: string): RuleMeta | undefined => RULES.find((r) => r.id === id);
