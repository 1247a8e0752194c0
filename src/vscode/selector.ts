/** Which documents are followed at all. */
import type * as vscode from 'vscode';

export const MARKDOWN: vscode.DocumentFilter = { language: 'markdown' };

/**
 * Markdown that is not a document of its own: the old side of a diff would show every squiggle twice, a notebook cell or a
 * comment box is a fragment from which no argument can be judged, and the rest are pages that some extension wrote.
 */
const FRAGMENTS = new Set([
  'comment',
  'fast-enough-card',
  'fast-enough-config',
  'git',
  'gitfs',
  'gitlens',
  'output',
  'search-editor',
  'vscode-chat-code-block',
  'vscode-interactive-input',
  'vscode-notebook-cell',
  'vscode-scm',
  'walkThroughSnippet',
]);

/** True for Markdown of any scheme (`file`, `untitled`, `vscode-vfs`, a pull request's own …) that stands for a whole document. */
export function isFollowed(document: Pick<vscode.TextDocument, 'languageId' | 'uri'>): boolean {
  return document.languageId === 'markdown' && !FRAGMENTS.has(document.uri.scheme);
}
