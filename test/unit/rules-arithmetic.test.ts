// The arithmetic rules compute with the document's own numbers, so the numbers, their places and the sentence are checked, not only the id.
import assert from 'node:assert/strict';
import { createLinter, RULES } from '../../src/core';
import { amdahl, ceiling } from '../../src/core/arithmetic/amdahl';
import { headroomMonths, waiting } from '../../src/core/arithmetic/headroom';
import { paybackMonths } from '../../src/core/arithmetic/payback';
import type { Finding } from '../../src/core/types';

const linter = createLinter({ profile: 'full' });

function findingOf(rule: string): { readonly text: string; readonly finding: Finding } {
  const text = RULES.find((r) => r.id === rule)?.examples.bad[0]?.text ?? '';
  const finding = linter.lint(text).findings.find((f) => f.rule === rule);
  assert.ok(finding, `${rule} is silent on its own bad example`);
  return { text, finding };
}

const ARITHMETIC = RULES.filter((r) => r.kind === 'arithmetic').map((r) => r.id);

describe('The formulas', () => {
  it('Amdahl: 95 % waiting and code ten times as fast give 1.05x', () => {
    assert.equal(amdahl(0.05, 10).toFixed(3), '1.047');
    assert.equal(ceiling(0.05).toFixed(3), '1.053');
    assert.equal(amdahl(0.05, Infinity), ceiling(0.05));
    assert.equal(amdahl(1, 7), 7);
    assert.equal(amdahl(0, 7), 1);
  });

  it('payback: cost over saving', () => assert.equal(paybackMonths(360_000, 12_000), 30));

  it('headroom: months until the load meets the capacity', () => {
    assert.equal(headroomMonths(5_000, 6_000, 0.06).toFixed(2), '3.13');
    assert.equal(headroomMonths(6_000, 6_000, 0.06), 0);
    assert.equal(headroomMonths(5_000, 6_000, 0), Infinity);
    // Compounded for that many months, the load is the capacity.
    assert.ok(Math.abs(5_000 * 1.06 ** headroomMonths(5_000, 6_000, 0.06) - 6_000) < 1e-6);
  });

  it('waiting: ten times the service time at 90 % utilisation', () => assert.equal(waiting(0.9).toFixed(3), '10.000'));
});

describe('Arithmetic findings', () => {
  for (const rule of ARITHMETIC)
    it(`${rule} shows its numbers where they stand`, () => {
      const { text, finding } = findingOf(rule);
      const { derivation } = finding;
      assert.ok(derivation, 'no derivation');
      assert.ok(Number.isFinite(derivation.result));
      assert.ok(derivation.worked.includes('='), derivation.worked);
      for (const { shown, span } of derivation.inputs)
        assert.ok(text.slice(span.from, span.to).includes(shown), `${shown} is not where it is said to be`);
      for (const { span } of finding.related) assert.ok(span.to > span.from && span.to <= text.length);
      assert.ok(
        derivation.inputs.some(({ span }) => finding.message.includes(text.slice(span.from, span.to))),
        'the message quotes none of its numbers',
      );
    });

  const words: readonly (readonly [string, string, string])[] = [
    [
      'claim-above-ceiling',
      '10x for the whole is out of reach: 95 % of the time is waiting, which stays, so the whole gets at most 1.05x faster.',
      '1 / (1 - 0.05) = 1.05x',
    ],
    [
      'io-bound-rewrite',
      'By its own split 90 % of the time is waiting, so faster code brings the whole 1.11x at most: work on the waiting first, or say which other axis this is for.',
      '1 / (1 - 0.1) = 1.11x',
    ],
    [
      'slo-already-met',
      '140 ms today already meets the target of 200 ms for p99 latency: say which growth will break it, or name the target that is missed.',
      '200 ms - 140 ms = 60 ms to spare',
    ],
    [
      'win-immaterial',
      '40 ms to 4 ms saves 36 ms, 1.8 % of the 2 s that are allowed: say what multiplies that gain, or where the rest of the time goes.',
      '(40 ms - 4 ms) / 2 s = 1.8 %',
    ],
    [
      'payback-too-long',
      '$360,000 against $12,000 a month pays back in 30 months, later than the 12 months set: lower the cost, or name the reason that is not money.',
      '$360000 / $12000 = 30 months',
    ],
    [
      'headroom-exhausted',
      'At 6 % growth 5,000 requests per second meets 6,000 requests per second in 3.1 months: say what carries the load from then on, and when that is decided.',
      'ln(6000 / 5000) / ln(1 + 0.06) = 3.1 months',
    ],
  ];
  for (const [rule, message, worked] of words)
    it(`${rule} says so in one sentence`, () => {
      const { finding } = findingOf(rule);
      assert.equal(finding.message, message);
      assert.equal(finding.derivation?.worked, worked);
    });

  it('are checked for their words without exception', () => assert.deepEqual(words.map(([id]) => id).sort(), ARITHMETIC));

  it('stop at the thresholds that are set', () => {
    const silent = (rule: string, thresholds: { paybackMonths: number; knee: number; horizonMonths: number }): boolean =>
      !createLinter({ profile: 'full', thresholds })
        .lint(findingOf(rule).text)
        .findings.some((f) => f.rule === rule);
    assert.ok(silent('payback-too-long', { paybackMonths: 30, knee: 0.75, horizonMonths: 12 }));
    assert.ok(!silent('payback-too-long', { paybackMonths: 29, knee: 0.75, horizonMonths: 12 }));
    assert.ok(silent('headroom-exhausted', { paybackMonths: 12, knee: 0.75, horizonMonths: 3 }));
    assert.ok(!silent('headroom-exhausted', { paybackMonths: 12, knee: 0.75, horizonMonths: 4 }));
  });
});

describe('A known precedent', () => {
  const said = (text: string): string =>
    linter.lint(`# RFC: Rewrite the presence service in Rust\n\n## Context\n\n${text}\n`).findings.find((f) => f.rule === 'company-did-it')
      ?.message ?? '';

  it('is told with the axis that it was about', () =>
    assert.equal(
      said('The presence service is written in Go and too slow.\n\n## Rationale\n\nDiscord rewrote a service from Go to Rust.'),
      'Discord moved its read-states service (Go to Rust, one service) for tail latency: compare that axis and that workload with yours.',
    ));

  it('is the one between the same technologies, where a company has told several', () =>
    assert.match(
      said(
        'We rewrite the presence service from Elixir to Rust, because it is too slow.\n\n## Rationale\n\nDiscord rewrote a service in Rust.',
      ),
      /^Discord moved its member list /,
    ));
});
