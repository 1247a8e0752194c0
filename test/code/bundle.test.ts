/** The bundle that ships: it loads where there is neither Node nor a browser, and it reads code as the unbundled sources do. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { type BuildOptions, build } from 'esbuild';
import * as sources from '../../src/code';
import { readSnippets } from './snippets';

type Door = typeof sources;

async function bundle(): Promise<string> {
  // Loaded as it stands: it finds the compiler from where it lies.
  const plugin = pathToFileURL(join(process.cwd(), 'src/code/build/plugin.mjs')).href;
  const { codeOptions } = (await import(plugin)) as { codeOptions: BuildOptions };
  const result = await build({
    ...codeOptions,
    absWorkingDir: process.cwd(),
    entryPoints: ['src/code/index.ts'],
    bundle: true,
    write: false,
    minify: true,
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'silent',
  });
  return result.outputFiles[0]!.text;
}

describe('code: the bundle', function () {
  this.timeout(60_000);
  let text = '';
  let door: Door;

  before(async () => {
    text = await bundle();
    // No `require`, no `process`, no `self`: what is left is what every host has.
    const context = createContext({ module: { exports: {} } });
    runInContext(`var exports = module.exports;\n${text}`, context);
    door = runInContext('module.exports', context) as Door;
  });

  it('asks for no module, and for nothing of Node without looking first', () => {
    const asked = [...text.matchAll(/.{0,80}\brequire\((["'])(.*?)\1\)/g)].map(([all]) => all);
    assert.deepEqual(asked, []);
  });

  it('stays small: the parser is a slice of the compiler, not the compiler', () => {
    assert.ok(text.length < 750_000, `${text.length} characters`);
  });

  it('finds in every snippet what the sources find', () => {
    for (const snippet of readSnippets(join(process.cwd(), 'test/code/snippets'))) {
      const options = { language: snippet.language, ...(snippet.path ? { path: snippet.path } : {}) };
      const plain = JSON.stringify(sources.analyse(snippet.code, options));
      assert.equal(JSON.stringify(door.analyse(snippet.code, options)), plain, snippet.title);
    }
  });

  it('reads the sources of this project as the whole parser does', () => {
    for (const file of ['ast', 'scope', 'io', 'loops', 'parse', 'rules/quadratic', 'rules/sync-io']) {
      const source = readFileSync(join(process.cwd(), `src/code/${file}.ts`), 'utf8');
      const plain = sources.analyse(source, { language: 'ts' });
      assert.equal(plain.skipped, undefined);
      assert.equal(plain.partial, undefined);
      assert.equal(JSON.stringify(door.analyse(source, { language: 'ts' })), JSON.stringify(plain), file);
    }
  });
});
