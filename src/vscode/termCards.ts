/**
 * Cards on the terms of the trade: a faint dotted line under a word that has a card, once per screen of text at most, so that a proposal
 * that says "SLO" forty times is not turned into a dictionary.
 */
import * as vscode from 'vscode';
import type { TermUse } from '../core';
import type { Analysis } from './engineHost';
import { rangeOf } from './ranges';
import type { Services } from './services';
import { readSettings } from './settings';

/** Lines after which the same term may be marked again. */
const SCREEN = 40;

/** The uses that carry a card: the first of each term, and the next one a screen further down. */
export function oncePerScreen(uses: readonly TermUse[], document: Pick<vscode.TextDocument, 'positionAt'>): readonly TermUse[] {
  const last = new Map<string, number>();
  return uses.filter((use) => {
    const line = document.positionAt(use.span.from).line;
    const before = last.get(use.term);
    if (before !== undefined && line - before < SCREEN) return false;
    last.set(use.term, line);
    return true;
  });
}

export function registerTermCards({ engine }: Services): vscode.Disposable {
  const decoration = vscode.window.createTextEditorDecorationType({
    textDecoration: 'underline dotted var(--vscode-descriptionForeground)',
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  const show = (editor: vscode.TextEditor, analysis: Analysis | undefined): void => {
    const wanted =
      analysis?.version === editor.document.version && analysis.result.proposal.applies && readSettings(editor.document.uri).termCards;
    const uses = wanted ? oncePerScreen(analysis.result.terms(), editor.document) : [];
    editor.setDecorations(
      decoration,
      uses.map((use) => rangeOf(editor.document, use.span)),
    );
  };
  const showAll = (): void => vscode.window.visibleTextEditors.forEach((editor) => show(editor, engine.latest(editor.document.uri)));
  return vscode.Disposable.from(
    decoration,
    vscode.window.onDidChangeVisibleTextEditors(showAll),
    engine.onDidAnalyse((analysis) => {
      for (const editor of vscode.window.visibleTextEditors) if (editor.document === analysis.document) show(editor, analysis);
    }),
    engine.onDidForget((uri) => {
      for (const editor of vscode.window.visibleTextEditors) if (editor.document.uri.toString() === uri.toString()) show(editor, undefined);
    }),
  );
}
