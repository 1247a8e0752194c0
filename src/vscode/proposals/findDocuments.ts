/** The Markdown files of a workspace folder, as the editor's own search would find them. */
import * as vscode from 'vscode';
import { IgnoreFiles } from './ignoreFiles';

/** Enough for every documentation tree that people read; past it a log line says so. */
export const MOST_FILES = 50_000;
export const MARKDOWN_GLOB = '**/*.{md,markdown}';

/** What `files.exclude` and `search.exclude` leave out. Entries with a `when` depend on siblings and are left to the editor. */
export function excludedPatterns(folder: vscode.Uri): ReadonlySet<string> {
  const patterns = new Set<string>();
  for (const section of ['files', 'search']) {
    const entries = vscode.workspace.getConfiguration(section, folder).get<Record<string, unknown>>('exclude') ?? {};
    for (const [pattern, on] of Object.entries(entries)) if (on === true) patterns.add(pattern);
  }
  return patterns;
}

export async function findDocuments(folder: vscode.Uri, token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const patterns = excludedPatterns(folder);
  const glob = patterns.size === 0 ? undefined : `{${[...patterns].join(',')}}`;
  const search = vscode.workspace.findFiles(new vscode.RelativePattern(folder, MARKDOWN_GLOB), glob, MOST_FILES, token);
  const found = await search.then(undefined, (error: unknown) => {
    // A search that is called off fails, which is what was wanted.
    if (token.isCancellationRequested) return [];
    throw error;
  });
  const ignored = new IgnoreFiles(folder);
  const kept: vscode.Uri[] = [];
  for (const uri of found) {
    if (token.isCancellationRequested) break;
    if (!(await ignored.ignores(relativeTo(folder, uri)))) kept.push(uri);
  }
  return kept.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

export function relativeTo(folder: vscode.Uri, uri: vscode.Uri): string {
  const top = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return uri.path.startsWith(top) ? uri.path.slice(top.length) : uri.path.replace(/^\//, '');
}
