// `npm test [-- suite ...]`: every suite, one after the other, and one line with the sum. Suites: unit, host-node, host-web (host: both), ui.
import { spawn } from 'node:child_process';
import { ensureChromium } from './host/chromium.mjs';
import { onLeave } from './host/cleanup.mjs';
import { node24, underNode24 } from './host/node24.mjs';
import { ROOT } from './host/paths.mjs';
import { fail } from './host/progress.mjs';
import { build } from './host/vsix.mjs';
import { ensureVscodeServer } from './host/vscode-server.mjs';
import { countLine, forgetResults, readResults } from './tests/results.mjs';

/** @type {Readonly<Record<string, readonly string[]>>} */
const SUITES = {
  unit: ['scripts/test-unit.mjs'],
  'host-node': ['scripts/test-host.mjs', 'node'],
  'host-web': ['scripts/test-host.mjs', 'web'],
  ui: ['scripts/test-ui.mjs'],
};

/** Runs one suite in a process of its own, so that a crash of one leaves the others and the sum alone. */
async function runSuite(/** @type {string} */ name, /** @type {readonly string[]} */ args) {
  forgetResults(name);
  process.stdout.write(`\n=== ${name}\n`);
  const started = performance.now();
  const child = spawn(await node24(), args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    // While working, `npm run check` fuzzes with a tenth of this; `npm run fuzz` with fifty times as much.
    env: { FUZZ_DOCS: '20000', ...process.env, FAST_ENOUGH_BUILT: '1' },
  });
  const ended = onLeave(() => child.kill());
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve(status ?? 1));
  });
  ended();
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  process.stdout.write(`=== ${name} took ${seconds} s\n`);
  const counts = readResults(name) ?? { passed: 0, failed: 0, skipped: 0 };
  // A suite that crashed, or that ran nothing, is a failure even where it counted none.
  const silent = counts.failed === 0 && (code !== 0 || counts.passed === 0);
  if (silent) process.stdout.write(`=== ${name} did not complete; counted as one failure.\n`);
  return { ...counts, failed: counts.failed + (silent ? 1 : 0) };
}

async function main() {
  const wanted = process.argv.slice(2).flatMap((name) => (name === 'host' ? ['host-node', 'host-web'] : [name]));
  const unknown = wanted.filter((name) => !(name in SUITES));
  if (unknown.length > 0) throw new Error(`There is no suite ${unknown.join(', ')}; there are ${Object.keys(SUITES).join(', ')} and host.`);
  const names = wanted.length === 0 ? Object.keys(SUITES) : wanted;
  if (names.some((name) => name !== 'unit')) {
    await ensureVscodeServer();
    await ensureChromium();
  }
  await build();
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const name of names) {
    const counts = await runSuite(name, SUITES[name] ?? []);
    sum.passed += counts.passed;
    sum.failed += counts.failed;
    sum.skipped += counts.skipped;
  }
  process.stdout.write(`\n${countLine(sum)}\n`);
  return sum.failed === 0;
}

await underNode24(import.meta.url);
process.exit((await main().catch(fail)) ? 0 : 1);
