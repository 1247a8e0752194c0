// Fits the screen of src/core/prefilter.ts: words in the beginning of a document that tell, before anything is parsed, that it is no proposal.
import { fitPruned, score } from './logistic.mjs';
import { featureIds, indexed } from './sentences.mjs';

/** What a document counts: one of an ordinary repository, one that was picked because it looks like a proposal, and a proposal. */
const WEIGHTS = { plain: 1, near: 0.15, applies: 4 };
const OPTIONS = { l2: 4, drop: 0.1 };
const LEAST = 8;
/** One in so many proposals that the engine would have found may be turned away. */
const LOST = 100;

/**
 * @param {any} corridor
 * @param {readonly { text: string, applies: boolean, found: boolean, plain: boolean, fold: number }[]} docs
 */
export function fitScreen(corridor, docs, /** @type {number} */ folds) {
  const list = docs
    .filter((d) => corridor.isScreened(d.text))
    .map((d) => ({ ...d, keys: /** @type {string[]} */ ([...corridor.opening(d.text)]), z: 0, x: /** @type {number[]} */ ([]) }));
  const ids = featureIds(list, LEAST, (d) => [d.keys]);
  for (const d of list) d.x = indexed(/** @type {any} */ (d.keys), ids);
  const weightOf = (/** @type {any} */ d) => (d.applies ? WEIGHTS.applies : d.plain ? WEIGHTS.plain : WEIGHTS.near);
  const fit = (/** @type {typeof list} */ of) =>
    fitPruned(
      of.map((d) => d.x),
      of.map((d) => (d.applies ? 1 : 0)),
      of.map(weightOf),
      ids.size,
      OPTIONS,
    );
  for (let k = 0; k < folds; k++) {
    const weights = fit(list.filter((d) => d.fold !== k));
    for (const d of list) if (d.fold === k) d.z = score(weights, d.x);
  }
  const lowest = list
    .filter((d) => d.found)
    .map((d) => d.z)
    .sort((a, b) => a - b);
  const threshold = lowest[Math.floor(lowest.length / LOST)];
  const passed = (/** @type {(d: any) => boolean} */ which) => {
    const some = list.filter(which);
    return `${some.filter((d) => d.z >= threshold).length}/${some.length}`;
  };
  const weights = fit(list);
  return {
    threshold,
    constant: weights[ids.size],
    weights: [...ids].map(([word, i]) => /** @type {[string, number]} */ ([word, weights[i]])).filter(([, w]) => w !== 0),
    figures: `screen: lets through ${passed((d) => d.applies)} proposals, ${passed((d) => !d.applies && !d.plain)} near misses, ${passed((d) => d.plain)} ordinary documents`,
  };
}

/** The table of src/content/model/screen.tsv. */
export const screenText = (/** @type {ReturnType<typeof fitScreen>} */ { threshold, constant, weights }) =>
  [
    '# Words in the beginning of a document (# before those of a heading) and what they weigh for its being a proposal. Written by scripts/fit.mjs.',
    `threshold\t${threshold.toFixed(2)}`,
    `constant\t${constant.toFixed(3)}`,
    ...weights.sort(([a], [b]) => (a < b ? -1 : 1)).map(([word, w]) => `${word}\t${w.toFixed(2)}`),
    '',
  ].join('\n');
