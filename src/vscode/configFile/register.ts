/** `.fastenough.yaml` while it is being written: completion, hover, positioned problems and their fixes, from the table the resolver reads by. */
import * as vscode from 'vscode';
import type { ConfigCompletion } from '../../core/config';
import { CONFIG_FILE_NAME } from '../../core/config/model';
import { loadCore } from '../core';
import { SOURCE } from '../diagnostics';
import { rangeOf } from '../ranges';

const FILE: vscode.DocumentFilter = { pattern: `**/${CONFIG_FILE_NAME}` };
const DELAY = 200;
/** Reads the schema that we contribute and offers the same words; the problems stay ours, because only we know what the resolver takes. */
const YAML_EXTENSION = 'redhat.vscode-yaml';

const KIND: Readonly<Record<ConfigCompletion['kind'], vscode.CompletionItemKind>> = {
  key: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.EnumMember,
  rule: vscode.CompletionItemKind.Constant,
};

export const isConfigFile = (document: vscode.TextDocument): boolean => document.uri.path.endsWith(`/${CONFIG_FILE_NAME}`);

export function registerConfigFile(): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection(`${SOURCE}-config`);
  /** The problems of each open file as they were last shown, by the diagnostics that show them. */
  const meant = new Map<string, readonly { readonly diagnostic: vscode.Diagnostic; readonly word: string }[]>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  const check = async (document: vscode.TextDocument): Promise<void> => {
    const { parseConfigFile, RULES } = await loadCore();
    const problems = parseConfigFile(
      document.getText(),
      CONFIG_FILE_NAME,
      RULES.map((rule) => rule.id),
    ).problems;
    // A phrase rule of an outer folder may carry an unknown id; only the cascade can tell, so it is said as a hint here.
    const severity = (problem: (typeof problems)[number]): vscode.DiagnosticSeverity =>
      problem.severity === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning;
    const shown = problems.map((problem) => {
      const diagnostic = new vscode.Diagnostic(rangeOf(document, problem.span), problem.message, severity(problem));
      diagnostic.source = SOURCE;
      return { diagnostic, word: problem.meant };
    });
    collection.set(
      document.uri,
      shown.map(({ diagnostic }) => diagnostic),
    );
    meant.set(
      document.uri.toString(),
      shown.flatMap(({ diagnostic, word }) => (word === undefined ? [] : [{ diagnostic, word }])),
    );
  };
  const soon = (document: vscode.TextDocument, delay: number): void => {
    if (!isConfigFile(document) || document.uri.scheme === 'git') return;
    const key = document.uri.toString();
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => {
        timers.delete(key);
        if (!document.isClosed) void check(document);
      }, delay),
    );
  };
  vscode.workspace.textDocuments.forEach((document) => soon(document, 0));

  const provideCompletionItems = async (document: vscode.TextDocument, position: vscode.Position): Promise<vscode.CompletionItem[]> => {
    if (vscode.extensions.getExtension(YAML_EXTENSION)) return [];
    const { completeConfig, RULES } = await loadCore();
    return completeConfig(document.getText(), document.offsetAt(position), RULES).map((word) => {
      const item = new vscode.CompletionItem(word.label, KIND[word.kind]);
      item.insertText = word.insert;
      item.range = rangeOf(document, word.replace);
      item.detail = word.detail;
      return item;
    });
  };
  const provideHover = async (document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> => {
    if (vscode.extensions.getExtension(YAML_EXTENSION)) return undefined;
    const { hoverConfig, RULES } = await loadCore();
    const found = hoverConfig(document.getText(), document.offsetAt(position), RULES);
    return found ? new vscode.Hover(new vscode.MarkdownString(found.markdown), rangeOf(document, found.span)) : undefined;
  };
  const provideCodeActions = (document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] =>
    (meant.get(document.uri.toString()) ?? [])
      .filter(({ diagnostic }) => diagnostic.range.intersection(range) !== undefined)
      .map(({ diagnostic, word }) => {
        const action = new vscode.CodeAction(vscode.l10n.t('Change to "{0}"', word), vscode.CodeActionKind.QuickFix);
        action.diagnostics = [diagnostic];
        action.isPreferred = true;
        action.edit = new vscode.WorkspaceEdit();
        action.edit.replace(document.uri, diagnostic.range, word);
        return action;
      });
  return vscode.Disposable.from(
    collection,
    { dispose: () => timers.forEach((timer) => clearTimeout(timer)) },
    vscode.workspace.onDidOpenTextDocument((document) => soon(document, 0)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => soon(document, DELAY)),
    vscode.workspace.onDidCloseTextDocument((document) => {
      collection.delete(document.uri);
      meant.delete(document.uri.toString());
    }),
    vscode.languages.registerCompletionItemProvider(FILE, { provideCompletionItems }, ':', ' ', '-'),
    vscode.languages.registerHoverProvider(FILE, { provideHover }),
    vscode.languages.registerCodeActionsProvider(
      FILE,
      { provideCodeActions },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}
