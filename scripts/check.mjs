// `npm run check`: what has to hold before a commit, without an editor: generated files, types, lint, format, unit tests. Two at a time. What lint,
// format and types found last time is kept under out/cache, by content, so that only what changed since is looked at again.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { node24, underNode24 } from './host/node24.mjs';
import { ROOT } from './host/paths.mjs';
import { run } from './host/processes.mjs';
import { fail } from './host/progress.mjs';
import { build } from './host/vsix.mjs';

const bin = (/** @type {string} */ path) => join(ROOT, 'node_modules', path);
const TSC = bin('typescript/bin/tsc');
const BUILDERS = ['.', 'src/webview', 'test/ui', 'scripts'].filter((folder) => existsSync(join(ROOT, folder, 'tsconfig.json')));

const CACHE = join(ROOT, 'out', 'cache');
const typesOf = (/** @type {string} */ folder) => folder.replaceAll(/\W/g, '-');

/** Longest first, so that the short ones fill the gaps. What runs programs or takes minutes (doors, fuzzing, memory, code) waits for `npm test`. */
const STEPS = [
  { name: 'unit tests', args: ['scripts/test-unit.mjs', '--suite', 'check-unit', 'test/unit/'] },
  { name: 'annotated texts', args: ['scripts/test-unit.mjs', '--suite', 'check-texts', 'test/rules/', 'test/facts/'] },
  {
    name: 'contracts',
    args: ['scripts/test-unit.mjs', '--suite', 'check-contracts', 'contract/imports', 'contract/regex', 'contract/package'],
  },
  {
    name: 'lint',
    args: [
      bin('eslint/bin/eslint.js'),
      ...['.', '--max-warnings', '0', '--cache', '--cache-strategy', 'content', '--cache-location', join(CACHE, 'eslint')],
    ],
  },
  ...BUILDERS.map((folder) => ({
    name: `types of ${folder === '.' ? 'src and test' : folder}`,
    args: [TSC, '--noEmit', '--incremental', '--tsBuildInfoFile', join(CACHE, `types${typesOf(folder)}.json`), '-p', folder],
  })),
  {
    name: 'format',
    args: [
      bin('prettier/bin/prettier.cjs'),
      ...['--check', '--log-level', 'warn', '--cache', '--cache-strategy', 'content', '--cache-location', join(CACHE, 'prettier'), '.'],
    ],
  },
  ...(existsSync(join(ROOT, 'scripts', 'gen.mjs')) ? [{ name: 'generated files', args: ['scripts/gen.mjs', '--check'] }] : []),
];

async function main() {
  const node = await node24();
  // The tests of the command line run what was built; building inside the list would race with them.
  await build();
  const waiting = [...STEPS];
  /** @type {string[]} */
  const failed = [];
  const worker = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const started = performance.now();
      const env = { ...process.env, FAST_ENOUGH_BUILT: '1', FORCE_COLOR: process.stdout.isTTY ? '1' : '0' };
      const { code, stdout, stderr } = await run(node, step.args, { cwd: ROOT, env, allowFailure: true });
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      process.stdout.write(`${code === 0 ? '✔' : '✘'} ${step.name} (${seconds} s)\n`);
      if (code !== 0) failed.push(`\n--- ${step.name}\n${stdout}${stderr}`);
    }
  };
  await Promise.all([worker(), worker()]);
  process.stdout.write(failed.join('\n'));
  process.stdout.write(failed.length === 0 ? '\nAll checks passed.\n' : `\n${failed.length} of ${STEPS.length} checks failed.\n`);
  return failed.length === 0;
}

await underNode24(import.meta.url);
process.exit((await main().catch(fail)) ? 0 : 1);
