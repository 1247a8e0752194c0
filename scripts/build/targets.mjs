// What is bundled into which file, for the build (esbuild.mjs) and for the list of licences (scripts/gen/licences.mjs), so that both speak of
// the same.
import { existsSync } from 'node:fs';
import { codeOptions } from '../../src/code/build/plugin.mjs';
import { blockParser } from './markdown.mjs';
import { rulesWithoutManual } from './rules.mjs';
import { oneVscode } from './vscode.mjs';

const common = (/** @type {boolean} */ dev) =>
  /** @type {const} */ ({
    bundle: true,
    minify: !dev,
    sourcemap: dev ? 'linked' : false,
    legalComments: 'none',
    logLevel: 'warning',
    target: 'es2022',
    plugins: [blockParser],
  });

/** Doors that run in Node: dist/cli.cjs and what it loads. They find dist/code.js beside themselves at run time (src/cli/companion.ts). */
export const doors = {
  options: (/** @type {boolean} */ dev) =>
    /** @type {const} */ ({ ...common(dev), platform: 'node', target: 'node20', mainFields: ['module', 'main'] }),
  entries: { cli: 'src/cli/main.ts', 'cli/worker': 'src/cli/lint/workerMain.ts', lsp: 'src/lsp/main.ts', mcp: 'src/cli/mcp/main.ts' },
  layout: {
    chunks: 'cli',
    executable: 'cli',
    hot: 'src/cli/hot.ts',
    onDemand: [
      ...['unix', 'json', 'sarif', 'github', 'gitlab', 'junit', 'markdown'].map((name) => `src/cli/output/${name}.ts`),
      ...['printConfig', 'review', 'explain', 'init', 'calculate', 'completion', 'serve'].map((name) => `src/cli/commands/${name}.ts`),
      ...['src/cli/lint/workerMain.ts', 'src/cli/lint/code.ts', 'src/cli/input/changed.ts', 'src/cli/mcp/main.ts', 'src/lsp/main.ts'],
      ...['src/core/reviewMarkdown.ts', 'src/core/config/parse.ts'],
    ],
  },
};

/**
 * Files that are one bundle each.
 * @param {boolean} dev
 * @returns {(import('esbuild').BuildOptions & { entryPoints: string[] })[]}
 */
export const bundles = (dev) =>
  [
    // The editor's bundle holds what talks to the editor; what reads documents is loaded after activation (src/vscode/core.ts).
    ...[
      ['src/extension.ts', 'dist/extension.js'],
      ['src/vscode/coreBundle.ts', 'dist/core.js'],
    ].map(([entry, outfile]) => ({
      ...common(dev),
      entryPoints: [entry],
      outfile,
      format: 'cjs',
      platform: 'browser',
      external: ['vscode'],
      mainFields: ['module', 'main'],
      plugins: [blockParser, rulesWithoutManual, oneVscode],
    })),
    { ...common(dev), entryPoints: ['src/webview/review.ts'], outfile: 'dist/review.js', format: 'iife', platform: 'browser' },
    ...[
      ['dist/index.mjs', 'esm'],
      ['dist/index.cjs', 'cjs'],
    ].map(([outfile, format]) => ({
      ...common(dev),
      entryPoints: ['src/core/index.ts'],
      outfile,
      format,
      platform: 'neutral',
      mainFields: ['module', 'main'],
    })),
    { ...common(dev), ...codeOptions, entryPoints: ['src/code/index.ts'], outfile: 'dist/code.js' },
  ].filter((target) => existsSync(target.entryPoints[0]));
