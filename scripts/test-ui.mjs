// `node scripts/test-ui.mjs [path-part ...] [--grep text]`: what a person sees, in the real workbench with the packaged VSIX installed.
//   HEADED=1 shows the browser; screenshots go to out/screenshots.
import { parseArgs } from 'node:util';
import { underNode24 } from './host/node24.mjs';
import { fail } from './host/progress.mjs';
import { build, packageVsix } from './host/vsix.mjs';
import { bundleForNode, findTests } from './tests/bundle.mjs';
import { runMocha } from './tests/run-mocha.mjs';

async function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { grep: { type: 'string' } } });
  if (!process.env.FAST_ENOUGH_BUILT) await build();
  process.env.FAST_ENOUGH_VSIX = await packageVsix();
  const all = findTests(['test/ui/**/*.test.ts']);
  const files = positionals.length === 0 ? all : all.filter((file) => positionals.some((part) => file.includes(part)));
  const bundles = await bundleForNode(files, 'ui');
  const grep = values.grep === undefined ? {} : { grep: values.grep };
  // A whole workbench on a busy machine: one more try, and the first one's error is shown.
  return runMocha('ui', bundles, { reporter: 'spec', timeout: 60_000, slow: 20_000, retries: 1, ...grep });
}

await underNode24(import.meta.url);
process.exit((await main().catch(fail)) ? 0 : 1);
