/** Markdown files below a folder, in a stable order, one folder in memory at a time. */
import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { GitIgnore } from './gitignore';

export const EXTENSIONS: readonly string[] = ['.md', '.markdown', '.mdown', '.mkd', '.mdx'];

const NEVER: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn', '.jj']);

export const isMarkdown = (name: string): boolean => EXTENSIONS.includes(path.extname(name).toLowerCase());

export interface WalkOptions {
  /** Null where `.gitignore` is not honoured. */
  readonly ignored: GitIgnore | null;
  /** Which files are wanted, by absolute path. */
  readonly wanted: (file: string) => boolean;
  /** A folder that could not be listed. The walk goes on. */
  readonly failed: (folder: string, error: unknown) => void;
  /** An entry that cannot be opened because its name is not UTF-8. The walk goes on. */
  readonly unnamed: (entry: string) => void;
}

/** Why such an entry is left out. */
export const NOT_UTF8 = 'its name is not UTF-8';

/** Bytes of a name that are no UTF-8 come as U+FFFD, and by that name there is no such file. */
export const isUnnamed = (absolute: string): boolean =>
  absolute.includes('\ufffd') && lstatSync(absolute, { throwIfNoEntry: false }) === undefined;

/**
 * Symbolic links are not followed, so a walk ends and never leaves its folder.
 * Not recursive: the depth of a tree of folders is not ours to trust.
 */
export function* walk(folder: string, options: WalkOptions): Generator<string> {
  const stack: { folder: string; ignored: GitIgnore | null }[] = [{ folder, ignored: options.ignored }];
  while (stack.length > 0) {
    const { folder: at, ignored: outer } = stack.pop()!;
    let entries;
    try {
      entries = readdirSync(at, { withFileTypes: true });
    } catch (error) {
      options.failed(at, error);
      continue;
    }
    const hasOwn = at !== folder && entries.some((e) => e.name === '.gitignore');
    const ignored = hasOwn ? (outer?.enter(at) ?? null) : outer;
    entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    const folders: { folder: string; ignored: GitIgnore | null }[] = [];
    for (const entry of entries) {
      const absolute = path.join(at, entry.name);
      if (entry.isDirectory()) {
        if (NEVER.has(entry.name) || ignored?.ignores(absolute, true)) continue;
        if (isUnnamed(absolute)) options.unnamed(absolute);
        else folders.push({ folder: absolute, ignored });
      } else if (entry.isFile() && options.wanted(absolute) && !ignored?.ignores(absolute, false)) {
        if (isUnnamed(absolute)) options.unnamed(absolute);
        else yield absolute;
      }
    }
    stack.push(...folders.reverse());
  }
}
