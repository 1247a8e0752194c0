// Runs bundled test files with mocha in this process.
import Mocha from 'mocha';
import { countLine, forgetResults, writeResults } from './results.mjs';

/**
 * @param {string} suite the name of the results file.
 * @param {readonly string[]} files
 * @param {Mocha.MochaOptions & {grep?: string}} options
 * @returns {Promise<boolean>} whether at least one test ran and none failed.
 */
export async function runMocha(suite, files, options) {
  forgetResults(suite);
  const mocha = new Mocha({ ui: 'bdd', forbidOnly: Boolean(process.env.CI), ...options });
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  const counts = await new Promise((resolve) => {
    const runner = mocha.run(() => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      resolve({ passed: passes, failed: failures, skipped: pending });
    });
  });
  writeResults(suite, counts);
  if (counts.passed + counts.failed === 0) process.stderr.write('No test ran, which counts as a failure.\n');
  process.stdout.write(`${suite}: ${countLine(counts)}\n`);
  return counts.failed === 0 && counts.passed > 0;
}
