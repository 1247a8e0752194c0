/** What a block is beside its prose and its place: the part that its kind decides. */

/** What a kind of block adds to its prose. */
export interface Extras {
  readonly task: boolean | null;
  readonly level: number;
  readonly table: number;
  readonly row: number;
  readonly headers: readonly string[];
  readonly language: string;
  readonly contentFrom: number;
  readonly contentTo: number;
}

/** Nothing added. */
export const PLAIN: Extras = { task: null, level: 0, table: -1, row: -1, headers: [], language: '', contentFrom: 0, contentTo: 0 };
/** By level of heading. */
export const LEVELS: readonly Extras[] = [0, 1, 2, 3, 4, 5, 6].map((level) => ({ ...PLAIN, level }));
/** By state of the task box. */
export const TASKS = { true: { ...PLAIN, task: true }, false: { ...PLAIN, task: false }, null: PLAIN } as const;
