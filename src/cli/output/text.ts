/** For people: findings with the line they stand on, a line of sums at the end. A document without findings prints nothing. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DocumentReport, FindingReport } from '../lint/report';
import { codeFrame, severityPaint } from './frame';
import type { Reporter, ReporterOptions, Summary } from './reporter';
import { plain, style, type Style } from './terminal';

export function textReporter(options: ReporterOptions): Reporter {
  const s = style(options.colour, options.links);
  return {
    begin: () => '',
    document(report) {
      if (report.findings.length === 0) return '';
      const place = plain(report.path);
      const head = s.bold(options.links ? s.link(place, pathToFileURL(path.resolve(options.cwd, report.path)).href) : place);
      const body = report.findings.map((f) => finding(f, report, s, options.columns));
      return `${head}\n${body.join('\n')}\n\n`;
    },
    end: (summary) => `${sums(summary, s)}\n`,
  };
}

function finding(f: FindingReport, report: DocumentReport, s: Style, columns: number | undefined): string {
  const paint = severityPaint(f, s);
  const lines = [`  ${f.line}:${f.column} ${paint(f.severity)} ${plain(f.message)} ${s.dim(`${f.rule} ${f.question}`)}`];
  const source = report.lines[f.line];
  if (source !== undefined) lines.push(...codeFrame(f, source, s, columns).map((l) => `  ${l}`));
  if (f.derivation) lines.push(`      ${s.dim(plain(f.derivation.worked))}`);
  for (const r of f.related) lines.push(`      ${s.dim(`line ${r.line}: ${plain(r.message)}`)}`);
  return lines.join('\n');
}

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

function sums(summary: Summary, s: Style): string {
  const { bySeverity: by } = summary;
  const checked = `${count(summary.documents, 'document')} checked, ${count(summary.proposals, 'proposal')}`;
  const more = [
    summary.accepted > 0 ? `${summary.accepted} accepted in the baseline` : '',
    summary.suppressed > 0 ? `${summary.suppressed} suppressed in the text` : '',
  ].filter(Boolean);
  const tail = more.length > 0 ? ` (${more.join(', ')})` : '';
  if (summary.findings === 0) return `${s.green('No findings.')} ${checked}${tail}.`;
  const parts = [
    by.error > 0 ? s.red(count(by.error, 'error')) : '',
    by.warning > 0 ? s.yellow(count(by.warning, 'warning')) : '',
    by.information > 0 ? s.cyan(count(by.information, 'information', 'information')) : '',
    by.hint > 0 ? count(by.hint, 'hint') : '',
  ].filter(Boolean);
  return `${s.bold(count(summary.findings, 'finding'))}: ${parts.join(', ')}. ${checked}${tail}.`;
}
