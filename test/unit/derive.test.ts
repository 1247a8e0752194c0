// Targets beside what is measured today: which belong together, and that finding them takes one look at each figure.
import assert from 'node:assert/strict';
import { createLinter } from '../../src/core';
import { headroomOf, meetsTarget, missesTarget, targetPairs } from '../../src/core/derive';
import { NO_FIGURES, type LatencyFigure, type Rate } from '../../src/core/facts/figures';

const latency = (role: LatencyFigure['role'], value: number, more: Partial<LatencyFigure> = {}): LatencyFigure => ({
  value,
  shown: `${value} ms`,
  span: { from: value, to: value + 1 },
  section: 1,
  percentile: 'p99',
  metric: 'latency',
  role,
  subject: '',
  under: '',
  ...more,
});
const pairsOf = (...latencies: LatencyFigure[]): string[] =>
  targetPairs({ ...NO_FIGURES, latencies }).map((p) => `${p.target.value} ${p.today.value}`);

describe('A target and today’s value', () => {
  const named = { subject: 'checkout' };

  it('are a pair where nothing is named, in whatever section they stand', () => {
    assert.deepEqual(pairsOf(latency('target', 300), latency('today', 120, { section: 2 })), ['300 120']);
    assert.deepEqual(pairsOf(latency('target', 300), latency('today', 120, { section: 2, under: 'search' })), []);
    assert.deepEqual(pairsOf(latency('target', 300, { under: 'checkout' }), latency('today', 120, { section: 2 })), []);
  });

  it('are a pair where one of them names something only within a section', () => {
    assert.deepEqual(pairsOf(latency('target', 300, named), latency('today', 120)), ['300 120']);
    assert.deepEqual(pairsOf(latency('target', 300), latency('today', 120, named)), ['300 120']);
    assert.deepEqual(pairsOf(latency('target', 300, named), latency('today', 120, { section: 2 })), []);
    assert.deepEqual(pairsOf(latency('target', 300), latency('today', 120, { ...named, section: 2 })), []);
  });

  it('are a pair by their name, and never with another', () => {
    assert.deepEqual(pairsOf(latency('target', 300, named), latency('today', 120, { ...named, section: 2 })), ['300 120']);
    assert.deepEqual(pairsOf(latency('target', 300, named), latency('today', 120, { subject: 'search' })), []);
    assert.deepEqual(pairsOf(latency('target', 300, named), latency('today', 120, named), latency('today', 900, { subject: 'search' })), [
      '300 120',
    ]);
  });

  it('are none where another value may contradict it, or at another percentile', () => {
    assert.deepEqual(pairsOf(latency('target', 300), latency('today', 120), latency('today', 900, { ...named, section: 2 })), []);
    assert.deepEqual(pairsOf(latency('target', 300), latency('today', 120, { percentile: 'p50' })), []);
    assert.deepEqual(pairsOf(latency('target', 300, { percentile: '' }), latency('today', 120, { percentile: '' })), []);
  });

  it('speak against a finding also where they are not certain', () => {
    const latencies = [latency('target', 300), latency('today', 120), latency('today', 900, { ...named, section: 2 })];
    assert.ok(missesTarget({ ...NO_FIGURES, latencies }));
    assert.ok(meetsTarget({ ...NO_FIGURES, latencies }));
    const others = [latency('target', 300, named), latency('today', 900, { subject: 'search' })];
    assert.ok(!missesTarget({ ...NO_FIGURES, latencies: others }) && !meetsTarget({ ...NO_FIGURES, latencies: others }));
  });

  it('are found in one look at each figure, however many there are', () => {
    let looks = 0;
    const counted = (l: LatencyFigure): LatencyFigure => new Proxy(l, { get: (of, key) => (looks++, Reflect.get(of, key) as unknown) });
    const cost = (n: number): number => {
      const latencies = Array.from({ length: n }, (_, i) =>
        counted(
          latency(i % 2 === 0 ? 'target' : 'today', i % 2 === 0 ? 300 : 900, { subject: i % 7 === 0 ? `part${i}` : '', section: i % 5 }),
        ),
      );
      looks = 0;
      targetPairs({ ...NO_FIGURES, latencies });
      return looks;
    };
    const small = cost(500);
    const large = cost(4_000);
    assert.ok(small <= 500 * 30, `${small} looks at 500 figures`);
    assert.ok(large <= small * 9, `${small} looks at 500 figures, ${large} at 4000`);
  });

  it('cost no more than the rest of a long document', () => {
    const linter = createLinter({ profile: 'full' });
    const cost = (n: number): number => {
      const text = `# RFC: Rewrite the orders service in Rust\n\n## Context\n\n${'The p99 target is 300 ms. p99 is 900 ms today. '.repeat(n)}\n`;
      let best = Infinity;
      for (let i = 0; i < 3; i++) {
        const start = performance.now();
        linter.lint(text, { applies: true });
        best = Math.min(best, performance.now() - start);
      }
      return best;
    };
    const small = cost(500);
    const large = cost(4_000);
    // Eight times the text; quadratic would be 64 times.
    assert.ok(large < 28 * Math.max(small, 1), `${small.toFixed(1)} ms, then ${large.toFixed(1)} ms`);
  }).timeout(60_000);
});

