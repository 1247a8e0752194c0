/** The document's own numbers, ready for arithmetic: time shares, promised speed-ups, targets and measurements, money, load. */
import type { Doc } from '../document/types';
import type { Located } from './collect';
import { latencies } from './figures/latencies';
import { loads } from './figures/load';
import { money } from './figures/money';
import { ResultReader } from './figures/results';
import { shares } from './figures/shares';
import { speedups } from './figures/speedups';
import type { Figure, Figures, LatencyFigure, Money, SpeedUp, TableResult, TimeShare } from './figures/types';

export type { Figure, Figures, LatencyFigure, Money, SpeedUp, TableResult, TimeShare };

export function figuresOf(all: readonly Located[], doc: Doc): Figures {
  const results = new ResultReader();
  const f = {
    shares: [] as TimeShare[],
    speedups: [] as SpeedUp[],
    latencies: [] as LatencyFigure[],
    money: [] as Money[],
    growth: [] as Figure[],
    load: [] as Figure[],
    capacity: [] as Figure[],
    utilisation: [] as Figure[],
  };
  for (const l of all) {
    if (l.s.quantities.length === 0) continue;
    shares(l, doc, f.shares);
    speedups(l, doc, f.speedups);
    results.read(l, doc);
    latencies(l, doc, f.latencies);
    money(l, doc, f.money);
    loads(l, doc, f);
  }
  // Rows of one split: what our own code takes is what a language can reach; the waiting beside it is another row, not another answer.
  const code = new Set(f.shares.filter((x) => x.table >= 0 && !x.waits).map((x) => x.table));
  return { ...f, results: results.found, shares: f.shares.filter((x) => !(x.table >= 0 && x.waits && code.has(x.table))) };
}
