/** What the caller named (files, folders, globs, lists) to the documents to read. */
import { statSync, type Stats } from 'node:fs';
import path from 'node:path';
import { InputError, reason } from '../errors';
import { GitIgnore } from './gitignore';
import { isMarkdown, isUnnamed, NOT_UTF8, walk } from './walk';

/** A document to read. */
export interface Input {
  readonly absolute: string;
  /** As shown in output: relative to the working folder, with forward slashes. */
  readonly shown: string;
  /** Named by the caller, so a failure to read it is an error of the call and not a remark. */
  readonly explicit: boolean;
}

export interface ArgumentOptions {
  readonly cwd: string;
  readonly gitignore: boolean;
  /** Told about each thing that was named and could not be used. */
  readonly problem: (shown: string, why: string) => void;
  /** Told about each thing that was met in a search and could not be used. */
  readonly skipped: (shown: string, why: string) => void;
  /** Told about each folder that is searched. */
  readonly searching?: (folder: string) => void;
}

export const slashes = (file: string): string => (path.sep === '/' ? file : file.split(path.sep).join('/'));

export function shownPath(cwd: string, absolute: string): string {
  return slashes(path.relative(cwd, absolute)) || '.';
}

const isGlob = (argument: string): boolean => /[*?[\]{}!]/.test(argument);

function stat(file: string): Stats | null {
  return statSync(file, { throwIfNoEntry: false }) ?? null;
}

/** The documents behind the arguments, each once, in the order of the arguments. Folders are walked as the caller reads on. */
export async function* inputs(args: readonly string[], options: ArgumentOptions): AsyncGenerator<Input> {
  const { cwd } = options;
  // One argument cannot name a file twice, so the common call needs no memory of what it has seen.
  const seen = args.length > 1 ? new Set<string>() : null;
  const fresh = (absolute: string, explicit: boolean): Input | null => {
    if (seen?.has(absolute)) return null;
    seen?.add(absolute);
    return { absolute, shown: shownPath(cwd, absolute), explicit };
  };
  for (const argument of args) {
    const absolute = path.resolve(cwd, argument);
    let found: Stats | null = null;
    try {
      found = stat(absolute);
    } catch (error) {
      options.problem(argument, reason(error));
      continue;
    }
    if (found?.isDirectory()) {
      options.searching?.(absolute);
      for (const file of below(absolute, isMarkdown, options)) {
        const input = fresh(file, false);
        if (input) yield input;
      }
    } else if (found) {
      const input = fresh(absolute, true);
      if (input) yield input;
    } else if (isUnnamed(absolute)) {
      options.problem(argument, NOT_UTF8);
    } else if (isGlob(argument)) {
      let any = false;
      for (const file of await matching(argument, options)) {
        any = true;
        const input = fresh(file, false);
        if (input) yield input;
      }
      if (!any) options.problem(argument, 'matches no file');
    } else {
      options.problem(argument, 'no such file or folder');
    }
  }
}

function below(folder: string, wanted: (file: string) => boolean, options: ArgumentOptions): Generator<string> {
  return walk(folder, {
    ignored: options.gitignore ? GitIgnore.at(folder) : null,
    wanted,
    failed: (at, error) => options.problem(shownPath(options.cwd, at), reason(error)),
    unnamed: (at) => options.skipped(shownPath(options.cwd, at), NOT_UTF8),
  });
}

/** A glob is walked from its fixed part, under the same rules as a folder, and its files are matched with picomatch. */
async function matching(glob: string, options: ArgumentOptions): Promise<Iterable<string>> {
  const { default: picomatch } = await import('picomatch');
  const pattern = slashes(glob);
  if (pattern.length > 1000) throw new InputError('a glob is longer than 1000 characters');
  const { base, glob: rest } = picomatch.scan(pattern);
  const folder = path.resolve(options.cwd, base);
  if (!stat(folder)?.isDirectory()) return [];
  const matches = picomatch(rest, { dot: true });
  return below(folder, (file) => matches(slashes(path.relative(folder, file))), options);
}
