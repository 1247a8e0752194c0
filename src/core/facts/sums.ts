/** The model's sums of every sentence of a document, worked out once and kept as long as what they were made of stays. */
import { neighbourFeatures, ownFeatures, placeFeatures, sideFeatures, standingFeatures } from '../model/sentence';
import { Keys, flag, ROOM, S } from '../model/keys';
import type { Model } from '../model/tables';
import type { Sentence } from '../words/reading';
import type { Stakes } from './stakes';
import type { Located, Memo } from './located';

const TAKEN = flag('option taken');
const LEFT = flag('option left');

/** The keys of one sentence in its place, as the model is asked and as it is fitted. */
export class SentenceKeys {
  readonly keys = new Keys();

  own(l: Located): Keys {
    this.keys.clear();
    ownFeatures(l.s, l.said.block, this.keys);
    return this.keys;
  }

  place({ at }: Located): Keys {
    this.keys.clear();
    placeFeatures(at, this.keys);
    return this.keys;
  }

  standing(l: Located): Keys {
    this.keys.clear();
    standingFeatures(l.s, l.at, this.keys);
    return this.keys;
  }

  /** What depends on the sentences beside it and on the sides of the names. */
  around(l: Located, before: Sentence | null, after: Sentence | null, stakes: Stakes): Keys {
    const { keys } = this;
    keys.clear();
    neighbourFeatures(before, after, keys);
    if (l.s.named.length > 0) sideFeatures(l.s, (name) => sideOf(name, stakes), keys);
    const { option } = l.c;
    if (option.length > 0) {
      const taken = option.some((n) => stakes.to.has(n));
      const side = taken ? TAKEN : option.some((n) => stakes.rivals.has(n) || stakes.from.has(n)) ? LEFT : -1;
      if (side >= 0) {
        keys.put(S.k + side);
        for (const c of l.s.classes) keys.put(S.ck + c * ROOM + side);
      }
    }
    return keys;
  }
}

/** Number in `SIDES`. */
const sideOf = (name: string, stakes: Stakes): number =>
  stakes.to.has(name) ? 0 : stakes.from.has(name) ? 1 : stakes.rivals.has(name) ? 2 : 3;

/** The sentence beside one, where it stands in the same section. */
export const beside = (all: readonly Located[], i: number, l: Located): Sentence | null => {
  const other = all[i];
  return other !== undefined && other.c.section === l.c.section ? other.s : null;
};

/** So many labels, the first, have a bit in `memo.held`. */
export const MOST_HELD = 30;

/** Works out the sums of all sentences; afterwards each has them in `memo.sums`. */
export function sumUp(all: readonly Located[], stakes: Stakes, model: Model, maker: SentenceKeys): void {
  const { threshold } = model;
  const count = model.labels.length;
  const holding = Math.min(count, MOST_HELD);
  const nothing = new Float32Array(count);
  for (let i = 0; i < all.length; i++) {
    const l = all[i] as Located;
    const before = beside(all, i - 1, l);
    const after = beside(all, i + 1, l);
    const memo: Memo = l.memo;
    if (memo.sums !== null && memo.before === before && memo.after === after && memo.sides === stakes.key) continue;
    if (l.said.own === null) {
      model.begin();
      model.addKeys(maker.own(l));
      l.said.own = model.end();
    }
    if (l.at.weighed === null) {
      model.begin(nothing);
      model.addKeys(maker.place(l));
      l.at.weighed = model.end();
    }
    model.begin(l.said.own);
    model.addSums(l.at.weighed);
    model.addKeys(maker.standing(l));
    model.addKeys(maker.around(l, before, after, stakes));
    const sums = (memo.sums = model.end());
    let held = 0;
    for (let k = 0; k < holding; k++) if ((sums[k] as number) > (threshold[k] as number)) held |= 1 << k;
    memo.held = held;
    memo.before = before;
    memo.after = after;
    memo.sides = stakes.key;
  }
}
