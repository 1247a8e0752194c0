// `npm run test:unit [-- path-part ...] [--grep text] [--suite name]`: everything that needs no editor: units, annotated texts, contracts, fuzzing,
// doors. Two runs at a time need two names: bundles and counts lie in files of that name.
import { parseArgs } from 'node:util';
import { underNode24 } from './host/node24.mjs';
import { fail } from './host/progress.mjs';
import { build } from './host/vsix.mjs';
import { bundleForNode, findTests } from './tests/bundle.mjs';
import { runMocha } from './tests/run-mocha.mjs';

const FOLDERS = 'test/{unit,rules,facts,contract,fuzz,code,cli,lsp}/**/*.test.ts';

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { grep: { type: 'string' }, suite: { type: 'string', default: 'unit' } },
  });
  if (!process.env.FAST_ENOUGH_BUILT) await build();
  const all = findTests([FOLDERS]);
  const files = positionals.length === 0 ? all : all.filter((file) => positionals.some((part) => file.includes(part)));
  if (files.length === 0) throw new Error(`No test file matches ${positionals.join(' ') || FOLDERS}.`);
  const bundles = await bundleForNode(files, values.suite);
  const grep = values.grep === undefined ? {} : { grep: values.grep };
  return runMocha(values.suite, bundles, { reporter: 'dot', timeout: 20_000, ...grep });
}

await underNode24(import.meta.url);
process.exit((await main().catch(fail)) ? 0 : 1);
