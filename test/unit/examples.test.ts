// The examples of every rule are its documentation, so they are run: a bad one gives exactly one finding of its rule, a good one none.
import assert from 'node:assert/strict';
import { analyse, languageOf } from '../../src/code';
import { createLinter, RULES } from '../../src/core';
import type { CodeHint, CodeSource, Finding, LintResult } from '../../src/core/types';

const linters = { full: createLinter({ profile: 'full' }), essential: createLinter({ profile: 'essential' }) };

/** What the doors do with the fences of a document: read them and place the hints. */
const hintsOf = (source: CodeSource): CodeHint[] => {
  const language = source.kind === 'fence' ? languageOf(source.language) : null;
  if (source.kind !== 'fence' || language === null) return [];
  return analyse(source.text, { language }).hints.map(({ rule, data, from, to }) => ({
    rule,
    data,
    span: { from: source.textFrom + from, to: source.textFrom + to },
  }));
};

function run(rule: string, text: string): LintResult {
  // The folding rule speaks in profile `essential` only.
  const linter = rule === 'open-criteria' ? linters.essential : linters.full;
  return linter.lint(text, { code: linter.lint(text).codeSources().flatMap(hintsOf) });
}

const shown = (result: LintResult): string =>
  `applies: ${result.proposal.applies}; findings:\n${result.findings.map((f) => `  ${f.rule}: ${f.message}`).join('\n')}`;

const of = (rule: string, result: LintResult): Finding[] => result.findings.filter((f) => f.rule === rule);

describe('Examples in rule metadata', () => {
  for (const rule of RULES) {
    describe(rule.id, () => {
      it('has both', () => {
        assert.ok(rule.examples.bad.length > 0 && rule.examples.good.length > 0);
      });

      for (const [i, { text }] of rule.examples.bad.entries())
        it(`reports bad example ${i + 1} once`, () => {
          const result = run(rule.id, text);
          assert.equal(of(rule.id, result).length, 1, shown(result));
        });

      for (const [i, { text }] of rule.examples.good.entries())
        it(`does not report good example ${i + 1}, which is a proposal`, () => {
          const result = run(rule.id, text);
          assert.equal(result.proposal.applies, true, shown(result));
          assert.equal(of(rule.id, result).length, 0, shown(result));
        });

      it('leaves no slot of a message empty', () => {
        for (const { text } of rule.examples.bad)
          for (const finding of of(rule.id, run(rule.id, text))) assert.doesNotMatch(finding.message, /\{\w+\}|undefined|“”/);
      });
    });
  }
});
