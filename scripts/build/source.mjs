// TypeScript of the working tree for a script that wants to run it.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { OUT, ROOT } from '../host/paths.mjs';

/**
 * Bundles a module and imports it, anew at every call.
 * @param {string} name of the bundle below `out`, without its ending
 * @param {string} contents its exports, by paths from the repository
 * @returns {Promise<any>}
 */
export async function importSource(name, contents) {
  const outfile = join(OUT, `${name}.mjs`);
  await build({
    stdin: { contents, resolveDir: ROOT, loader: 'ts' },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    packages: 'external',
    logLevel: 'warning',
  });
  return import(`${pathToFileURL(outfile).href}?${Date.now()}`);
}
