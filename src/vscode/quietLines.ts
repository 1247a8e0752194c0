/**
 * Nobody wants to be interrupted in mid-sentence. While a line is being typed, no new finding appears under the caret; what was already
 * shown there stays, so that nothing flickers. The line is released when the caret leaves it, when the document is saved, or after a pause.
 */
import * as vscode from 'vscode';
import type { Finding } from '../core';
import { isFollowed } from './selector';
import { readSettings } from './settings';

/** Milliseconds without a keystroke after which a line counts as written. */
const PAUSE = 2000;

interface Typing {
  readonly lines: ReadonlySet<number>;
  /** Rules that were shown on these lines before the typing began. */
  readonly known: ReadonlySet<string>;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export class QuietLines implements vscode.Disposable {
  private readonly typing = new Map<string, Typing>();
  private readonly shown = new Map<string, readonly { rule: string; from: number; to: number }[]>();
  private readonly released = new vscode.EventEmitter<vscode.Uri>();
  private readonly disposables: vscode.Disposable[];

  /** A line that was held back may be shown now. */
  readonly onDidRelease = this.released.event;

  constructor() {
    this.disposables = [
      this.released,
      vscode.workspace.onDidChangeTextDocument((event) => this.typed(event)),
      vscode.workspace.onDidSaveTextDocument((document) => this.release(document.uri)),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.moved(textEditor)),
      vscode.window.onDidChangeActiveTextEditor(() => [...this.typing.keys()].forEach((key) => this.release(vscode.Uri.parse(key)))),
    ];
  }

  dispose(): void {
    for (const typing of this.typing.values()) clearTimeout(typing.timer);
    this.typing.clear();
    vscode.Disposable.from(...this.disposables).dispose();
  }

  holdsBack(document: vscode.TextDocument, rule: string, range: vscode.Range): boolean {
    const typing = this.typing.get(document.uri.toString());
    if (!typing || typing.known.has(rule)) return false;
    for (const line of typing.lines) if (line >= range.start.line && line <= range.end.line) return true;
    return false;
  }

  /** Remembers what is on the screen, by rule and line. */
  showing(document: vscode.TextDocument, findings: readonly Finding[]): void {
    this.shown.set(
      document.uri.toString(),
      findings.map((finding) => ({
        rule: finding.rule,
        from: document.positionAt(finding.span.from).line,
        to: document.positionAt(finding.span.to).line,
      })),
    );
  }

  forget(uri: vscode.Uri): void {
    const key = uri.toString();
    clearTimeout(this.typing.get(key)?.timer);
    this.typing.delete(key);
    this.shown.delete(key);
  }

  private typed({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0 || !isFollowed(document)) return;
    const key = document.uri.toString();
    const editor = vscode.window.activeTextEditor;
    // Undo, a quick fix, a formatter or another program is not typing: its result is wanted at once.
    const small = contentChanges.every((change) => change.text.length <= 2 && change.rangeLength <= 2);
    if (reason !== undefined || !small || editor?.document !== document || !readSettings(document.uri).quietAtCaret) {
      this.release(document.uri);
      return;
    }
    const lines = new Set(contentChanges.map((change) => change.range.start.line + (change.text.split('\n').length - 1)));
    const before = this.typing.get(key);
    clearTimeout(before?.timer);
    const sameLines = before !== undefined && [...lines].every((line) => before.lines.has(line));
    const known = sameLines
      ? before.known
      : new Set((this.shown.get(key) ?? []).filter((f) => [...lines].some((line) => line >= f.from && line <= f.to)).map((f) => f.rule));
    this.typing.set(key, { lines, known, timer: setTimeout(() => this.release(document.uri), PAUSE) });
  }

  private moved(editor: vscode.TextEditor): void {
    const typing = this.typing.get(editor.document.uri.toString());
    if (typing && !editor.selections.some((selection) => typing.lines.has(selection.active.line))) this.release(editor.document.uri);
  }

  private release(uri: vscode.Uri): void {
    const key = uri.toString();
    const typing = this.typing.get(key);
    if (!typing) return;
    clearTimeout(typing.timer);
    this.typing.delete(key);
    this.released.fire(uri);
  }
}
