/**
 * How `dist/code.js` is bundled: the parser of typescript-estree without its project service, file system, globbing and version checks,
 * on a slice of the TypeScript compiler. What remains uses no Node module, so one file serves the Node host, the web worker and the CLI.
 *
 * `src/code` itself imports `@typescript-eslint/typescript-estree` and `typescript` by name and works unbundled as well (the tests compare both).
 */
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { slice } from './slice.mjs';

const require = createRequire(import.meta.url);
const here = dirname(fileURLToPath(import.meta.url));
const estree = dirname(require.resolve('@typescript-eslint/typescript-estree'));
const compiler = require.resolve('typescript');
/** What `src/code` itself asks of the compiler, for reading code that does not parse as a whole. */
const OWN_ROOTS = ['createSourceFile', 'JSDocParsingMode', 'ScriptKind', 'ScriptTarget'];
/** Reachable on paper, never on a parse: documentation of symbols, and the clock of Node by which the compiler times itself. */
const NEVER = "throw new Error('not part of the slice');";
const CUTS = {
  getDocumentationComment: NEVER,
  getJsDocTagsOfDeclarations: NEVER,
  findBaseOfDeclaration: NEVER,
  tryGetPerformance: '',
};
/** Files of typescript-estree that take no part in turning syntax into ESTree, and what stands in for them. */
const REPLACED = [
  [/[\\/]version-check$/, 'version-check.ts'],
  [/[\\/]convert-comments$/, 'convert-comments.ts'],
];

/** @type {import('esbuild').Plugin} */
export const codeParser = {
  name: 'code-parser',
  setup(build) {
    const shim = (file) => join(here, '..', 'shims', file);
    build.onResolve({ filter: /^@typescript-eslint\/typescript-estree$/ }, () => ({ path: shim('estree.js') }));
    build.onResolve({ filter: /^estree-dist\// }, ({ path }) => ({ path: join(estree, `${path.slice('estree-dist/'.length)}.js`) }));
    build.onResolve({ filter: /^\.{1,2}\// }, ({ path, importer }) => {
      const replaced = importer.startsWith(estree) ? REPLACED.find(([name]) => name.test(path)) : undefined;
      return replaced ? { path: shim(replaced[1]) } : undefined;
    });
    build.onResolve({ filter: /^typescript$/ }, () => ({ path: 'slice', namespace: 'typescript' }));
    build.onLoad({ filter: /.*/, namespace: 'typescript' }, () => ({
      contents: slice(readFileSync(compiler, 'utf8'), namesUsed(), CUTS),
      loader: 'js',
    }));
  },
};

/** The exports of the compiler that the converter of typescript-estree mentions, by reading it. */
function namesUsed() {
  const exported = require('typescript');
  const names = new Set(OWN_ROOTS);
  for (const file of [
    'ast-converter',
    'convert',
    'getModifiers',
    'getImportClausePhaseModifier',
    'node-utils',
    'source-files',
    ...checks(),
  ]) {
    const text = readFileSync(join(estree, `${file}.js`), 'utf8');
    for (const [, name] of text.matchAll(/\bts\.(\w+)/g)) if (name in exported) names.add(name);
  }
  return names;
}

function checks() {
  return readdirSync(estree)
    .filter((file) => /^check-.*\.js$/.test(file))
    .map((file) => file.slice(0, -'.js'.length));
}

/** esbuild options that only this bundle needs. */
export const codeOptions = {
  platform: 'browser',
  format: 'cjs',
  mainFields: ['module', 'main'],
  plugins: [codeParser],
};
