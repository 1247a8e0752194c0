/** What is loaded: the size of the bundles, and what code evidence costs, which is loaded when a proposal holds such code. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { start } from '../lib/processes.mjs';
import { measure, median, ms, table } from '../lib/measure.mjs';

const require = createRequire(import.meta.url);
const BUNDLES = {
  'dist/extension.js': 'loaded at activation',
  'dist/core.js': 'loaded with the first document',
  'dist/code.js': 'loaded with the first TypeScript or JavaScript in a proposal',
};

export function size() {
  const kb = (bytes) => (bytes / 1000).toFixed(0);
  const rows = Object.entries(BUNDLES).map(([file, when]) => {
    const bytes = readFileSync(file);
    return [`\`${file}\`, ${when}`, kb(bytes.length), kb(gzipSync(bytes).length)];
  });
  return table(['bundle', 'KB minified', 'KB gzip'], rows);
}

export async function code() {
  const run = (args) => measure(() => start(process.execPath, args), { n: 9 });
  const load = median(await run(['-e', "require('./dist/code.js')"]));
  const bare = median(await run(['-e', '0']));
  const { analyse } = require('../../dist/code.js');
  const file = 'bench/lib/texts.mjs';
  const source = readFileSync(file, 'utf8');
  const read = median(await measure(() => analyse(source, { language: 'js', path: file }), { n: 9 }));
  return table(
    ['code evidence', 'ms'],
    [
      ['bundle loaded, above bare node', ms(load - bare)],
      [`a file of ${(source.length / 1000).toFixed(0)} KB read`, ms(read)],
    ],
  );
}
