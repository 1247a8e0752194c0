/** "Review all proposals": the scan on demand, with progress and a way out. */
import * as vscode from 'vscode';
import type { Services } from '../services';
import type { ScanReport } from './scan';

export function registerReviewAll({ closedFiles, log }: Services): vscode.Disposable {
  return vscode.commands.registerCommand('fastEnough.reviewAll', async (): Promise<ScanReport> => {
    const options = { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Looking for proposals'), cancellable: true };
    const report = await vscode.window.withProgress(options, (progress, token) => {
      let shown = 0;
      return closedFiles.scan(token, (done, all) => {
        const percent = all === 0 ? 100 : (done / all) * 100;
        // Never back, also where the scan begins again because something changed.
        progress.report({ message: `${done} / ${all}`, increment: Math.max(0, percent - shown) });
        shown = Math.max(shown, percent);
      });
    });
    log.info(`scan: ${report.files} Markdown files, ${report.proposals} proposals${report.cancelled ? ', cancelled' : ''}`);
    await vscode.commands.executeCommand('fastEnough.proposals.focus');
    return report;
  });
}
