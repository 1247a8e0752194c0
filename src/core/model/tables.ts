/** A linear model of many labels over sparse features: which weights a key has, and their sum. Unpacked from what the generator made. */

import { digit } from '../words/digits';
import type { Keys } from './keys';

/** What the generator makes of a table of weights; see scripts/gen/model.mjs. */
export interface PackedModel {
  readonly labels: readonly string[];
  /** Per label: the constant term, and from which sum on the label holds. */
  readonly bias: readonly number[];
  readonly threshold: readonly number[];
  /** The largest weight, see `weightOf`. */
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

/** A weight by its digit: fine steps near 0, where most are, coarse ones far from it. */
const weightOf = (most: number): Float32Array =>
  Float32Array.from({ length: 90 }, (_, d) => (Math.sign(d - 45) * most * ((d - 45) * (d - 45))) / (44 * 44));

const FREE = -1;
/** Bits of the filter in front of the table, a power of two. */
const FILTER = 1 << 17;

export class Model {
  readonly labels: readonly string[];
  readonly bias: Float32Array;
  readonly threshold: Float32Array;
  private readonly weights: Float32Array;
  /** By slot: the key and where its weights begin. */
  private readonly slots: Int32Array;
  private readonly starts: Int32Array;
  private readonly packed: string;
  /** A bit for each key, by its hash: most keys have no weight, and this tells it from a table that fits beside the processor. */
  private readonly known = new Uint32Array(FILTER / 32);
  /** By slot: the last list that had its key. */
  private readonly seen: Int32Array;
  private round = 0;
  private rows = new Int32Array(1 << 9);

  constructor(packed: PackedModel) {
    this.labels = packed.labels;
    this.bias = Float32Array.from(packed.bias);
    this.threshold = Float32Array.from(packed.threshold);
    this.weights = weightOf(packed.most);
    const { rows, count } = packed;
    this.packed = rows;
    let size = 16;
    while (size < count * 2.5) size *= 2;
    const slots = (this.slots = new Int32Array(size).fill(FREE));
    const starts = (this.starts = new Int32Array(size));
    this.seen = new Int32Array(size);
    const { known } = this;
    for (let at = 0, key = 0; at < rows.length; at += 1 + 2 * digit(rows, at)) {
      let worth = 1;
      let d = digit(rows, at++);
      for (; d > 44; d = digit(rows, at++)) {
        key += (d - 45) * worth;
        worth *= 45;
      }
      key += d * worth;
      const hash = spread(key);
      let slot = hash & (size - 1);
      while (slots[slot] !== FREE) slot = (slot + 1) & (size - 1);
      slots[slot] = key;
      starts[slot] = at;
      const bit = hash & (FILTER - 1);
      known[bit >>> 5] = (known[bit >>> 5] as number) | (1 << (bit & 31));
    }
  }

  /** Adds what the keys of a list weigh to the sums of the labels; a key that stands there twice counts once. */
  add(keys: Keys, sums: Float32Array): void {
    for (const slot of this.rowsOf(keys)) this.addRow(slot, sums);
  }

  /** The rows of the table that the keys of a list have, each once, for `addRows`; good until the next call. */
  rowsOf({ list, count }: Keys): Int32Array {
    const { slots, seen, known: filter } = this;
    const last = slots.length - 1;
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
      let known = slots[slot] as number;
      while (known !== key && known !== FREE) {
        slot = (slot + 1) & last;
        known = slots[slot] as number;
      }
      if (known === FREE || seen[slot] === round) continue;
      seen[slot] = round;
      rows[n++] = slot;
    }
    return rows.subarray(0, n);
  }

  /** Adds what rows weigh; a row that stands in several of the lists counts once. */
  addRows(lists: Iterable<Int32Array>, sums: Float32Array): void {
    const round = ++this.round;
    for (const list of lists)
      for (const slot of list) {
        if (this.seen[slot] === round) continue;
        this.seen[slot] = round;
        this.addRow(slot, sums);
      }
  }

  private addRow(slot: number, sums: Float32Array): void {
    const { packed, weights } = this;
    let at = this.starts[slot] as number;
    for (const end = at + 1 + 2 * digit(packed, at++); at < end; at += 2) {
      const label = digit(packed, at);
      sums[label] = (sums[label] as number) + (weights[digit(packed, at + 1)] as number);
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

const spread = (key: number): number => Math.imul(key, 0x9e3779b1) >>> 12;
