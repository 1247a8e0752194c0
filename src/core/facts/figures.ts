/** The document's own numbers, ready for arithmetic: time shares, promised speed-ups, targets and measurements, money, load. */
import type { Doc } from '../document/types';
import { perPlace, type Located } from './located';
import { latencies } from './figures/latencies';
import { loads } from './figures/load';
import { money } from './figures/money';
import { ResultReader } from './figures/results';
import { shares } from './figures/shares';
import { speedups } from './figures/speedups';
import { SplitReader } from './figures/splits';
import { pointsBack, subjectIn, subjectOfWords } from './figures/subjects';
import type { Figure, Figures, LatencyFigure, Money, Rate, SpeedUp, TableResult, TimeShare } from './figures/types';

export type { Figure, Figures, LatencyFigure, Money, Rate, SpeedUp, TableResult, TimeShare };

interface Read {
  readonly shares: TimeShare[];
  readonly speedups: SpeedUp[];
  readonly latencies: LatencyFigure[];
  readonly money: Money[];
  readonly growth: Figure[];
  readonly load: Rate[];
  readonly capacity: Rate[];
  readonly utilisation: Figure[];
}
const LISTS = ['shares', 'speedups', 'latencies', 'money', 'growth', 'load', 'capacity', 'utilisation'] as const;

const none = (): Read => ({ shares: [], speedups: [], latencies: [], money: [], growth: [], load: [], capacity: [], utilisation: [] });

/** A document without figures. */
export const NO_FIGURES: Figures = { ...none(), results: [] };

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

/** Where the document has them. The share of an item of a split is read with its list. */
function put(l: Located, doc: Doc, own: Read, into: Read, split: boolean): void {
  const { block, section } = l.c;
  const placed = <T extends Figure>(x: T): T => ({ ...x, span: doc.span(block, x.span.from, x.span.to), section });
  for (const name of LISTS) {
    if (own[name].length === 0 || (split && name === 'shares')) continue;
    if (name === 'shares')
      into.shares.push(...own.shares.map((x) => ({ ...placed(x), table: x.table < 0 ? -1 : (doc.chunkFrom[block] as number) })));
    else (into[name] as Figure[]).push(...own[name].map(placed));
  }
}

/** What the latencies of a sentence are the time of, where the sentence alone does not say it: the one before it, and the heading above. */
function withSubjects(own: Read, l: Located, before: Located | undefined, under: string): Read {
  if (own.latencies.length === 0) return own;
  const back = before?.c.block === l.c.block && l.c.kind !== 'row' && pointsBack(l.s.text) ? subjectIn(before.s.text) : '';
  return { ...own, latencies: own.latencies.map((x) => ({ ...x, subject: x.subject || back, under })) };
}

/** What the heading of a section names. One that has a role ("Goals") is about the whole. */
function headings(doc: Doc): (section: number) => string {
  const known = new Map<number, string>();
  return (number) => {
    const section = doc.sections[number];
    const name = known.get(number) ?? (section && section.level > 1 && section.ownRole === 'other' ? subjectOfWords(section.title) : '');
    known.set(number, name);
    return name;
  };
}

export function figuresOf(all: readonly Located[], doc: Doc): Figures {
  const results = new ResultReader();
  const splits = new SplitReader();
  const f = none();
  const under = headings(doc);
  for (let i = 0; i < all.length; i++) {
    const l = all[i] as Located;
    if (l.s.quantities.length === 0) continue;
    results.read(l, doc);
    put(l, doc, withSubjects(readFigures(l), l, all[i - 1], under(l.c.section)), f, splits.read(l, doc));
  }
  for (const share of splits.found()) f.shares.push(share);
  f.shares.sort((a, b) => a.span.from - b.span.from);
  // Rows or items of one split: what our own code takes is what a language can reach; the waiting beside it is another row, not another answer.
  const code = new Set(f.shares.filter((x) => x.table >= 0 && !x.waits).map((x) => x.table));
  return { ...f, results: results.found, shares: f.shares.filter((x) => !(x.table >= 0 && x.waits && code.has(x.table))) };
}
