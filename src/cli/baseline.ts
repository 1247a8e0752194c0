/** A baseline: findings that a team accepts for now, so that only new ones fail. Findings are known by fingerprint, never by line. */
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { InputError, reason } from './errors';
import { slashes } from './input/arguments';
import { wayInside } from './input/paths';
import type { DocumentReport, FindingReport } from './lint/report';

export const DEFAULT_BASELINE = '.fast-enough-baseline.json';
const VERSION = 1;
const MAX_LENGTH = 64 * 1024 * 1024;

export interface BaselineEntry {
  /** Relative to the folder of the baseline, with forward slashes, so that it does not matter where a run starts. */
  readonly path: string;
  readonly rule: string;
  readonly fingerprint: string;
  /** For the reader of a diff; not compared. */
  readonly message: string;
  /** ISO date from which on the finding counts again. */
  readonly until?: string;
}

const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

/** Reads `2027-01-31` or a number of days (`90d`) from `now`. The date must exist and lie ahead. */
export function expiry(text: string, now: Date): string {
  const days = /^(\d{1,5})d$/.exec(text);
  if (!days && !isDate(text))
    throw new InputError(`--expires: "${text}" is neither a date such as 2027-01-31 nor a number of days such as 90d`);
  const date = days ? dayOf(new Date(now.getTime() + Number(days[1]) * 86_400_000)) : text;
  if (dayOf(new Date(date)) !== date) throw new InputError(`--expires: there is no day ${text}`);
  if (date <= dayOf(now)) throw new InputError(`--expires: ${text} is not in the future`);
  return date;
}

function isEntry(value: unknown): value is BaselineEntry {
  const e = value as Record<string, unknown> | null;
  if (typeof e !== 'object' || e === null) return false;
  const words = ['path', 'rule', 'fingerprint', 'message'].every((key) => typeof e[key] === 'string');
  return words && (e['until'] === undefined || (typeof e['until'] === 'string' && isDate(e['until'])));
}

const keyOf = (file: string, fingerprint: string): string => `${fingerprint} ${file}`;

/** Says no only where it is certain; a folder that may not be looked into says nothing about its files. */
function exists(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOTDIR';
  }
}

/** Where a baseline lies, and from where the paths of reports count. */
export interface BaselinePlace {
  readonly cwd: string;
  readonly file: string;
  readonly shown: string;
}

export class Baseline {
  private readonly met = new Set<string>();
  private readonly expired = new Set<string>();

  private constructor(
    readonly place: BaselinePlace,
    private readonly entries: ReadonlyMap<string, BaselineEntry>,
    private readonly today: string,
  ) {}

  /** Throws `InputError` with one clear line for a file that is damaged, or missing where it is not about to be written. */
  static read(place: BaselinePlace, now: Date, mayBeMissing: boolean): Baseline {
    const { file, shown } = place;
    let text: string;
    try {
      text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
    } catch (error) {
      const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
      if (missing && mayBeMissing) return new Baseline(place, new Map(), dayOf(now));
      throw new InputError(`baseline ${shown}: ${reason(error)}${missing ? '; write it with --write-baseline' : ''}`);
    }
    let data: unknown;
    try {
      if (text.length > MAX_LENGTH) throw new Error('too large');
      data = JSON.parse(text);
    } catch {
      throw new InputError(
        `baseline ${shown} is damaged: it is not JSON; restore it, or delete it and write it anew with --write-baseline`,
      );
    }
    const { version, findings } = (data ?? {}) as { version?: unknown; findings?: unknown };
    if (version !== VERSION)
      throw new InputError(`baseline ${shown} has version ${JSON.stringify(version) ?? 'none'}; this release reads version ${VERSION}`);
    if (!Array.isArray(findings) || !findings.every(isEntry)) {
      const at = Array.isArray(findings) ? `entry ${findings.findIndex((f) => !isEntry(f)) + 1} of "findings"` : '"findings"';
      throw new InputError(`baseline ${shown} is damaged: ${at} cannot be read`);
    }
    return new Baseline(place, new Map(findings.map((f: BaselineEntry) => [keyOf(f.path, f.fingerprint), f])), dayOf(now));
  }

