/** Commands that a client may run: a review or a card, written to a file of its own and shown. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Connection } from 'vscode-languageserver';
import { card, cardPage } from '../core/cards';
import { reviewMarkdown } from '../core/reviewMarkdown';
import type { Doc } from './documents';

export const COMMANDS = ['fastEnough.openReview', 'fastEnough.openCard'] as const;

let folder: string | null = null;

/** A folder that only this user can read, made once per server. */
const privateFolder = (): string => (folder ??= mkdtempSync(path.join(tmpdir(), 'fast-enough-')));

/** Answers with the page as Markdown, and opens it where the client can. */
export async function runCommand(
  name: string,
  args: readonly unknown[],
  doc: Doc | undefined,
  connection: Connection,
  shows: boolean,
): Promise<string | null> {
  const page = name === 'fastEnough.openReview' ? reviewPage(doc) : name === 'fastEnough.openCard' ? cardOf(args[0]) : null;
  if (page === null) return null;
  if (shows) {
    const file = path.join(privateFolder(), page.file);
    writeFileSync(file, page.markdown);
    await connection.window.showDocument({ uri: pathToFileURL(file).href, takeFocus: true });
  }
  return page.markdown;
}

interface Page {
  readonly file: string;
  readonly markdown: string;
}

function reviewPage(doc: Doc | undefined): Page | null {
  if (!doc?.result) return null;
  const shown = path.posix.basename(doc.path);
  return { file: 'review.md', markdown: reviewMarkdown(doc.result, { path: shown }) };
}

function cardOf(question: unknown): Page | null {
  const found = typeof question === 'string' ? card(question) : undefined;
  return found ? { file: `${found.id}.md`, markdown: cardPage(found, (q) => `${q}.md`) } : null;
}
