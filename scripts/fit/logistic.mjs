// Logistic regression with an L2 penalty over sparse binary features, fitted by L-BFGS (Nocedal & Wright, Numerical Optimization, 7.2).

const ITERATIONS = 80;
/** Pairs of steps and changes of the gradient that the curvature is made of. */
const MEMORY = 6;
const HALVINGS = 20;
/** Relative change of the loss below which nothing more is to be won. */
const ENOUGH = 1e-5;

/**
 * Rows of feature numbers end to end; row i is `idx[ptr[i]]` up to `idx[ptr[i + 1]]`.
 * @param {readonly (readonly number[])[]} rows
 */
export function csr(rows) {
  const ptr = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => (ptr[i + 1] = /** @type {number} */ (ptr[i]) + row.length));
  const idx = new Int32Array(/** @type {number} */ (ptr[rows.length]));
  rows.forEach((row, i) => idx.set(row, ptr[i]));
  return { ptr, idx };
}

/** @type {(a: Float64Array, b: Float64Array) => number} */
const dot = (a, b) => {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j] * b[j];
  return sum;
};

/**
 * The loss at `w`, and its gradient in `g`.
 * @param {{ x: { ptr: Int32Array, idx: Int32Array }, y: readonly number[], weight: readonly number[], l2: number }} data
 * @param {Float64Array} w
 * @param {Float64Array} g
 */
function lossAt({ x: { ptr, idx }, y, weight, l2 }, w, g) {
  const features = w.length - 1;
  let loss = 0;
  g[features] = 0;
  for (let j = 0; j < features; j++) {
    loss += 0.5 * l2 * w[j] * w[j];
    g[j] = l2 * w[j];
  }
  for (let i = 0; i < y.length; i++) {
    let sum = w[features];
    for (let p = ptr[i]; p < ptr[i + 1]; p++) sum += w[idx[p]];
    const sign = y[i] ? 1 : -1;
    const margin = sign * sum;
    const e = Math.exp(-Math.abs(margin));
    loss += weight[i] * (margin > 0 ? Math.log1p(e) : -margin + Math.log1p(e));
    const c = -sign * weight[i] * (margin > 0 ? e / (1 + e) : 1 / (1 + e));
    for (let p = ptr[i]; p < ptr[i + 1]; p++) g[idx[p]] += c;
    g[features] += c;
  }
  return loss;
}

/**
 * The direction of descent: minus the gradient times what the last steps say of the inverse curvature.
 * @param {Float64Array} g
 * @param {readonly { s: Float64Array, y: Float64Array, rho: number }[]} steps
 */
function descent(g, steps) {
  const d = Float64Array.from(g);
  /** @type {number[]} */
  const alphas = [];
  for (let k = steps.length - 1; k >= 0; k--) {
    const { s, y, rho } = steps[k];
    const alpha = (alphas[k] = rho * dot(s, d));
    for (let j = 0; j < d.length; j++) d[j] -= alpha * y[j];
  }
  const last = steps[steps.length - 1];
  const scale = last ? 1 / (last.rho * dot(last.y, last.y)) : 1 / Math.max(1, Math.sqrt(dot(g, g)));
  for (let j = 0; j < d.length; j++) d[j] *= scale;
  steps.forEach(({ s, y, rho }, k) => {
    const beta = rho * dot(y, d);
    for (let j = 0; j < d.length; j++) d[j] += s[j] * (alphas[k] - beta);
  });
  for (let j = 0; j < d.length; j++) d[j] = -d[j];
  return d;
}

/**
 * @param {{ ptr: Int32Array, idx: Int32Array }} x
 * @param {readonly number[]} y 1 or 0 per row
 * @param {readonly number[]} weight what a row counts
 * @param {number} features how many there are
 * @param {{ l2: number }} options
 * @returns {Float64Array} a weight per feature, and last the constant
 */
export function fitLR(x, y, weight, features, { l2 }) {
  const data = { x, y, weight, l2 };
  let w = new Float64Array(features + 1);
  let g = new Float64Array(features + 1);
  let loss = lossAt(data, w, g);
  /** @type {{ s: Float64Array, y: Float64Array, rho: number }[]} */
  const steps = [];
  for (let n = 0; n < ITERATIONS; n++) {
    const d = descent(g, steps);
    const slope = dot(g, d);
    if (slope > -1e-9) break;
    let to = w;
    let gradient = g;
    let next = Infinity;
    for (let k = 0, t = 1; k <= HALVINGS; k++, t *= 0.5) {
      to = w.map((v, j) => v + t * d[j]);
      gradient = new Float64Array(features + 1);
      next = lossAt(data, to, gradient);
      if (next <= loss + 1e-4 * t * slope) break;
    }
    const s = to.map((v, j) => v - w[j]);
    const change = gradient.map((v, j) => v - g[j]);
    const done = Math.abs(loss - next) < ENOUGH * Math.max(1, loss);
    [w, g, loss] = [to, gradient, next];
    if (done) break;
    const curvature = dot(s, change);
    if (curvature > 1e-12) steps.push({ s, y: change, rho: 1 / curvature });
    if (steps.length > MEMORY) steps.shift();
  }
  return w;
}

/** @type {(weights: Float64Array, row: readonly number[]) => number} */
export const score = (weights, row) => row.reduce((sum, j) => sum + weights[j], weights[weights.length - 1]);

/**
 * A fit whose small weights are set to 0 afterwards, for they cost room. (A second fit of what is left was tried: it judged documents that it
 * had not seen worse.)
 * @param {readonly (readonly number[])[]} rows
 * @param {readonly number[]} y
 * @param {readonly number[]} weight
 * @param {number} features
 * @param {{ l2: number, drop: number }} options
 */
export function fitPruned(rows, y, weight, features, { l2, drop }) {
  return fitLR(csr(rows), y, weight, features, { l2 }).map((w, j) => (j === features || Math.abs(w) >= drop ? w : 0));
}
