/**
 * One line for each finding, as compilers print them: `file:line:column: severity: message [rule]`. Editors, `grep` and VS Code's problem
 * matcher (`problemMatchers` in package.json) read it line by line. Without findings it prints nothing, and it has no colours.
 */
import type { Reporter } from './reporter';
import { plain } from './terminal';

export function unixReporter(): Reporter {
  return {
    begin: () => '',
    document: (report) =>
      report.findings
        .map((f) => `${plain(report.path)}:${f.line}:${f.column}: ${f.severity}: ${plain(f.message).trim()} [${f.rule}]\n`)
        .join(''),
    end: () => '',
  };
}
