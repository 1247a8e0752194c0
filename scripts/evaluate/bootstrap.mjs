// How far a figure could be off by the luck of the draw: documents are drawn again with replacement, and the figure computed anew.
import { headlines, total } from './score.mjs';

/** A small generator with a fixed seed, so that a run can be repeated to the digit (mulberry32). */
function generator(/** @type {number} */ seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * 95 % percentile intervals of the headline figures.
 * @param {readonly import('./score.mjs').Score[]} scores one per document.
 * @param {number} [rounds]
 * @returns {Record<string, [number, number]>}
 */
export function intervals(scores, rounds = 1000) {
  const random = generator(20261123);
  const plain = scores.map((score) => ({ ...score, notes: [] }));
  /** @type {Record<string, number[]>} */
  const drawn = {};
  for (let i = 0; i < rounds; i += 1) {
    const sample = plain.map(() => /** @type {import('./score.mjs').Score} */ (plain[Math.floor(random() * plain.length)]));
    for (const [name, value] of Object.entries(headlines(total(sample)))) if (!Number.isNaN(value)) (drawn[name] ??= []).push(value);
  }
  const at = (/** @type {number[]} */ sorted, /** @type {number} */ q) =>
    sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;
  return Object.fromEntries(
    Object.entries(drawn).map(([name, values]) => {
      const sorted = values.sort((a, b) => a - b);
      return [name, [at(sorted, 0.025), at(sorted, 0.975)]];
    }),
  );
}
