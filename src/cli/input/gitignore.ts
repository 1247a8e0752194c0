/** `.gitignore` files, read as git reads them: outer ones first, each relative to its own folder, the last word wins. */
import ignore, { type Ignore } from 'ignore';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { patternProblem } from '../../core/config';

const MAX_LENGTH = 256 * 1024;
const MAX_LINES = 2000;
const LONGEST_LINE = 64 * 1024;

interface Layer {
  readonly folder: string;
  readonly rules: Ignore;
}

/** A file that is too large, unreadable or a link is as good as none: it can only mean that more is checked. */
function textOf(file: string, longest: number): string | null {
  try {
    const stat = lstatSync(file);
    return stat.isFile() && stat.size <= longest ? readFileSync(file, 'utf8') : null;
  } catch {
    return null;
  }
}

function readRules(file: string): Ignore | null {
  const lines = textOf(file, MAX_LENGTH)?.split(/\r?\n/, MAX_LINES);
  if (lines === undefined) return null;
  // With case, as git does where file names have it; elsewhere it can only mean that more is checked.
  return ignore({ ignorecase: false }).add(lines.filter((line) => patternProblem(line) === null));
}

/** The folder that holds `.git`, from `folder` upwards, or null. */
export function repositoryOf(folder: string): string | null {
  for (let at = folder; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, '.git'))) return at;
    if (path.dirname(at) === at) return null;
  }
}

/** The one short line of a file of git's own, or null. */
const lineOf = (file: string): string | null => textOf(file, LONGEST_LINE)?.replace(/\r?\n$/, '') ?? null;

/** The folder that holds `info/exclude`: `.git`, or where the `.git` of a linked worktree or a submodule leads. Never a network share. */
function gitFolder(root: string): string {
  const own = path.join(root, '.git');
  const to = /^gitdir: (?![\\/]{2})(.+)$/.exec(lineOf(own) ?? '')?.[1];
  if (to === undefined) return own;
  const folder = path.resolve(root, to);
  const common = lineOf(path.join(folder, 'commondir'));
  return common === null || /^[\\/]{2}/.test(common) ? folder : path.resolve(folder, common);
}

/** Answers for the entries of folders. Immutable: `enter` gives the answers for a folder further in. */
export class GitIgnore {
  private constructor(private readonly layers: readonly Layer[]) {}

  /** What is in force in `folder`, from the root of its repository down to it. */
  static at(folder: string): GitIgnore {
    const root = repositoryOf(folder) ?? folder;
    const between = path.relative(root, folder).split(path.sep).filter(Boolean);
    const exclude = readRules(path.join(gitFolder(root), 'info', 'exclude'));
    let here = new GitIgnore(exclude ? [{ folder: root, rules: exclude }] : []).enter(root);
    let at = root;
    for (const name of between) {
      at = path.join(at, name);
      // A folder that is ignored and was asked for by name is looked into all the same; only its own files speak in it.
      here = (here.ignores(at, true) ? new GitIgnore([]) : here).enter(at);
    }
    return here;
  }

  /** `hasOwn` saves the look at the disk where the caller has listed the folder already. */
  enter(folder: string, hasOwn = true): GitIgnore {
    const rules = hasOwn ? readRules(path.join(folder, '.gitignore')) : null;
    return rules ? new GitIgnore([...this.layers, { folder, rules }]) : this;
  }

  ignores(absolute: string, isFolder: boolean): boolean {
    let ignored = false;
    for (const { folder, rules } of this.layers) {
      const relative = path.relative(folder, absolute).split(path.sep).join('/');
      if (!ignore.isPathValid(relative)) continue;
      const answer = rules.test(isFolder ? `${relative}/` : relative);
      if (answer.ignored) ignored = true;
      else if (answer.unignored) ignored = false;
    }
    return ignored;
  }
}
