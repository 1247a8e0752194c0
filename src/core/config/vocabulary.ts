/** The words a configuration may use, as values, each list held to its type by the compiler. */
import type { SectionRole } from '../document/types';
import type { EvidenceKind, Profile, Severity } from '../types';

const keys = <T extends string>(all: Record<T, true>): readonly T[] => Object.keys(all) as T[];

export const PROFILES: readonly Profile[] = keys<Profile>({ essential: true, full: true });

export const SEVERITIES: readonly Severity[] = keys<Severity>({ off: true, hint: true, information: true, warning: true, error: true });

export const EVIDENCE_KINDS: readonly EvidenceKind[] = keys<EvidenceKind>({
  slo: true,
  consequence: true,
  'workload-shape': true,
  profile: true,
  amdahl: true,
  'cheap-fix': true,
  prototype: true,
  payback: true,
  'opportunity-cost': true,
  'shadow-run': true,
  'kill-criterion': true,
  revisit: true,
  talent: true,
  polyglot: true,
  axis: true,
  'load-test': true,
});

export const SECTION_ROLES: readonly SectionRole[] = keys<SectionRole>({
  title: true,
  status: true,
  summary: true,
  context: true,
  problem: true,
  goals: true,
  'non-goals': true,
  drivers: true,
  options: true,
  rejected: true,
  decision: true,
  rationale: true,
  pros: true,
  cons: true,
  consequences: true,
  risks: true,
  plan: true,
  testing: true,
  evidence: true,
  targets: true,
  design: true,
  references: true,
  'prior-art': true,
  history: true,
  questions: true,
  other: true,
});
