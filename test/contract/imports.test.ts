/**
 * The corridor, proved without the linter: the sources are read as text, and the core is bundled for a browser, where a forbidden import has
 * nowhere to come from.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { globSync } from 'tinyglobby';
import { RULE_HELPERS, ROOMS, objection, roomOf } from '../../scripts/lint/rooms.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const files = globSync('src/**/*.ts', { cwd: ROOT }).sort();

interface Import {
  readonly file: string;
  readonly imported: string;
  readonly isPackage: boolean;
  readonly typeOnly: boolean;
}

/** Import and export declarations and dynamic imports at the start of a statement or an expression, never inside a string of examples. */
const DECLARATION = /^(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"\n]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"\n]+)['"]/g;

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8').replaceAll(/`(?:\\.|[^`\\])*`/gs, '``');
  const found = [
    ...[...text.matchAll(DECLARATION)].map((m) => ({ to: m[2] ?? '', typeOnly: m[1] !== undefined })),
    ...[...text.matchAll(DYNAMIC)].map((m) => ({ to: m[1] ?? '', typeOnly: false })),
  ];
  return found.map(({ to, typeOnly }) => {
    const isPackage = !to.startsWith('.');
    const imported = isPackage ? to : relative(ROOT, join(ROOT, dirname(file), to)).replaceAll('\\', '/');
    return { file: file.replace(/\.ts$/, ''), imported: imported.replace(/\.ts$/, ''), isPackage, typeOnly };
  });
}

const all = files.flatMap(importsOf);
const from = (path: string): Import[] => all.filter(({ file }) => file === path || file.startsWith(`${path}/`));

describe('imports', () => {
  it('are read at all', () => {
    // A reader that finds nothing would make every test below pass.
    assert.ok(all.length > 200, `only ${all.length} imports were found`);
    assert.ok(from('src/vscode').some(({ imported }) => imported === 'vscode'));
    assert.ok(from('src/cli').some(({ imported }) => imported.startsWith('node:')));
  });

  it('run one way', () => {
    const wrong = all.flatMap(({ file, imported, isPackage, typeOnly }) => {
      const why = objection(file, imported, { isPackage, typeOnly });
      return why === undefined ? [] : [`${file}: ${why}`];
    });
    assert.deepEqual(wrong, []);
  });

  it('have a rule for every folder of src', () => {
    const homeless = files.map((file) => file.replace(/\.ts$/, '')).filter((file) => roomOf(file) === undefined);
    assert.deepEqual(homeless, []);
  });

  it('of the core name neither the editor, nor Node, nor a door', () => {
    const wrong = from('src/core').filter(({ imported }) => /^(vscode$|node:|src\/(vscode|cli|lsp|code|webview|extension))/.test(imported));
    assert.deepEqual(wrong, []);
  });

  it('of the corridor never lead back', () => {
    const order = ['src/core/document', 'src/core/facts', 'src/core/proposal', 'src/core/rules', 'src/core/engine'];
    for (const [i, room] of order.entries()) {
      const later = order.slice(i + 1);
      const wrong = from(room).filter(({ imported }) => later.some((path) => imported === path || imported.startsWith(`${path}/`)));
      assert.deepEqual(wrong, [], `${room} looks ahead`);
    }
  });

  it('of content and generated code do not exist', () => {
    assert.deepEqual([...from('src/content'), ...from('src/generated')], []);
  });

  it('of a rule never name another rule, and facts by their types only', () => {
    const rules = files
      .filter((file) => file.startsWith('src/core/rules/') && !file.endsWith('/index.ts'))
      .map((file) => file.slice(15, -3));
    const isRule = (name: string): boolean => rules.includes(name) && !RULE_HELPERS.includes(name);
    assert.ok(rules.filter(isRule).length >= 9, 'the rules were not found');
    for (const { file, imported, typeOnly } of from('src/core/rules')) {
      if (file.endsWith('/index')) continue;
      assert.ok(!isRule(imported.replace('src/core/rules/', '')), `${file} imports the rule ${imported}`);
      assert.ok(!imported.startsWith('src/core/document'), `${file} imports the document`);
      assert.ok(typeOnly || !imported.startsWith('src/core/facts'), `${file} imports code of ${imported}`);
    }
  });

  it('keep the table honest: every room exists', () => {
    const missing = ROOMS.filter(
      ({ path }) => path !== 'src/content' && !files.some((file) => file === `${path}.ts` || file.startsWith(`${path}/`)),
    );
    assert.deepEqual(
      missing.map(({ path }) => path).filter((path) => path !== 'src/code/build'),
      [],
    );
  });
});

