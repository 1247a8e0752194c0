/** The stable format for programs, described by schemas/check-output.schema.json. Written as it comes, one document a line. */
import type { DocumentReport, FindingReport } from '../lint/report';
import { quietJson } from './quiet';
import type { Reporter } from './reporter';

/** Version of the format. Keys may be added within a version; none is taken away or changes its meaning. */
export const JSON_VERSION = 1;

export function jsonReporter(): Reporter {
  let first = true;
  return {
    begin: () => `{"version":${JSON_VERSION},"documents":[`,
    document(report) {
      const comma = first ? '\n' : ',\n';
      first = false;
      return comma + quietJson(documentJson(report));
    },
    end: (summary, remarks) => `\n],"summary":${quietJson(summary)},"problems":${quietJson(remarks)}}\n`,
  };
}

/** One document of the format; also what the agents' tools answer with. */
export function documentJson(report: DocumentReport): object {
  const {
    applies,
    kind,
    from,
    to,
    scope,
    reasons,
    tense,
    service,
    newLanguage,
    speedupArgued,
    capacityArgued,
    exempt,
    retired,
    title,
    why,
  } = report.proposal;
  return {
    path: report.path,
    proposal: {
      applies,
      kind,
      from,
      to,
      scope,
      reasons,
      tense,
      service,
      newLanguage,
      speedupArgued,
      capacityArgued,
      exempt,
      retired,
      title,
      why,
    },
    findings: report.findings.map(findingJson),
    evidence: report.evidence,
    suppressed: report.suppressed.map((s) => ({ ...findingJson(s.finding), reason: s.reason })),
    accepted: report.accepted.map(findingJson),
    issues: report.issues,
  };
}

function findingJson(f: FindingReport): object {
  const { rule, question, kind, severity, line, column, endLine, endColumn, message, fingerprint, related, derivation } = f;
  return {
    rule,
    question,
    kind,
    severity,
    line,
    column,
    endLine,
    endColumn,
    message,
    fingerprint,
    related,
    ...(derivation ? { derivation } : {}),
  };
}
