/** What holds of every judgement, whatever the text: properties of the corridor from text to findings, tried on proposals and on noise. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { createLinter } from '../../src/core';
import { createDirectives } from '../../src/core/directives';
import { parseDocument } from '../../src/core/document';
import { definitionDirective } from '../../src/core/document/directives';
import { collect } from '../../src/core/facts/collect';
import { newCache } from '../../src/core/facts/said';
import { figuresOf } from '../../src/core/facts/figures';
import { NO_STAKES } from '../../src/core/facts/stakes';
import { SentenceKeys } from '../../src/core/facts/sums';
import { createReader } from '../../src/core/reader';
import { metaOf, RULE_LIST } from '../../src/core/ruleset';
import { toFinding } from '../../src/core/run';
import { termUses } from '../../src/core/terms';
import type { LintResult, RuleMeta, Span } from '../../src/core/types';

const SAMPLES = readdirSync('samples')
  .filter((file) => file.endsWith('.md'))
  .map((file) => readFileSync(path.join('samples', file), 'utf8'));
const PROPOSAL = '# RFC: Rewrite the orders service in Rust\n\n';

/** Sentences, half sentences and signs that facts are made of, so that a random sequence of them is full of edges. */
const PIECES = [
  '\n\n## Decision\n\n',
  '\n\n## Context\n\n',
  '\n\n## Alternatives considered\n\n',
  '\n\n## Rejected\n\n',
  '\n- ',
  '\n> ',
  '\n| Metric | Today | Target |\n| --- | --- | --- |\n| p99 | 720 ms | 200 ms |\n',
  '**Cons:** ',
  ' ',
  '\r\n',
  'Rust is fast. ',
  'Python is slow, because ',
  'we rewrite the entire service from Python to Rust',
  'Discord did it. ',
  '95 % of the time is spent waiting for the database. ',
  'The new service will be 10x faster. ',
  'p99 latency must stay under 200 ms, ',
  'It costs $180,000 and saves €4k a month. ',
  'Load grows 6 % a month; capacity is 6,000 rps. ',
  'not ',
  'if ',
  '"',
  '?',
  '(',
  '10-20x',
  '5 000 requests per second',
  '1/0',
  '99999999999999999999999 ms',
  '𝄞 ',
  '\ud834',
  '\u0000',
  '<!-- fast-enough-disable-next-line no-slo: why -->\n',
];
const noise = fc.array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ maxLength: 12 })), { maxLength: 30 });
const anyText = noise.map((pieces) => pieces.join(''));
const proposal = anyText.map((text) => PROPOSAL + text);

const linter = createLinter({ profile: 'full' });
/** What two judgements have to agree in. */
const judgementOf = (r: LintResult): unknown => ({
  proposal: r.proposal,
  findings: r.findings,
  evidence: r.evidence,
  suppressed: r.suppressed,
  issues: r.issues,
});

