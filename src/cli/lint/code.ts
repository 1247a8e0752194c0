/** `--code`: evidence from TypeScript and JavaScript, in a bundle of its own that is loaded with the first fence or link. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type * as Code from '../../code';
import type { CodeHint, CodeSource } from '../../core/types';
import { companion } from '../companion';
import { repositoryOf } from '../input/gitignore';
import { wayInside } from '../input/paths';

const MAX_BYTES = 2 * 1024 * 1024;
/** A proposal quotes a few places; one that links a thousand files is no proposal. */
const MAX_SOURCES = 100;

/** Hints with their places in the proposal: in the fence itself, or on the link that leads to the file. */
export function codeHints(sources: readonly CodeSource[], document: string, cwd: string): readonly CodeHint[] {
  const code = companion<typeof Code>('code.js');
  const read = reader(document, cwd);
  return sources.slice(0, MAX_SOURCES).flatMap((source): CodeHint[] => {
    const name = source.kind === 'fence' ? source.language : path.extname(source.path);
    const language = code.languageOf(name);
    if (language === null) return [];
    if (source.kind === 'fence') {
      const { hints } = code.analyse(source.text, { language });
      return hints.map((h) => ({ rule: h.rule, data: h.data, span: { from: source.textFrom + h.from, to: source.textFrom + h.to } }));
    }
    const text = read(source.path);
    if (text === null) return [];
    const { hints } = code.analyse(text, { language, path: source.path, ...(source.lines ? { lines: source.lines } : {}) });
    return hints.map((h) => ({
      rule: h.rule,
      data: h.data,
      span: source.span,
      source: { path: source.path, line: h.line, column: h.column },
    }));
  });
}

/** Links are relative to the document and end at the repository (or, outside one, the working folder): nothing further out is read, by no link. */
function reader(document: string, cwd: string): (link: string) => string | null {
  const folder = path.dirname(document);
  return (link) => {
    try {
      const root = realpathSync(repositoryOf(folder) ?? cwd);
      const file = realpathSync(path.resolve(folder, link));
      if (wayInside(root, file) === null) return null;
      const stat = statSync(file);
      return stat.isFile() && stat.size <= MAX_BYTES ? readFileSync(file, 'utf8') : null;
    } catch {
      return null;
    }
  };
}
