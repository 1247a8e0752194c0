/** What every output format is: text at the start, text for each document, text at the end. Nothing is kept in between, so any number fits. */
import type { Io } from '../io';
import type { FindingReport, DocumentReport } from '../lint/report';
import type { ConfigRemark } from '../lint/job';
import { textReporter } from './text';

export interface Summary {
  /** Documents that were read. */
  documents: number;
  proposals: number;
  findings: number;
  bySeverity: Record<FindingReport['severity'], number>;
  suppressed: number;
  accepted: number;
  /** Findings at or above `--fail-on`. */
  failing: number;
  skipped: number;
  /** Inputs that could not be used; the exit status is 2. */
  errors: number;
}

/** An input that could not be used, or a remark on one that could. */
export interface Remark {
  readonly severity: 'error' | 'warning' | 'note';
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
}

export interface Reporter {
  begin(): string;
  document(report: DocumentReport): string;
  end(summary: Summary, remarks: readonly Remark[]): string;
}

export const FORMATS = ['text', 'unix', 'json', 'sarif', 'github', 'gitlab', 'junit', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

export interface ReporterOptions {
  readonly colour: boolean;
  readonly links: boolean;
  readonly columns: number | undefined;
  readonly cwd: string;
  readonly env: Io['env'];
}

const places = async (options: ReporterOptions): Promise<(shown: string) => string> => (await import('./places')).placesOf(options);

/** Loads one format; the others cost a run nothing. Text is what a start is measured by, so it is there already. */
export async function reporter(format: Format, options: ReporterOptions): Promise<Reporter> {
  switch (format) {
    case 'text':
      return textReporter(options);
    case 'unix':
      return (await import('./unix')).unixReporter();
    case 'json':
      return (await import('./json')).jsonReporter();
    case 'sarif':
      return (await import('./sarif')).sarifReporter(await places(options));
    case 'github':
      return (await import('./github')).githubReporter(await places(options));
    case 'gitlab':
      return (await import('./gitlab')).gitlabReporter(await places(options));
    case 'junit':
      return (await import('./junit')).junitReporter();
    case 'markdown':
      return (await import('./markdown')).markdownReporter();
  }
}

export const remarkOfConfig = (r: ConfigRemark): Remark => ({
  severity: r.severity,
  path: r.path,
  line: r.line,
  column: r.column,
  message: r.message,
});
