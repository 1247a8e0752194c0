/** "Which configuration is in force here, and who says so?" */
import type { EffectiveConfig, Origin } from './model';

export interface ExplainedValue {
  /** Dotted key, e.g. `rules.no-slo`. */
  readonly key: string;
  readonly value: unknown;
  /** Everyone who had a say, outermost first; one entry except for lists, which add up. */
  readonly origins: readonly Origin[];
}

const DEFAULT: readonly Origin[] = [{ kind: 'default' }];

/** Every value in force with its origin, in the order of the option table. */
export function explainConfig(effective: EffectiveConfig): ExplainedValue[] {
  const { config } = effective;
  const value = (key: string, of: unknown): ExplainedValue => ({ key, value: of, origins: effective.origins.get(key) ?? DEFAULT });
  return [
    value('profile', config.profile),
    ...Object.keys(config.rules).map((id) => value(`rules.${id}`, config.rules[id])),
    value('include', effective.include?.patterns ?? ['every Markdown file']),
    value(
      'exclude',
      effective.exclude.flatMap((e) => e.patterns),
    ),
    value('sloWords', config.sloWords),
    value('ownCompanies', config.ownCompanies),
    value('languages', config.languages),
    value('profilers', config.profilers),
    value('thresholds.paybackMonths', config.thresholds.paybackMonths),
    value('thresholds.knee', config.thresholds.knee),
    value('thresholds.horizonMonths', config.thresholds.horizonMonths),
    ...config.phrases.map((p) => value(`phrases.${p.id}`, p)),
  ];
}

/** `default`, `docs/.fastenough.yaml:3`, `--profile` or `setting fastEnough.profile`. */
export function originText(origin: Origin, showPath: (path: string) => string = (p) => p): string {
  switch (origin.kind) {
    case 'default':
      return 'default';
    case 'file':
      return `${showPath(origin.path)}:${origin.line}`;
    case 'setting':
      return `setting ${origin.name}`;
    case 'option':
      return origin.name;
  }
}
