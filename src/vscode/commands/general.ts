/** Switching it off and on, starting over, and looking at the log. */
import * as vscode from 'vscode';
import type { Services } from '../services';
import { readSettings, SECTION } from '../settings';

export function registerGeneral({ engine, log }: Services): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand('fastEnough.toggle', async () => {
      const resource = vscode.window.activeTextEditor?.document.uri;
      const enable = !readSettings(resource).enable;
      const inWorkspace = (vscode.workspace.workspaceFolders?.length ?? 0) > 0;
      const target = inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
      await vscode.workspace.getConfiguration(SECTION, resource ?? null).update('enable', enable, target);
      vscode.window.setStatusBarMessage(enable ? vscode.l10n.t('Fast Enough is on') : vscode.l10n.t('Fast Enough is off'), 3000);
    }),
    registerCommand('fastEnough.restart', () => {
      log.info('restarted');
      engine.restart();
    }),
    registerCommand('fastEnough.showLog', () => log.show(true)),
  );
}
