/** Factors in tables of results: a column of speed-ups, or a column before and one after. What they leave open is left out. */
import type { Doc } from '../../document/types';
import type { Located } from '../located';
import type { Quantity } from '../../words/quantities';
import { roleInRow } from './latencies';
import { inResults } from './speedups';
import type { TableResult } from './types';

/** A column of speed-ups; one of memory or size counts other things. */
const FACTORS = /\b(?:speed-?ups?|faster|improvements?|factor|gain)\b/i;
const OTHER_THINGS = /\b(?:memory|ram|size|disk|lines|code|cost|price|images?|binary|footprint)\b/i;

/** The times of one row, while its cells are read. */
interface RowTimes {
  readonly block: number;
  readonly times: Map<string, Quantity | null>;
}

export class ResultReader {
  readonly found: TableResult[] = [];
  private row: RowTimes = { block: -1, times: new Map() };

  /** Reads one cell; the cells of a row come one after the other. */
  read(l: Located, doc: Doc): void {
    const { s, c } = l;
    if (
      c.kind !== 'row' ||
      c.rowHead.trim() === '' ||
      s.question ||
      c.quoted ||
      !inResults(l) ||
      OTHER_THINGS.test(c.rowHead + ' ' + c.header)
    )
      return;
    for (const q of s.quantities) {
      if (q.kind === 'factor' && q.value > 1) {
        const tail = s.text.slice(q.to - s.from);
        if (/^\W*(?:faster|quicker|speed-?up)\b/i.test(tail) || (FACTORS.test(c.header) && /^\W*$/.test(tail))) this.put(l, doc, q, q.high);
      } else if (q.kind === 'time') this.time(l, doc, q);
    }
  }

  /** From the slowest before to the fastest after: no claim within this is against the row. */
  private time(l: Located, doc: Doc, q: Quantity): void {
    const role = roleInRow(l.c.header, '');
    if (role !== 'today' && role !== 'after') return;
    if (this.row.block !== l.c.block) this.row = { block: l.c.block, times: new Map() };
    const { times } = this.row;
    // Two times in one column, as of two languages, say that this is no table of one before and one after.
    times.set(role, times.has(role) ? null : q);
    const before = times.get('today');
    const after = times.get('after');
    if (before && after && after.value > 0 && before.high > after.value) this.put(l, doc, q, before.high / after.value);
  }

  private put(l: Located, doc: Doc, q: Quantity, high: number): void {
    const { c } = l;
    const block = doc.blocks[c.block];
    this.found.push({
      value: high,
      high,
      shown: q.shown,
      span: doc.span(c.block, q.from, q.to),
      section: c.section,
      table: `${doc.chunkFrom[c.block]} ${block?.table}`,
      row: c.rowHead,
    });
  }
}
