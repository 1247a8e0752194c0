/** "Not useful here": an exception is recorded in the document, with a reason that the next reader can judge. */
import * as vscode from 'vscode';
import { snippetEdit, withReason } from '../edits';
import type { Services } from '../services';
import { uriOf } from './target';

/** Asks for the reason; one of the usual ones, or the author's own words. */
async function askReason(rule: string): Promise<string | undefined> {
  const own = vscode.l10n.t('Another reason…');
  const usual = [
    vscode.l10n.t('it is not a claim of ours'),
    vscode.l10n.t('the evidence is in another document'),
    vscode.l10n.t('it does not apply to this kind of work'),
    vscode.l10n.t('known and accepted'),
  ];
  const picked = await vscode.window.showQuickPick([...usual, own], {
    title: vscode.l10n.t('Why is "{rule}" not useful here?', { rule }),
    placeHolder: vscode.l10n.t('The reason is written into the document, for the next reader.'),
  });
  if (picked !== own) return picked;
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Why is "{rule}" not useful here?', { rule }),
    validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('A reason is needed.') : undefined),
  });
}

export function registerNotUseful({ engine }: Services): vscode.Disposable {
  return vscode.commands.registerCommand(
    '_fastEnough.notUseful',
    async (address: unknown, rule: unknown, from: unknown, given?: unknown) => {
      const uri = uriOf(address);
      if (!uri || typeof rule !== 'string') return false;
      const reason = typeof given === 'string' ? given : await askReason(rule);
      if (reason === undefined) return false;
      const document = await vscode.workspace.openTextDocument(uri);
      const analysis = await engine.current(document);
      const same = analysis?.result.findings.filter((finding) => finding.rule === rule) ?? [];
      // The document may have changed while the reason was being typed; the nearest finding of the rule is meant.
      const near = typeof from === 'number' ? from : 0;
      const finding = same.sort((a, b) => Math.abs(a.span.from - near) - Math.abs(b.span.from - near))[0];
      const fix = finding && analysis?.result.fixes(finding).find((candidate) => candidate.applicability === 'suppress');
      return fix ? vscode.workspace.applyEdit(snippetEdit(withReason(fix, reason), document)) : false;
    },
  );
}
