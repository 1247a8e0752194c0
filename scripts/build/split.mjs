// The command line as one graph of CommonJS files: an entry loads what its command needs, and nothing is in two files. A single bundle would make
// every `check` pay for reading the YAML parser, the servers and all output formats. esbuild splits ES modules only, so its files are turned into
// CommonJS one by one; ES modules themselves would cost a start of Node some milliseconds more.
import { build, transform } from 'esbuild';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * esbuild puts a module into the file of all who reach it, and each combination of reachers makes a file: some forty of them, of which a check
 * would read fifteen. So everything that is loaded on demand is made to reach `hot` as well, and what a check needs becomes one file.
 * @param {string} hot the module whose imports belong together.
 * @param {readonly string[]} onDemand what else is an entry or the target of an `import()`.
 * @returns {import('esbuild').Plugin}
 */
const together = (hot, onDemand) => ({
  name: 'together',
  setup(setup) {
    const files = new Set(onDemand.map((file) => path.resolve(file)));
    setup.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path: file }) =>
      files.has(file)
        ? { contents: `import ${JSON.stringify(path.resolve(hot))};\n${readFileSync(file, 'utf8')}`, loader: 'ts' }
        : undefined,
    );
  },
});

/** Commander asks for child processes when it is loaded, to run subcommands that are programs of their own; we have none. @type {import('esbuild').Plugin} */
const noSubprograms = {
  name: 'no-subprograms',
  setup(setup) {
    setup.onLoad({ filter: /[\\/]commander[\\/]lib[\\/]command\.js$/ }, ({ path: file }) => {
      const before = readFileSync(file, 'utf8');
      const contents = before.replace("require('node:child_process')", '{}');
      if (contents === before) throw new Error('commander is written in another way than scripts/build/split.mjs knows');
      return { contents, loader: 'js' };
    });
  },
};

/**
 * @typedef {{ chunks: string, executable: string, hot: string, onDemand: readonly string[] }} Layout folder for shared files, the entry that is a
 *   command, and what belongs together (see `together`).
 *
 * What esbuild is asked for.
 * @param {import('esbuild').BuildOptions} options what all doors share.
 * @param {Record<string, string>} entryPoints source by the name of its file under dist, without `.cjs`.
 * @param {Layout} layout
 * @returns {import('esbuild').BuildOptions}
 */
export const splitOptions = (options, entryPoints, { chunks, hot, onDemand }) => ({
  ...options,
  plugins: [...(options.plugins ?? []), together(hot, onDemand), noSubprograms],
  entryPoints,
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  chunkNames: `${chunks}/[name]-[hash]`,
  format: 'esm',
  splitting: true,
  sourcemap: false,
  write: false,
});

/**
 * @param {import('esbuild').BuildOptions} options
 * @param {Record<string, string>} entryPoints
 * @param {Layout} layout
 */
export async function buildSplit(options, entryPoints, layout) {
  const { minify = false, target = 'node20' } = options;
  const { chunks, executable } = layout;
  const result = await build(splitOptions(options, entryPoints, layout));
  const folder = path.join('dist', chunks);
  await mkdir(folder, { recursive: true });
  const written = new Set();
  for (const file of result.outputFiles) {
    const { code } = await transform(file.text, {
      format: 'cjs',
      platform: 'node',
      target,
      minify,
      supported: { 'dynamic-import': false },
      legalComments: 'none',
    });
    const head = path.relative('dist', file.path) === `${executable}.cjs` ? '#!/usr/bin/env node\n' : '';
    await writeFile(file.path, head + code);
    written.add(path.basename(file.path));
  }
  // Names of shared files hold a hash of their content; those of earlier builds go.
  for (const name of await readdir(folder)) if (!written.has(name)) await rm(path.join(folder, name), { force: true });
}
