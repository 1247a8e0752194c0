/** Which findings a pair of `disable` and `enable` silences, and whose reason is given. */
import assert from 'node:assert/strict';
import { createDirectives } from '../../src/core/directives';
import { parseDocument } from '../../src/core/document';
import { metaOf } from '../../src/core/ruleset';
import { toFinding } from '../../src/core/run';
import type { Finding, RuleMeta } from '../../src/core/types';

/** Every line "@rule" of the text is a finding of this rule. */
function judge(...lines: readonly string[]): { readonly spoken: string[]; readonly silent: string[]; readonly unused: string[] } {
  const doc = parseDocument(lines.join('\n\n'));
  const findings: Finding[] = [...doc.text.matchAll(/@([\w-]+)/g)].map((m) =>
    toFinding(metaOf(m[1] as string) as RuleMeta, 'information', { span: { from: m.index, to: m.index + m[0].length }, messageId: '' }),
  );
  const { findings: left, suppressed } = createDirectives(doc, findings, true);
  return {
    spoken: left.filter((f) => f.rule !== 'directive-problem').map((f) => f.rule),
    silent: suppressed.map((s) => `${s.finding.rule}: ${s.reason}`),
    unused: left.filter((f) => f.messageId === 'unused').map((f) => /: (\w+)/.exec(doc.text.slice(f.span.from, f.span.to))?.[1] ?? ''),
  };
}
const disable = (what: string): string => `<!-- fast-enough-disable ${what} -->`;
const enable = (what = ''): string => `<!-- fast-enough-enable ${what} -->`;

describe('Suppressions of a line', () => {
  const line = (what: string): string => `<!-- fast-enough-disable-line ${what} -->`;
  const next = (what: string): string => `<!-- fast-enough-disable-next-line ${what} -->`;

  it('reach over blank lines and the marks of a quotation to the next text, and no further', () => {
    assert.deepEqual(judge(`${next('no-slo: a')}\n\n> \n>\n@no-slo`, '@no-slo'), { spoken: ['no-slo'], silent: ['no-slo: a'], unused: [] });
  });

  it('may stand several on one line, above it or on it', () => {
    assert.deepEqual(judge(`${next('no-slo: a')} ${next('no-profile: b')}\n\n@no-slo @no-profile @no-amdahl ${line('no-amdahl: c')}`), {
      spoken: [],
      silent: ['no-slo: a', 'no-profile: b', 'no-amdahl: c'],
      unused: [],
    });
  });

  it('give way to one that stands before them; who silences nothing is told', () => {
    assert.deepEqual(judge(`<!-- fast-enough-disable-file no-slo: a -->`, `@no-slo ${line('no-slo: b')}`, '@no-slo'), {
      spoken: [],
      silent: ['no-slo: a', 'no-slo: a'],
      unused: ['b'],
    });
  });

  it('name no rule, or several', () => {
    assert.deepEqual(judge(`@no-slo @no-profile ${line(': a')}`, `@no-slo @no-profile @no-amdahl ${line('no-slo, no-amdahl: b')}`), {
      spoken: ['no-profile'],
      silent: ['no-slo: a', 'no-profile: a', 'no-slo: b', 'no-amdahl: b'],
      unused: [],
    });
  });
});

describe('Suppressions from "disable" to "enable"', () => {
  it('end by rule', () => {
    assert.deepEqual(
      judge(disable('no-slo: a'), disable('no-profile: b'), '@no-slo', enable('no-slo'), '@no-slo', '@no-profile', enable(), '@no-profile'),
      { spoken: ['no-slo', 'no-profile'], silent: ['no-slo: a', 'no-profile: b'], unused: [] },
    );
  });

  it('end as a whole with any of their rules', () => {
    assert.deepEqual(
      judge(disable('no-slo, no-profile: a'), '@no-profile', enable('no-slo'), '@no-profile', enable('no-profile'), '@no-slo'),
      {
        spoken: ['no-profile', 'no-slo'],
        silent: ['no-profile: a'],
        unused: [],
      },
    );
  });

  it('of all rules end with any rule', () => {
    assert.deepEqual(judge(disable(': a'), '@no-slo', enable('no-profile'), '@no-slo'), {
      spoken: ['no-slo'],
      silent: ['no-slo: a'],
      unused: [],
    });
  });

  it('begin anew after their end', () => {
    assert.deepEqual(judge(disable('no-slo: a'), enable('no-slo'), disable('no-slo: b'), '@no-slo', enable('no-slo'), '@no-slo'), {
      spoken: ['no-slo'],
      silent: ['no-slo: b'],
      unused: ['a'],
    });
  });

  it('give the reason of the innermost that ends together with others, and of the outermost that never ends', () => {
    const nested = [disable('no-slo: a'), disable('no-slo, no-profile: b'), disable('no-profile: c'), '@no-slo'];
    assert.deepEqual(judge(...nested, enable('no-profile, no-slo')), { spoken: [], silent: ['no-slo: b'], unused: ['a', 'c'] });
    assert.deepEqual(judge(...nested, enable()), { spoken: [], silent: ['no-slo: b'], unused: ['a', 'c'] });
    assert.deepEqual(judge(...nested), { spoken: [], silent: ['no-slo: a'], unused: ['b', 'c'] });
    assert.deepEqual(judge(...nested, enable('no-load-test')), { spoken: [], silent: ['no-slo: a'], unused: ['b', 'c'] });
  });

  it('end once, although a rule of theirs ends twice', () => {
    assert.deepEqual(judge(disable('no-slo, no-slo: a'), '@no-slo', enable('no-slo, no-slo'), enable('no-slo'), enable(), '@no-slo'), {
      spoken: ['no-slo'],
      silent: ['no-slo: a'],
      unused: [],
    });
  });
});
