/** The same hints in the source file itself, while it is open and a proposal links to it. */
import * as vscode from 'vscode';
import type { CodeHint } from '../../core';
import { cardUri } from '../cards';
import { SOURCE } from '../diagnostics';
import type { Analysis } from '../engineHost';
import type { Services } from '../services';
import { messageOf } from '../words';
import { linkedUri } from './linkedFiles';

/** One hint in one file, with the sentence that the proposal shows for it. */
interface Seen {
  readonly uri: vscode.Uri;
  readonly line: number;
  readonly column: number;
  readonly diagnostic: vscode.Diagnostic;
}

function seenIn({ document, result }: Analysis, hints: readonly CodeHint[]): Seen[] {
  return hints.flatMap((hint): Seen[] => {
    const uri = hint.source && linkedUri(document.uri, hint.source.path);
    const finding = result.findings.find(
      (f) => f.rule === hint.rule && f.span.from === hint.span.from && f.data['callee'] === hint.data['callee'],
    );
    if (!uri || !hint.source || !finding) return [];
    const at = new vscode.Position(hint.source.line - 1, hint.source.column - 1);
    const diagnostic = new vscode.Diagnostic(new vscode.Range(at, at), messageOf(finding), vscode.DiagnosticSeverity.Information);
    diagnostic.source = SOURCE;
    diagnostic.code = { value: finding.rule, target: cardUri(finding.question) };
    return [{ uri, line: hint.source.line, column: hint.source.column, diagnostic }];
  });
}

export function registerSourceDiagnostics({ engine, code }: Services): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection(`${SOURCE}-code`);
  const show = (): void => {
    const byFile = new Map<string, { document: vscode.TextDocument; diagnostics: vscode.Diagnostic[] }>();
    for (const analysis of engine.all()) {
      for (const { uri, diagnostic } of seenIn(analysis, code.hintsFor(analysis.document.uri, analysis.result))) {
        const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
        if (!document || diagnostic.range.start.line >= document.lineCount) continue;
        const entry = byFile.get(uri.toString()) ?? { document, diagnostics: [] };
        diagnostic.range = document.getWordRangeAtPosition(diagnostic.range.start) ?? document.lineAt(diagnostic.range.start.line).range;
        const same = (other: vscode.Diagnostic): boolean => other.range.isEqual(diagnostic.range) && other.message === diagnostic.message;
        if (!entry.diagnostics.some(same)) entry.diagnostics.push(diagnostic);
        byFile.set(uri.toString(), entry);
      }
    }
    collection.clear();
    for (const { document, diagnostics } of byFile.values()) collection.set(document.uri, diagnostics);
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(show, 100);
  };
  return vscode.Disposable.from(
    collection,
    { dispose: () => clearTimeout(timer) },
    // Only documents with such code have anything to say here; the others return at the first look.
    engine.onDidAnalyse(({ result }) => {
      if (result.findings.some((finding) => finding.kind === 'code')) soon();
    }),
    engine.onDidForget(soon),
    code.onDidChange(soon),
    vscode.workspace.onDidOpenTextDocument(({ languageId }) => {
      if (/^(?:java|type)script/.test(languageId)) soon();
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
  );
}
