/** The documents of a run from all ways of naming them: arguments, a list of files, a git revision. */
import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { InputError, reason } from '../errors';
import type { Io } from '../io';
import { inputs, shownPath, type Input } from './arguments';
import { isMarkdown, isUnnamed, NOT_UTF8 } from './walk';

export interface Selection {
  readonly files: readonly string[];
  readonly filesFrom: string | undefined;
  readonly changedSince: string | undefined;
  readonly gitignore: boolean;
  readonly problem: (shown: string, why: string) => void;
  readonly skipped: (shown: string, why: string) => void;
  /** Told about each folder whose documents are all part of the run. */
  readonly searching: (folder: string) => void;
}

/** One path a line; lines end with LF, CRLF or, as `git ls-files -z` and `find -print0` write them, with NUL. */
export function pathList(text: string): string[] {
  const lines = text.includes('\0') ? text.split('\0') : text.split(/\r?\n/);
  return lines.filter((line) => line !== '');
}

function isFolder(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    return false;
  }
}

async function listed(io: Io, from: string): Promise<string[]> {
  try {
    const bytes = from === '-' ? await io.readStdin() : readFileSync(path.resolve(io.cwd, from));
    return pathList(Buffer.from(bytes).toString('utf8'));
  } catch (error) {
    throw new InputError(`--files-from ${from}: ${reason(error)}`);
  }
}

/** Throws `InputError` for a list that cannot be read or a revision that does not exist. */
export async function select(io: Io, selection: Selection): Promise<AsyncIterable<Input>> {
  const { gitignore, problem, skipped, searching } = selection;
  const args = [...selection.files];
  // A list may hold anything the caller's tool found; Markdown and folders of it are meant.
  if (selection.filesFrom !== undefined)
    args.push(...(await listed(io, selection.filesFrom)).filter((f) => isMarkdown(f) || isFolder(path.resolve(io.cwd, f))));
  if (selection.changedSince === undefined) {
    const all = args.length === 0 && selection.filesFrom === undefined ? ['.'] : args;
    return inputs(all, { cwd: io.cwd, gitignore, problem, skipped, searching });
  }
  const { changedSince } = await import('./changed');
  const changed = (await changedSince(selection.changedSince, io.cwd)).filter(isMarkdown);
  return args.length === 0 && selection.filesFrom === undefined
    ? named(changed, io.cwd, skipped)
    : within(changed, inputs(args, { cwd: io.cwd, gitignore, problem, skipped }));
}

/** Without arguments the working folder is meant, as elsewhere. */
async function* named(files: readonly string[], cwd: string, skipped: Selection['skipped']): AsyncGenerator<Input> {
  for (const absolute of files) {
    const shown = shownPath(cwd, absolute);
    if (shown.startsWith('../')) continue;
    if (isUnnamed(absolute)) skipped(shown, NOT_UTF8);
    // As in a search, links are not followed: git lists a link that changed under its own name.
    else if (lstatSync(absolute, { throwIfNoEntry: false })?.isFile()) yield { absolute, shown, explicit: false };
  }
}

async function* within(files: readonly string[], all: AsyncIterable<Input>): AsyncGenerator<Input> {
  const changed = new Set(files);
  for await (const input of all) if (changed.has(input.absolute)) yield input;
}
