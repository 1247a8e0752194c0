/** GitHub Actions annotations: workflow commands on standard output, escaped as GitHub's own toolkit does it. */
import type { FindingReport } from '../lint/report';
import type { Reporter } from './reporter';
import { plainLines } from './terminal';

/** Escaping of a command's message. */
export const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** Escaping of a command's property, where `:` and `,` separate. */
export const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

const COMMANDS: Readonly<Record<FindingReport['severity'], string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** `place` gives a path as GitHub resolves it. */
export function githubReporter(place: (shown: string) => string): Reporter {
  return {
    begin: () => '',
    document: (report) => report.findings.map((f) => annotation(place(report.path), f)).join(''),
    end: (_, remarks) =>
      remarks
        .filter((r) => r.severity !== 'note')
        .map((r) =>
          command(
            r.severity,
            { file: place(r.path), ...(r.line ? { line: String(r.line), col: String(r.column) } : {}), title: 'fast-enough' },
            r.message,
          ),
        )
        .join(''),
  };
}

function annotation(path: string, f: FindingReport): string {
  // GitHub drops the columns of an annotation that spans lines, and says so in the log; so they are given for one line only.
  const columns = f.line === f.endLine ? { col: String(f.column), endColumn: String(f.endColumn) } : {};
  const related = f.related.map((r) => `\nline ${r.line}: ${r.message}`).join('');
  const worked = f.derivation ? `\n${f.derivation.worked}` : '';
  const properties = { file: path, line: String(f.line), endLine: String(f.endLine), ...columns, title: `${f.rule} (${f.question})` };
  return command(COMMANDS[f.severity], properties, f.message + worked + related);
}

/** Line breaks are kept, escaped; other control characters would reach the terminal of whoever reads the log, from a file's name too. */
function command(name: string, properties: Readonly<Record<string, string>>, message: string): string {
  const list = Object.entries(properties)
    .map(([key, value]) => `${key}=${escapeProperty(plainLines(value))}`)
    .join(',');
  return `::${name} ${list}::${escapeData(plainLines(message))}\n`;
}
