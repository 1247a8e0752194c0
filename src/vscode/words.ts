/** Words in the reader's language. Templates live in English in the code and the rules; `l10n/` holds their translations. */
import * as vscode from 'vscode';
import { RULES, type Finding, type RuleMeta } from '../core';
import type { Translate } from '../core/hover';

/** `vscode.l10n.t` as the core's cards and the review want it. */
export const translate: Translate = (message, data = {}) => vscode.l10n.t(message, data);

const byId = new Map<string, RuleMeta>(RULES.map((rule) => [rule.id, rule]));

export function ruleMeta(id: string): RuleMeta | undefined {
  return byId.get(id);
}

/** The finding's one sentence. The engine's own English sentence stands where there is no translation or no template (phrase rules). */
export function messageOf(finding: Finding): string {
  const template = vscode.l10n.bundle === undefined ? undefined : byId.get(finding.rule)?.messages[finding.messageId];
  if (template === undefined || vscode.l10n.bundle?.[template] === undefined) return finding.message;
  return vscode.l10n.t(template, finding.data);
}

/** English sentences that the engine has already put together from constant text, e.g. the title of a criterion. */
export function translated(sentence: string): string {
  return vscode.l10n.bundle?.[sentence] ?? sentence;
}
