// Loads the engine as it is in the working tree, so that docs are written from what the rules really say.
import { build } from 'esbuild';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const loading = new Map();

async function bundle(entry) {
  const folder = await mkdtemp(path.join(tmpdir(), 'fast-enough-gen-'));
  const outfile = path.join(folder, 'module.mjs');
  try {
    await build({
      entryPoints: [entry],
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
}

/** A module of the source tree, bundled into a temporary file; built once per run. By default the public API. */
export function loadEngine(entry = 'src/core/index.ts') {
  if (!loading.has(entry)) loading.set(entry, bundle(entry));
  return loading.get(entry);
}
