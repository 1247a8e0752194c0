/** Words in the reader's language. Templates live in English in the code and the rules; `l10n/` holds their translations. */
import * as vscode from 'vscode';
import type { Finding, Fix, NumberNote, RuleMeta } from '../core';
import { shownNumber, type Translate } from '../core/hover';
import { core } from './core';

/** `vscode.l10n.t` as the core's cards and the review want it. */
export const translate: Translate = (message, data = {}) => vscode.l10n.t(message, data);

let byId: ReadonlyMap<string, RuleMeta> | undefined;

export function ruleMeta(id: string): RuleMeta | undefined {
  byId ??= new Map(core().RULES.map((rule) => [rule.id, rule]));
  return byId.get(id);
}

/** The finding's one sentence. The engine's own English sentence stands where there is no translation or no template (phrase rules). */
export function messageOf(finding: Finding): string {
  const template = vscode.l10n.bundle === undefined ? undefined : ruleMeta(finding.rule)?.messages[finding.messageId];
  if (template === undefined || vscode.l10n.bundle?.[template] === undefined) return finding.message;
  const { list } = finding.data;
  // The folded criteria are named by the titles of their rules.
  const data = list === undefined ? finding.data : { ...finding.data, list: list.split('; ').map(translated).join('; ') };
  return vscode.l10n.t(template, data);
}

/** The title of a quick fix. Titles that name a rule or a section are put together by the engine and here again. */
export function fixTitle(fix: Fix, rule: string): string {
  if (vscode.l10n.bundle === undefined) return fix.title;
  switch (fix.id) {
    case 'suppress-line':
    case 'suppress-next-line':
      return vscode.l10n.t('Accept {rule} here, with a reason', { rule });
    case 'suppress-block':
      return vscode.l10n.t('Accept {rule} in this table, with a reason', { rule });
    case 'suppress-file':
      return vscode.l10n.t('Accept {rule} in this file, with a reason', { rule });
    default: {
      const section = /^Fill in “(.*)”$/.exec(fix.title)?.[1];
      return section === undefined ? translated(fix.title) : vscode.l10n.t('Fill in “{section}”', { section });
    }
  }
}

/** The few words beside a number. */
export function noteLabel(note: NumberNote): string {
  const { kind, shown, result } = note.derivation;
  if (vscode.l10n.bundle === undefined) return note.label;
  const months = Number.isFinite(result) ? vscode.l10n.t('{months} months', { months: shownNumber(result) }) : shown;
  switch (kind) {
    case 'amdahl':
      return vscode.l10n.t('at most {value} overall', { value: shown });
    case 'payback':
      return vscode.l10n.t('pays back in {time}', { time: months });
    case 'headroom':
      return vscode.l10n.t('{time} of headroom', { time: months });
    default:
      return note.label;
  }
}

/** What stands beside a contradicting number: `name: value`, of which the name is ours. */
export function relatedMessage(message: string): string {
  const colon = message.indexOf(': ');
  return colon < 0 ? translated(message) : `${translated(message.slice(0, colon))}${message.slice(colon)}`;
}

/** English sentences that the engine has already put together from constant text, e.g. the title of a criterion. */
export function translated(sentence: string): string {
  return vscode.l10n.bundle?.[sentence] ?? sentence;
}
