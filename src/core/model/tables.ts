/** A linear model of many labels over sparse features: which weights a key has, and their sum. Unpacked from what the generator made. */

import { bytesOf, VALUES } from '../words/digits';
import type { Keys } from './keys';

/** What the generator makes of a table of weights; see scripts/gen/model.mjs. */
export interface PackedModel {
  readonly labels: readonly string[];
  /** Per label: the constant term, and from which sum on the label holds. */
  readonly bias: readonly number[];
  readonly threshold: readonly number[];
  /** The largest weight, see `weightsBy`. */
  readonly most: number;
  /** How many keys there are. */
  readonly count: number;
  /**
   * Digits (see `words/digits.ts`), read where they stand: per key, ascending, its distance from the
   * key before in digits below 45, the lowest first, 45 added to all but the last; the number of its weights; for each the label and the
   * weight.
   */
  readonly rows: string;
}

/** The weight that a digit stands for: fine steps near 0, where most are, coarse ones far from it. By character, which is what rows are read as. */
const weightsBy = (most: number): Float32Array =>
  Float32Array.from(VALUES, (d) => (Math.sign(d - 45) * most * ((d - 45) * (d - 45))) / (44 * 44));

const FREE = -1;
/** A slot of the table: the key, and behind it these. The fourth place is free, so that a slot lies in one line of the processor's cache. */
const SLOT = 4;
const START = 1;
const SEEN = 2;
/** Bits of the filter in front of the table, a power of two. */
const FILTER = 1 << 17;

export class Model {
  readonly labels: readonly string[];
  readonly bias: Float32Array;
  readonly threshold: Float32Array;
  private readonly weights: Float32Array;
  /** Three by slot, beside each other because they are asked together: the key, where its weights begin, the last list that had it. */
  private readonly table: Int32Array;
  private readonly packed: Uint8Array;
  /** A bit for each key, by its hash: most keys have no weight, and this tells it from a table that fits beside the processor. */
  private readonly known = new Uint32Array(FILTER / 32);
  private round = 0;
  private rows = new Int32Array(1 << 9);
  /** The sums that were begun, in double precision. */
  private readonly total: Float64Array;

  constructor(packed: PackedModel) {
    this.labels = packed.labels;
    this.bias = Float32Array.from(packed.bias);
    this.threshold = Float32Array.from(packed.threshold);
    this.weights = weightsBy(packed.most);
    const { count } = packed;
    const rows = (this.packed = bytesOf(packed.rows));
    let size = 16;
    while (size < count * 2.5) size *= 2;
    const table = (this.table = new Int32Array(size * SLOT).fill(FREE));
    this.total = new Float64Array(packed.labels.length);
    const { known } = this;
    for (let at = 0, key = 0; at < rows.length; at += 1 + 2 * valueAt(rows, at)) {
      let worth = 1;
      let d = valueAt(rows, at++);
      for (; d > 44; d = valueAt(rows, at++)) {
        key += (d - 45) * worth;
        worth *= 45;
      }
      key += d * worth;
      const hash = spread(key);
      let slot = hash & (size - 1);
      while (table[slot * SLOT] !== FREE) slot = (slot + 1) & (size - 1);
      table[slot * SLOT] = key;
      table[slot * SLOT + START] = at;
      const bit = hash & (FILTER - 1);
      known[bit >>> 5] = (known[bit >>> 5] as number) | (1 << (bit & 31));
    }
  }

  /** Begins a sum of every label with the constants, or with sums that were taken before. */
  begin(sums: Float32Array = this.bias): void {
    const { total } = this;
    for (let k = 0; k < total.length; k++) total[k] = sums[k] as number;
  }

  /** Adds sums that were taken before. */
  addSums(sums: Float32Array): void {
    const { total } = this;
    for (let k = 0; k < total.length; k++) total[k] = (total[k] as number) + (sums[k] as number);
  }

  /** Adds what the keys of a list weigh; a key that stands there twice counts once. */
  addKeys(keys: Keys): void {
    for (const slot of this.rowsOf(keys)) this.addRow(slot);
  }

  /** The rows of the table that the keys of a list have, each once, for `addRows`; good until the next call. */
  rowsOf({ list, count }: Keys): Int32Array {
    const { table, known: filter } = this;
    const last = table.length / SLOT - 1;
    const round = ++this.round;
    let { rows } = this;
    if (rows.length < count) rows = this.rows = new Int32Array(count * 2);
    let n = 0;
    for (let k = 0; k < count; k++) {
      const key = list[k] as number;
      const hash = spread(key);
      const bit = hash & (FILTER - 1);
      if (((filter[bit >>> 5] as number) & (1 << (bit & 31))) === 0) continue;
      let slot = hash & last;
      let known = table[slot * SLOT] as number;
      while (known !== key && known !== FREE) {
        slot = (slot + 1) & last;
        known = table[slot * SLOT] as number;
      }
      if (known === FREE || table[slot * SLOT + SEEN] === round) continue;
      table[slot * SLOT + SEEN] = round;
      rows[n++] = slot;
    }
    return rows.subarray(0, n);
  }

  /** Adds what rows weigh; a row that stands in several of the lists counts once. */
  addRows(lists: Iterable<Int32Array>): void {
    const { table } = this;
    const round = ++this.round;
    for (const list of lists)
      for (const slot of list) {
        if (table[slot * SLOT + SEEN] === round) continue;
        table[slot * SLOT + SEEN] = round;
        this.addRow(slot);
      }
  }

  /** The sums that were begun, in a list of their own. */
  end(): Float32Array {
    const { total } = this;
    const sums = new Float32Array(total.length);
    for (let k = 0; k < sums.length; k++) sums[k] = total[k] as number;
    return sums;
  }

  private addRow(slot: number): void {
    const { packed, weights, total } = this;
    let at = this.table[slot * SLOT + START] as number;
    for (const end = at + 1 + 2 * valueAt(packed, at++); at < end; at += 2) {
      const label = valueAt(packed, at);
      total[label] = (total[label] as number) + (weights[packed[at + 1] as number] as number);
    }
  }

  index(label: string): number {
    return this.labels.indexOf(label);
  }

  /** A bit for each of some labels, by its number; labels that the model has not are left out. */
  bits(labels: readonly string[]): number {
    return labels.reduce((bits, label) => (this.index(label) < 0 ? bits : bits | (1 << this.index(label))), 0);
  }
}

const valueAt = (bytes: Uint8Array, at: number): number => VALUES[bytes[at] as number] as number;

const spread = (key: number): number => Math.imul(key, 0x9e3779b1) >>> 12;
