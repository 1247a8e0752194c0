/** The ladder of actions under a finding: mend the argument, accept it with a reason, turn the rule down, read why. */
import * as vscode from 'vscode';
import type { Finding, Fix } from '../core';
import { SOURCE } from './diagnostics';
import { plainEdits, snippetEdit } from './edits';
import type { Analysis } from './engineHost';
import { rangeOf } from './ranges';
import { MARKDOWN } from './selector';
import type { Services } from './services';
import { fixTitle } from './words';

const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('fastEnough');
const KINDS = [vscode.CodeActionKind.QuickFix, FIX_ALL];

export function registerCodeActions({ engine }: Services): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, range, context, token) {
      const analysis = await engine.current(document);
      if (!analysis || token.isCancellationRequested || document.version !== analysis.version) return [];
      const wants = (kind: vscode.CodeActionKind): boolean => context.only === undefined || context.only.contains(kind);
      const actions: vscode.CodeAction[] = [];
      if (wants(vscode.CodeActionKind.QuickFix)) {
        const here = analysis.result.findings.filter((finding) => rangeOf(document, finding.span).intersection(range) !== undefined);
        actions.push(...quickFixes(here, analysis, context.diagnostics));
      }
      // Fix-all only on request: it would otherwise stand in every light bulb of the document.
      if (context.only && wants(FIX_ALL)) {
        const all = fixAll(analysis);
        if (all) actions.push(all);
      }
      return actions;
    },
  };
  return vscode.languages.registerCodeActionsProvider(MARKDOWN, provider, { providedCodeActionKinds: KINDS });
}

function quickFixes(findings: readonly Finding[], analysis: Analysis, shown: readonly vscode.Diagnostic[]): vscode.CodeAction[] {
  const { document, result } = analysis;
  const rungs: { order: number; action: vscode.CodeAction }[] = [];
  const seen = new Set<string>();
  for (const finding of findings) {
    const range = rangeOf(document, finding.span);
    const diagnostics = shown.filter((d) => d.source === SOURCE && ruleOf(d) === finding.rule && d.range.isEqual(range));
    const add = (order: number, title: string, fill: (action: vscode.CodeAction) => void): void => {
      // Two findings of one rule on a line offer the same thing once.
      if (seen.has(`${order} ${title} ${finding.rule}`)) return;
      seen.add(`${order} ${title} ${finding.rule}`);
      const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
      action.diagnostics = diagnostics;
      fill(action);
      rungs.push({ order, action });
    };
    const fixes = result.fixes(finding);
    const mends = fixes.filter((fix) => fix.applicability !== 'suppress');
    for (const fix of mends) {
      add(fix.applicability === 'safe' ? 0 : 1, fixTitle(fix, finding.rule), (action) => {
        action.edit = snippetEdit(fix, document);
        action.isPreferred = fix.applicability === 'safe' && mends.length === 1;
      });
    }
    const uri = document.uri.toString();
    const rule = finding.rule;
    const command =
      (name: string, title: string, ...args: unknown[]) =>
      (action: vscode.CodeAction): void => {
        action.command = { command: name, title, arguments: args };
      };
    const qa = vscode.l10n.t('Open Q&A {question}', { question: finding.question });
    add(2, qa, command('fastEnough.openCard', qa, finding.question));
    for (const fix of fixes.filter((f) => f.applicability === 'suppress')) {
      add(3, fixTitle(fix, finding.rule), (action) => {
        action.edit = snippetEdit(fix, document);
      });
    }
    if (finding.kind !== 'meta') {
      const notUseful = vscode.l10n.t('Not useful here: choose a reason ({rule})', { rule });
      add(4, notUseful, command('_fastEnough.notUseful', notUseful, uri, rule, finding.span.from));
      const down = vscode.l10n.t('Turn "{rule}" down or off', { rule });
      add(5, down, command('fastEnough.turnRuleDown', down, rule, uri));
    }
  }
  return rungs.sort((a, b) => a.order - b.order).map(({ action }) => action);
}

function ruleOf(diagnostic: vscode.Diagnostic): unknown {
  return typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code;
}

/** All safe fixes of the document in one edit; a fix that would touch the place of an earlier one waits for the next time. */
function fixAll({ document, result }: Analysis): vscode.CodeAction | undefined {
  const taken: { from: number; to: number }[] = [];
  const chosen: Fix[] = [];
  for (const finding of result.findings) {
    const fix = result.fixes(finding).find((candidate) => candidate.applicability === 'safe');
    if (!fix || fix.edits.some((edit) => taken.some((other) => edit.from <= other.to && other.from <= edit.to))) continue;
    taken.push(...fix.edits);
    chosen.push(fix);
  }
  if (chosen.length === 0) return undefined;
  const action = new vscode.CodeAction(vscode.l10n.t('Apply all safe fixes of Fast Enough'), FIX_ALL);
  action.edit = new vscode.WorkspaceEdit();
  action.edit.set(
    document.uri,
    chosen.flatMap((fix) => plainEdits(fix, document)),
  );
  return action;
}
