/** Quick fixes. The list is cheap; the edit itself is computed when the client resolves the one that was chosen. */
import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Command,
  type SnippetTextEdit,
  type TextEdit,
} from 'vscode-languageserver';
import type { Edit, Finding, Fix } from '../core/types';
import { findingDiagnostics } from './diagnostics';
import type { Doc } from './documents';

export const FIX_ALL: CodeActionKind = `${CodeActionKind.SourceFixAll}.fastEnough`;

export interface ActionClient {
  /** Edits may be sent with `codeAction/resolve`. */
  readonly resolves: boolean;
  /** Edits may hold tab stops (protocol 3.18). */
  readonly snippets: boolean;
}

/** What `codeAction/resolve` needs to find the fix again. */
export interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly rule: string;
  readonly from: number;
  readonly fix: string;
}

const ORDER: Readonly<Record<Fix['applicability'], number>> = { safe: 0, template: 1, suppress: 2 };

export function codeActions(doc: Doc, params: CodeActionParams, client: ActionClient): CodeAction[] {
  const { result, positions } = doc;
  if (!result) return [];
  const { only } = params.context;
  const wants = (kind: CodeActionKind): boolean =>
    only === undefined || only.some((o) => kind === o || kind.startsWith(`${o}.`) || o === '');
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const from = positions.offset(params.range.start);
    const to = positions.offset(params.range.end);
    const here = result.findings.filter((f) => f.span.from <= to && from <= f.span.to);
    actions.push(...quickFixes(doc, here, client));
  }
  // Fix-all only on request: it would otherwise stand in every light bulb of the document.
  if (only && wants(FIX_ALL)) {
    const edits = safeEdits(doc);
    if (edits.length > 0) {
      actions.push({
        title: 'Apply all safe fixes of Fast Enough',
        kind: FIX_ALL,
        edit: workspaceEdit(
          doc,
          edits.map((e) => plainEdit(doc, e)),
        ),
      });
    }
  }
  return actions;
}

function quickFixes(doc: Doc, findings: readonly Finding[], client: ActionClient): CodeAction[] {
  const diagnostics = findingDiagnostics(doc);
  const rungs: { order: number; action: CodeAction }[] = [];
  const seen = new Set<string>();
  for (const finding of findings) {
    const shown = diagnostics.filter((d) => d.code === finding.rule && (d.data as { from: number }).from === finding.span.from);
    const fixes = doc.result!.fixes(finding);
    const mends = fixes.filter((f) => f.applicability !== 'suppress');
    for (const fix of fixes) {
      // Two findings of one rule on a line offer the same thing once.
      const key = `${finding.rule} ${fix.id} ${fix.title}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const data: ActionData = { uri: doc.uri, version: doc.version, rule: finding.rule, from: finding.span.from, fix: fix.id };
      rungs.push({
        order: ORDER[fix.applicability],
        action: {
          title: fix.title,
          kind: CodeActionKind.QuickFix,
          diagnostics: shown,
          data,
          ...(fix.applicability === 'safe' && mends.length === 1 ? { isPreferred: true } : {}),
          ...(client.resolves ? {} : { edit: editOf(doc, fix, client) }),
        },
      });
    }
    const title = `Open Q&A ${finding.question}`;
    if (!seen.has(title)) {
      seen.add(title);
      const command: Command = { title, command: 'fastEnough.openCard', arguments: [finding.question] };
      rungs.push({ order: 1.5, action: { title, kind: CodeActionKind.QuickFix, command } });
    }
  }
  return rungs.sort((a, b) => a.order - b.order).map((r) => r.action);
}

/** Puts the edit into an action. A document that has changed since gets the fix of the same finding at its new place, or none. */
export function resolveAction(doc: Doc | undefined, action: CodeAction, client: ActionClient): CodeAction {
  const data = action.data as ActionData | undefined;
  const result = doc?.result;
  if (!doc || !result || !data) return action;
  const same = result.findings.filter((f) => f.rule === data.rule);
  const finding = same.find((f) => f.span.from === data.from) ?? (same.length === 1 ? same[0] : undefined);
  const fix = finding && result.fixes(finding).find((f) => f.id === data.fix);
  return fix ? { ...action, edit: editOf(doc, fix, client) } : action;
}

function editOf(doc: Doc, fix: Fix, client: ActionClient): NonNullable<CodeAction['edit']> {
  const edit = (e: Edit): TextEdit | SnippetTextEdit =>
    client.snippets && e.snippet !== ''
      ? { range: doc.positions.range(e), snippet: { kind: 'snippet', value: e.snippet } }
      : plainEdit(doc, e);
  return workspaceEdit(doc, fix.edits.map(edit));
}

const plainEdit = (doc: Doc, e: Edit): TextEdit => ({ range: doc.positions.range(e), newText: e.text });

/** With the version, so that a client does not apply it to another text. */
function workspaceEdit(doc: Doc, edits: (TextEdit | SnippetTextEdit)[]): NonNullable<CodeAction['edit']> {
  return { documentChanges: [{ textDocument: { uri: doc.uri, version: doc.version }, edits }] };
}

/** All safe fixes; one that would touch the place of an earlier one waits for the next time. */
function safeEdits(doc: Doc): Edit[] {
  const taken: Edit[] = [];
  for (const finding of doc.result!.findings) {
    const fix = doc.result!.fixes(finding).find((f) => f.applicability === 'safe');
    if (fix && !fix.edits.some((e) => taken.some((t) => e.from <= t.to && t.from <= e.to))) taken.push(...fix.edits);
  }
  return taken;
}
