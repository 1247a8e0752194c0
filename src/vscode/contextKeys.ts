/** Context keys for `when` clauses: buttons and commands appear where they make sense. */
import * as vscode from 'vscode';
import type { Services } from './services';

export function registerContextKeys({ engine }: Services): vscode.Disposable {
  let before: boolean | undefined;
  const show = (): void => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const isProposal = uri !== undefined && (engine.latest(uri)?.result.proposal.applies ?? false);
    if (isProposal === before) return;
    before = isProposal;
    void vscode.commands.executeCommand('setContext', 'fastEnough.isProposal', isProposal);
  };
  return vscode.Disposable.from(vscode.window.onDidChangeActiveTextEditor(show), engine.onDidAnalyse(show), engine.onDidForget(show));
}
