/**
 * The Q&A as pages of the editor. A card is a read-only document `fast-enough-card:/q06.md`; `package.json` associates that scheme with
 * the built-in Markdown preview, so the same address works as the link of a diagnostic, in the Problems panel and in another card.
 */
import * as vscode from 'vscode';
import type { Card, Precedent } from '../core/cards';
import { escapeMarkdown } from '../core/escape';
import type { Question } from '../core';
import { loadCore } from './core';
import { translated } from './words';

export const CARD_SCHEME = 'fast-enough-card';
const PREVIEW = 'vscode.markdown.preview.editor';

const fileName = (question: string): string => `q${question.slice(1).padStart(2, '0')}.md`;

/** The address of a card's page. */
export function cardUri(question: Question): vscode.Uri {
  return vscode.Uri.from({ scheme: CARD_SCHEME, path: `/${fileName(question)}` });
}

/** The page of an address, as Markdown; cards link to each other by file name. */
export async function pageOf(uri: vscode.Uri): Promise<string | undefined> {
  const { card: findCard, cardPage, PRECEDENTS } = await loadCore();
  const number = /^\/q(\d\d)\.md$/.exec(uri.path)?.[1];
  const card = number === undefined ? undefined : findCard(`Q${Number(number)}`);
  if (!card) return undefined;
  return `${cardPage(card, fileName)}${card.id === 'Q11' ? precedentTable(PRECEDENTS) : ''}`;
}

/** Known rewrites, on the card of the question they belong to. */
function precedentTable(precedents: readonly Precedent[]): string {
  const rows = precedents.map((p) => {
    const who = `[${escapeMarkdown(p.names.join(', '))}](${p.source})`;
    return `| ${who} | ${escapeMarkdown(p.change)}, ${p.year}: ${escapeMarkdown(p.what)} | ${escapeMarkdown(p.axis)} | ${escapeMarkdown(p.scope)} | ${escapeMarkdown(p.note)} |`;
  });
  return [
    '',
    '## What well-known rewrites were about',
    '',
    '| Who | What | Axis | Scope | In short |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

/** Opens a card beside the document, as a rendered page. */
export async function openCard(question: Question): Promise<void> {
  const beside = vscode.window.activeTextEditor !== undefined;
  await vscode.commands.executeCommand('vscode.openWith', cardUri(question), PREVIEW, {
    viewColumn: beside ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active,
    preview: true,
    preserveFocus: false,
  });
}

interface CardItem extends vscode.QuickPickItem {
  readonly card?: Card;
}

/** Lists the cards by section. */
async function pickCard(): Promise<Card | undefined> {
  const { CARDS } = await loadCore();
  const items: CardItem[] = [];
  for (const card of CARDS) {
    if (items.at(-1)?.card?.section !== card.section)
      items.push({ label: translated(card.section), kind: vscode.QuickPickItemKind.Separator });
    items.push({ label: `${card.id} · ${card.title}`, detail: card.question, card });
  }
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Fast Enough: Q&A'),
    placeHolder: vscode.l10n.t('Which question?'),
    matchOnDetail: true,
  });
  return picked?.card;
}

export function registerCards(): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(CARD_SCHEME, {
      provideTextDocumentContent: async (uri) => (await pageOf(uri)) ?? `# ${vscode.l10n.t('There is no such card.')}\n`,
    }),
    vscode.window.registerUriHandler({
      // `vscode://fast-enough.fast-enough/card/Q6`, for links from a pull request or a SARIF viewer.
      handleUri: async (uri) => {
        const card = (await loadCore()).card(/^\/card\/(Q\d{1,2})$/.exec(uri.path)?.[1] ?? '');
        if (card) await openCard(card.id);
      },
    }),
    vscode.commands.registerCommand('fastEnough.openCard', async (question?: unknown) => {
      const card = typeof question === 'string' ? (await loadCore()).card(question) : await pickCard();
      if (card) await openCard(card.id);
    }),
  );
}
