// Fits the models of whole documents: does it apply, and of what kind, tense, scope ... is it?
import { readFileSync } from 'node:fs';
import { fitPruned, score } from './logistic.mjs';
import { bestThreshold } from './sentences.mjs';

/** What people say that a document has which does not apply: a change but not for performance, performance but no change, neither, or they cannot tell. */
const ASPECTS = ['moves', 'performance', 'neither', 'unclear'];

/**
 * @param {string} file lines of `id<TAB>aspect`
 * @returns {Map<string, string>}
 */
export function readAspects(file) {
  const rows = readFileSync(file, 'utf8').trim().split('\n');
  return new Map(
    rows.map((row, i) => {
      const [id, aspect] = row.split('\t');
      if (!ASPECTS.includes(aspect)) throw new Error(`${file}:${i + 1}: no aspect "${aspect}"; there are ${ASPECTS.join(', ')}`);
      return [id, aspect];
    }),
  );
}

/**
 * The halves of `applies`. The second is fitted to documents in which something moves, so that it tells reasons apart and not subjects, and to
 * the annotated texts (fold -1), without which a text that gives no reason at all would be taken to have one. Where nobody said what a document that
 * does not apply has, it is one of those in which next to nothing moves.
 */
const HALVES = [
  {
    name: 'moves',
    truth: (/** @type {any} */ d) => d.label.applies || d.aspect === 'moves',
    counts: (/** @type {any} */ d) => d.aspect !== 'unclear',
  },
  {
    name: 'by-performance',
    truth: (/** @type {any} */ d) => d.label.applies,
    counts: (/** @type {any} */ d) => d.label.applies || d.aspect === 'moves' || d.fold < 0,
  },
];

/** Every label that says of what kind a document is that applies, with what people said of it. */
const KINDS = [
  ...['rewrite', 'switch', 'greenfield', 'advocacy'].map((k) => ({
    name: `kind:${k}`,
    field: 'kind',
    truth: (/** @type {any} */ l) => l.kind === k,
  })),
  ...['proposed', 'decided', 'done'].map((k) => ({
    name: `tense:${k}`,
    field: 'tense',
    truth: (/** @type {any} */ l) => l.tense === k,
  })),
  ...['whole', 'part'].map((k) => ({ name: `scope:${k}`, field: 'scope', truth: (/** @type {any} */ l) => l.scope === k })),
  { name: 'service', field: 'service', truth: (/** @type {any} */ l) => l.service },
  { name: 'new-language', field: 'new_language', truth: (/** @type {any} */ l) => l.new_language },
  { name: 'speed-up', field: 'speedup_argued', truth: (/** @type {any} */ l) => l.speedup_argued },
  { name: 'capacity', field: 'capacity_argued', truth: (/** @type {any} */ l) => l.capacity_argued },
  ...['cpu-bound', 'latency-product'].map((k) => ({
    name: `exempt:${k}`,
    field: 'exempt',
    truth: (/** @type {any} */ l) => l.exempt === k,
  })),
];

/** Labels of which the largest sum wins: their threshold is 0. */
const CONTESTED = /^(?:kind|tense|scope):/;

/** Labels of which single sentences are asked as well, see fit/shows.mjs. */
export const SHOWN = [...HALVES, ...KINDS.filter(({ name }) => CONTESTED.test(name))].map(({ name }) => name);

/**
 * @typedef {{ label: { name: string }, weights: Float64Array, threshold: number, out: Map<any, number> }} Fit `out`: the sum of each document by
 * weights that have not seen it
 */

/**
 * Weights for one question to documents, and the sums of the documents by weights that have not seen them.
 * @param {readonly any[]} asked whom people answered for
 * @param {(d: any) => boolean} truth
 * @param {readonly any[]} all whose sums are wanted
 * @param {number} features how many there are
 * @param {number} folds
 * @param {{ l2: number, drop: number }} options see fitPruned
 */
function fitOne(asked, truth, all, features, folds, options) {
  const fit = (/** @type {readonly any[]} */ of) =>
    fitPruned(
      of.map((d) => d.dx),
      of.map((d) => (truth(d) ? 1 : 0)),
      of.map((d) => d.weight ?? 1),
      features,
      options,
    );
  /** @type {Map<any, number>} */
  const out = new Map();
  for (let k = 0; k < folds; k++) {
    const w = fit(asked.filter((d) => d.fold !== k));
    for (const d of all) if (d.fold === k) out.set(d, score(w, d.dx));
  }
  return { weights: fit(asked), out };
}

const unitsOf = (/** @type {readonly any[]} */ docs, /** @type {Map<any, number>} */ out, /** @type {(d: any) => boolean} */ truth) =>
  docs.filter((d) => d.weight === undefined).map((d) => ({ truth: truth(d), z: out.get(d) }));

/**
 * @param {any} corridor
 * @param {readonly any[]} docs with `label`, `aspect`, `fold`, `dx` (the numbers of their features), and `best`: what their best sentence adds, by label
 * @param {number} features how many there are
 * @param {number} folds
 * @param {{ halves: { l2: number, drop: number }, kinds: { l2: number, drop: number } }} options see fitPruned
 * @param {number} beta of the F-measure by which the threshold of `applies` is found
 * @returns {Fit[]} `applies` first; its sum is made of its halves, and it has no weights of its own
 */
export function fitDocuments(corridor, docs, features, folds, options, beta) {
  const halves = HALVES.map((label) => ({
    label,
    threshold: 0,
    ...fitOne(docs.filter(label.counts), label.truth, docs, features, folds, options.halves),
  }));
  const out = new Map(
    [...halves[0].out.keys()].map((d) => [d, corridor.bothOf(...halves.map(({ label, out: own }) => own.get(d) + d.best.get(label.name)))]),
  );
  const applies = {
    label: { name: 'applies' },
    weights: new Float64Array(features + 1),
    threshold: bestThreshold(
      unitsOf(docs, out, (d) => d.label.applies),
      beta,
    ),
    out,
  };
  const kinds = KINDS.map((label) => {
    const asked = docs.filter((d) => d.label.applies && d.label[label.field] !== undefined);
    const truth = (/** @type {any} */ d) => label.truth(d.label);
    const fit = fitOne(asked, truth, asked, features, folds, options.kinds);
    for (const [d, sum] of fit.out) fit.out.set(d, sum + (d.best.get(label.name) ?? 0));
    return { label, threshold: CONTESTED.test(label.name) ? 0 : bestThreshold(unitsOf(asked, fit.out, truth)), ...fit };
  });
  return [applies, ...halves, ...kinds];
}
