// What every door does with a proposal: judge it, read the code that it shows, judge it again with what was seen there.
import { analyse, languageOf } from '../../src/code';
import { createLinter } from '../../src/core';
import type { CodeHint, CodeSource, LinterConfig, LintResult } from '../../src/core/types';

function hintsOf(source: CodeSource): CodeHint[] {
  const language = source.kind === 'fence' ? languageOf(source.language) : null;
  if (source.kind !== 'fence' || language === null) return [];
  return analyse(source.text, { language }).hints.map(({ rule, data, from, to }) => ({
    rule,
    data,
    span: { from: source.textFrom + from, to: source.textFrom + to },
  }));
}

/** Lints a document together with the code in its fences. */
export function lintWithCode(text: string, config: Partial<LinterConfig> = { profile: 'full' }): LintResult {
  const linter = createLinter(config);
  const first = linter.lint(text);
  const code = first.codeSources().flatMap(hintsOf);
  return code.length === 0 ? first : linter.lint(text, { code });
}

/** For messages of failed assertions. */
export const described = ({ proposal, findings, text }: LintResult): string =>
  [
    `${proposal.applies ? `a ${proposal.kind} to ${proposal.to.join(', ')}` : 'not a proposal'}; findings:`,
    ...findings.map((f) => `  ${f.rule} on “${text.slice(f.span.from, f.span.to)}”`),
  ].join('\n');
