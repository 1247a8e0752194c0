/** `fast-enough check`: reads documents, reports findings, says by its exit status whether something fails. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Baseline, BaselineWriter, DEFAULT_BASELINE, expiry, type BaselinePlace } from '../baseline';
import type { PartialConfig } from '../../core/config';
import type { Profile } from '../../core/types';
import { EXIT, InputError, reason } from '../errors';
import { shownPath, slashes, type Input } from '../input/arguments';
import { decode } from '../input/decode';
import { select, type Selection } from '../input/selection';
import type { Io } from '../io';
import { Job, namedFolders, type Door, type JobOptions, type Outcome } from '../lint/job';
import { runAll, type Event } from '../lint/pool';
import type { DocumentReport } from '../lint/report';
import type { OutputGuard } from '../output/guard';
import { Outputs, type Copy } from '../output/outputs';
import { Progress } from '../output/progress';
import { remarkOfConfig, type Format, type Remark, type Summary } from '../output/reporter';
import { plain } from '../output/terminal';

export type FailOn = 'error' | 'warning' | 'information' | 'hint' | 'never';

/** As commander gives them; see `program.ts` for what each means. */
export interface CheckOptions {
  readonly format: Format;
  readonly output?: readonly Copy[];
  readonly profile?: Profile;
  readonly config?: string;
  readonly printConfig?: boolean;
  readonly failOn: FailOn;
  readonly maxFindings: number;
  readonly baseline?: string;
  readonly writeBaseline?: boolean;
  readonly expires?: string;
  readonly changedSince?: string;
  readonly filesFrom?: string;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly gitignore: boolean;
  readonly code?: boolean;
  readonly color?: boolean;
  readonly jobs?: number;
}

const RANK = { hint: 0, information: 1, warning: 2, error: 3, never: 4 } as const;

/** What `check` and `review` share: options to a plain description of the work. */
export function jobOptions(
  files: readonly string[],
  options: Pick<CheckOptions, 'profile' | 'config' | 'code'>,
  io: Io,
  want: { lines: boolean; review: boolean },
): JobOptions {
  const config: { -readonly [K in keyof PartialConfig]: PartialConfig[K] } = {};
  if (options.profile !== undefined) config.profile = options.profile;
  let only: JobOptions['only'] = null;
  if (options.config !== undefined) {
    const file = path.resolve(io.cwd, options.config);
    try {
      only = { path: slashes(file), text: readFileSync(file, 'utf8') };
    } catch (error) {
      throw new InputError(`--config ${options.config}: ${reason(error)}`);
    }
  }
  const named = namedFolders(files.map((f) => path.resolve(io.cwd, f)));
  return { cwd: io.cwd, named, layers: [{ config, names: { profile: '--profile' } }], only, code: options.code === true, ...want };
}

export async function check(files: readonly string[], options: CheckOptions, io: Io, door: Door = {}): Promise<number> {
  const fromStdin = options.stdin === true || files.includes('-');
  if (fromStdin && options.stdin && files.length > 0)
    throw new InputError('--stdin reads one document; name it with --stdin-filename, not as an argument');
  if (fromStdin && files.length > 1) throw new InputError('- reads one document from standard input and stands alone');
  if (fromStdin && options.filesFrom === '-') throw new InputError('--stdin and --files-from - both read standard input');
  for (const [option, given] of [
    ['--files-from', options.filesFrom],
    ['--changed-since', options.changedSince],
  ])
    if (fromStdin && given !== undefined) throw new InputError(`${option} does not go with the one document on standard input`);
  if (!fromStdin && options.stdinFilename !== undefined && !options.printConfig) throw new InputError('--stdin-filename goes with --stdin');
  if (options.expires !== undefined && !options.writeBaseline) throw new InputError('--expires goes with --write-baseline');
  const copies = options.output ?? [];
  const formats = [options.format, ...copies.map((c) => c.format)];
  const job = jobOptions(files, options, io, { lines: formats.includes('text'), review: formats.includes('markdown') });
  if (options.printConfig) {
    const { printConfig } = await import('./printConfig');
    return printConfig(files[0] ?? options.stdinFilename ?? 'document.md', options.format, job, io);
  }
  const run = new Run(options, io);
  run.openBaseline();
  if (fromStdin) (await guardOf(options, io))?.refuse(options.stdinFilename ?? 'stdin.md', 'the document that is checked');
  const documents = fromStdin ? null : await documentsOf(files, options, io, run);
  const events = documents === null ? stdin(options, job, io, door) : runAll(documents, job, door, options.jobs);
  const outputs = await Outputs.open(io, options.format, copies, options.color);
  try {
    return await run.all(events, outputs);
  } finally {
    await outputs.close();
  }
}

