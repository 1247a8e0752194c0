/** The document's own numbers, ready for arithmetic: time shares, promised speed-ups, targets and measurements, money, load. */
import type { Doc } from '../document/types';
import { perPlace, type Located } from './collect';
import { latencies } from './figures/latencies';
import { loads } from './figures/load';
import { money } from './figures/money';
import { ResultReader } from './figures/results';
import { shares } from './figures/shares';
import { speedups } from './figures/speedups';
import type { Figure, Figures, LatencyFigure, Money, SpeedUp, TableResult, TimeShare } from './figures/types';

export type { Figure, Figures, LatencyFigure, Money, SpeedUp, TableResult, TimeShare };

interface Read {
  readonly shares: TimeShare[];
  readonly speedups: SpeedUp[];
  readonly latencies: LatencyFigure[];
  readonly money: Money[];
  readonly growth: Figure[];
  readonly load: Figure[];
  readonly capacity: Figure[];
  readonly utilisation: Figure[];
}
const LISTS = ['shares', 'speedups', 'latencies', 'money', 'growth', 'load', 'capacity', 'utilisation'] as const;

const none = (): Read => ({ shares: [], speedups: [], latencies: [], money: [], growth: [], load: [], capacity: [], utilisation: [] });

/** The figures of one sentence in its place, with spans of its block's compact text, and neither section nor table as yet. */
const readFigures = perPlace((l): Read => {
  const f = none();
  shares(l, f.shares);
  speedups(l, f.speedups);
  latencies(l, f.latencies);
  money(l, f.money);
  loads(l, f);
  return f;
});

/** Where the document has them. */
function put(l: Located, doc: Doc, own: Read, into: Read): void {
  const { block, section } = l.c;
  const placed = <T extends Figure>(x: T): T => ({ ...x, span: doc.span(block, x.span.from, x.span.to), section });
  for (const name of LISTS) {
    if (own[name].length === 0) continue;
    if (name === 'shares')
      into.shares.push(...own.shares.map((x) => ({ ...placed(x), table: x.table < 0 ? -1 : (doc.chunkFrom[block] as number) })));
    else (into[name] as Figure[]).push(...own[name].map(placed));
  }
}

export function figuresOf(all: readonly Located[], doc: Doc): Figures {
  const results = new ResultReader();
  const f = none();
  for (const l of all) {
    if (l.s.quantities.length === 0) continue;
    results.read(l, doc);
    put(l, doc, readFigures(l), f);
  }
  // Rows of one split: what our own code takes is what a language can reach; the waiting beside it is another row, not another answer.
  const code = new Set(f.shares.filter((x) => x.table >= 0 && !x.waits).map((x) => x.table));
  return { ...f, results: results.found, shares: f.shares.filter((x) => !(x.table >= 0 && x.waits && code.has(x.table))) };
}
