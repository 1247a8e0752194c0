// The examples of every rule are its documentation, so they are run: a bad one gives exactly one finding of its rule, a good one none.
import assert from 'node:assert/strict';
import { RULES } from '../../src/core';
import type { Finding, LintResult, Profile } from '../../src/core/types';
import { described, lintWithCode } from '../rules/linting';

// The folding rule speaks in profile `essential` only.
const profileOf = (rule: string): Profile => (rule === 'open-criteria' ? 'essential' : 'full');
const run = (rule: string, text: string): LintResult => lintWithCode(text, { profile: profileOf(rule) });

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
          assert.equal(of(rule.id, result).length, 1, described(result));
        });

      for (const [i, { text }] of rule.examples.good.entries())
        it(`does not report good example ${i + 1}, which is a proposal`, () => {
          const result = run(rule.id, text);
          assert.equal(result.proposal.applies, true, described(result));
          assert.equal(of(rule.id, result).length, 0, described(result));
        });

      it('leaves no slot of a message empty', () => {
        for (const { text } of rule.examples.bad)
          for (const finding of of(rule.id, run(rule.id, text))) assert.doesNotMatch(finding.message, /\{\w+\}|undefined|“”/);
      });
    });
  }
});
