/** The verdict above the title: "Rewrite proposal · 3 of 9 greenlight criteria met · Open review". */
import * as vscode from 'vscode';
import { MARKDOWN } from './selector';
import type { Services } from './services';
import { readSettings } from './settings';
import { verdictOf } from './verdict';

export function registerCodeLens({ engine, configs }: Services): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    async provideCodeLenses(document, token) {
      if (!readSettings(document.uri).codeLens) return [];
      const analysis = await engine.current(document);
      if (!analysis?.result.proposal.applies || token.isCancellationRequested) return [];
      const range = new vscode.Range(titleLine(document), 0, titleLine(document), 0);
      const lens = (title: string, command: string, ...args: unknown[]): vscode.CodeLens =>
        new vscode.CodeLens(range, { title, command, arguments: args });
      const uri = document.uri.toString();
      return [
        lens(verdictOf(analysis.result), 'fastEnough.openReview', uri),
        lens(vscode.l10n.t('Open review'), 'fastEnough.openReview', uri),
        lens(vscode.l10n.t('Why?'), 'fastEnough.status', uri),
      ];
    },
  };
  return vscode.Disposable.from(
    changed,
    vscode.languages.registerCodeLensProvider(MARKDOWN, provider),
    engine.onDidAnalyse(() => changed.fire()),
    engine.onDidForget(() => changed.fire()),
    configs.onDidChange(() => changed.fire()),
  );
}

/** The first heading outside front matter, else the first line. Looks at the first hundred lines only. */
function titleLine(document: vscode.TextDocument): number {
  let line = 0;
  const opening = document.lineAt(0).text.trimEnd();
  if (opening === '---' || opening === '+++') {
    line = 1;
    while (line < Math.min(document.lineCount, 100) && document.lineAt(line).text.trimEnd() !== opening) line += 1;
    line += 1;
  }
  for (let at = line; at < Math.min(document.lineCount, line + 100); at++) if (/^#{1,6}\s/.test(document.lineAt(at).text)) return at;
  return Math.min(line, document.lineCount - 1);
}
