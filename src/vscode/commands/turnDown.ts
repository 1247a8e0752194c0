/** "Turn this rule down": into the nearest `.fastenough.yaml`, where the command line sees it too, else into the settings. */
import * as vscode from 'vscode';
import type { Severity } from '../../core';
import { CONFIG_FILE_NAME } from '../../core/config/model';
import { SEVERITIES } from '../../core/config/vocabulary';
import { core, loadCore } from '../core';
import type { Services } from '../services';
import { SECTION } from '../settings';
import { uriOf } from './target';

async function pickRule(): Promise<string | undefined> {
  const { RULES } = await loadCore();
  const items = RULES.map((rule) => ({ label: rule.id, description: rule.question, detail: rule.title }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Which rule?'), matchOnDetail: true }))?.label;
}

const EXPLAINED: Readonly<Record<Severity, () => string>> = {
  off: () => vscode.l10n.t('never shown'),
  hint: () => vscode.l10n.t('three dots, not in the Problems panel'),
  information: () => vscode.l10n.t('blue line'),
  warning: () => vscode.l10n.t('yellow line; fails the command line by default'),
  error: () => vscode.l10n.t('red line'),
};

export function registerTurnDown({ configs }: Services): vscode.Disposable {
  return vscode.commands.registerCommand('fastEnough.turnRuleDown', async (givenRule?: unknown, address?: unknown, given?: unknown) => {
    const rule = typeof givenRule === 'string' ? givenRule : await pickRule();
    if (rule === undefined) return;
    const uri = uriOf(address) ?? vscode.window.activeTextEditor?.document.uri;
    // A file that was made a moment ago counts, whether or not the file watcher has told of it.
    configs.clear();
    const effective = uri ? await configs.resolve(uri) : undefined;
    const file = effective?.files.at(-1)?.path;
    const where = file === undefined ? vscode.l10n.t('your settings') : CONFIG_FILE_NAME;
    const severity = SEVERITIES.includes(given as Severity) ? (given as Severity) : await pickSeverity(rule, where);
    if (severity === undefined) return;
    if (file !== undefined && uri && (await writeFile(uri.with({ path: file, query: '', fragment: '' }), rule, severity))) return;
    await writeSetting(uri, rule, severity);
  });
}

async function pickSeverity(rule: string, where: string): Promise<Severity | undefined> {
  const items = SEVERITIES.map((severity) => ({ label: severity, description: EXPLAINED[severity]() }));
  const title = vscode.l10n.t('How loud should "{rule}" be? (written to {where})', { rule, where });
  return (await vscode.window.showQuickPick(items, { title }))?.label;
}

/** Into the file itself; into the editor where somebody is in the middle of changing it. */
async function writeFile(file: vscode.Uri, rule: string, severity: Severity): Promise<boolean> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === file.toString() && document.isDirty);
  const before = open ? open.getText() : new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const text = core().withSeverity(before, rule, severity);
  if (text === null) return false;
  if (!open) {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    return true;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.replace(file, new vscode.Range(open.positionAt(0), open.positionAt(before.length)), text);
  return (await vscode.workspace.applyEdit(edit)) && open.save();
}

async function writeSetting(uri: vscode.Uri | undefined, rule: string, severity: Severity): Promise<void> {
  const section = vscode.workspace.getConfiguration(SECTION, uri ?? null);
  const inWorkspace = (vscode.workspace.workspaceFolders?.length ?? 0) > 0;
  const stated = section.inspect<Record<string, unknown>>('rules');
  const before = (inWorkspace ? stated?.workspaceValue : stated?.globalValue) ?? {};
  const target = inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await section.update('rules', { ...before, [rule]: severity }, target);
}
