/** Findings, and problems of a configuration file, as diagnostics. */
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { ConfigProblem } from '../core/config';
import { RULES } from '../core/index';
import type { Finding } from '../core/types';
import type { Doc } from './documents';

export const SOURCE = 'fast-enough';

const SEVERITIES: Readonly<Record<Finding['severity'], DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function findingDiagnostics(doc: Doc): Diagnostic[] {
  const { positions, uri, result } = doc;
  return (result?.findings ?? []).map((f) => ({
    range: positions.range(f.span),
    severity: SEVERITIES[f.severity],
    code: f.rule,
    source: SOURCE,
    message: f.message,
    // Where a client shows related places, each is one click away; where it does not, the message says enough.
    ...(f.related.length > 0
      ? { relatedInformation: f.related.map((r) => ({ location: { uri, range: positions.range(r.span) }, message: r.message })) }
      : {}),
    data: { rule: f.rule, question: f.question, from: f.span.from },
  }));
}

/** The YAML parser is loaded when the first configuration file is opened. */
export async function configDiagnostics(doc: Doc): Promise<Diagnostic[]> {
  const { parseConfigFile } = await import('../core/config/parse');
  const own = new Set<string>();
  const parsed = parseConfigFile(
    doc.text,
    doc.path,
    RULES.map((r) => r.id),
  );
  for (const phrase of parsed.config.phrases ?? []) own.add(phrase.id);
  const foreign = (p: ConfigProblem): boolean => p.unknownRule === undefined || !own.has(p.unknownRule);
  return parsed.problems.filter(foreign).map((p) => ({
    range: doc.positions.range(p.span),
    severity: p.severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code: 'config',
    source: SOURCE,
    message: p.message,
  }));
}
