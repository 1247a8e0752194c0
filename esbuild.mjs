// Bundles every door from one core. `node esbuild.mjs [--watch] [--dev]`.
import { build, context } from 'esbuild';
import { buildSplit } from './scripts/build/split.mjs';
import { bundles, doors } from './scripts/build/targets.mjs';

const watch = process.argv.includes('--watch');
const dev = watch || process.argv.includes('--dev');

if (watch) {
  for (const target of bundles(dev)) await (await context(target)).watch();
} else {
  await Promise.all([...bundles(dev).map((target) => build(target)), buildSplit(doors.options(dev), doors.entries, doors.layout)]);
}
