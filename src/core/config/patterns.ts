/** `include` and `exclude`: patterns as in `.gitignore`, matched with the `ignore` library. */
import ignore, { type Ignore } from 'ignore';
import type { EffectiveConfig, ScopedPatterns } from './model';

/** Patterns are compiled to expressions that backtrack, so the number of wildcards is limited: the cost is a power of it. */
const MAX_STARS_IN_SEGMENT = 3;
const MAX_STARS = 12;
const MAX_PATTERN = 400;
/** Patterns of one list; the rest is left out. */
export const MAX_PATTERNS = 200;

/** What is wrong with a pattern, or null. Also asked for the lines of a `.gitignore`, which may be anybody's. */
export function patternProblem(pattern: string): string | null {
  if (pattern.length > MAX_PATTERN) return `is longer than ${MAX_PATTERN} characters`;
  let total = 0;
  for (const segment of pattern.split('/')) {
    let stars = 0;
    for (let i = 0; i < segment.length; i++) if (segment[i] === '*' && segment[i - 1] !== '*') stars++;
    total += stars;
    if (stars > MAX_STARS_IN_SEGMENT) return `has more than ${MAX_STARS_IN_SEGMENT} wildcards between two slashes`;
  }
  if (total > MAX_STARS) return `has more than ${MAX_STARS} wildcards`;
  if (pattern.split('/').includes('..')) return 'leads out of its folder';
  return null;
}

const compiled = new WeakMap<ScopedPatterns, Ignore>();

function matches(scope: ScopedPatterns, path: string): boolean {
  const prefix = scope.folder.endsWith('/') || scope.folder === '' ? scope.folder : `${scope.folder}/`;
  if (!path.startsWith(prefix)) return false;
  const relative = path.slice(prefix.length);
  if (relative === '' || !ignore.isPathValid(relative)) return false;
  let matcher = compiled.get(scope);
  if (matcher === undefined) {
    matcher = ignore({ ignorecase: false }).add(scope.patterns.filter((p) => patternProblem(p) === null));
    compiled.set(scope, matcher);
  }
  return matcher.ignores(relative);
}

/**
 * Whether the document is to be checked at all, and if not, by whose word. `path` is absolute, or a URI, with forward slashes,
 * written as the folders of the configuration are.
 */
export function isChecked(effective: EffectiveConfig, path: string): { checked: boolean; by: ScopedPatterns | null } {
  for (const scope of effective.exclude) if (matches(scope, path)) return { checked: false, by: scope };
  if (effective.include !== null && !matches(effective.include, path)) return { checked: false, by: effective.include };
  return { checked: true, by: null };
}
