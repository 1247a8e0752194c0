/** One document from disk to report. Runs in the main thread for a few documents and in workers for many. */
import { ConfigResolver } from '../../core/config/resolve';
import { isChecked } from '../../core/config/patterns';
import { originText } from '../../core/config/explain';
import { parentFolder, type ConfigLayer, type EffectiveConfig } from '../../core/config';
import { createLinter } from '../../core/index';
import type { LintResult, Linter, LinterConfig } from '../../core/types';
import { reason } from '../errors';
import { shownPath, slashes, type Input } from '../input/arguments';
import { readDocument, type Decoded } from '../input/decode';
import { configReader } from '../input/folders';
import type { codeHints } from './code';
import { reportOf, type DocumentReport, type ReportOptions } from './report';

/** Everything a worker needs to know; plain data. */
export interface JobOptions extends ReportOptions {
  readonly cwd: string;
  /** Folders the caller named; configuration inside them counts. */
  readonly named: readonly string[];
  readonly layers: readonly PlainLayer[];
  readonly only: { readonly path: string; readonly text: string } | null;
  readonly code: boolean;
}

/** A `ConfigLayer` that can be sent to a worker. */
export interface PlainLayer {
  readonly config: ConfigLayer['config'];
  readonly names: Readonly<Record<string, string>>;
}

/** A problem of a configuration file, with its place. */
export interface ConfigRemark {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

export type Outcome =
  | { readonly kind: 'report'; readonly report: DocumentReport; readonly note: string | null }
  /** Left out: by configuration, or because it is no text. */
  | { readonly kind: 'skipped'; readonly path: string; readonly why: string; readonly explicit: boolean; readonly wrong: boolean }
  | { readonly kind: 'failed'; readonly path: string; readonly why: string };

export interface Door {
  /** Replaceable so that a test can watch a door with a linter of its own. */
  readonly createLinter?: (config: LinterConfig) => Linter;
}

export class Job {
  private readonly resolver: ConfigResolver;
  private readonly linters = new Map<string, Linter>();
  private readonly told = new Set<string>();
  private readonly create: (config: LinterConfig) => Linter;
  private codeHints: typeof codeHints | null = null;
  private markdown: ((result: LintResult, path: string) => string) | null = null;
  /** Collected as documents are read; taken by the caller. */
  private remarks: ConfigRemark[] = [];

  constructor(
    private readonly options: JobOptions,
    door: Door = {},
  ) {
    this.create = door.createLinter ?? createLinter;
    const layers = options.layers.map((l): ConfigLayer => ({
      kind: 'option',
      config: l.config,
      name: (key) => l.names[key] ?? `--${key}`,
    }));
    const read = configReader(options.cwd, options.named);
    this.resolver = new ConfigResolver(
      (folder) => {
        try {
          return read(folder);
        } catch (error) {
          // A file that is there and cannot be read must not be taken for none.
          this.remark({ path: `${folder}/.fastenough.yaml`, line: 1, column: 1, severity: 'error', message: reason(error) });
          return null;
        }
      },
      options.only ? { layers, only: options.only } : { layers },
    );
  }

  takeRemarks(): ConfigRemark[] {
    const taken = this.remarks;
    this.remarks = [];
    return taken;
  }

  async config(absolute: string): Promise<EffectiveConfig> {
    const effective = await this.resolver.resolve(slashes(absolute));
    for (const file of effective.files) {
      if (this.told.has(file.path)) continue;
      this.told.add(file.path);
      if (file.problems.length === 0) continue;
      const { Lines } = await import('../../core/lines');
      const lines = new Lines(file.text);
      for (const p of file.problems)
        this.remark({ path: file.path, ...lines.position(p.span.from), severity: p.severity, message: p.message });
    }
    return effective;
  }

  private remark(remark: ConfigRemark): void {
    this.remarks.push({ ...remark, path: shownPath(this.options.cwd, remark.path) });
  }

  linter(effective: EffectiveConfig): Linter {
    let linter = this.linters.get(effective.key);
    if (linter === undefined) {
      linter = this.create(effective.config);
      this.linters.set(effective.key, linter);
    }
    return linter;
  }

  /** The outcome of a document that the configuration leaves out, or null. */
  leftOut({ absolute, shown: path, explicit }: Input, effective: EffectiveConfig): Outcome | null {
    const { checked, by } = isChecked(effective, slashes(absolute));
    if (checked) return null;
    const origin = by ? originText(by.origin, (p) => shownPath(this.options.cwd, p)) : '';
    return { kind: 'skipped', path, why: `left out by ${origin}`, explicit, wrong: false };
  }

  /** Reads and checks one document. Never throws for what a document or a disk can do. */
  async run(input: Input): Promise<Outcome> {
    const { shown: path, explicit } = input;
    const effective = await this.config(input.absolute);
    const out = this.leftOut(input, effective);
    if (out) return out;
    let decoded: Decoded;
    try {
      decoded = readDocument(input.absolute);
    } catch (error) {
      return { kind: 'failed', path, why: reason(error) };
    }
    if (decoded.text === null) return { kind: 'skipped', path, why: decoded.why, explicit, wrong: true };
    try {
      return { kind: 'report', report: await this.text(decoded.text, input, effective), note: decoded.note };
    } catch (error) {
      // The engine is total; should it fail all the same, one document is lost and not the sweep.
      return { kind: 'failed', path, why: `internal error, please report it: ${error instanceof Error ? error.message : String(error)}` };
    }
  }

  /** Checks a text that stands for `input`. */
  async text(text: string, input: Input, effective: EffectiveConfig): Promise<DocumentReport> {
    const result = await this.lint(text, input, effective);
    if (this.options.review && this.markdown === null) {
      const { reviewMarkdown } = await import('../../core/reviewMarkdown');
      const { plainLines } = await import('../output/terminal');
      this.markdown = (r, path) => plainLines(reviewMarkdown(r, { path }));
    }
    return reportOf(input.shown, result, this.options, this.markdown ?? (() => ''));
  }

  async lint(text: string, input: Input, effective: EffectiveConfig): Promise<LintResult> {
    const linter = this.linter(effective);
    const result = linter.lint(text, { path: input.shown });
    if (!this.options.code || !result.proposal.applies) return result;
    const sources = result.codeSources();
    if (sources.length === 0) return result;
    this.codeHints ??= (await import('./code')).codeHints;
    const hints = this.codeHints(sources, input.absolute, this.options.cwd);
    return hints.length === 0 ? result : linter.lint(text, { path: input.shown, code: hints });
  }
}

/** Folders whose configuration counts because the caller named them or a file in them. */
export function namedFolders(inputs: readonly string[]): string[] {
  return [...new Set(inputs.map((i) => parentFolder(slashes(i)) ?? slashes(i)))];
}
