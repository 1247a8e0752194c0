/** The "Proposals" view: every proposal that is known, grouped by where it stands. */
import * as vscode from 'vscode';
import { escapeMarkdown } from '../../core/escape';
import type { Services } from '../services';
import type { ProposalState, ProposalSummary } from './summary';

type Node = { readonly state: ProposalState } | ProposalSummary;

const STATES: readonly ProposalState[] = ['proposed', 'decided', 'done', 'retired'];
const NAMES: Readonly<Record<ProposalState, () => string>> = {
  proposed: () => vscode.l10n.t('Proposed'),
  decided: () => vscode.l10n.t('Decided'),
  done: () => vscode.l10n.t('Done'),
  retired: () => vscode.l10n.t('Retired'),
};

const isProposal = (node: Node): node is ProposalSummary => 'uri' in node;

function itemOf(proposal: ProposalSummary): vscode.TreeItem {
  const item = new vscode.TreeItem(proposal.title);
  const findings = proposal.findings === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{count} findings', { count: proposal.findings });
  item.id = proposal.uri.toString();
  item.resourceUri = proposal.uri;
  item.description = `${proposal.met}/${proposal.asked} · ${findings}`;
  item.tooltip = new vscode.MarkdownString(`**${escapeMarkdown(proposal.title)}**\n\n${escapeMarkdown(proposal.verdict)}\n\n${findings}`);
  item.accessibilityInformation = { label: `${proposal.title}, ${proposal.verdict}, ${findings}` };
  item.iconPath = new vscode.ThemeIcon(
    proposal.warnings > 0 ? 'warning' : proposal.findings > 0 ? 'info' : 'pass',
    new vscode.ThemeColor(proposal.warnings > 0 ? 'list.warningForeground' : proposal.findings > 0 ? 'foreground' : 'testing.iconPassed'),
  );
  item.contextValue = 'fastEnough.proposal';
  item.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [proposal.uri] };
  return item;
}

export function registerTree({ closedFiles }: Services): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const of = (state: ProposalState): ProposalSummary[] =>
    closedFiles
      .list()
      .filter((proposal) => proposal.state === state)
      .sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
  const provider: vscode.TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => {
      if (node === undefined) return STATES.filter((state) => of(state).length > 0).map((state) => ({ state }));
      return isProposal(node) ? [] : of(node.state);
    },
    getTreeItem: (node) => {
      if (isProposal(node)) return itemOf(node);
      const group = new vscode.TreeItem(NAMES[node.state](), vscode.TreeItemCollapsibleState.Expanded);
      group.id = `state-${node.state}`;
      group.description = String(of(node.state).length);
      return group;
    },
  };
  const view = vscode.window.createTreeView('fastEnough.proposals', { treeDataProvider: provider, showCollapseAll: false });
  const refresh = (): void => {
    // Read by the view's welcome text: "not looked yet" and "none found" are different things.
    void vscode.commands.executeCommand('setContext', 'fastEnough.scanned', closedFiles.scanned);
    changed.fire();
  };
  const uriOfNode = (node: unknown): vscode.Uri | undefined =>
    typeof node === 'object' && node !== null && 'uri' in node && node.uri instanceof vscode.Uri ? node.uri : undefined;
  return vscode.Disposable.from(
    changed,
    view,
    closedFiles.onDidChange(refresh),
    vscode.commands.registerCommand('fastEnough.reviewProposal', (node?: unknown) =>
      vscode.commands.executeCommand('fastEnough.openReview', uriOfNode(node)),
    ),
    vscode.commands.registerCommand('fastEnough.copyProposals', () =>
      vscode.env.clipboard.writeText(proposalsMarkdown(closedFiles.list())),
    ),
  );
}

/** All proposals as one Markdown table, for a planning page or an issue. */
export function proposalsMarkdown(proposals: readonly ProposalSummary[]): string {
  const head = [vscode.l10n.t('Proposal'), vscode.l10n.t('State'), vscode.l10n.t('Criteria met'), vscode.l10n.t('Findings')];
  const rows = [...proposals]
    .sort((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || (a.uri.path < b.uri.path ? -1 : 1))
    .map((p) => {
      const link = vscode.workspace.asRelativePath(p.uri).split('/').map(encodeURIComponent).join('/').replace(/[()]/g, escape);
      return `| [${escapeMarkdown(p.title)}](${link}) | ${NAMES[p.state]()} | ${p.met} / ${p.asked} | ${p.findings} |`;
    });
  return [`| ${head.join(' | ')} |`, '| --- | --- | ---: | ---: |', ...rows, ''].join('\n');
}

const escape = (bracket: string): string => `%${bracket.charCodeAt(0).toString(16)}`;
