// The logistic model of facts/weights.ts: fitted by Newton's method with an L2 penalty, judged by cross-validation over documents.

/**
 * @typedef {object} Example one statement about speed that nothing vetoes.
 * @property {string} document
 * @property {string} section document and section, the unit in which people labelled.
 * @property {number[]} on numbers of the features that are on.
 * @property {boolean | null} argued null beside a labelled line of the same section, where nobody can say.
 */

const sigmoid = (/** @type {number} */ z) => 1 / (1 + Math.exp(-z));

/** Solves A x = b in place by elimination with pivots; A is small and positive definite. */
function solve(/** @type {Float64Array[]} */ a, /** @type {Float64Array} */ b) {
  const n = b.length;
  const at = (/** @type {number} */ i, /** @type {number} */ j) => /** @type {number} */ (/** @type {Float64Array} */ (a[i])[j]);
  for (let k = 0; k < n; k += 1) {
    let pivot = k;
    for (let i = k + 1; i < n; i += 1) if (Math.abs(at(i, k)) > Math.abs(at(pivot, k))) pivot = i;
    [a[k], a[pivot]] = [/** @type {Float64Array} */ (a[pivot]), /** @type {Float64Array} */ (a[k])];
    [b[k], b[pivot]] = [b[pivot] ?? 0, b[k] ?? 0];
    for (let i = k + 1; i < n; i += 1) {
      const factor = at(i, k) / at(k, k);
      if (factor === 0) continue;
      for (let j = k; j < n; j += 1) /** @type {Float64Array} */ (a[i])[j] = at(i, j) - factor * at(k, j);
      b[i] = (b[i] ?? 0) - factor * (b[k] ?? 0);
    }
  }
  for (let k = n - 1; k >= 0; k -= 1) {
    let sum = b[k] ?? 0;
    for (let j = k + 1; j < n; j += 1) sum -= at(k, j) * (b[j] ?? 0);
    b[k] = sum / at(k, k);
  }
  return b;
}

const score = (/** @type {Float64Array} */ weights, /** @type {readonly number[]} */ on) =>
  sigmoid(on.reduce((z, f) => z + (weights[f] ?? 0), 0));

/**
 * @param {readonly Example[]} examples
 * @param {number} features
 * @param {number} penalty
 */
export function fit(examples, features, penalty) {
  const known = examples.filter((e) => e.argued !== null);
  const weights = new Float64Array(features);
  for (let round = 0; round < 40; round += 1) {
    const gradient = weights.map((w) => penalty * w);
    const hessian = Array.from({ length: features }, (_, i) => {
      const row = new Float64Array(features);
      row[i] = penalty;
      return row;
    });
    for (const { on, argued } of known) {
      const p = score(weights, on);
      for (const i of on) {
        gradient[i] = (gradient[i] ?? 0) + p - (argued === true ? 1 : 0);
        const row = /** @type {Float64Array} */ (hessian[i]);
        for (const j of on) row[j] = (row[j] ?? 0) + p * (1 - p);
      }
    }
    const step = solve(hessian, gradient);
    let change = 0;
    for (let i = 0; i < features; i += 1) {
      weights[i] = (weights[i] ?? 0) - (step[i] ?? 0);
      change = Math.max(change, Math.abs(step[i] ?? 0));
    }
    if (change < 1e-9) break;
  }
  return weights;
}

/**
 * Sections as people labelled them: right where the surest statement of the section is on the right side of the threshold.
 * @param {readonly {example: Example, p: number}[]} judged
 * @param {ReadonlySet<string>} wanted sections with a labelled claim of speed, also those where no statement was found.
 * @param {number} threshold
 */
export function sections(judged, wanted, threshold) {
  /** @type {Map<string, number>} */
  const best = new Map();
  for (const { example, p } of judged) best.set(example.section, Math.max(best.get(example.section) ?? 0, p));
  const said = [...best].filter(([, p]) => p >= threshold).map(([section]) => section);
  const tp = said.filter((section) => wanted.has(section)).length;
  return { tp, fp: said.length - tp, fn: wanted.size - tp };
}

/**
 * Every example judged by weights that have not seen its document.
 * @param {readonly Example[]} examples
 * @param {number} features
 * @param {number} penalty
 * @param {number} [folds]
 */
export function crossValidated(examples, features, penalty, folds = 8) {
  const documents = [...new Set(examples.map((e) => e.document))].sort();
  // Every eighth name of a sorted list: the same folds in every run.
  const foldOf = new Map(documents.map((document, i) => [document, i % folds]));
  return Array.from({ length: folds }, (_, fold) => {
    const weights = fit(
      examples.filter((e) => foldOf.get(e.document) !== fold),
      features,
      penalty,
    );
    return examples.filter((e) => foldOf.get(e.document) === fold).map((example) => ({ example, p: score(weights, example.on) }));
  }).flat();
}

/** Every example judged by weights fitted to all of them. */
export const inSample = (/** @type {readonly Example[]} */ examples, /** @type {Float64Array} */ weights) =>
  examples.map((example) => ({ example, p: score(weights, example.on) }));
