/** What is read from a document's numbers, and in which units. */
import type { Span } from '../../types';

export interface Figure {
  readonly value: number;
  readonly shown: string;
  readonly span: Span;
  readonly section: number;
}

/** Share of the time that our own code takes (`f`, 0 to 1): what a faster language can reach. */
export interface TimeShare extends Figure {
  /** Which table or list splits the time, -1 outside of one. */
  readonly table: number;
  /** The share as written is the waiting (`1 - f`). */
  readonly waits: boolean;
}

export interface SpeedUp extends Figure {
  /** Of the whole (request, service, end to end) or nothing narrower named; false for a component. */
  readonly overall: boolean;
  /** Upper end of a range. */
  readonly high: number;
  readonly hedged: boolean;
  /** Promised, not measured. */
  readonly promised: boolean;
  /** A row of a table of results gives it. */
  readonly measured: boolean;
}

/** By which factor one row of a table says that something got faster; `high` is its best case. */
export interface TableResult extends Figure {
  readonly high: number;
  /** The table it stands in, comparable within a document. */
  readonly table: string;
  /** First cell of the row, e.g. `cold start`. */
  readonly row: string;
}

export interface LatencyFigure extends Figure {
  /** `p99.9`, `p99`, `p50`, `mean` or ''. */
  readonly percentile: string;
  readonly role: 'target' | 'today' | 'after' | 'other';
  readonly metric: 'latency' | 'startup';
  /** What it is the time of, where that has a name: `checkout`, `orders query`; '' where it has none. */
  readonly subject: string;
  /** What the heading above names, '' where that has a known role or names nothing. */
  readonly under: string;
}

/** Load and capacity are compared only where both count bytes or both count events. */
export interface Rate extends Figure {
  readonly counts: 'bytes' | 'events';
}

export interface Money extends Figure {
  readonly role: 'saving' | 'cost';
  /** Saving per month in currency units. */
  readonly monthly: number | null;
  readonly currency: string;
  /** Said to be the sum of others. */
  readonly total: boolean;
}

export interface Figures {
  readonly shares: readonly TimeShare[];
  readonly speedups: readonly SpeedUp[];
  readonly results: readonly TableResult[];
  readonly latencies: readonly LatencyFigure[];
  readonly money: readonly Money[];
  readonly growth: readonly Figure[];
  readonly load: readonly Rate[];
  readonly capacity: readonly Rate[];
  readonly utilisation: readonly Figure[];
}