  /** The path of a report as entries have it. */
  pathOf(shown: string): string {
    return slashes(path.relative(path.dirname(this.place.file), path.resolve(this.place.cwd, shown)));
  }

  private absolute(entry: BaselineEntry): string {
    return path.resolve(path.dirname(this.place.file), entry.path);
  }

  /** Moves accepted findings of a report aside. */
  apply(report: DocumentReport): DocumentReport {
    const accepted: FindingReport[] = [];
    const file = this.pathOf(report.path);
    const findings = report.findings.filter((f) => {
      const key = keyOf(file, f.fingerprint);
      const entry = this.entries.get(key);
      if (entry === undefined) return true;
      this.met.add(key);
      if (entry.until !== undefined && entry.until <= this.today) {
        this.expired.add(key);
        return true;
      }
      accepted.push(f);
      return false;
    });
    return accepted.length === 0 ? report : { ...report, findings, accepted };
  }

  /** Entries whose date has passed while the finding is still there. */
  get expiredCount(): number {
    return this.expired.size;
  }

  /** Entries whose finding is gone: of documents that were read, and of documents that are no longer there. */
  stale(read: ReadonlySet<string>): number {
    let count = 0;
    for (const [key, entry] of this.entries) if (read.has(entry.path) ? !this.met.has(key) : !exists(this.absolute(entry))) count++;
    return count;
  }

  /** How many entries there are, where not one of them is about a document that was read; else 0. */
  unrelated(read: ReadonlySet<string>): number {
    for (const { path: file } of this.entries.values()) if (read.has(file)) return 0;
    return read.size === 0 ? 0 : this.entries.size;
  }

  entry(file: string, fingerprint: string): BaselineEntry | undefined {
    return this.entries.get(keyOf(file, fingerprint));
  }

  /** Entries of documents that are there and that this run did not look at: not read, and not below a folder that was searched. */
  others(read: ReadonlySet<string>, searched: readonly string[]): BaselineEntry[] {
    return [...this.entries.values()].filter((entry) => {
      const absolute = this.absolute(entry);
      return !read.has(entry.path) && !searched.some((folder) => wayInside(folder, absolute) !== null) && exists(absolute);
    });
  }
}

/** Collects what a run finds and writes it as the new baseline. Dates of entries that stay are kept unless a new one is given. */
export class BaselineWriter {
  private readonly entries: BaselineEntry[] = [];
  private readonly read = new Set<string>();

  constructor(
    private readonly before: Baseline,
    private readonly until: string | null,
  ) {}

  add(report: DocumentReport): void {
    const file = this.before.pathOf(report.path);
    this.read.add(file);
    for (const f of report.findings) {
      const until = this.until ?? this.before.entry(file, f.fingerprint)?.until;
      this.entries.push({ path: file, rule: f.rule, fingerprint: f.fingerprint, message: f.message, ...(until ? { until } : {}) });
    }
  }

  /** Sorted, one entry a line, so that a diff of the file reads well. Written beside and moved over, so that it is never half written. */
  write(searched: readonly string[]): number {
    const { file, shown } = this.before.place;
    const all = [...this.entries, ...this.before.others(this.read, searched)];
    const order = (e: BaselineEntry): string => `${e.path}\0${e.rule}\0${e.fingerprint}`;
    all.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
    const text = `{"version":${VERSION},"findings":[${all.map((e) => `\n${JSON.stringify(e)}`).join(',')}\n]}\n`;
    const beside = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
    try {
      writeFileSync(beside, text);
      renameSync(beside, file);
    } catch (error) {
      rmSync(beside, { force: true });
      throw new InputError(`baseline ${shown} cannot be written: ${reason(error)}`);
    }
    return all.length;
  }
}
