/** The thirty-minute screen: what it is bound by, what a profile shows, what the ceiling is, and one question of judgement. */
import * as vscode from 'vscode';
import type { Criterion, Question } from '../../core';
import { openCard } from '../cards';
import type { Services } from '../services';
import { translated } from '../words';
import { reveal } from './reveal';
import { targetDocument } from './target';

/** Foundations and method first; of the judgement questions the first that is open. */
const SCREEN: readonly Question[] = ['Q1', 'Q3', 'Q5', 'Q6'];

const ICON: Readonly<Record<Criterion['status'], string>> = {
  met: '$(pass)',
  open: '$(circle-large-outline)',
  contradicted: '$(error)',
  'not-asked': '$(dash)',
};

interface Item extends vscode.QuickPickItem {
  readonly criterion: Criterion;
}

/** The criteria of the screen; the last one is the most telling of the rest. */
export function screenOf(criteria: readonly Criterion[]): readonly Criterion[] {
  const asked = criteria.filter((criterion) => criterion.status !== 'not-asked');
  const core = asked.filter((criterion) => SCREEN.includes(criterion.question));
  const rest = asked.filter((criterion) => !core.includes(criterion));
  const judgement = rest.find((c) => c.status === 'contradicted') ?? rest.find((c) => c.status === 'open') ?? rest[0];
  return judgement ? [...core, judgement] : core;
}

export function registerQuickReview({ engine }: Services): vscode.Disposable {
  return vscode.commands.registerCommand('fastEnough.quickReview', async (argument?: unknown) => {
    const document = await targetDocument(argument);
    const result = document && (await engine.current(document))?.result;
    if (!document || !result) return;
    if (!result.proposal.applies) {
      void vscode.window.showInformationMessage(translated(result.proposal.why));
      return;
    }
    const items = screenOf(result.review().greenlight).map((criterion): Item => ({
      label: `${ICON[criterion.status]} ${translated(criterion.title)}`,
      description: criterion.question,
      detail: criterion.evidence[0]?.quote ?? translated(criterion.ask),
      criterion,
    }));
    const picked = await vscode.window.showQuickPick(items, {
      title: vscode.l10n.t('Quick review: the first questions to ask'),
      placeHolder: vscode.l10n.t('Choose one to see its evidence, or its Q&A where there is none'),
    });
    const evidence = picked?.criterion.evidence[0];
    if (evidence) await reveal(document.uri, evidence.span);
    else if (picked) await openCard(picked.criterion.question);
  });
}
