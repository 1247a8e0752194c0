/** Findings in the built-in Markdown preview. The preview hands its markdown-it over once; from then on each page is marked as it is rendered. */
import * as vscode from 'vscode';
import type { Finding, LintResult } from '../../core';
import { escapeHtml } from '../../core/escape';
import { core } from '../core';
import type { EngineHost } from '../engineHost';
import type { Services } from '../services';
import { readSettings, SECTION } from '../settings';
import { verdictOf } from '../verdict';
import { messageOf } from '../words';
import { markTokens, type Mark, type Token } from './marks';

/** What is used of the preview's markdown-it. */
export interface MarkdownIt {
  readonly renderer: { render(tokens: Token[], options: unknown, env: unknown): string };
}

/** The card answers on the spot: the preview opens no addresses but those of files and of the web. */
function markOf(finding: Finding): Mark {
  const known = core().card(finding.question);
  const title = escapeHtml(`${finding.question} · ${known?.title ?? ''}`);
  const answer = known ? `<details><summary>${title}</summary><p>${escapeHtml(known.short.replace(/[`*]/g, ''))}</p></details>` : '';
  const rule = `<code>${escapeHtml(finding.rule)}</code>`;
  return { ...finding.span, severity: finding.severity, card: `<p>${escapeHtml(messageOf(finding))} ${rule}</p>${answer}` };
}

/** The line above the page. */
function banner(result: LintResult): string {
  const count = result.findings.length;
  const findings = count === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{count} findings', { count });
  return `<aside class="fast-enough-verdict" role="note">${escapeHtml(`${verdictOf(result)} · ${findings}`)}</aside>`;
}

export interface Preview {
  readonly extendMarkdownIt: (md: MarkdownIt) => MarkdownIt;
  readonly disposable: vscode.Disposable;
}

export function createPreview({ engine }: Pick<Services, 'engine'>): Preview {
  /** What the last rendering of a document was made from; null where it was not known yet. */
  const rendered = new Map<string, LintResult | null>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const renderAgain = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void vscode.commands.executeCommand('markdown.preview.refresh').then(undefined, () => undefined), 50);
  };
  const extendMarkdownIt = (md: MarkdownIt): MarkdownIt => {
    const render = md.renderer.render.bind(md.renderer);
    md.renderer.render = (tokens, options, env) => {
      const uri = (env as { currentDocument?: unknown } | undefined)?.currentDocument;
      const result = uri instanceof vscode.Uri ? resultFor(engine, uri, rendered) : undefined;
      if (!result?.proposal.applies) return render(tokens, options, env);
      return banner(result) + render(markTokens(tokens, result.text, result.findings.map(markOf)), options, env);
    };
    return md;
  };
  const disposable = vscode.Disposable.from(
    { dispose: () => clearTimeout(timer) },
    // A page that was rendered before its document was read, or before code evidence came in, is rendered once more.
    engine.onDidAnalyse(({ document, version, result }) => {
      const key = document.uri.toString();
      const before = rendered.get(key);
      if (before === undefined || before === result || version !== document.version) return;
      if (before === null ? result.proposal.applies : before.text === result.text) {
        rendered.set(key, result);
        renderAgain();
      }
    }),
    engine.onDidForget((uri) => {
      if (rendered.delete(uri.toString())) renderAgain();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${SECTION}.preview`)) renderAgain();
    }),
  );
  return { extendMarkdownIt, disposable };
}

function resultFor(engine: EngineHost, uri: vscode.Uri, rendered: Map<string, LintResult | null>): LintResult | undefined {
  if (!readSettings(uri).preview) return undefined;
  const key = uri.toString();
  const document = vscode.workspace.textDocuments.find((candidate) => candidate.uri.toString() === key);
  const analysis = document && engine.now(document);
  rendered.set(key, analysis?.result ?? null);
  if (document && !analysis) void engine.current(document);
  return analysis?.result;
}
