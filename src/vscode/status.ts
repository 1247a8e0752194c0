/** The language status item: whether and why the document counts as a proposal, and the way to overrule it. */
import * as vscode from 'vscode';
import type { Analysis } from './engineHost';
import { isFollowed, MARKDOWN } from './selector';
import { BRIEFLY } from './sentences';
import type { Services } from './services';
import { targetDocument } from './commands/target';
import { readSettings } from './settings';
import { translated } from './words';

export function registerStatus({ engine, configs }: Services): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('fastEnough.status', MARKDOWN);
  item.name = 'Fast Enough';
  item.command = { command: 'fastEnough.status', title: vscode.l10n.t('Options') };

  const show = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !isFollowed(document)) return;
    const analysis = engine.latest(document.uri);
    item.text = analysis ? headline(analysis) : vscode.l10n.t('Fast Enough: not checked');
    item.detail = analysis ? reason(analysis) : whyNot(document.uri);
    item.severity = analysis?.result.issues.length ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
  };
  const whyNot = (uri: vscode.Uri): string =>
    readSettings(uri).enable ? vscode.l10n.t('Left out by include or exclude.') : vscode.l10n.t('Switched off by a setting.');

  return vscode.Disposable.from(
    item,
    engine.onDidAnalyse(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) show();
    }),
    engine.onDidForget(show),
    configs.onDidChange(show),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.commands.registerCommand('fastEnough.status', (argument?: unknown) => menu(engine, argument)),
  );
}

function headline({ result }: Analysis): string {
  if (!result.proposal.applies) return vscode.l10n.t('Fast Enough: not a proposal');
  return vscode.l10n.t('Fast Enough: proposal');
}

function reason({ result: { proposal } }: Analysis): string {
  return translated(BRIEFLY[proposal.why] ?? proposal.why);
}

interface Choice extends vscode.QuickPickItem {
  readonly command?: string;
}

/** Everything that can be done about the document in front, in one list. */
async function menu(engine: Services['engine'], argument: unknown): Promise<void> {
  const document = await targetDocument(argument);
  if (!document) return;
  const proposal = (await engine.current(document))?.result.proposal;
  const overruled = proposal?.reasons.some((reason) => reason.shows === 'override') ?? false;
  const choices: Choice[] = [];
  if (proposal?.applies) choices.push({ label: vscode.l10n.t('Open review'), command: 'fastEnough.openReview' });
  if (proposal && !proposal.applies) choices.push({ label: vscode.l10n.t('Treat as a proposal'), command: 'fastEnough.treatAsProposal' });
  if (proposal?.applies) choices.push({ label: vscode.l10n.t('Not a proposal'), command: 'fastEnough.notAProposal' });
  if (overruled) choices.push({ label: vscode.l10n.t('Let Fast Enough decide again'), command: 'fastEnough.decideAgain' });
  choices.push({ label: vscode.l10n.t('Show effective configuration'), command: 'fastEnough.showConfig' });
  choices.push({ label: vscode.l10n.t('Open Q&A'), command: 'fastEnough.openCard' });
  choices.push({ label: vscode.l10n.t('Switch on or off'), command: 'fastEnough.toggle' });
  const picked = await vscode.window.showQuickPick(choices, {
    title: 'Fast Enough',
    placeHolder: proposal ? translated(proposal.why) : vscode.l10n.t('This document is not checked.'),
  });
  if (!picked?.command) return;
  const takesDocument = !['fastEnough.openCard', 'fastEnough.toggle'].includes(picked.command);
  await vscode.commands.executeCommand(picked.command, ...(takesDocument ? [document.uri] : []));
}
