// Fits the models of whole documents: does it apply, and of what kind, tense, scope ... is it?
import { fitPruned, score } from './logistic.mjs';
import { bestThreshold } from './sentences.mjs';

/** Every label of the document model with what people said of it; `among`: only where the document applies. */
export const DOCUMENT_LABELS = [
  { name: 'applies', field: 'applies', truth: (/** @type {any} */ l) => l.applies, among: false },
  ...['rewrite', 'switch', 'greenfield', 'advocacy'].map((k) => ({
    name: `kind:${k}`,
    field: 'kind',
    truth: (/** @type {any} */ l) => l.kind === k,
    among: true,
  })),
  ...['proposed', 'decided', 'done'].map((k) => ({
    name: `tense:${k}`,
    field: 'tense',
    truth: (/** @type {any} */ l) => l.tense === k,
    among: true,
  })),
  ...['whole', 'part'].map((k) => ({ name: `scope:${k}`, field: 'scope', truth: (/** @type {any} */ l) => l.scope === k, among: true })),
  { name: 'service', field: 'service', truth: (/** @type {any} */ l) => l.service, among: true },
  { name: 'new-language', field: 'new_language', truth: (/** @type {any} */ l) => l.new_language, among: true },
  { name: 'speed-up', field: 'speedup_argued', truth: (/** @type {any} */ l) => l.speedup_argued, among: true },
  { name: 'capacity', field: 'capacity_argued', truth: (/** @type {any} */ l) => l.capacity_argued, among: true },
  ...['cpu-bound', 'latency-product'].map((k) => ({
    name: `exempt:${k}`,
    field: 'exempt',
    truth: (/** @type {any} */ l) => l.exempt === k,
    among: true,
  })),
];

/** Labels of which the largest sum wins: their threshold is 0. */
const CONTESTED = /^(?:kind|tense|scope):/;

/**
 * @param {readonly any[]} docs with `label`, `fold`, `dx` (the numbers of their features), and `best`: what their best sentence adds to `applies`
 * @returns {{ label: any, weights: Float64Array, threshold: number, out: Map<any, number> }[]} `out`: the sum of each document by weights that have not seen it
 * @param {number} features how many there are
 * @param {number} folds
 * @param {{ l2: number, drop: number }} options see fitPruned
 * @param {number} beta of the F-measure by which the threshold of `applies` is found
 */
export function fitDocuments(docs, features, folds, options, beta) {
  return DOCUMENT_LABELS.map((label) => {
    const list = docs.filter((d) => (label.among ? d.label.applies && d.label[label.field] !== undefined : true));
    const y = (/** @type {any} */ d) => (label.truth(d.label) ? 1 : 0);
    const weight = (/** @type {any} */ d) => d.weight ?? 1;
    const fit = (/** @type {readonly any[]} */ of) =>
      fitPruned(
        of.map((d) => d.dx),
        of.map(y),
        of.map(weight),
        features,
        options,
      );
    const out = new Map();
    for (let k = 0; k < folds; k++) {
      const w = fit(list.filter((d) => d.fold !== k));
      for (const d of list) if (d.fold === k) out.set(d, score(w, d.dx) + (label.name === 'applies' ? d.best : 0));
    }
    const units = list.filter((d) => d.weight === undefined).map((d) => ({ truth: y(d) === 1, z: out.get(d) }));
    return {
      label,
      weights: fit(list),
      threshold: CONTESTED.test(label.name) ? 0 : bestThreshold(units, label.name === 'applies' ? beta : 1),
      out,
    };
  });
}
