// Fits one logistic model per label to sentences, cross-validated over documents, and finds the sums from which on a label holds.
import { csr, fitLR, fitPruned, score } from './logistic.mjs';
import { ONCE, SPEED } from '../evaluate/guide.mjs';
import { CLAIM_LABELS, sectionsOf } from './corpus.mjs';

/** How much an example counts: positives are rare, traps are what precision is won on, extra examples are of another kind than documents. */
export const WEIGHTS = {
  positive: 3,
  trap: 2,
  written: 0.5,
  annotated: 4,
  drawn: 0.2,
};

/** Claims of which the labelled documents hold a few dozen at most. */
const RARE = new Set(CLAIM_LABELS.filter((label) => !SPEED.has(label)));

/** Labels of the sentence model, in order. */
export const labelsOf = (/** @type {any} */ corridor) => [...corridor.EVIDENCE, 'speed', ...CLAIM_LABELS];

/** Keys that stand in at least `least` documents, numbered. */
export function featureIds(
  /** @type {readonly any[]} */ docs,
  /** @type {number} */ least,
  of = (/** @type {any} */ d) => d.sentences.map((/** @type {any} */ s) => s.keys),
) {
  const count = new Map();
  for (const d of docs) {
    const seen = new Set();
    for (const keys of of(d)) for (const k of keys) seen.add(k);
    for (const k of seen) count.set(k, (count.get(k) ?? 0) + 1);
  }
  const ids = new Map();
  for (const [k, n] of count) if (n >= least) ids.set(k, ids.size);
  return ids;
}

export const indexed = (/** @type {readonly number[]} */ keys, /** @type {Map<number, number>} */ ids) => {
  const out = [];
  for (const k of keys) {
    const i = ids.get(k);
    if (i !== undefined) out.push(i);
  }
  return out;
};

/** Only some sentences are asked for some labels, see `couldClaim` and `couldProve`. */
export const gateOf = (/** @type {any} */ corridor, /** @type {string} */ label) =>
  corridor.EVIDENCE.includes(label)
    ? (/** @type {any} */ s) => corridor.couldProve(s.l)
    : (/** @type {any} */ s) => corridor.couldClaim(label, s.l);

function rowsFor(/** @type {string} */ label, /** @type {(s: any) => boolean} */ gate, /** @type {readonly any[]} */ docs) {
  const rows = [];
  const y = [];
  const w = [];
  const groups = new Map();
  for (const d of docs)
    for (const s of d.sentences) {
      const group = s.group?.[label];
      if (group !== undefined) {
        if (!groups.has(group)) groups.set(group, { list: [], weight: d.counts ?? WEIGHTS.written });
        groups.get(group).list.push(s);
        continue;
      }
      const v = s.y[label];
      if (v === undefined || !gate(s)) continue;
      rows.push(s.x);
      y.push(v);
      w.push((d.counts ?? 1) * (v ? WEIGHTS.positive : s.traps?.has(label) ? WEIGHTS.trap : 1));
    }
  return { rows, y, w, groups };
}

/**
 * The weights of one label. Of the sentences of a group at least one is positive: the one that the weights of a first fit like best.
 * @param {any} options `{ l2, drop }`, see fitPruned
 */
export function fitLabel(
  /** @type {string} */ label,
  /** @type {(s: any) => boolean} */ gate,
  /** @type {readonly any[]} */ docs,
  /** @type {readonly any[]} */ extra,
  /** @type {number} */ features,
  options,
) {
  const a = rowsFor(label, gate, docs);
  const b = rowsFor(label, gate, extra);
  const rows = [...a.rows, ...b.rows];
  const y = [...a.y, ...b.y];
  const w = [...a.w, ...b.w];
  if (b.groups.size > 0) {
    const first = fitLR(csr(rows), y, w, features, options);
    for (const { list, weight } of b.groups.values()) {
      let best = list[0];
      for (const s of list) if (score(first, s.x) > score(first, best.x)) best = s;
      rows.push(best.x);
      y.push(1);
      w.push(weight * WEIGHTS.positive);
    }
  }
  return fitPruned(rows, y, w, features, options);
}

/**
 * What is right or wrong about a label: documents for evidence, sections or documents for claims, each with the best sum in it.
 * `sum` gives a sentence's sum.
 */
export function unitsOf(
  /** @type {any} */ corridor,
  /** @type {string} */ label,
  /** @type {readonly any[]} */ docs,
  /** @type {(s: any) => number} */ sum,
) {
  const units = [];
  for (const d of docs) {
    if (corridor.EVIDENCE.includes(label)) {
      let z = -99;
      for (const s of d.sentences) z = Math.max(z, sum(s));
      units.push({ truth: Boolean(d.label.evidence[label]), z, document: d.id });
      continue;
    }
    const section = sectionsOf(d.text);
    const found = new Map();
    const at = (/** @type {number} */ line) => {
      const key = ONCE.has(label) ? 0 : section(line);
      if (!found.has(key)) found.set(key, { truth: false, z: -99, document: d.id });
      return found.get(key);
    };
    for (const s of d.sentences) {
      const unit = at(s.lineFrom);
      unit.z = Math.max(unit.z, sum(s));
    }
    for (const c of d.label.claims ?? []) if (label === 'speed' ? SPEED.has(c.smell) : c.smell === label) at(c.line).truth = true;
    units.push(...found.values());
  }
  return units;
}

/**
 * The annotated sentences as units of their own. Their sums are of weights that have seen them, so they count less; but of a label that hardly
 * a document has, they are what tells where to draw the line.
 */
export function annotatedUnits(
  /** @type {string} */ label,
  /** @type {(s: any) => boolean} */ gate,
  /** @type {readonly any[]} */ cases,
  /** @type {number} */ n,
) {
  const units = [];
  for (const d of cases)
    for (const s of d.sentences)
      if (s.y[label] !== undefined && gate(s))
        units.push({ truth: s.y[label] === 1, z: s.out[n], counts: RARE.has(label) ? 1 : WEIGHTS.drawn });
  return units;
}

export const cellAt = (/** @type {readonly any[]} */ units, /** @type {number} */ threshold) => {
  let right = 0;
  let wrong = 0;
  let missed = 0;
  for (const { truth, z, counts = 1 } of units) {
    const said = z > threshold;
    if (said && truth) right += counts;
    else if (said) wrong += counts;
    else if (truth) missed += counts;
  }
  return { right, wrong, missed };
};

/** F-measure; beta below 1 prefers precision. */
const fBeta = (/** @type {{ right: number, wrong: number, missed: number }} */ { right, wrong, missed }, beta = 1) =>
  right === 0 ? 0 : ((1 + beta * beta) * right) / ((1 + beta * beta) * right + beta * beta * missed + wrong);

/**
 * The threshold with the best F-measure, smoothed over its neighbours so that no single example decides. `least`: a precision that has to be
 * reached where any threshold reaches it.
 */
export function bestThreshold(/** @type {readonly any[]} */ units, beta = 1, least = 0) {
  const grid = [];
  for (let t = -5; t <= 4; t += 0.05) {
    const cell = cellAt(units, t);
    const f = (fBeta(cellAt(units, t - 0.15), beta) + 2 * fBeta(cell, beta) + fBeta(cellAt(units, t + 0.15), beta)) / 4;
    grid.push({ t, f, precise: cell.right >= 2 && cell.right >= least * (cell.right + cell.wrong) });
  }
  const list = grid.some((g) => g.precise) ? grid.filter((g) => g.precise) : grid;
  return list.reduce((a, b) => (b.f > a.f ? b : a)).t;
}
