/**
 * `node scripts/mutation.mjs [part of a name ...]`: takes guards out, one at a time, and shows that a test notices.
 *
 * A guard is an edit of a source file that is made while the tests are bundled, never in the tree. First every test named here must pass
 * as it is; then, for each guard, one of its tests must fail (or not end within two minutes, which is how a missing bound shows).
 */
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
process.chdir(ROOT);
const PATIENCE = 120_000;

/** @type {readonly { name: string, file: string, find: string, replace: string, tests: readonly string[], grep?: string }[]} */
const GUARDS = [
  {
    name: 'a sentence without end is cut',
    file: 'src/core/words/reading.ts',
    find: 'if (to - from <= LONGEST && (beyond === undefined || beyond.from >= to)) return to;',
    replace: 'return to;',
    tests: ['test/unit/hardness-guards.test.ts'],
  },
  {
    name: 'a hit is never cut in two',
    file: 'src/core/words/reading.ts',
    find: 'if (stop > end) end = start > from ? start : stop;',
    replace: '',
    tests: ['test/unit/hardness-guards.test.ts'],
  },
  {
    name: 'pairs of measurements are found in one pass',
    file: 'src/core/rules/pairs.ts',
    find: 'measured.get(keyOf(before))',
    replace:
      'new Map(f.latencies.map((l) => [keyOf(l), { todays: f.latencies.length, afters: [] as LatencyFigure[] }])).get(keyOf(before))',
    tests: ['test/fuzz/hostile.test.ts'],
    grep: 'measurements',
  },
  {
    name: 'containers are read to a depth',
    file: 'src/core/document/structure.ts',
    find: 'const MAX_DEPTH = 24;',
    replace: 'const MAX_DEPTH = 100_000;',
    tests: ['test/fuzz/hostile.test.ts'],
    grep: 'quotes in quotes|lists in lists|nested',
  },
  {
    name: 'titles are read to their two-hundredth character',
    file: 'src/core/facts/place.ts',
    find: 'const LONGEST_TITLE = 200;',
    replace: 'const LONGEST_TITLE = 1e9;',
    tests: ['test/unit/hardness-guards.test.ts'],
  },
  {
    name: 'long headings are no forms',
    file: 'src/core/forms.ts',
    find: 'const LONGEST = 120;',
    replace: 'const LONGEST = 1e9;',
    tests: ['test/fuzz/hostile.test.ts'],
    grep: 'colons',
  },
  {
    name: 'a pattern that backtracks is noticed',
    file: 'src/core/directives.ts',
    find: String.raw`/^\W*(?:reason\W*)?$/`,
    replace: String.raw`/^\W*(?:reason)?\W*$/`,
    tests: ['test/fuzz/hostile.test.ts'],
    grep: 'reason of signs',
  },
  {
    name: 'aliases of front matter are counted',
    file: 'src/core/document/frontMatter.ts',
    find: 'document.toJS({ maxAliasCount: 20 })',
    replace: 'document.toJS({ maxAliasCount: -1 })',
    tests: ['test/contract/hardness-network.test.ts'],
    grep: 'alias bomb',
  },
  {
    name: 'front matter that names itself is copied once',
    file: 'src/core/document/frontMatter.ts',
    find: 'if (known !== undefined) return known;',
    replace: '',
    tests: ['test/unit/hardness-guards.test.ts'],
  },
  {
    name: 'comments are not spread over a call',
    file: 'src/core/document/blocks.ts',
    find: 'for (const at of comments) this.inline.comments.push(at);',
    replace: 'this.inline.comments.push(...comments);',
    tests: ['test/unit/hardness-guards.test.ts'],
  },
  {
    name: 'the folded hint can be suppressed',
    file: 'src/core/directives.ts',
    find: 'known.has(f) || isSpoken(f)',
    replace: 'known.has(f) || f.rule !== META',
    tests: ['test/unit/hardness-guards.test.ts'],
  },
  {
    name: 'names are looked up as own properties',
    file: 'src/core/words/lexicon.ts',
    find: 'Object.hasOwn(ATTRIBUTES, name)',
    replace: 'name in ATTRIBUTES',
    tests: ['test/contract/hardness-network.test.ts'],
    grep: 'meaning for objects',
  },
  {
    name: 'a crashing rule is an issue',
    file: 'src/core/run.ts',
    find: "issues.push({ kind: 'rule-crashed'",
    replace: "throw error; issues.push({ kind: 'rule-crashed'",
    tests: ['test/unit/facts-invariants.test.ts'],
    grep: 'rule that crashes',
  },
  {
    name: 'a span splits no character',
    file: 'src/core/document/document.ts',
    find: 'if (isLow(text, start) && isHigh(text, start - 1)) start--;',
    replace: '',
    tests: ['test/fuzz/document.test.ts'],
    grep: 'spans? whole|span whole',
  },
  {
    name: 'an edit is read from the block before it',
    file: 'src/core/document/session.ts',
    find: 'Math.max(0, this.chunkAt(from) - 1)',
    replace: 'Math.max(0, this.chunkAt(from))',
    tests: ['test/fuzz/document.test.ts'],
    grep: 'sequence of edits',
  },
  {
    name: 'a sentence is kept only in its place',
    file: 'src/core/facts/collect.ts',
    find: '!samePlace(facts.placed.place, place)',
    replace: 'false',
    tests: ['test/fuzz/engine.test.ts'],
    grep: 'after any edits',
  },
  {
    name: 'the sums of a sentence follow the sentences beside it',
    file: 'src/core/facts/sums.ts',
    find: 'memo.before === before && memo.after === after && ',
    replace: '',
    tests: ['test/fuzz/engine.test.ts'],
    grep: 'after any edits',
  },
  {
    name: 'what does not change is kept',
    file: 'src/core/facts/collect.ts',
    find: 'facts.placed === null || !samePlace(facts.placed.place, place)',
    replace: 'true',
    tests: ['test/unit/hardness-work.test.ts'],
  },
  {
    name: 'blocks are read once',
    file: 'src/core/facts/said.ts',
    find: 'if (known) return known;',
    replace: '',
    tests: ['test/unit/hardness-work.test.ts'],
  },
  {
    name: 'text is escaped for Markdown',
    file: 'src/core/escape.ts',
    find: String.raw`const MARKDOWN_SYNTAX = /[\\` + '`*_{}[\\]<>&|~@#$^]/g;',
    replace: String.raw`const MARKDOWN_SYNTAX = /[\\` + '`*_{}[\\]>&|~@#$^]/g;',
    tests: ['test/unit/escape.test.ts'],
  },
  {
    name: 'invisible characters are dropped',
    file: 'src/core/escape.ts',
    find: "return text.replace(INVISIBLE, '');",
    replace: 'return text;',
    tests: ['test/unit/hardness-guards.test.ts'],
  },
  {
    name: 'a suppression stands behind a byte order mark',
    file: 'src/core/fixes/suppress.ts',
    find: '(text.charCodeAt(0) === 0xfeff ? 1 : 0)',
    replace: "(text === '' ? 1 : 0)",
    tests: ['test/unit/hardness-guards.test.ts'],
  },
  {
    name: 'a suppression never breaks front matter',
    file: 'src/core/fixes/suppress.ts',
    find: 'if (mdx || (doc.frontMatter && span.from < doc.frontMatter.span.to)) return null;',
    replace: 'if (mdx) return null;',
    tests: ['test/unit/hardness-guards.test.ts'],
  },
  {
    name: 'patterns of a configuration are limited',
    file: 'src/core/config/patterns.ts',
    find: 'if (total > MAX_STARS)',
    replace: 'if (total > 1e9)',
    tests: ['test/unit/config-parse.test.ts', 'test/unit/config-resolve.test.ts'],
  },
  {
    name: 'patterns stay in their folder',
    file: 'src/core/config/patterns.ts',
    find: "if (pattern.split('/').includes('..')) return 'leads out of its folder';",
    replace: '',
    tests: ['test/unit/config-parse.test.ts'],
  },
  {
    name: 'aliases of a configuration are counted',
    file: 'src/core/config/reader.ts',
    find: 'const MAX_ALIASES = 100;',
    replace: 'const MAX_ALIASES = 1e9;',
    tests: ['test/unit/config-parse.test.ts'],
  },
];

