/**
 * Whether a single path is left out by `files.exclude` and `search.exclude`. A search for files is told the patterns and the editor applies
 * them; for one file that has changed on disk there is nobody to ask, so they are read here, as far as they mean what git's patterns mean.
 */
import ignore from 'ignore';
import { patternProblem } from '../../core/config/patterns';

/** Alternatives in one pattern that are written out. */
const MOST_ALTERNATIVES = 50;

/** `{a,b}/c` as `a/c` and `b/c`, which git's patterns cannot say in one. */
export function alternatives(pattern: string): string[] {
  const done: string[] = [];
  const open = [pattern];
  for (let next = open.pop(); next !== undefined && done.length + open.length < MOST_ALTERNATIVES; next = open.pop()) {
    const found = /\{([^{}]*)\}/.exec(next);
    if (!found) done.push(next);
    else
      for (const part of (found[1] ?? '').split(','))
        open.push(next.slice(0, found.index) + part + next.slice(found.index + found[0].length));
  }
  return done;
}

/** @param patterns the keys that are switched on. The answer is for paths relative to the folder, with forward slashes. */
export function excluder(patterns: Iterable<string>): (path: string) => boolean {
  const lines = [...patterns]
    .flatMap(alternatives)
    // The editor's patterns start at the folder; git's do where they begin with a slash.
    .map((pattern) => `/${pattern.replace(/^\.?\//, '')}`)
    .filter((pattern) => patternProblem(pattern) === null);
  const matcher = ignore({ ignorecase: false }).add(lines);
  return (path) => path !== '' && matcher.ignores(path);
}
