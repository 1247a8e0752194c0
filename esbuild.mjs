// Bundles every door from one core. `node esbuild.mjs [--watch] [--dev]`.
import { build, context } from 'esbuild';
import { existsSync } from 'node:fs';
import { blockParser } from './scripts/build/markdown.mjs';
import { rulesWithoutManual } from './scripts/build/rules.mjs';
import { codeOptions } from './src/code/build/plugin.mjs';

const dev = process.argv.includes('--dev') || process.argv.includes('--watch');
const common = { bundle: true, minify: !dev, sourcemap: dev ? 'linked' : false, legalComments: 'none', logLevel: 'warning', target: 'es2022', plugins: [blockParser] };
/** Doors that run in Node. They find each other and dist/code.js beside themselves at run time (src/cli/companion.ts), so nothing is external. */
const door = { format: 'cjs', platform: 'node', target: 'node20', mainFields: ['module', 'main'] };

/** @type {(import('esbuild').BuildOptions & { entryPoints: string[] })[]} */
const targets = [
  { ...common, entryPoints: ['src/extension.ts'], outfile: 'dist/extension.js', format: 'cjs', platform: 'browser', external: ['vscode'], mainFields: ['module', 'main'], plugins: [blockParser, rulesWithoutManual] },
  { ...common, entryPoints: ['src/webview/review.ts'], outfile: 'dist/review.js', format: 'iife', platform: 'browser' },
  { ...common, ...door, entryPoints: ['src/cli/main.ts'], outfile: 'dist/cli.cjs', banner: { js: '#!/usr/bin/env node' } },
  { ...common, entryPoints: ['src/core/index.ts'], outfile: 'dist/index.mjs', format: 'esm', platform: 'neutral', mainFields: ['module', 'main'] },
  { ...common, entryPoints: ['src/core/index.ts'], outfile: 'dist/index.cjs', format: 'cjs', platform: 'neutral', mainFields: ['module', 'main'] },
  { ...common, ...codeOptions, entryPoints: ['src/code/index.ts'], outfile: 'dist/code.js' },
  { ...common, ...door, entryPoints: ['src/lsp/main.ts'], outfile: 'dist/lsp.cjs' },
  { ...common, ...door, entryPoints: ['src/cli/mcp/main.ts'], outfile: 'dist/mcp.cjs' },
].filter((t) => existsSync(t.entryPoints[0]));

if (process.argv.includes('--watch')) {
  for (const t of targets) await (await context(t)).watch();
} else {
  await Promise.all(targets.map((t) => build(t)));
}