/**
 * Bundles tests as scripts/tests/bundle.mjs does, with one file read otherwise.
 * @param {readonly string[]} tests
 * @param {string} outdir
 * @param {{ file: string, find: string, replace: string } | null} guard
 */
async function bundle(tests, outdir, guard) {
  await build({
    entryPoints: [...tests],
    outdir,
    outbase: ROOT,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    packages: 'external',
    logLevel: 'error',
    plugins: [
      {
        name: 'without-a-guard',
        setup(setup) {
          setup.onLoad({ filter: /[\\/](?:src|test|scripts)[\\/].*\.(?:ts|mjs)$/ }, ({ path }) => {
            if (path.includes('node_modules')) return undefined;
            let contents = readFileSync(path, 'utf8');
            if (guard && path === join(ROOT, guard.file)) contents = contents.replace(guard.find, () => guard.replace);
            contents = contents
              .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
              .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
              .replaceAll('import.meta.filename', JSON.stringify(path));
            return { contents, loader: path.endsWith('.ts') ? 'ts' : 'js' };
          });
        },
      },
    ],
  });
  // A test that reads the sources as text sees the edit through this file.
  return tests.map((test) => join(outdir, test.replace(/\.ts$/, '.mjs')));
}

/** @returns {'passed' | 'failed' | 'endless'} */
function run(/** @type {readonly string[]} */ files, /** @type {string | undefined} */ grep) {
  const args = [
    'node_modules/mocha/bin/mocha.js',
    '--reporter',
    'dot',
    '--timeout',
    '0',
    '--bail',
    ...(grep ? ['--grep', grep] : []),
    ...files,
  ];
  const env = { ...process.env, FUZZ_SEED: process.env.FUZZ_SEED ?? '1', FUZZ_DOCS: process.env.FUZZ_DOCS ?? '2000' };
  const { status, error, stdout } = spawnSync(process.execPath, args, { timeout: PATIENCE, killSignal: 'SIGKILL', encoding: 'utf8', env });
  if (error || status === null) return 'endless';
  if (status === 0 && !/\d+ passing/.test(stdout ?? '')) return 'failed';
  return status === 0 ? 'passed' : 'failed';
}

