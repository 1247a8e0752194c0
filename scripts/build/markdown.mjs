/**
 * The block parser of markdown-it without the rest of it.
 *
 * The core runs markdown-it's block rules and nothing else: no inline rules, no renderer, no linkifier, no presets. The package ships as
 * one file whose class ties all of them together, so a bundler must take everything, with the tables of four more packages: 103 KB of
 * which 20 are used. Here the file is cut before that class and what the block rules ask of it is put in its place.
 *
 * Two questions reach beyond the file. What an entity stands for is answered from the names of HTML 4 (`entities.mjs`); and whether a
 * link definition's address is one that markdown-it takes is asked of the address as it is written, which is what remains of the answer
 * when nobody reads the address. `test/contract/bundle.test.ts` holds the cut parser to the whole one.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const END_OF_BLOCKS = '//#region src/rules_inline/state_inline.ts';

const REST = `
const BAD = /^(vbscript|javascript|file|data):/;
const IMAGE = /^data:image\\/(gif|png|jpeg|webp);/;
export default class {
  block = new ParserBlock();
  options;
  helpers = { parseLinkDestination, parseLinkTitle };
  utils = { unescapeAll };
  constructor(options) { this.options = { maxNesting: 100, ...options }; }
  normalizeLink(url) { return url; }
  validateLink(url) { const plain = url.trim().toLowerCase(); return !BAD.test(plain) || IMAGE.test(plain); }
}
`;

/** The text of markdown-it's module build up to its inline rules, without its imports, and what stands in for the rest. */
export function cut(source) {
  const end = source.indexOf(END_OF_BLOCKS);
  if (end < 0) throw new Error('markdown-it is laid out in another way than scripts/build/markdown.mjs knows');
  const head = source.slice(0, end).replace(/^import .*$/gm, '');
  return `import { decodeHTMLStrict } from ${JSON.stringify(join(here, 'entities.mjs'))};\nconst mdurl = {};\nconst ucmicro = {};\n${head}${REST}`;
}

/** @type {import('esbuild').Plugin} */
export const blockParser = {
  name: 'block-parser',
  setup(build) {
    build.onLoad({ filter: /[\\/]markdown-it[\\/]dist[\\/]markdown-it\.mjs$/ }, ({ path }) => ({
      contents: cut(readFileSync(path, 'utf8')),
      loader: 'js',
    }));
  },
};
