// Counts of a suite, written where `npm test` adds them up. A suite that leaves none behind has crashed.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RESULTS } from '../host/paths.mjs';

/** @typedef {{passed: number, failed: number, skipped: number}} Counts */

const fileOf = (/** @type {string} */ suite) => join(RESULTS, `${suite}.json`);

/** @param {string} suite */
export const forgetResults = (suite) => rmSync(fileOf(suite), { force: true });

/**
 * @param {string} suite
 * @param {Counts} counts
 */
export function writeResults(suite, counts) {
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(fileOf(suite), JSON.stringify(counts));
}

/**
 * @param {string} suite
 * @returns {Counts | undefined}
 */
export function readResults(suite) {
  try {
    return JSON.parse(readFileSync(fileOf(suite), 'utf8'));
  } catch {
    return undefined;
  }
}

/** The closing line of every test command. */
export function countLine(/** @type {Counts} */ { passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