describe('Every judgement', function () {
  this.timeout(60_000);

  it('is made: no text stops it, and no rule crashes', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, proposal), (text) => {
        for (const profile of ['full', 'essential'] as const) {
          const result = createLinter({ profile }).lint(text);
          assert.deepEqual(
            result.issues.filter((issue) => issue.kind === 'rule-crashed'),
            [],
          );
          result.review();
          result.numberNotes();
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is the same from another linter, and after other documents', () => {
    fc.assert(
      fc.property(proposal, anyText, (text, other) => {
        const first = judgementOf(linter.lint(text));
        linter.lint(other);
        assert.deepEqual(judgementOf(linter.lint(text)), first);
        assert.deepEqual(judgementOf(createLinter({ profile: 'full' }).lint(text)), first);
      }),
      { numRuns: 80 },
    );
  });

  it('points into the text: spans are not empty and split no character', () => {
    const whole = (text: string, span: Span, what: string): void => {
      assert.ok(span.from >= 0 && span.to <= text.length && span.from < span.to, `${what}: ${span.from}..${span.to} of ${text.length}`);
      for (const at of [span.from, span.to]) {
        const high = at > 0 && /[\ud800-\udbff]/.test(text[at - 1] ?? '');
        const low = /[\udc00-\udfff]/.test(text[at] ?? '');
        assert.ok(!(high && low), `${what} splits a character at ${at}`);
      }
    };
    fc.assert(
      fc.property(proposal, (text) => {
        const result = linter.lint(text, { applies: true });
        whole(text, result.proposal.anchor, 'anchor');
        for (const f of result.findings) {
          whole(text, f.span, f.rule);
          for (const r of f.related) whole(text, r.span, `${f.rule}, related`);
          for (const input of f.derivation?.inputs ?? []) whole(text, input.span, `${f.rule}, input`);
        }
        for (const e of result.evidence) whole(text, e.span, e.kind);
        for (const n of result.numberNotes()) whole(text, n.span, n.label);
        for (const r of result.proposal.reasons) whole(text, r.span, r.shows);
      }),
      { numRuns: 150 },
    );
  });

  it('after an edit is that of the new text', () => {
    const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(40), insert: fc.constantFrom('', ...PIECES) });
    fc.assert(
      fc.property(fc.constantFrom(...SAMPLES), fc.array(change, { minLength: 1, maxLength: 6 }), (text, changes) => {
        const session = linter.open(text);
        for (const { at, cut, insert } of changes) {
          const from = Math.floor(at * session.text.length);
          session.edit({ from, to: Math.min(session.text.length, from + cut), insert });
          assert.deepEqual(judgementOf(session.result), judgementOf(linter.lint(session.text)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('of a document that does not apply is silence', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const result = linter.lint(text);
        if (result.proposal.applies) return;
        assert.deepEqual(
          result.findings.filter((f) => f.rule !== 'directive-problem'),
          [],
        );
      }),
      { numRuns: 150 },
    );
    assert.deepEqual(linter.lint(SAMPLES.join('\n'), { applies: false }).findings, []);
  });

  it('does without a rule that crashes, and says so', () => {
    const [text] = SAMPLES.filter((sample) => linter.lint(sample).findings.length > 3);
    assert.ok(text !== undefined, 'a sample with findings');
    const before = linter.lint(text);
    const victim = RULE_LIST.find((rule) => before.findings.some((f) => f.rule === rule.meta.id));
    assert.ok(victim);
    const { check } = victim;
    try {
      Object.assign(victim, {
        check() {
          throw new Error('out of order');
        },
      });
      const after = linter.lint(text);
      assert.deepEqual(
        after.issues.map((issue) => [issue.kind, issue.message]),
        [['rule-crashed', `${victim.meta.id}: out of order`]],
      );
      assert.deepEqual(
        after.findings,
        before.findings.filter((f) => f.rule !== victim.meta.id),
      );
    } finally {
      Object.assign(victim, { check });
    }
    assert.deepEqual(judgementOf(linter.lint(text)), judgementOf(before));
  });
});

describe('Reading facts', function () {
  this.timeout(60_000);

  const { vocabulary } = createReader({ languages: [], profilers: [], sloWords: [] });
  /** Milliseconds of the fastest of several runs. */
  const fastest = (run: () => unknown, runs = 5): number => {
    let best = Infinity;
    for (let i = 0; i < runs; i++) {
      const start = performance.now();
      run();
      best = Math.min(best, performance.now() - start);
    }
    return best;
  };
  /** Of a reading, lexicon built before. */
  const cost = (text: string): number =>
    fastest(() => {
      const doc = parseDocument(text);
      figuresOf(collect(doc, vocabulary, newCache()), doc);
    });

  // One long block each, because a sentence that never ends is where a pattern without a bound shows.
  const SHAPES: Readonly<Record<string, string>> = {
    'names without end': 'Rust and Go and ',
    'numbers without end': '95 % of 10x 40 ms $4k ',
    'negations without end': 'not never no faster ',
    'praise without end': 'faster performance and better latency, ',
    'brackets without end': '(((( ',
    'digits without end': '1,000',
    'one quantity after the other': '10-20x-30x-',
    'causes without end': 'because of the database which is slow due to the GIL in ',
    'quotation marks without end': '"fast" ',
    'conditions without end': 'if it does not meet we stop if ',
    'rewrites without end': 'rewrite the entire service from scratch ',
    'white space without end': 'slow \t ',
  };
  for (const [name, piece] of Object.entries(SHAPES))
    it(`takes time in proportion to the text: ${name}`, () => {
      const at = (length: number): string => PROPOSAL + piece.repeat(Math.ceil(length / piece.length));
      const small = cost(at(8_000));
      const large = cost(at(64_000));
      // Eight times the text in eight times the time, with room for a machine under load; quadratic would be 64 times.
      assert.ok(large < 28 * Math.max(small, 1), `${small.toFixed(1)} ms for 8 KB, ${large.toFixed(1)} ms for 64 KB`);
    });

  const HEADINGS: Readonly<Record<string, (length: number) => string>> = {
    'signs in a title': (n) => `# ${'- '.repeat(n / 2)}\n\n`,
    'choices in a heading': (n) => `${PROPOSAL}## ${'choose use '.repeat(n / 11)}\n\n`,
    'colons in a heading': (n) => `${PROPOSAL}## ${':'.repeat(n)}x\n\n`,
  };
  for (const [name, heading] of Object.entries(HEADINGS))
    it(`takes time in proportion to a heading without end: ${name}`, () => {
      const at = (n: number): number => {
        const start = performance.now();
        linter.lint(`${heading(n)}We rewrite the service in Rust, because Python is slow. Rust is fast.\n`, { applies: true });
        return performance.now() - start;
      };
      const small = Math.min(at(1_000), at(1_000));
      const large = Math.min(at(8_000), at(8_000));
      assert.ok(large < 28 * Math.max(small, 1), `${small.toFixed(1)} ms, then ${large.toFixed(1)} ms`);
    });

  // One step alone each, because beside all others its square shows late. What it works on is made before the clock starts.
  const STEPS: Readonly<Record<string, (n: number) => () => unknown>> = {
    'names in the sentences of one block': (n) => {
      const doc = parseDocument(PROPOSAL + 'Rust. '.repeat(8 * n));
      return () => collect(doc, vocabulary, newCache());
    },
    'names of a heading above many sentences': (n) => {
      const doc = parseDocument(`${PROPOSAL}## ${'Rust. Go. '.repeat(n)}\n\n${'It is fast. '.repeat(n)}\n`);
      const all = collect(doc, vocabulary, newCache());
      const maker = new SentenceKeys();
      return () => {
        for (const l of all) maker.around(l, null, null, NO_STAKES);
      };
    },
    'columns of a table': (n) => {
      const line = (cell: string): string => `|${cell.repeat(4 * n)}\n`;
      const doc = parseDocument(PROPOSAL + line(' a |') + line('-|') + line(' 9 |'));
      return () => collect(doc, vocabulary, newCache());
    },
    'suppressions that end none': (n) => {
      const open = '<!-- fast-enough-disable no-profile: r -->\n';
      const doc = parseDocument(`${PROPOSAL}${open.repeat(n)}\n${'<!-- fast-enough-enable no-slo -->\n'.repeat(n)}`);
      return () => createDirectives(doc, [], true);
    },
    'suppressions that end all': (n) => {
      const open = '<!-- fast-enough-disable no-profile, no-slo: r -->\n';
      const doc = parseDocument(`${PROPOSAL}${open.repeat(n)}\n${'<!-- fast-enough-enable no-slo -->\n'.repeat(n)}`);
      return () => createDirectives(doc, [], true);
    },
    'suppressions of one line': (n) => {
      const doc = parseDocument(PROPOSAL + '<!-- fast-enough-disable-line no-slo: r --> x '.repeat(n));
      return () => createDirectives(doc, [], true);
    },
    'suppressions above blank lines': (n) => {
      const doc = parseDocument(`${PROPOSAL}${'<!-- fast-enough-disable-next-line no-slo: r --> '.repeat(n)}${'\n'.repeat(8 * n)}x\n`);
      return () => createDirectives(doc, [], true);
    },
    'suppressions that lie over each other, and findings': (n) => {
      const doc = parseDocument(PROPOSAL + '<!-- fast-enough-disable no-slo: r -->\n'.repeat(n));
      const meta = metaOf('no-slo') as RuleMeta;
      const findings = Array.from({ length: n }, () =>
        toFinding(meta, 'information', { span: { from: doc.text.length - 2, to: doc.text.length - 1 }, messageId: '' }),
      );
      const others = findings.map((f) => ({ ...f, rule: 'no-profile' }));
      return () => createDirectives(doc, [...findings, ...others], true);
    },
    'definitions that do not end': (n) => {
      const line = '[//]: # (fast-enough-disable x\n';
      const text = line.repeat(n);
      return () => {
        for (let at = 0; at < text.length; at += line.length) definitionDirective(text, at, at + line.length - 1, 0);
      };
    },
    'terms beside code': (n) => {
      const doc = parseDocument(PROPOSAL + '`p99` throughput '.repeat(n));
      return () => termUses(doc);
    },
  };
  for (const [name, step] of Object.entries(STEPS))
    it(`takes time in proportion to their number: ${name}`, () => {
      const small = fastest(step(1_000), 5);
      const large = fastest(step(8_000), 5);
      assert.ok(large < 28 * Math.max(small, 1), `${small.toFixed(1)} ms, then ${large.toFixed(1)} ms`);
    });

  it('keeps each name of a heading once, in the order of appearance', () => {
    const doc = parseDocument(`${PROPOSAL}## Go. Rust. Go and Java. Rust.\n\nIt is fast.\n`);
    const last = collect(doc, vocabulary, newCache()).at(-1);
    assert.deepEqual(last?.c.option, ['Go', 'Rust', 'Java']);
  });

  it('takes two tables for two, whatever their numbers', () => {
    const table = (name: string): string => `| Option | p99 |\n| --- | --- |\n| ${name} | 20 ms |\n\n`;
    const compared = (text: string): boolean[] =>
      collect(parseDocument(PROPOSAL + text), vocabulary, newCache())
        .filter((l) => l.c.kind === 'row' && l.s.column === 0)
        .map((l) => l.compared);
    assert.deepEqual(compared(table('Go') + table('Rust')), [false, false, false, false]);
    assert.deepEqual(compared(table('Go').trimEnd() + '\n| Rust | 20 ms |\n'), [true, true, true]);
  });
});
