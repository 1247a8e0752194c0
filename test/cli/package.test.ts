import { strict as assert } from 'node:assert';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { createLinter } from '../../src/core';

const root = path.join(import.meta.dirname, '../..');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

describe('the package, packed and installed into an empty project', function () {
  this.timeout(120_000);
  let folder: string;
  const node = (...args: string[]): string => execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  const examples = [...readFileSync(path.join(root, 'docs/API.md'), 'utf8').matchAll(/^```js\n([\s\S]*?)^```/gm)].map((m) => m[1]!);

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'fast-enough-pack-'));
    // What `npm pack` runs before it packs; the build itself has been made by whoever runs the tests.
    execFileSync(process.execPath, [path.join(root, 'scripts/build/types.mjs')]);
    const [packed] = JSON.parse(
      execFileSync(npm, ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    ) as { filename: string }[];
    writeFileSync(path.join(folder, 'package.json'), '{"name":"empty","private":true}');
    execFileSync(npm, ['install', '--offline', '--no-audit', '--no-fund', `./${packed!.filename}`], { cwd: folder, stdio: 'ignore' });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('brings no other package and no source', () => {
    assert.deepEqual(
      readdirSync(path.join(folder, 'node_modules')).filter((n) => !n.startsWith('.')),
      ['fast-enough'],
    );
    const inside = readdirSync(path.join(folder, 'node_modules/fast-enough'));
    assert.deepEqual(
      inside.filter((n) => ['src', 'test', 'samples', 'node_modules', 'media'].includes(n)),
      [],
    );
    assert.ok(inside.includes('THIRD_PARTY_LICENSES.txt'), 'what is bundled is passed on with its licences');
  });

  it('runs the examples of docs/API.md as ES modules', () => {
    assert.equal(examples.length, 2);
    examples.forEach((code, i) => writeFileSync(path.join(folder, `example${i}.mjs`), code));
    const first = node('example0.mjs');
    assert.match(first, /^rewrite \[ 'Python' \] \[ 'Rust' \]$/m);
    assert.match(first, /^claim-above-ceiling Q6 10x.*\n.*= 1\.05/m);
    assert.ok(Number(node('example1.mjs')) > 0);
  });

  it('is required from CommonJS and says the same', () => {
    const text = 'We rewrite billing from Python to Go because Python is slow. Discord did it.';
    const code = `const { createLinter } = require('fast-enough'); console.log(JSON.stringify(createLinter().lint(${JSON.stringify(text)}).findings.map((f) => f.rule)))`;
    assert.deepEqual(
      JSON.parse(node('-e', code)),
      createLinter()
        .lint(text)
        .findings.map((f) => f.rule),
    );
  });

  it('has types for both kinds of module, under every way of resolving them', () => {
    const source = `import { createLinter, RULES, type Finding, type LintResult } from 'fast-enough';
      const result: LintResult = createLinter({ profile: 'full' }).lint('x', { path: 'a.md' });
      const first: Finding | undefined = result.findings[0];
      const id: string = RULES[0]!.id;
      // @ts-expect-error there is no such profile
      createLinter({ profile: 'loud' });
      export default [first?.span.from, id];`;
    writeFileSync(path.join(folder, 'example.mts'), source);
    writeFileSync(path.join(folder, 'example.cts'), source.replace('export default', 'export const all ='));
    const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
    for (const [module, resolution, files] of [
      ['nodenext', 'nodenext', ['example.mts', 'example.cts']],
      ['esnext', 'bundler', ['example.mts']],
    ] as const) {
      const compilerOptions = {
        noEmit: true,
        strict: true,
        exactOptionalPropertyTypes: true,
        types: [],
        module,
        moduleResolution: resolution,
        target: 'es2022',
      };
      writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
      const run = spawnSync(process.execPath, [tsc, '-p', '.'], { cwd: folder, encoding: 'utf8' });
      assert.deepEqual([run.status, run.stdout], [0, ''], resolution);
    }
  });

  it('is bundled for a browser without anything of Node', async () => {
    writeFileSync(
      path.join(folder, 'page.js'),
      `import { createLinter } from 'fast-enough'; globalThis.found = createLinter().lint('We rewrite it from Python to Rust because Python is slow.').findings.length;`,
    );
    const result = await build({
      entryPoints: [path.join(folder, 'page.js')],
      bundle: true,
      platform: 'browser',
      write: false,
      logLevel: 'silent',
    });
    assert.deepEqual([result.errors, result.warnings], [[], []]);
    assert.doesNotMatch(result.outputFiles[0]!.text, /require\(["']node:/);
  });

  it('brings a command that runs on what it finds there', () => {
    writeFileSync(path.join(folder, 'rfc.md'), readFileSync(path.join(root, 'samples/weak-rewrite-rfc.md')));
    const command = path.join(folder, 'node_modules/.bin/fast-enough');
    const run = spawnSync(command, ['check', 'rfc.md', '--code'], { cwd: folder, encoding: 'utf8' });
    assert.equal(run.status, 1);
    assert.match(run.stdout, /claim-above-ceiling/);
    for (const file of ['lsp.cjs', 'mcp.cjs', 'code.js']) assert.ok(existsSync(path.join(folder, 'node_modules/fast-enough/dist', file)));
  });
});
