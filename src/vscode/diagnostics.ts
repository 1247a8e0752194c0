/** Findings as diagnostics: squiggles, the Problems panel, and everything that other extensions make of them. */
import * as vscode from 'vscode';
import type { Finding } from '../core';
import { cardUri } from './cards';
import type { Analysis } from './engineHost';
import { rangeOf, type Places, placesOf } from './ranges';
import type { Services } from './services';
import { QuietLines } from './quietLines';
import { readSettings } from './settings';
import { messageOf, relatedMessage } from './words';

export const SOURCE = 'fast-enough';

const SEVERITY: Readonly<Record<Finding['severity'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** A finding as the editor wants it. The code is a link to the rule's Q&A page. */
export function diagnosticOf(finding: Finding, uri: vscode.Uri, places: Places): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(places.range(finding.span), messageOf(finding), SEVERITY[finding.severity]);
  diagnostic.source = SOURCE;
  diagnostic.code = { value: finding.rule, target: cardUri(finding.question) };
  if (finding.related.length > 0) {
    diagnostic.relatedInformation = finding.related.map(
      (other) => new vscode.DiagnosticRelatedInformation(new vscode.Location(uri, places.range(other.span)), relatedMessage(other.message)),
    );
  }
  return diagnostic;
}

export function registerDiagnostics({ engine, closedFiles }: Services): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection(SOURCE);
  const quiet = new QuietLines();

  const publish = (analysis: Analysis): void => {
    const { document, result } = analysis;
    if (document.isClosed || document.version !== analysis.version) return;
    // Other features ask for the text as it is; the squiggles of "on save" wait for the save.
    if (document.isDirty && collection.has(document.uri) && readSettings(document.uri).run === 'onSave') return;
    const shown = result.findings.filter((finding) => !quiet.holdsBack(document, finding.rule, rangeOf(document, finding.span)));
    quiet.showing(document, shown);
    collection.set(
      document.uri,
      shown.map((finding) => diagnosticOf(finding, document.uri, placesOf(document))),
    );
  };

  return vscode.Disposable.from(
    collection,
    quiet,
    engine.onDidAnalyse(publish),
    vscode.workspace.onDidSaveTextDocument((document) => {
      const analysis = engine.latest(document.uri);
      if (analysis) publish(analysis);
    }),
    engine.onDidForget((uri) => {
      quiet.forget(uri);
      collection.set(uri, closedFiles.diagnosticsOf(uri));
    }),
    quiet.onDidRelease((uri) => {
      const analysis = engine.latest(uri);
      if (analysis) publish(analysis);
    }),
    closedFiles.onDidRead((uri) => {
      if (!engine.latest(uri)) collection.set(uri, closedFiles.diagnosticsOf(uri));
    }),
  );
}