describe('the linter', () => {
  it('refuses what the corridor forbids', () => {
    const refuse = (file: string, imported: string, isPackage = false, typeOnly = false): void =>
      assert.notEqual(objection(file, imported, { isPackage, typeOnly }), undefined, `${file} -> ${imported} was allowed`);
    refuse('src/core/document/blocks', 'src/core/facts/collect');
    refuse('src/core/document/blocks', 'src/core/rules/no-slo');
    refuse('src/core/facts/collect', 'src/core/proposal/index');
    refuse('src/core/rules/no-slo', 'src/core/rules/no-profile');
    refuse('src/core/rules/no-slo', 'src/core/document/blocks');
    refuse('src/core/rules/no-slo', 'src/core/facts/collect');
    refuse('src/core/engine', 'vscode', true);
    refuse('src/core/engine', 'node:fs', true);
    refuse('src/core/engine', 'src/vscode/diagnostics');
    refuse('src/vscode/hover', 'src/core/facts/collect');
    refuse('src/vscode/hover', 'src/core/rules/index');
    refuse('src/vscode/hover', 'node:fs', true);
    refuse('src/cli/main', 'vscode', true);
    refuse('src/generated/cards', 'src/core/types', false, true);
  });

  it('lets through what the corridor is for', () => {
    assert.equal(objection('src/core/rules/no-slo', 'src/core/facts/figures', { isPackage: false, typeOnly: true }), undefined);
    assert.equal(objection('src/core/facts/collect', 'src/core/document/types', { isPackage: false, typeOnly: false }), undefined);
    assert.equal(objection('src/vscode/hover', 'src/core', { isPackage: false, typeOnly: false }), undefined);
  });
});

describe('a rule', () => {
  /** Code without comments and strings: what is left of a slash between operators is a regular expression. */
  const code = (text: string): string =>
    text
      .replaceAll(/`(?:\\.|[^`\\])*`|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/gs, "''")
      .replaceAll(/\/\*[\s\S]*?\*\//g, '')
      .replaceAll(/\/\/.*$/gm, '');

  for (const file of files.filter((name) => name.startsWith('src/core/rules/'))) {
    it(`contains no regular expression: ${file.slice(15)}`, () => {
      const text = code(readFileSync(join(ROOT, file), 'utf8'));
      assert.doesNotMatch(text, /RegExp|\.(?:match|matchAll|search)\(/);
      assert.doesNotMatch(text, /[=(,:?&|!]\s*\/[^/*\s]/);
    });
  }
});

describe('the core', () => {
  it('bundles for a browser, where neither Node nor the editor exists', async () => {
    const result = await build({
      entryPoints: [join(ROOT, 'src/core/index.ts')],
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'browser',
      mainFields: ['module', 'main'],
      metafile: true,
      logLevel: 'silent',
    });
    const text = result.outputFiles[0]?.text ?? '';
    assert.ok(text.includes('createLinter'));
    const outside = Object.values(result.metafile.outputs).flatMap((output) => output.imports.filter(({ external }) => external === true));
    assert.deepEqual(outside, []);
    assert.doesNotMatch(text, /\brequire\(["'](?:vscode|node:|fs|path)/);
  });

  it('runs where there is no process, no Buffer and no clock of Node', async () => {
    const result = await build({
      entryPoints: [join(ROOT, 'src/core/index.ts')],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'core',
      platform: 'browser',
      mainFields: ['module', 'main'],
      logLevel: 'silent',
    });
    const { createContext, runInContext } = await import('node:vm');
    // A bare realm: only what the language itself provides.
    const realm = createContext({});
    const read = `${result.outputFiles[0]?.text ?? ''}
      JSON.stringify(core.createLinter().lint('# RFC: Rewrite the service in Rust\\n\\nWe rewrite the whole service in Rust, because it is faster.\\n').proposal)`;
    const proposal = JSON.parse(runInContext(read, realm) as string) as { applies: boolean; kind: string };
    assert.equal(proposal.applies, true);
    assert.equal(proposal.kind, 'rewrite');
  });
});
