// Which part of the sources may import which: the corridor of docs/ARCHITECTURE.md as data. The lint rule and a contract test both read it.
// Text walks in at `document` and nothing walks back.

/** What the doors may see of the core: its only door, its vocabulary, and helpers without a judgement of their own. Never the corridor itself. */
const PUBLISHED = [
  'src/core/index',
  'src/core/types',
  'src/core/config',
  'src/core/cards',
  'src/core/lines',
  'src/core/escape',
  'src/core/arithmetic',
  'src/core/hover',
  'src/core/reviewMarkdown',
];

/**
 * @typedef {object} Room
 * @property {string} path the files it holds: this path, or everything below it. The longest match decides.
 * @property {readonly string[]} may what it may import besides itself.
 * @property {readonly string[]} [mayName] what it may import types from, and nothing else.
 * @property {readonly string[]} [packages] the packages it may import, as prefixes; `node:` stands for Node's own modules.
 */

/** @type {readonly Room[]} */
export const ROOMS = [
  { path: 'src/content', may: [], packages: [] },
  { path: 'src/generated', may: [], packages: [] },

  { path: 'src/core/types', may: [], packages: [] },
  { path: 'src/core/escape', may: [], packages: [] },
  { path: 'src/core/arithmetic', may: [], packages: [] },
  { path: 'src/core/document', may: ['src/core/types'], packages: ['markdown-it', 'smol-toml', 'yaml'] },
  // What the inserted sections look like, which facts have to know to tell an open slot from a number.
  { path: 'src/core/forms', may: ['src/core/types', 'src/core/document', 'src/generated'], packages: [] },
  { path: 'src/core/words', may: ['src/core/document', 'src/generated'], packages: [] },
  { path: 'src/core/model', may: ['src/core/document', 'src/core/words'], packages: [] },
  {
    path: 'src/core/facts',
    may: ['src/core/types', 'src/core/document', 'src/core/words', 'src/core/model', 'src/core/forms'],
    packages: [],
  },
  {
    path: 'src/core/proposal',
    may: ['src/core/types', 'src/core/escape', 'src/core/document', 'src/core/words', 'src/core/model', 'src/core/facts', 'src/generated'],
    packages: [],
  },
  {
    path: 'src/core/rules',
    may: [
      'src/core/types',
      'src/core/argument',
      'src/core/derive',
      'src/core/arithmetic',
      'src/core/cards',
      'src/core/escape',
      'src/core/fixes',
    ],
    mayName: ['src/core/facts', 'src/core/proposal'],
    packages: [],
  },
  { path: 'src/core/fixes', may: ['src/core/types', 'src/core/document', 'src/core/escape', 'src/generated'], packages: [] },
  { path: 'src/core/hover', may: ['src/core/types', 'src/core/escape', 'src/core/arithmetic', 'src/core/cards'], packages: [] },
  // What stands between the rooms (engine, run, result ...) may use all of them, and nothing outside the core.
  { path: 'src/core', may: ['src/core', 'src/generated'], packages: ['yaml', 'ignore', 'smol-toml', 'markdown-it'] },

  { path: 'src/code/build', may: ['src/code'], packages: ['node:', 'esbuild', 'typescript'] },
  { path: 'src/code', may: ['src/core/types'], packages: ['typescript', '@typescript-eslint/'] },
  {
    path: 'src/webview',
    may: ['src/core/types', 'src/core/hover', 'src/core/arithmetic'],
    mayName: ['src/vscode/panel/protocol'],
    packages: [],
  },
  { path: 'src/vscode', may: PUBLISHED, mayName: ['src/code'], packages: ['vscode', 'yaml', 'ignore'] },
  { path: 'src/extension', may: ['src/vscode'], packages: ['vscode'] },
  {
    // One executable starts every door that runs in Node.
    path: 'src/cli',
    may: [...PUBLISHED, 'src/lsp/main'],
    mayName: ['src/code'],
    packages: ['node:', 'commander', 'picomatch', 'ignore', 'tinyglobby', 'yaml', '@modelcontextprotocol/', 'zod'],
  },
  // The server reads files, configuration and code as the command line does, and shares only that with it.
  {
    path: 'src/lsp',
    may: [...PUBLISHED, 'src/cli/input', 'src/cli/lint', 'src/cli/version'],
    mayName: ['src/code'],
    packages: ['node:', 'vscode-languageserver', 'yaml'],
  },
];

/** Files beside the rules that several of them share; everything else there is a rule, and rules do not import rules. */
export const RULE_HELPERS = ['rule', 'shared', 'gap', 'claim', 'pairs', 'code-hint'];

const within = (/** @type {string} */ path, /** @type {string} */ room) => path === room || path.startsWith(`${room}/`);

/** The room of a file, given as a path from the repository without its extension. */
export const roomOf = (/** @type {string} */ path) =>
  ROOMS.filter((room) => within(path, room.path)).sort((a, b) => b.path.length - a.path.length)[0];

/**
 * Why an import is not allowed; undefined if it is.
 * @param {string} importer path from the repository, without extension, with forward slashes.
 * @param {string} imported the same, or the name of a package.
 * @param {{isPackage: boolean, typeOnly: boolean}} how
 * @returns {string | undefined}
 */
export function objection(importer, imported, { isPackage, typeOnly }) {
  if (imported === 'src/core') return objection(importer, 'src/core/index', { isPackage, typeOnly });
  const room = roomOf(importer);
  if (room === undefined) return undefined;
  if (isPackage) {
    const known = (room.packages ?? []).some((name) => (/[:/]$/.test(name) ? imported.startsWith(name) : within(imported, name)));
    return known ? undefined : `${room.path} may not import the package ${imported}.`;
  }
  if (room.path === 'src/core/rules' && within(imported, room.path) && !importer.endsWith('/index')) {
    const name = imported.slice(room.path.length + 1);
    return RULE_HELPERS.includes(name) ? undefined : `Rules do not import rules (${name}).`;
  }
  if (!within(imported, 'src')) return undefined; // package.json, for the version.
  if (roomOf(imported) === room) return undefined;
  if (room.may.some((path) => within(imported, path))) return undefined;
  if (typeOnly && (room.mayName ?? []).some((path) => within(imported, path))) return undefined;
  return `${room.path} may not import ${imported}${(room.mayName ?? []).some((path) => within(imported, path)) ? ', except for its types' : ''}: imports run one way.`;
}
