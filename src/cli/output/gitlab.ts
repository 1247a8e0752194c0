/** GitLab's Code Quality report (a subset of the Code Climate format), shown in merge requests. */
import { hash } from '../lint/fingerprint';
import type { FindingReport } from '../lint/report';
import { quietJson } from './quiet';
import type { Reporter } from './reporter';

const SEVERITIES: Readonly<Record<FindingReport['severity'], string>> = {
  error: 'critical',
  warning: 'major',
  information: 'minor',
  hint: 'info',
};

/** `place` gives a path as GitLab resolves it. */
export function gitlabReporter(place: (shown: string) => string): Reporter {
  let first = true;
  return {
    begin: () => '[',
    document(report) {
      return report.findings
        .map((f) => {
          const comma = first ? '\n' : ',\n';
          first = false;
          return (
            comma +
            quietJson({
              description: `${f.message} (${f.question})`,
              check_name: f.rule,
              // GitLab compares over the whole report, so the path is part of the name here: the one from the working folder, as ever.
              fingerprint: hash(`${report.path}\0${f.fingerprint}`),
              severity: SEVERITIES[f.severity],
              location: { path: place(report.path), lines: { begin: f.line, end: f.endLine } },
            })
          );
        })
        .join('');
    },
    end: () => '\n]\n',
  };
}