/** The documents to read. Throws `InputError` where an output would overwrite one of them, or something else that the run needs. */
async function documentsOf(
  files: readonly string[],
  options: CheckOptions,
  io: Io,
  told: Pick<Selection, 'problem' | 'skipped' | 'searching'>,
): Promise<AsyncIterable<Input>> {
  const { filesFrom, changedSince, gitignore } = options;
  const guard = await guardOf(options, io);
  let text: Promise<Uint8Array> | undefined;
  // A list on standard input can be read once only.
  const source: Io = Object.create(io, { readStdin: { value: () => (text ??= io.readStdin()) } }) as Io;
  const selected = ({ problem, skipped, searching }: typeof told): Promise<AsyncIterable<Input>> =>
    select(source, { files, filesFrom, changedSince, gitignore, problem, skipped, searching });
  if (guard === null) return selected(told);
  const nobody = (): void => undefined;
  if (guard.mustLook(files, filesFrom !== undefined))
    await guard.refuseAny(await selected({ problem: nobody, skipped: nobody, searching: nobody }));
  return guard.others(await selected(told));
}

async function guardOf({ output = [], baseline, config, filesFrom }: CheckOptions, io: Io): Promise<OutputGuard | null> {
  if (output.length === 0) return null;
  const { OutputGuard } = await import('../output/guard');
  const guard = new OutputGuard(output, io.cwd);
  guard.refuse(baseline ?? DEFAULT_BASELINE, 'the baseline');
  if (config !== undefined) guard.refuse(config, 'the configuration');
  if (filesFrom !== undefined && filesFrom !== '-') guard.refuse(filesFrom, 'the list of files');
  return guard;
}

async function* stdin(options: CheckOptions, jobOptions: JobOptions, io: Io, door: Door): AsyncGenerator<Event> {
  const shown = options.stdinFilename ?? 'stdin.md';
  const absolute = path.resolve(io.cwd, shown);
  const input: Input = { absolute, shown: shownPath(io.cwd, absolute), explicit: true };
  const job = new Job(jobOptions, door);
  const bytes = await io.readStdin();
  const effective = await job.config(absolute);
  yield { remarks: job.takeRemarks() };
  // A text without a name of its own lies nowhere, so no pattern leaves it out.
  const out = options.stdinFilename === undefined ? null : job.leftOut(input, effective);
  if (out) return yield { outcome: out };
  const decoded = decode(bytes);
  if (decoded.text === null)
    return yield { outcome: { kind: 'skipped', path: input.shown, why: decoded.why, explicit: true, wrong: true } };
  yield { outcome: { kind: 'report', report: await job.text(decoded.text, input, effective), note: decoded.note } };
}

/** One run: counts, remarks, baseline and the exit status. */
class Run {
  private readonly summary: Summary = {
    documents: 0,
    proposals: 0,
    findings: 0,
    bySeverity: { error: 0, warning: 0, information: 0, hint: 0 },
    suppressed: 0,
    accepted: 0,
    failing: 0,
    skipped: 0,
    errors: 0,
  };
  private readonly remarks: Remark[] = [];
  private readonly toldConfig = new Set<string>();
  private baseline: Baseline | null = null;
  private writer: BaselineWriter | null = null;
  private readonly read = new Set<string>();
  /** Folders that were searched for documents. */
  private readonly searched: string[] = [];

  constructor(
    private readonly options: CheckOptions,
    private readonly io: Io,
  ) {}

  readonly problem = (shown: string, why: string): void => this.remark({ severity: 'error', path: slashes(shown), message: why });

  readonly skipped = (shown: string, why: string): void => {
    this.summary.skipped++;
    this.remark({ severity: 'warning', path: shown, message: `${why}, skipped` });
  };

  readonly searching = (folder: string): void => void this.searched.push(folder);

  private remark(remark: Remark): void {
    if (remark.severity === 'error') this.summary.errors++;
    // A sweep over a broken disk must not fill the memory with remarks; the count stays exact.
    if (this.remarks.length < 1000) this.remarks.push(remark);
  }

  private get baselinePlace(): BaselinePlace {
    const shown = this.options.baseline ?? DEFAULT_BASELINE;
    return { cwd: this.io.cwd, file: path.resolve(this.io.cwd, shown), shown };
  }

