/** JUnit XML: a suite for each proposal, a failed case for each finding, one passed case where there is none. */
import type { DocumentReport, FindingReport } from '../lint/report';
import type { Reporter } from './reporter';
import { isObeyed } from './terminal';

/** Characters that XML 1.0 has no place for, lone surrogates among them. `code` is a code point. */
const unfit = (code: number): boolean =>
  (code < 32 && code !== 9 && code !== 10 && code !== 13) || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** Attribute or text content. What XML cannot hold becomes U+FFFD; what terminals obey is written by number, which a reader takes for the same. */
export function escapeXml(text: string): string {
  let out = '';
  for (const char of text) {
    const code = char.codePointAt(0)!;
    out += ENTITIES[char] ?? (unfit(code) ? '\u{fffd}' : isObeyed(code) ? `&#${code};` : char);
  }
  return out;
}

const FAILING: ReadonlySet<FindingReport['severity']> = new Set(['error', 'warning']);

/** Hints and information are advice: they pass, and are shown in the case's output. */
export function junitReporter(): Reporter {
  return {
    begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="fast-enough">\n',
    document: (report) => (report.proposal.applies ? suite(report) : ''),
    end: (_, remarks) => {
      const errors = remarks.filter((r) => r.severity === 'error');
      const cases = errors.map(
        (r) =>
          `    <testcase name="${escapeXml(r.path)}" classname="input">\n      <error message="${escapeXml(r.message)}" type="input"/>\n    </testcase>\n`,
      );
      const input =
        errors.length === 0
          ? ''
          : `  <testsuite name="input" tests="${errors.length}" failures="0" errors="${errors.length}" skipped="0">\n${cases.join('')}  </testsuite>\n`;
      return `${input}</testsuites>\n`;
    },
  };
}

function suite(report: DocumentReport): string {
  const path = escapeXml(report.path);
  const silenced = report.suppressed.map((s) =>
    testcase(report.path, s.finding, `<skipped message="${escapeXml(`suppressed: ${s.reason}`)}"/>`),
  );
  const accepted = report.accepted.map((f) => testcase(report.path, f, '<skipped message="accepted in the baseline"/>'));
  const cases = [...report.findings.map((f) => testcase(report.path, f, body(f))), ...accepted, ...silenced];
  if (cases.length === 0) cases.push(`    <testcase name="performance argument" classname="${path}"/>\n`);
  const failures = report.findings.filter((f) => FAILING.has(f.severity)).length;
  const skipped = accepted.length + silenced.length;
  return `  <testsuite name="${path}" tests="${cases.length}" failures="${failures}" errors="0" skipped="${skipped}">\n${cases.join('')}  </testsuite>\n`;
}

function body(f: FindingReport): string {
  const text = escapeXml([f.message, f.derivation?.worked ?? '', `${f.rule} (${f.question})`].filter(Boolean).join('\n'));
  return FAILING.has(f.severity)
    ? `<failure message="${escapeXml(f.message)}" type="${f.severity}">${text}</failure>`
    : `<system-out>${text}</system-out>`;
}

function testcase(path: string, f: FindingReport, inner: string): string {
  const name = escapeXml(`${f.rule} line ${f.line}`);
  return `    <testcase name="${name}" classname="${escapeXml(path)}" file="${escapeXml(path)}" line="${f.line}">\n      ${inner}\n    </testcase>\n`;
}
