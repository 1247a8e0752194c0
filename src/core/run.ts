/** Runs the rules over one argument and puts words to what they report. A crashing rule is an issue; the others go on. */
import type { Analysis } from './engine';
import { phraseFindings } from './phrases';
import { RULE_LIST } from './ruleset';
import type { Report } from './rules/rule';
import type { Finding, InternalIssue, LinterConfig, RuleMeta, Severity } from './types';

/** Fills `{name}` slots; an unknown slot stays as it is. */
export const fill = (template: string, data: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (all, key: string) => data[key] ?? all);

export const severityOf = (meta: RuleMeta, config: LinterConfig): Severity => config.rules[meta.id] ?? meta.severity;

/** A finding from a report: the words are made last. */
export function toFinding(meta: RuleMeta, severity: Exclude<Severity, 'off'>, r: Report): Finding {
  const data = r.data ?? {};
  return {
    rule: meta.id,
    question: meta.question,
    kind: meta.kind,
    severity,
    span: r.span,
    message: fill(meta.messages[r.messageId] ?? meta.title, data),
    messageId: r.messageId,
    data,
    related: r.related ?? [],
    ...(r.derivation ? { derivation: r.derivation } : {}),
  };
}

export function runRules(analysis: Analysis, config: LinterConfig): { findings: Finding[]; issues: InternalIssue[] } {
  const findings: Finding[] = [];
  const issues: InternalIssue[] = [];
  const problem = analysis.doc.frontMatter?.problem;
  if (problem) issues.push({ kind: 'front-matter', message: problem.message, span: problem.span });
  const { proposal } = analysis.argument;
  if (!proposal.applies) return { findings, issues };
  if (config.profile === 'essential' && proposal.retired) return { findings, issues };
  for (const rule of RULE_LIST) {
    const severity = severityOf(rule.meta, config);
    if (severity === 'off' || rule.meta.kind === 'meta') continue;
    if (config.profile === 'essential' && rule.meta.essential === 'off' && config.rules[rule.meta.id] === undefined) continue;
    try {
      for (const report of rule.check(analysis.argument)) findings.push(toFinding(rule.meta, severity, report));
    } catch (error) {
      issues.push({ kind: 'rule-crashed', message: `${rule.meta.id}: ${error instanceof Error ? error.message : String(error)}` });
    }
  }
  for (const finding of phraseFindings(analysis, config)) findings.push(finding);
  findings.sort((a, b) => a.span.from - b.span.from || (a.rule < b.rule ? -1 : 1));
  return { findings, issues };
}
