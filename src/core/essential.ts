/** Profile `essential`: the open criteria are folded into one hint, so that a document carries few marks and each of them is worth reading. */
import type { Analysis } from './engine';
import { metaOf } from './ruleset';
import { severityOf, toFinding } from './run';
import type { Finding, LinterConfig } from './types';

const FOLD = 'open-criteria';

export function foldEssential(findings: readonly Finding[], analysis: Analysis, config: LinterConfig): Finding[] {
  const meta = metaOf(FOLD);
  const folds = (f: Finding): boolean => metaOf(f.rule)?.essential === 'folded' && config.rules[f.rule] === undefined;
  const folded = findings.filter(folds);
  const kept = findings.filter((f) => !folds(f));
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
