/** The review panel: one, beside the document, live. It follows the document it was opened for until it is opened for another. */
import * as vscode from 'vscode';
import type { Question } from '../../core';
import { openCard } from '../cards';
import { reveal } from '../commands/reveal';
import type { Analysis } from '../engineHost';
import type { Services } from '../services';
import { copyReview, saveReview } from './export';
import { panelHtml } from './html';
import { panelModel } from './model';
import { calculatorTable, insertionLine } from './tables';
import { parseFromPanel, type FromPanel, type ToPanel } from './protocol';

export const VIEW_TYPE = 'fastEnough.review';

export class ReviewPanel implements vscode.Disposable {
  private readonly disposables: vscode.Disposable[] = [];
  private ready = false;
  private gone = false;
  private showCalculator = false;

  constructor(
    private readonly services: Services,
    private readonly panel: vscode.WebviewPanel,
    private uri: vscode.Uri,
    onClosed: () => void,
  ) {
    const { context, engine } = services;
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(context.extensionUri, 'dist'), vscode.Uri.joinPath(context.extensionUri, 'media')],
    };
    panel.iconPath = vscode.Uri.joinPath(context.extensionUri, 'media', 'icon.png');
    this.disposables.push(
      panel.onDidDispose(() => {
        this.dispose();
        onClosed();
      }),
      panel.webview.onDidReceiveMessage((message: unknown) => {
        const checked = parseFromPanel(message);
        if (checked) void this.received(checked);
      }),
      engine.onDidAnalyse((analysis) => {
        if (analysis.document.uri.toString() === this.uri.toString()) this.post(analysis);
      }),
      engine.onDidForget((uri) => {
        if (uri.toString() === this.uri.toString()) void this.refresh();
      }),
    );
    panel.webview.html = panelHtml(panel.webview, context.extensionUri);
  }

  dispose(): void {
    this.gone = true;
    vscode.Disposable.from(...this.disposables).dispose();
  }

  /** Turns to another document, or comes to the front. */
  show(uri: vscode.Uri, calculator = false): void {
    this.uri = uri;
    this.showCalculator ||= calculator;
    this.panel.reveal(undefined, true);
    void this.refresh();
  }

  get documentUri(): vscode.Uri {
    return this.uri;
  }

  /** The document may have been closed meanwhile; it is read again then. */
  private async refresh(): Promise<void> {
    try {
      const document = await vscode.workspace.openTextDocument(this.uri);
      const analysis = await this.services.engine.current(document);
      if (analysis) this.post(analysis);
      else this.send({ type: 'gone' });
    } catch {
      this.send({ type: 'gone' });
    }
  }

  private post({ document, result, effective }: Analysis): void {
    const name = document.uri.path.split('/').pop() ?? '';
    this.panel.title = vscode.l10n.t('Review: {name}', { name });
    const model = panelModel(result, effective, document.uri.toString(), vscode.workspace.asRelativePath(document.uri));
    this.send({ type: 'model', model, words: vscode.l10n.bundle ?? {} });
    if (this.ready && this.showCalculator) {
      this.showCalculator = false;
      this.send({ type: 'calculator' });
    }
  }

  private send(message: ToPanel): void {
    if (this.ready && !this.gone) void this.panel.webview.postMessage(message);
  }

  private async received(message: FromPanel): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.ready = true;
        return this.refresh();
      case 'reveal':
        return reveal(this.uri, message);
      case 'card':
        return openCard(message.question as Question);
      case 'copy':
        return copyReview(this.services, this.uri);
      case 'save':
        return saveReview(this.services, this.uri);
      case 'insert':
        return this.insert(message);
    }
  }

  /** Writes the calculator's table below the paragraph in which the caret stands. */
  private async insert({ kind, values }: Extract<FromPanel, { type: 'insert' }>): Promise<void> {
    const document = await vscode.workspace.openTextDocument(this.uri);
    const editor = vscode.window.visibleTextEditors.find((candidate) => candidate.document === document);
    const lines = Array.from({ length: document.lineCount }, (_, i) => document.lineAt(i).text);
    const line = insertionLine(lines, editor?.selection.active.line ?? document.lineCount - 1);
    const eol = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
    const table = calculatorTable(kind, values).replace(/\n/g, eol);
    const atEnd = line >= document.lineCount;
    const at = atEnd ? document.lineAt(document.lineCount - 1).range.end : new vscode.Position(line, 0);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, at, `${eol}${atEnd ? eol : ''}${table}`);
    if (!(await vscode.workspace.applyEdit(edit))) return;
    const from = document.offsetAt(at) + eol.length * (atEnd ? 2 : 1);
    await reveal(this.uri, { from, to: from });
  }
}
