/** The reading before an edit, asked for blocks whose own text the edit did not touch. */
import type { Extras } from './extras';
import type { Block, BlockKind, Directive } from './types';

export interface Reading {
  readonly blocks: readonly Block[];
  readonly origin: ArrayLike<number>;
  readonly directives: readonly Directive[];
}

/** Where a block stands: what its reading depends on beside its text. */
export interface Place {
  readonly depth: number;
  readonly list: number;
  readonly item: boolean;
  readonly ordered: boolean;
  readonly quoted: boolean;
  readonly callout: boolean;
}

export class Previous {
  /** `[from, to)` of the old text became `[from, newTo)` of the new. */
  constructor(
    private readonly reading: Reading,
    private readonly from: number,
    private readonly to: number,
    private readonly newTo: number,
  ) {}

  /** Offset before the edit of a range that the edit left alone, -1 where it did not. */
  private oldPlace(from: number, to: number): number {
    if (to <= this.from) return from;
    return from >= this.newTo ? from - this.newTo + this.to : -1;
  }

  /**
   * The old block that a block of the new text at `[from, to)` would equal, else null. No text is compared: outside the edit it is the same.
   * A block with a suppression inside is read again, for suppressions are found on the way.
   */
  find(from: number, to: number, kind: BlockKind, place: Place, extras: Extras): Block | null {
    const old = this.oldPlace(from, to);
    if (old < 0) return null;
    const { blocks, directives } = this.reading;
    const i = this.indexAt(old);
    const block = i < 0 ? undefined : blocks[i];
    if (block === undefined || block.kind !== kind || block.to !== to - from || !samePlace(block, place) || !sameExtras(block, extras))
      return null;
    for (const { span } of directives) if (span.from < old + block.to && span.to > old) return null;
    return block;
  }

  /** Header cells of the table whose header row stood at `[from, to)`, as the array its other rows hold; null where that is not known. */
  headers(from: number, to: number): readonly string[] | null {
    const old = this.oldPlace(from, to);
    const i = old < 0 ? -1 : this.indexAt(old);
    const next = i < 0 ? undefined : this.reading.blocks[i + 1];
    return next?.row === 1 ? next.headers : null;
  }

  private indexAt(offset: number): number {
    const { origin } = this.reading;
    let low = 0;
    let high = origin.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((origin[middle] as number) < offset) low = middle + 1;
      else high = middle;
    }
    return origin[low] === offset ? low : -1;
  }
}

function samePlace(block: Block, place: Place): boolean {
  return (
    block.depth === place.depth &&
    block.list === place.list &&
    block.item === place.item &&
    block.ordered === place.ordered &&
    block.quoted === place.quoted &&
    block.callout === place.callout
  );
}

function sameExtras(block: Block, extras: Extras): boolean {
  return (
    block.task === extras.task &&
    block.level === extras.level &&
    block.table === extras.table &&
    block.row === extras.row &&
    block.headers === extras.headers &&
    block.language === extras.language &&
    block.contentFrom === extras.contentFrom &&
    block.contentTo === extras.contentTo
  );
}
