/** "Show effective configuration": every value in force for a document, as a file one could commit, with who said so behind each. */
import * as vscode from 'vscode';
import type { EffectiveConfig } from '../../core/config';
import { explainConfig, originText } from '../../core/config/explain';
import { isChecked } from '../../core/config/patterns';
import { core } from '../core';
import type { Services } from '../services';
import { readSettings } from '../settings';
import { targetDocument, uriOf } from './target';

export const CONFIG_SCHEME = 'fast-enough-config';

/** The page: comments say what is decided for this document, the rest is valid YAML. */
export function configPage(effective: EffectiveConfig, uri: vscode.Uri, enabled: boolean): string {
  const name = vscode.workspace.asRelativePath(uri);
  const { checked, by } = isChecked(effective, uri.path);
  const showPath = (path: string): string => vscode.workspace.asRelativePath(uri.with({ path, query: '', fragment: '' }));
  const lines = [`# ${vscode.l10n.t('Configuration in force for {name}', { name: oneComment(name) })}`];
  if (!enabled) lines.push(`# ${vscode.l10n.t('Not checked: fastEnough.enable is off here')}`);
  else if (!checked)
    lines.push(`# ${vscode.l10n.t('Not checked: {who} leaves it out', { who: by ? originText(by.origin, showPath) : '?' })}`);
  for (const file of effective.files) {
    const count = file.problems.length;
    const broken = count === 1 ? vscode.l10n.t('1 problem') : vscode.l10n.t('{count} problems', { count });
    lines.push(`# ${vscode.l10n.t('Read {file}', { file: oneComment(showPath(file.path)) })}${count > 0 ? `: ${broken}` : ''}`);
  }
  lines.push('');
  let group = '';
  const stated = new Set<string>();
  for (const { key, value, origins } of explainConfig(effective)) {
    const dot = key.indexOf('.');
    const [outer, inner] = dot < 0 ? [key, undefined] : [key.slice(0, dot), key.slice(dot + 1)];
    const from = `# ${origins.map((origin) => originText(origin, showPath)).join(', ')}`;
    if (outer !== group && inner !== undefined) lines.push(`${outer}:`);
    group = outer;
    if (outer === 'phrases') lines.push(indent(core().stringify([value]), '  '), `  ${from}`);
    else if (key === 'include' && effective.include === null) lines.push(`# include: ${vscode.l10n.t('every Markdown file')}`);
    else if (inner === undefined) lines.push(...inline(key, value, from));
    else lines.push(`  ${inner}: ${scalar(value)} ${from}`);
    if (outer === 'rules' && inner !== undefined) stated.add(inner);
  }
  lines.push('', `# ${vscode.l10n.t('Rules that nobody spoke about keep their own severity:')}`);
  for (const rule of core().RULES) if (!stated.has(rule.id)) lines.push(`#   ${rule.id}: ${rule.severity}`);
  return `${lines.join('\n')}\n`;
}

const oneComment = (text: string): string => text.replace(/[\r\n]+/g, ' ');
const scalar = (value: unknown): string => core().stringify(value).trimEnd();
const indent = (text: string, by: string): string =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => by + line)
    .join('\n');

function inline(key: string, value: unknown, from: string): string[] {
  if (!Array.isArray(value)) return [`${key}: ${scalar(value)} ${from}`];
  if (value.length === 0) return [`${key}: [] ${from}`];
  return [`${key}: ${from}`, ...value.map((item) => `  - ${scalar(item)}`)];
}

export function registerShowConfig({ configs }: Services): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const addressOf = (uri: vscode.Uri): vscode.Uri =>
    vscode.Uri.from({ scheme: CONFIG_SCHEME, path: `/${uri.path.split('/').pop() ?? ''}.fastenough.yaml`, query: uri.toString() });
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(CONFIG_SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: async (page) => {
        const uri = uriOf(page.query);
        return uri ? configPage(await configs.resolve(uri), uri, readSettings(uri).enable) : '';
      },
    }),
    configs.onDidChange(() => {
      for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === CONFIG_SCHEME) changed.fire(uri);
    }),
    vscode.commands.registerCommand('fastEnough.showConfig', async (argument?: unknown) => {
      const target = await targetDocument(argument);
      if (!target) return;
      const document = await vscode.workspace.openTextDocument(addressOf(target.uri));
      await vscode.languages.setTextDocumentLanguage(document, 'yaml').then(undefined, () => undefined);
      await vscode.window.showTextDocument(document, { preview: true });
    }),
  );
}
