// Bundles every door from one core. `node esbuild.mjs [--watch] [--dev]`.
import { build, context } from 'esbuild';
import { existsSync } from 'node:fs';
import { blockParser } from './scripts/build/markdown.mjs';
import { rulesWithoutManual } from './scripts/build/rules.mjs';
import { oneVscode } from './scripts/build/vscode.mjs';
import { buildSplit } from './scripts/build/split.mjs';
import { codeOptions } from './src/code/build/plugin.mjs';

const dev = process.argv.includes('--dev') || process.argv.includes('--watch');
const common = {
  bundle: true,
  minify: !dev,
  sourcemap: dev ? 'linked' : false,
  legalComments: 'none',
  logLevel: 'warning',
  target: 'es2022',
  plugins: [blockParser],
};
/** Doors that run in Node: dist/cli.cjs and what it loads. They find dist/code.js beside themselves at run time (src/cli/companion.ts). */
const node = { ...common, platform: 'node', target: 'node20', mainFields: ['module', 'main'] };
const doors = { cli: 'src/cli/main.ts', 'cli/worker': 'src/cli/lint/workerMain.ts', lsp: 'src/lsp/main.ts', mcp: 'src/cli/mcp/main.ts' };
const layout = {
  chunks: 'cli',
  executable: 'cli',
  hot: 'src/cli/hot.ts',
  onDemand: [
    ...['json', 'sarif', 'github', 'gitlab', 'junit', 'markdown'].map((name) => `src/cli/output/${name}.ts`),
    ...['printConfig', 'review', 'explain', 'init', 'calculate', 'completion', 'serve'].map((name) => `src/cli/commands/${name}.ts`),
    ...['src/cli/lint/workerMain.ts', 'src/cli/lint/code.ts', 'src/cli/input/changed.ts', 'src/cli/mcp/main.ts', 'src/lsp/main.ts'],
    ...['src/core/reviewMarkdown.ts', 'src/core/config/parse.ts'],
  ],
};

/** @type {(import('esbuild').BuildOptions & { entryPoints: string[] })[]} */
const targets = [
  // The editor's bundle holds what talks to the editor; what reads documents is loaded after activation (src/vscode/core.ts).
  ...[
    ['src/extension.ts', 'dist/extension.js'],
    ['src/vscode/coreBundle.ts', 'dist/core.js'],
  ].map(([entry, outfile]) => ({
    ...common,
    entryPoints: [entry],
    outfile,
    format: 'cjs',
    platform: 'browser',
    external: ['vscode'],
    mainFields: ['module', 'main'],
    plugins: [blockParser, rulesWithoutManual, oneVscode],
  })),
  { ...common, entryPoints: ['src/webview/review.ts'], outfile: 'dist/review.js', format: 'iife', platform: 'browser' },
  {
    ...common,
    entryPoints: ['src/core/index.ts'],
    outfile: 'dist/index.mjs',
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
  },
  {
    ...common,
    entryPoints: ['src/core/index.ts'],
    outfile: 'dist/index.cjs',
    format: 'cjs',
    platform: 'neutral',
    mainFields: ['module', 'main'],
  },
  { ...common, ...codeOptions, entryPoints: ['src/code/index.ts'], outfile: 'dist/code.js' },
].filter((t) => existsSync(t.entryPoints[0]));

if (process.argv.includes('--watch')) {
  for (const t of targets) await (await context(t)).watch();
} else {
  await Promise.all([...targets.map((t) => build(t)), buildSplit(node, doors, layout)]);
}
