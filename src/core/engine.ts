import type { LintResult, Linter, LinterConfig, RuleMeta, Session } from './types';
// PLACEHOLDER while the corridor is being built; replaced by the real engine.
export const RULES: readonly RuleMeta[] = [];
export const DEFAULT_CONFIG: LinterConfig = {
  profile: 'essential',
  rules: {},
  ownCompanies: [],
  languages: [],
  profilers: [],
  sloWords: [],
  thresholds: { paybackMonths: 12, knee: 0.75, horizonMonths: 12 },
  phrases: [],
};
export function createLinter(config: Partial<LinterConfig> = {}): Linter {
  const merged = { ...DEFAULT_CONFIG, ...config };
  const lint = (): LintResult => {
    throw new Error('not built yet');
  };
  return { config: merged, lint, open: (): Session => lint() as never };
}
