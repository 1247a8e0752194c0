// `npm run fuzz [-- --docs n] [--minutes n] [--seed n]`: the fuzz tests for a night: a million documents or twenty minutes, whichever comes
// first, in rounds with a seed each. A seed that was printed takes up where that run stopped, and repeats the round that failed.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { onLeave } from './host/cleanup.mjs';
import { underNode24 } from './host/node24.mjs';
import { ROOT } from './host/paths.mjs';
import { run } from './host/processes.mjs';
import { fail } from './host/progress.mjs';
import { bundleForNode, findTests } from './tests/bundle.mjs';

const ROUND = 5_000;
/** The document layer alone reads some 15 000 texts at a factor of 1. */
const FACTOR = ROUND / 15_000;

/** @param {string | undefined} given @param {number} otherwise */
const numberOf = (given, otherwise) => {
  const value = given === undefined ? otherwise : Number(given);
  if (!Number.isFinite(value) || value < 0) throw new Error(`${given} is not a number.`);
  return value;
};

async function main() {
  const { values } = parseArgs({ options: { docs: { type: 'string' }, minutes: { type: 'string' }, seed: { type: 'string' } } });
  const wanted = numberOf(values.docs, 1_000_000);
  const limit = numberOf(values.minutes, 20) * 60_000;
  const first = numberOf(values.seed, Date.now() % 1_000_000_007);
  const files = await bundleForNode(findTests(['test/fuzz/{engine,document}.test.ts']), 'fuzz');
  const mocha = [join(ROOT, 'node_modules/mocha/bin/mocha.js'), '--reporter', 'dot', '--timeout', '0', ...files];
  const began = performance.now();
  let done = 0;
  let seed = first;
  // Said on every way out, Ctrl+C included.
  onLeave(() => process.stdout.write(`${done.toLocaleString('en')} documents; to go on: npm run fuzz -- --seed ${seed}\n`));
  for (let longest = 0; done < wanted && performance.now() - began + longest <= limit; seed++) {
    const started = performance.now();
    const docs = Math.min(ROUND, wanted - done);
    const env = { ...process.env, FUZZ_SEED: String(seed), FUZZ_DOCS: String(docs), FUZZ_FACTOR: String(FACTOR) };
    const { code, stdout, stderr } = await run(process.execPath, mocha, { cwd: ROOT, env, allowFailure: true });
    if (code !== 0) {
      process.stdout.write(`${stdout}${stderr}\nSeed ${seed} fails. Again: npm run fuzz -- --seed ${seed} --docs ${docs}\n`);
      return false;
    }
    done += docs;
    const took = performance.now() - started;
    longest = Math.max(longest, took);
    process.stdout.write(`seed ${seed}: ${docs} documents, ${(took / 1000).toFixed(0)} s; ${done.toLocaleString('en')} in all\n`);
  }
  return true;
}

await underNode24(import.meta.url);
process.exit((await main().catch(fail)) ? 0 : 1);
