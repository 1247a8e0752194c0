// Bundles tests written in TypeScript. Node's own type stripping cannot do it: the sources import without extensions, as bundlers allow.
import { build } from 'esbuild';
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { globSync } from 'tinyglobby';
import { OUT, ROOT } from '../host/paths.mjs';

/**
 * Test files, sorted, as absolute paths.
 * @param {readonly string[]} patterns relative to the repository.
 */
export const findTests = (patterns) => globSync([...patterns], { cwd: ROOT, absolute: true }).sort();

/** Keeps `import.meta` true to the source file, so that a test finds the files beside it although the bundle lies elsewhere. */
const trueToSource = {
  name: 'import-meta-of-the-source',
  /** @param {import('esbuild').PluginBuild} setup */
  setup(setup) {
    setup.onLoad({ filter: /[\\/](test|scripts)[\\/].*\.(ts|mjs)$/ }, ({ path }) => {
      if (path.includes('node_modules')) return undefined;
      const contents = readFileSync(path, 'utf8')
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll('import.meta.filename', JSON.stringify(path));
      return { contents, loader: path.endsWith('.ts') ? 'ts' : 'js' };
    });
  },
};

/**
 * Bundles tests that run in Node; packages stay outside.
 * @param {readonly string[]} files
 * @param {string} name the folder under `out/`.
 * @returns {Promise<string[]>} the bundles, one per test file.
 */
export async function bundleForNode(files, name) {
  const outdir = join(OUT, name);
  rmSync(outdir, { recursive: true, force: true });
  const result = await build({
    entryPoints: [...files],
    outdir,
    outbase: ROOT,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    packages: 'external',
    sourcemap: 'inline',
    metafile: true,
    logLevel: 'warning',
    plugins: [trueToSource],
  });
  return Object.entries(result.metafile.outputs)
    .filter(([, output]) => output.entryPoint !== undefined)
    .map(([path]) => join(ROOT, path))
    .sort();
}

/** Mocha's browser build would take the bundle's own `module.exports` for its own; without them it leaves its instance on the global object. */
const mochaAsGlobal = {
  name: 'mocha-as-global',
  /** @param {import('esbuild').PluginBuild} setup */
  setup(setup) {
    setup.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path }) => ({
      contents: `let exports, module, define;\n${readFileSync(path, 'utf8')}`,
      loader: 'js',
    }));
  },
};

/**
 * Bundles the host suite into the one CommonJS file that an extension host loads, in Node and in a web worker alike.
 * @param {readonly string[]} files
 * @param {string} outfile
 */
export async function bundleForHost(files, outfile) {
  const contents = [
    `import { run } from './test/host/support/runner';`,
    `const load = () => { ${files.map((file) => `require(${JSON.stringify(file)});`).join(' ')} };`,
    `const suite = () => run(load);`,
    `export { suite as run };`,
  ].join('\n');
  await build({
    stdin: { contents, resolveDir: ROOT, loader: 'ts' },
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    mainFields: ['module', 'main'],
    define: { 'process.env.NODE_ENV': '"test"' },
    // The worker has no Node modules; the suite writes `node:assert/strict` as every other test does.
    alias: { 'node:assert/strict': join(ROOT, 'test/host/support/assert.ts'), 'node:assert': join(ROOT, 'test/host/support/assert.ts') },
    loader: { '.md': 'text' },
    plugins: [mochaAsGlobal],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}
