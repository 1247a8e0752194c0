// Loads the engine as it is in the working tree, so that docs are written from what the rules really say.
import { build } from 'esbuild';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

let loading;

/** The public API of src/core/index.ts, bundled into a temporary file; built once per run. */
export function loadEngine() {
  loading ??= (async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'fast-enough-gen-'));
    const outfile = path.join(folder, 'engine.mjs');
    try {
      await build({
        entryPoints: ['src/core/index.ts'],
        outfile,
        bundle: true,
        format: 'esm',
        platform: 'neutral',
        mainFields: ['module', 'main'],
        logLevel: 'warning',
      });
      return await import(pathToFileURL(outfile).href);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  })();
  return loading;
}