  openBaseline(): void {
    const { baseline, writeBaseline, expires } = this.options;
    const now = this.io.now();
    if (writeBaseline) {
      // Only a missing file is as good as an empty one: what a damaged one accepts must not be lost without a word.
      const before = Baseline.read(this.baselinePlace, now, true);
      this.writer = new BaselineWriter(before, expires === undefined ? null : expiry(expires, now));
    } else if (baseline !== undefined) {
      this.baseline = Baseline.read(this.baselinePlace, now, false);
    }
  }

  async all(events: AsyncIterable<Event>, outputs: Outputs): Promise<number> {
    const progress = new Progress(
      this.io,
      this.io.err.isTTY && !(this.options.format === 'text' && this.io.out.isTTY && this.io.env['CI']),
    );
    await outputs.begin();
    for await (const event of events) {
      if ('remarks' in event) {
        for (const r of event.remarks) {
          const key = `${r.path}:${r.line}:${r.column}:${r.message}`;
          if (!this.toldConfig.has(key)) this.remark(remarkOfConfig(r));
          this.toldConfig.add(key);
        }
        continue;
      }
      const report = this.outcome(event.outcome);
      await progress.step();
      if (report === null) continue;
      if (report.findings.length > 0) await progress.clear();
      await outputs.document(report);
    }
    await progress.clear();
    const unwritten = await outputs.end(this.summary, this.remarks);
    for (const { where, why } of unwritten) this.problem(where, why);
    await this.finish();
    if (this.summary.errors > 0) return EXIT.error;
    return this.writer === null && this.summary.failing > this.options.maxFindings ? EXIT.findings : EXIT.clean;
  }

  private outcome(outcome: Outcome): DocumentReport | null {
    if (outcome.kind === 'failed') {
      this.remark({ severity: 'error', path: outcome.path, message: outcome.why });
      return null;
    }
    if (outcome.kind === 'skipped') {
      this.summary.skipped++;
      const severity = outcome.wrong ? (outcome.explicit ? 'error' : 'warning') : 'note';
      if (outcome.explicit || outcome.wrong)
        this.remark({ severity, path: outcome.path, message: outcome.wrong ? `${outcome.why}, skipped` : outcome.why });
      return null;
    }
    if (outcome.note) this.remark({ severity: 'warning', path: outcome.report.path, message: outcome.note });
    const report = this.baseline ? this.baseline.apply(outcome.report) : outcome.report;
    if (this.baseline) this.read.add(this.baseline.pathOf(report.path));
    this.writer?.add(report);
    for (const issue of report.issues) {
      const place = issue.line === undefined || issue.column === undefined ? {} : { line: issue.line, column: issue.column };
      this.remark({ severity: 'warning', path: report.path, ...place, message: issue.message });
    }
    const { summary } = this;
    summary.documents++;
    if (report.proposal.applies) summary.proposals++;
    summary.findings += report.findings.length;
    summary.suppressed += report.suppressed.length;
    summary.accepted += report.accepted.length;
    for (const f of report.findings) {
      summary.bySeverity[f.severity]++;
      if (RANK[f.severity] >= RANK[this.options.failOn]) summary.failing++;
    }
    return report;
  }

  /** Everything that is not a finding goes to standard error, a line each, so that standard output stays what the format says. */
  private async finish(): Promise<void> {
    const lines = this.remarks.map((r) => {
      const place = r.line === undefined ? '' : `:${r.line}:${r.column ?? 1}`;
      return `fast-enough: ${plain(r.path)}${place}: ${plain(r.message)}`;
    });
    if (this.writer) {
      const { shown } = this.baselinePlace;
      try {
        // Where something could not be read, its entries are kept.
        const count = this.writer.write(this.summary.errors > 0 ? [] : this.searched);
        lines.push(`fast-enough: ${plain(shown)}: ${count} finding${count === 1 ? '' : 's'} accepted`);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        // The remarks before it are said all the same.
        this.summary.errors++;
        lines.push(`fast-enough: ${plain(error.message)}`);
      }
    }
    if (this.baseline) {
      const stale = this.baseline.stale(this.read);
      const { shown } = this.baselinePlace;
      const say = (n: number, what: string): void => void (n > 0 && lines.push(`fast-enough: ${plain(shown)}: ${n} ${what}`));
      say(this.baseline.expiredCount, 'accepted until a date that has passed; counted again');
      // Among changed files it is the rule that the baseline knows none of them.
      if (this.options.changedSince === undefined)
        say(this.baseline.unrelated(this.read), 'accepted, none of them in a document of this run; its paths count from its own folder');
      say(stale, 'accepted and no longer there; --write-baseline drops them');
    }
    if (lines.length > 0) await this.io.err.write(`${lines.join('\n')}\n`);
  }
}
