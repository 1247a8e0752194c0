/** Profile `essential`: the open criteria are folded into one hint, so that a document carries few marks and each of them is worth reading. */
import type { Analysis } from './engine';
import { metaOf } from './ruleset';
import { severityOf, toFinding } from './run';
import type { Finding, LinterConfig } from './types';

const FOLD = 'open-criteria';
/** A smell that is everywhere is said where it is said first; the fourth squiggle of a kind tells nothing that the third did not. */
const MOST_OF_A_KIND = 3;

export function foldEssential(findings: readonly Finding[], analysis: Analysis, config: LinterConfig): Finding[] {
  const meta = metaOf(FOLD);
  const folds = (f: Finding): boolean => metaOf(f.rule)?.essential === 'folded' && config.rules[f.rule] === undefined;
  const folded = findings.filter(folds);
  const seen = new Map<string, number>();
  const spoken = (f: Finding): boolean => {
    if (f.kind !== 'claim' || f.severity === 'warning' || f.severity === 'error') return true;
    const n = (seen.get(f.rule) ?? 0) + 1;
    seen.set(f.rule, n);
    return n <= MOST_OF_A_KIND;
  };
  const kept = findings.filter((f) => !folds(f)).filter(spoken);
  if (!meta || folded.length === 0) return kept;
  const severity = severityOf(meta, config);
  if (severity === 'off') return kept;
  const titles = folded.map((f) => metaOf(f.rule)?.title ?? f.rule);
  kept.push(
    toFinding(meta, severity, {
      span: analysis.argument.anchor,
      messageId: folded.length === 1 ? 'one' : 'many',
      data: { count: String(folded.length), list: titles.join('; ') },
    }),
  );
  return kept.sort((a, b) => a.span.from - b.span.from);
}
