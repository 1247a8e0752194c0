/** Charts and cards of the shared hover. */
import assert from 'node:assert/strict';
import { amdahlChart, overall } from '../../src/core/hover/chart/amdahl';
import { loadChart, monthsToFull } from '../../src/core/hover/chart/load';
import { paybackChart } from '../../src/core/hover/chart/payback';
import { dataUri, markup, type Chart, type SvgNode } from '../../src/core/hover/chart/svg';
import { english, shownMoney, shownNumber } from '../../src/core/hover/words';

function numbersIn(node: SvgNode): number[] {
  const own = Object.values(node.attrs).filter((value): value is number => typeof value === 'number');
  const points = typeof node.attrs['points'] === 'string' ? node.attrs['points'].split(/[ ,]/).map(Number) : [];
  return [...own, ...points, ...node.children.flatMap((child) => (typeof child === 'string' ? [] : numbersIn(child)))];
}

const CHARTS: readonly (readonly [string, () => Chart])[] = [
  ['Amdahl, nothing touched', () => amdahlChart({ f: 0, s: 10, claimed: null }, english)],
  ['Amdahl, everything touched', () => amdahlChart({ f: 1, s: null, claimed: 10 }, english)],
  ['Amdahl, claim above the ceiling', () => amdahlChart({ f: 0.05, s: 10, claimed: 10 }, english)],
  ['Amdahl, huge s', () => amdahlChart({ f: 0.99, s: 1e6, claimed: null }, english)],
  ['payback', () => paybackChart({ cost: 1.2e6, monthlySaving: 5e4, currency: '€', limit: 12 }, english)],
  ['payback, no saving', () => paybackChart({ cost: 1000, monthlySaving: 0, currency: '', limit: 12 }, english)],
  ['load', () => loadChart({ utilisation: 0.6, monthlyGrowth: 0.05, knee: 0.75, horizon: 12 }, english)],
  ['load, past saturation', () => loadChart({ utilisation: 1.4, monthlyGrowth: null, knee: 0.75, horizon: 12 }, english)],
];

describe('charts', () => {
  for (const [name, make] of CHARTS) {
    it(`${name}: every coordinate is a finite number and the picture is described`, () => {
      const chart = make();
      assert.ok(numbersIn(chart.svg).every(Number.isFinite), markup(chart.svg));
      assert.ok(!/NaN|Infinity|undefined/.test(markup(chart.svg)), markup(chart.svg));
      assert.ok(chart.alt.length > 20);
    });
  }

  it('say in words what they draw', () => {
    const { alt } = amdahlChart({ f: 0.05, s: 10, claimed: 10 }, english);
    assert.equal(
      alt,
      'The change touches 5 % of the time, so the whole can become at most 1.05x faster. With that part 10x faster the whole becomes 1.05x faster. The document claims 10x.',
    );
  });

  it('fit into Markdown as an image', () => {
    for (const [, make] of CHARTS) {
      const uri = dataUri(make(), 'dark');
      assert.match(uri, /^data:image\/svg\+xml,/);
      assert.ok(!/[\s()<>"']/.test(uri));
      assert.ok(uri.length < 20_000, `${uri.length}`);
    }
  });

  it('keep the words on the load apart, however close the points are', () => {
    for (let use = 5; use <= 140; use += 5)
      for (const growth of [0.01, 0.06, 0.2]) {
        const chart = loadChart({ utilisation: use / 100, monthlyGrowth: growth, knee: 0.75, horizon: 12 }, english);
        const said = chart.svg.children.flatMap((child) =>
          typeof child !== 'string' && typeof child.children[0] === 'string' && /today|knee|months/.test(child.children[0])
            ? [[child.attrs['x'], child.attrs['y']]]
            : [],
        ) as [number, number][];
        said.forEach(([x, y], i) =>
          said.slice(i + 1).forEach(([x2, y2]) => assert.ok(Math.abs(y - y2) >= 11 || Math.abs(x - x2) > 70, `${use} % ${growth}`)),
        );
      }
  });

  it('take no markup from their labels', () => {
    const chart = paybackChart({ cost: 1000, monthlySaving: 10, currency: '<x>', limit: 12 }, english);
    assert.ok(!markup(chart.svg).includes('<x>'));
  });
});

describe('the formulas under the charts', () => {
  it('Amdahl', () => assert.ok(Math.abs(overall(0.05, 10) - 1.0471) < 1e-4));
  it('months to saturation', () => {
    assert.equal(monthsToFull(0.5, 0), null);
    assert.equal(monthsToFull(1.2, 0.1), 0);
    assert.ok(Math.abs((monthsToFull(0.5, 0.1) ?? 0) - 7.27) < 0.01);
  });
});

describe('numbers as people write them', () => {
  const cases: readonly [number, string][] = [
    [0, '0'],
    [1.0471, '1.05'],
    [12, '12'],
    [1234.4, '1234'],
    [0.000123, '0.000123'],
    [100, '100'],
    [Infinity, '∞'],
  ];
  for (const [value, shown] of cases) it(`${value} is ${shown}`, () => assert.equal(shownNumber(value), shown));
  it('money', () => {
    assert.equal(shownMoney(1_200_000, '$'), '$1.2M');
    assert.equal(shownMoney(-45_000, '€'), '-€45k');
    assert.equal(shownMoney(950, 'EUR'), '950 EUR');
  });
});
