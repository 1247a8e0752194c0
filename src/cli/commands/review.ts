/** `fast-enough review FILE`: the reviewer's report of one document. */
import path from 'node:path';
import type { LintResult, Profile, Review } from '../../core/types';
import { Lines } from '../../core/lines';
import { EXIT, InputError, reason } from '../errors';
import { shownPath, type Input } from '../input/arguments';
import { decode, readDocument, type Decoded } from '../input/decode';
import type { Io } from '../io';
import { Job, type Door } from '../lint/job';
import { quietJson } from '../output/quiet';
import { plain, plainLines } from '../output/terminal';
import { jobOptions } from './check';

export interface ReviewOptions {
  readonly format: 'markdown' | 'json';
  readonly profile: Profile;
  readonly config?: string;
  readonly code?: boolean;
  readonly stdinFilename?: string;
}

export async function review(file: string, options: ReviewOptions, io: Io, door: Door = {}): Promise<number> {
  const named = file === '-' ? (options.stdinFilename ?? 'stdin.md') : file;
  const absolute = path.resolve(io.cwd, named);
  const input: Input = { absolute, shown: shownPath(io.cwd, absolute), explicit: true };
  if (file !== '-' && options.stdinFilename !== undefined) throw new InputError('--stdin-filename goes with - in place of a file');
  let decoded: Decoded;
  try {
    decoded = file === '-' ? decode(await io.readStdin()) : readDocument(absolute);
  } catch (error) {
    throw new InputError(`${named}: ${reason(error)}`);
  }
  if (decoded.text === null) throw new InputError(`${named}: ${decoded.why}`);
  if (decoded.text.trim() === '') throw new InputError(`${named}: is empty, there is nothing to review`);
  if (decoded.note) await io.err.write(`fast-enough: ${plain(input.shown)}: ${decoded.note}\n`);
  const job = new Job(jobOptions([named], options, io, { lines: false, review: false }), door);
  const effective = await job.config(absolute);
  const problems = job.takeRemarks();
  for (const p of problems) await io.err.write(`fast-enough: ${plain(p.path)}:${p.line}:${p.column}: ${plain(p.message)}\n`);
  const result = await job.lint(decoded.text, input, effective);
  if (options.format === 'json') {
    await io.out.write(`${quietJson({ version: 1, path: input.shown, review: reviewJson(result) }, 2)}\n`);
  } else {
    const { reviewMarkdown } = await import('../../core/reviewMarkdown');
    await io.out.write(plainLines(reviewMarkdown(result, { path: input.shown })));
  }
  return problems.some((p) => p.severity === 'error') ? EXIT.error : EXIT.clean;
}

/** The review with every span as a line and a column beside it. */
export function reviewJson(result: LintResult): object {
  const lines = new Lines(result.text);
  const place = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(place);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).flatMap(([key, v]): [string, unknown][] => {
      const span = v as { from?: unknown } | null;
      if (key !== 'span' && key !== 'anchor') return [[key, place(v)]];
      return typeof span?.from === 'number' ? Object.entries(lines.position(span.from)) : [];
    });
    return Object.fromEntries(entries);
  };
  const review: Review = result.review();
  return place(review) as object;
}