const wanted = process.argv.slice(2);
const guards = GUARDS.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
const folder = mkdtempSync(join(tmpdir(), 'fast-enough-mutation-'));
symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
let wrong = 0;
try {
  const kept = new Map();
  for (const guard of guards) {
    const text = readFileSync(guard.file, 'utf8');
    const times = text.split(guard.find).length - 1;
    let verdict;
    if (times !== 1) verdict = `✘ the guard stands ${times} times in ${guard.file}: this list is out of date`;
    else {
      const key = `${guard.tests.join()} ${guard.grep ?? ''}`;
      if (!kept.has(key)) kept.set(key, run(await bundle(guard.tests, join(folder, `kept-${kept.size}`), null), guard.grep));
      if (kept.get(key) !== 'passed') verdict = `✘ its tests do not pass as it is (${kept.get(key)})`;
      else {
        const outdir = join(folder, `without-${guards.indexOf(guard)}`);
        const outcome = run(await bundle(guard.tests, outdir, guard), guard.grep);
        verdict = outcome === 'passed' ? '✘ no test notices' : `✔ noticed${outcome === 'endless' ? ' (a test does not end)' : ''}`;
      }
    }
    if (verdict.startsWith('✘')) wrong++;
    process.stdout.write(`${verdict.padEnd(36)} ${guard.name} [${guard.tests.map((test) => test.replace(/^test\//, '')).join(', ')}]\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${guards.length - wrong} of ${guards.length} guards are noticed when they are gone.\n`);
process.exit(wrong === 0 ? 0 : 1);
