/** A baseline: findings that a team accepts for now, so that only new ones fail. Findings are known by fingerprint, never by line. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { InputError, reason } from './errors';
import type { DocumentReport, FindingReport } from './lint/report';

export const DEFAULT_BASELINE = '.fast-enough-baseline.json';
const VERSION = 1;
const MAX_LENGTH = 64 * 1024 * 1024;

export interface BaselineEntry {
  readonly path: string;
  readonly rule: string;
  readonly fingerprint: string;
  /** For the reader of a diff; not compared. */
  readonly message: string;
  /** ISO date from which on the finding counts again. */
  readonly until?: string;
}

const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** Reads `2027-01-31` or a number of days (`90d`) from `now`. */
export function expiry(text: string, now: Date): string {
  const days = /^(\d{1,5})d$/.exec(text);
  if (days) return new Date(now.getTime() + Number(days[1]) * 86_400_000).toISOString().slice(0, 10);
  if (!isDate(text)) throw new InputError(`--expires: "${text}" is neither a date such as 2027-01-31 nor a number of days such as 90d`);
  return text;
}

function isEntry(value: unknown): value is BaselineEntry {
  const e = value as Record<string, unknown> | null;
  if (typeof e !== 'object' || e === null) return false;
  const words = ['path', 'rule', 'fingerprint', 'message'].every((key) => typeof e[key] === 'string');
  return words && (e['until'] === undefined || (typeof e['until'] === 'string' && isDate(e['until'])));
}

const keyOf = (file: string, fingerprint: string): string => `${fingerprint} ${file}`;

export class Baseline {
  private readonly met = new Set<string>();
  private readonly expired = new Set<string>();

  private constructor(
    private readonly entries: ReadonlyMap<string, BaselineEntry>,
    private readonly today: string,
  ) {}

  static empty(now: Date): Baseline {
    return new Baseline(new Map(), now.toISOString().slice(0, 10));
  }

  /** Throws `InputError` with one clear line for a file that is missing or damaged. */
  static read(file: string, shown: string, now: Date): Baseline {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      throw new InputError(`baseline ${shown}: ${reason(error)}; write it with --write-baseline`);
    }
    let data: unknown;
    try {
      if (text.length > MAX_LENGTH) throw new Error('too large');
      data = JSON.parse(text);
    } catch {
      throw new InputError(`baseline ${shown} is damaged: it is not JSON; restore it, or write it anew with --write-baseline`);
    }
    const { version, findings } = (data ?? {}) as { version?: unknown; findings?: unknown };
    if (version !== VERSION)
      throw new InputError(`baseline ${shown} has version ${JSON.stringify(version) ?? 'none'}; this release reads version ${VERSION}`);
    if (!Array.isArray(findings) || !findings.every(isEntry)) {
      const at = Array.isArray(findings) ? `entry ${findings.findIndex((f) => !isEntry(f)) + 1} of "findings"` : '"findings"';
      throw new InputError(`baseline ${shown} is damaged: ${at} cannot be read`);
    }
    return new Baseline(new Map(findings.map((f: BaselineEntry) => [keyOf(f.path, f.fingerprint), f])), now.toISOString().slice(0, 10));
  }

  /** Moves accepted findings of a report aside. */
  apply(report: DocumentReport): DocumentReport {
    const accepted: FindingReport[] = [];
    const findings = report.findings.filter((f) => {
      const key = keyOf(report.path, f.fingerprint);
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

  /** Entries of documents that were read whose finding is gone. */
  stale(read: ReadonlySet<string>): number {
    let count = 0;
    for (const [key, entry] of this.entries) if (read.has(entry.path) && !this.met.has(key)) count++;
    return count;
  }

  entry(file: string, fingerprint: string): BaselineEntry | undefined {
    return this.entries.get(keyOf(file, fingerprint));
  }

  /** Entries of documents that this run did not look at. */
  others(read: ReadonlySet<string>): BaselineEntry[] {
    return [...this.entries.values()].filter((e) => !read.has(e.path));
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
    this.read.add(report.path);
    for (const f of report.findings) {
      const until = this.until ?? this.before.entry(report.path, f.fingerprint)?.until;
      this.entries.push({ path: report.path, rule: f.rule, fingerprint: f.fingerprint, message: f.message, ...(until ? { until } : {}) });
    }
  }

  /** Sorted, one entry a line, so that a diff of the file reads well. Written beside and moved over, so that it is never half written. */
  write(file: string, shown: string): number {
    const all = [...this.entries, ...this.before.others(this.read)];
    const order = (e: BaselineEntry): string => `${e.path}\0${e.rule}\0${e.fingerprint}`;
    all.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
    const text = `{"version":${VERSION},"findings":[${all.map((e) => `\n${JSON.stringify(e)}`).join(',')}\n]}\n`;
    const beside = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
    try {
      writeFileSync(beside, text);
      renameSync(beside, file);
    } catch (error) {
      throw new InputError(`baseline ${shown} cannot be written: ${reason(error)}`);
    }
    return all.length;
  }
}
