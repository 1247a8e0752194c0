/** Commands of the review panel, and its return after a reload of the window. */
import * as vscode from 'vscode';
import { targetDocument, uriOf } from '../commands/target';
import type { Services } from '../services';
import { copyReview, saveReview } from './export';
import { ReviewPanel, VIEW_TYPE } from './reviewPanel';

export function registerReview(services: Services): vscode.Disposable {
  let open: ReviewPanel | undefined;
  const adopt = (panel: vscode.WebviewPanel, uri: vscode.Uri): ReviewPanel => {
    open = new ReviewPanel(services, panel, uri, () => {
      open = undefined;
    });
    return open;
  };
  const show = async (argument: unknown, calculator: boolean): Promise<void> => {
    const document = await targetDocument(argument);
    if (!document) return;
    if (!open) {
      const column = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
      // The page keeps its place and the calculator its values while another tab is in front.
      adopt(vscode.window.createWebviewPanel(VIEW_TYPE, vscode.l10n.t('Review'), column, { retainContextWhenHidden: true }), document.uri);
    }
    open?.show(document.uri, calculator);
  };
  /** The document of the panel in front, else that of the editor. */
  const subject = async (argument: unknown): Promise<vscode.Uri | undefined> => {
    const panelInFront = open && vscode.window.activeTextEditor === undefined ? open.documentUri : undefined;
    return uriOf(argument) ?? panelInFront ?? (await targetDocument(undefined))?.uri;
  };
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    { dispose: () => open?.dispose() },
    registerCommand('fastEnough.openReview', (argument?: unknown) => show(argument, false)),
    registerCommand('fastEnough.openCalculator', (argument?: unknown) => show(argument, true)),
    registerCommand('fastEnough.copyReview', async (argument?: unknown) => {
      const uri = await subject(argument);
      if (uri) await copyReview(services, uri);
    }),
    registerCommand('fastEnough.saveReview', async (argument?: unknown, target?: unknown) => {
      const uri = await subject(argument);
      if (uri) await saveReview(services, uri, target instanceof vscode.Uri ? target : undefined);
    }),
    vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: async (panel, state: unknown) => {
        const uri = uriOf((state as { uri?: unknown } | undefined)?.uri);
        if (uri) adopt(panel, uri);
        else panel.dispose();
      },
    }),
  );
}
