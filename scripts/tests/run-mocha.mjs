// Mocha, run from code: the count of tests goes into a file, and a run without tests is a failure.
import Mocha from 'mocha';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { countLine, forgetResults, writeResults } from './results.mjs';

/**
 * Loads one file as `mocha.loadFilesAsync` does. A file that cannot be loaded becomes a failing test of its own, so that the others still run.
 * @param {Mocha} mocha
 * @param {string} file
 */
async function load(mocha, file) {
  mocha.suite.emit('pre-require', globalThis, file, mocha);
  try {
    mocha.suite.emit('require', await import(pathToFileURL(file).href), file, mocha);
  } catch (error) {
    const failing = new Mocha.Test(`${basename(file)} can be loaded`, () => {
      throw error;
    });
    mocha.suite.addTest(failing);
  }
  mocha.suite.emit('post-require', globalThis, file, mocha);
}

/**
 * Runs bundled test files with mocha in this process.
 * @param {string} suite the name of the results file.
 * @param {readonly string[]} files
 * @param {Mocha.MochaOptions & {grep?: string}} options
 * @returns {Promise<boolean>} whether at least one test ran and none failed.
 */
export async function runMocha(suite, files, options) {
  forgetResults(suite);
  const mocha = new Mocha({ ui: 'bdd', forbidOnly: Boolean(process.env.CI), color: process.stdout.isTTY === true, ...options });
  for (const file of files) await load(mocha, file);
  const counts = await new Promise((resolve) => {
    const runner = mocha.run(() => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      resolve({ passed: passes, failed: failures, skipped: pending });
    });
    runner.on('retry', (test, error) => process.stdout.write(`↻ ${test.title}, tried again after\n${error.stack ?? error.message}\n`));
  });
  writeResults(suite, counts);
  if (counts.passed + counts.failed === 0) process.stderr.write('No test ran, which counts as a failure.\n');
  process.stdout.write(`${suite}: ${countLine(counts)}\n`);
  return counts.failed === 0 && counts.passed > 0;
}
