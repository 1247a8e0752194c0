// Fits the sum that says of a sentence whether a document argues its case there. Nobody labels that: what is known is which documents apply. A document
// applies because of some sentence, and one that does not apply has none (multiple-instance learning). A document's best sentence then says what a
// sum over all its words cannot: that the change and its reason stand in one place.
import { csr, fitLR, fitPruned, score } from './logistic.mjs';

/** So many sentences of a document that applies are taken for its argument. */
const TOP = 3;
const ROUNDS = 3;
/** What a sentence of a document that does not apply counts: there are some forty to one of an argument. */
const OTHER = 0.3;

/**
 * The weights, and last the constant. The sentences that people marked as claims about speed begin it; then those that the weights like best take
 * their place.
 * @param {readonly any[]} docs `{ sentences, label, weight }`, sentences with `x` and `y`
 * @param {number} features how many there are
 * @param {{ l2: number, drop: number }} options see fitPruned
 */
export function fitArgues(docs, features, options) {
  const weight = (/** @type {any} */ d) => d.weight ?? 1;
  const others = docs
    .filter((d) => !d.label.applies)
    .flatMap((d) => d.sentences.map((/** @type {any} */ s) => ({ s, counts: OTHER * weight(d) })));
  const applying = docs.filter((d) => d.label.applies);
  let own = applying.flatMap((d) =>
    d.sentences.filter((/** @type {any} */ s) => s.y.speed === 1).map((/** @type {any} */ s) => ({ s, counts: weight(d) })),
  );
  for (let round = 1; ; round++) {
    const rows = [...own, ...others].map((r) => r.s.x);
    const y = [...own.map(() => 1), ...others.map(() => 0)];
    const counts = [...own, ...others].map((r) => r.counts);
    if (round === ROUNDS) return fitPruned(rows, y, counts, features, options);
    const weights = fitLR(csr(rows), y, counts, features, options);
    own = applying.flatMap((d) =>
      d.sentences
        .map((/** @type {any} */ s) => ({ s, counts: weight(d), z: score(weights, s.x) }))
        .sort((/** @type {any} */ a, /** @type {any} */ b) => b.z - a.z)
        .slice(0, TOP),
    );
  }
}
