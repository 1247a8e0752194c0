/** `--code`: evidence from TypeScript and JavaScript, in a bundle of its own that is loaded with the first fence or link. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { CodeHint, CodeSource } from '../../core/types';
import { companion } from '../companion';
import { repositoryOf } from '../input/gitignore';

/** What `src/code` offers a door. `read` answers with a file's text, or null where it may not or cannot be read. */
interface CodeModule {
  readonly codeHints: (sources: readonly CodeSource[], read: (path: string) => string | null) => readonly CodeHint[];
}

const MAX_BYTES = 2 * 1024 * 1024;

/** Links are relative to the document and end at the repository (or, outside one, the working folder): nothing further out is read, by no link. */
export function codeHints(sources: readonly CodeSource[], document: string, cwd: string): readonly CodeHint[] {
  const folder = path.dirname(document);
  const root = realpathSync(repositoryOf(folder) ?? cwd);
  const read = (link: string): string | null => {
    try {
      const file = realpathSync(path.resolve(folder, link));
      const inside = path.relative(root, file);
      if (inside.startsWith('..') || path.isAbsolute(inside)) return null;
      const stat = statSync(file);
      return stat.isFile() && stat.size <= MAX_BYTES ? readFileSync(file, 'utf8') : null;
    } catch {
      return null;
    }
  };
  return companion<CodeModule>('code.js').codeHints(sources, read);
}