describe('Load and capacity', () => {
  const rate = (value: number, counts: Rate['counts']): Rate => ({
    value,
    shown: `${value}`,
    span: { from: value, to: value + 1 },
    section: 1,
    counts,
  });
  const growth = [{ value: 0.06, shown: '6 %', span: { from: 1, to: 2 }, section: 1 }];

  it('are compared in one unit only', () => {
    assert.equal(
      headroomOf({ ...NO_FIGURES, growth, load: [rate(5_000, 'events')], capacity: [rate(6_000, 'events')] })?.shown,
      '3.1 months',
    );
    assert.equal(headroomOf({ ...NO_FIGURES, growth, load: [rate(5_000, 'bytes')], capacity: [rate(6_000, 'events')] }), null);
    assert.equal(headroomOf({ ...NO_FIGURES, growth, load: [rate(300, 'events')], capacity: [rate(6e9, 'bytes')] }), null);
  });
});

describe('The ceiling beside a factor for the whole', () => {
  const labels = (text: string): string[] =>
    createLinter({})
      .lint(text)
      .numberNotes()
      .map((note) => `${note.label}: ${note.derivation.worked}`);
  const proposal = (claim: string): string =>
    `# RFC: rewrite the service in Rust\n\n## Context\n\nTraces show that 22 % of the time of a request is spent waiting on the database.\n\n## Proposal\n\nWe rewrite the pricing from Python to Rust. ${claim}\n`;

  it('takes the factor for that of the share where it cannot be that of the whole', () => {
    assert.deepEqual(labels(proposal('The service will be 10x faster.')), ['at most 3.36x overall: 1 / (0.22 + 0.78 / 10) = 3.36x']);
  });

  it('is the ceiling itself where the factor is within reach, which says that the share gets faster by more', () => {
    assert.deepEqual(labels(proposal('The service will be 3.5x faster.')), ['at most 4.55x overall: 1 / (1 - 0.78) = 4.55x']);
  });

  it('stands behind the figure, and behind the period of a rate', () => {
    const text = `${proposal('The service will be 3.5x faster.')}\n- Saving: $9,000 a month.\n- One-time cost: $216,000.\n`;
    const before = (part: string, whole = text): string => {
      const note = createLinter({})
        .lint(whole)
        .numberNotes()
        .find((n) => n.label.includes(part));
      assert.ok(note, part);
      return whole.slice(0, note.at);
    };
    assert.match(before('overall'), / 3\.5x$/);
    assert.match(before('pays back'), /\$9,000 a month$/);
    const slash = text.replace('$9,000 a month', '$9,000/month');
    assert.match(before('pays back', slash), /\$9,000\/month$/);
  });
});
