/** The language-model tool `fast-enough_review`: verdict, findings, evidence and open questions as JSON, for agents. Reads, never writes. */
import * as vscode from 'vscode';
import type { LintResult, Span } from '../core';
import { Lines } from '../core/lines';
import { uriOf } from './commands/target';
import type { Services } from './services';

export const TOOL_NAME = 'fast-enough_review';

interface ToolInput {
  /** Address or workspace-relative path of a Markdown document. */
  readonly path?: unknown;
  /** Text to review in place of a document. */
  readonly text?: unknown;
}

/** What the tool answers; stable, versioned. */
export function toolAnswer(result: LintResult): Record<string, unknown> {
  const lines = new Lines(result.text);
  const at = (span: Span): { line: number; column: number } => lines.position(span.from);
  const { proposal } = result;
  if (!proposal.applies) return { version: 1, applies: false, why: proposal.why, findings: [] };
  const review = result.review();
  return {
    version: 1,
    applies: true,
    why: proposal.why,
    proposal: {
      title: proposal.title,
      kind: proposal.kind,
      tense: proposal.tense,
      scope: proposal.scope,
      from: proposal.from,
      to: proposal.to,
    },
    verdict: review.verdict,
    criteria: review.greenlight.map((c) => ({ id: c.id, title: c.title, question: c.question, status: c.status, ask: c.ask })),
    findings: result.findings.map((f) => ({
      rule: f.rule,
      question: f.question,
      kind: f.kind,
      severity: f.severity,
      ...at(f.span),
      message: f.message,
    })),
    evidence: result.evidence.map((e) => ({ kind: e.kind, ...at(e.span), quote: e.quote, value: e.value, unit: e.unit })),
    computed: review.derivations.map((d) => ({ result: d.shown, formula: d.formula, worked: d.worked, question: d.question })),
    questions: review.questions,
    advice: review.advice,
  };
}

/** The address of a document inside the workspace, or of one that is open; anything else is not read. */
function resolvePath(path: string): vscode.Uri | undefined {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === path || document.uri.path === path);
  if (open) return open.uri;
  const folders = vscode.workspace.workspaceFolders ?? [];
  const uri = /^[a-z][a-z0-9+.-]*:\//i.test(path) ? uriOf(path) : undefined;
  const candidates = uri
    ? [uri]
    : folders.map((folder) => (path.startsWith('/') ? folder.uri.with({ path }) : vscode.Uri.joinPath(folder.uri, path)));
  return candidates.find((candidate) => vscode.workspace.getWorkspaceFolder(candidate) !== undefined);
}

export function registerTool({ engine }: Services): vscode.Disposable {
  return vscode.lm.registerTool<ToolInput>(TOOL_NAME, {
    prepareInvocation: () => ({ invocationMessage: vscode.l10n.t('Reviewing the performance argument') }),
    invoke: async ({ input }) => {
      const text = typeof input.text === 'string' ? input.text : undefined;
      const uri = typeof input.path === 'string' ? resolvePath(input.path) : vscode.window.activeTextEditor?.document.uri;
      if (text === undefined && !uri) throw new Error('Give "text", or the "path" of a Markdown document inside the workspace.');
      const address = uri ?? vscode.Uri.from({ scheme: 'untitled', path: 'review.md' });
      const source = text ?? (await vscode.workspace.openTextDocument(address)).getText();
      const reading = await engine.read(address, source);
      if (!reading) throw new Error('The document is left out by the settings or by .fastenough.yaml.');
      const answer = JSON.stringify(toolAnswer(reading.result));
      return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(answer)]);
    },
  });
}
