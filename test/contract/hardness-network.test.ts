/**
 * Promises of docs/SECURITY.md that can be read off the code, and watched while it runs: no network, no code made of text, no state that a
 * document can poison.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { createLinter } from '../../src/core';

const ROOT = resolve(import.meta.dirname, '../..');
const SOURCES = globSync('src/**/*.ts', { cwd: ROOT, absolute: true }).sort();

/** Modules of Node through which a program reaches others. */
const NETWORK = /^(?:node:)?(?:http|https|http2|net|tls|dgram|dns|dns\/promises|cluster|inspector|vm|repl|child_process)$/;
/** Where one of them is needed, and what for. */
const ALLOWED: ReadonlyMap<string, string> = new Map([
  ['src/cli/input/changed.ts', 'child_process: git, with arguments of our own, for --changed-since'],
]);
const REACHES = new Set(['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'importScripts', 'WebTransport', 'RTCPeerConnection']);

/** Names that a file uses as values, and the modules that it imports. */
function usesOf(
  file: string,
  text = readFileSync(file, 'utf8'),
): { readonly names: Set<string>; readonly modules: Set<string>; readonly evaluates: string[] } {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false);
  const names = new Set<string>();
  const modules = new Set<string>();
  const evaluates: string[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier))
      modules.add(node.moduleSpecifier.text);
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const called = node.expression.getText(source);
      const [first] = node.arguments ?? [];
      names.add(called.replace(/^(?:globalThis|window|self)\./, ''));
      if (/^(?:globalThis\.|window\.|self\.)?(?:eval|Function|AsyncFunction)$/.test(called))
        evaluates.push(node.getText(source).slice(0, 80));
      if (/^(?:globalThis\.|window\.)?set(?:Timeout|Interval)$/.test(called) && first && ts.isStringLiteralLike(first))
        evaluates.push(node.getText(source).slice(0, 80));
      if ((called === 'require' || node.expression.kind === ts.SyntaxKind.ImportKeyword) && first && ts.isStringLiteralLike(first))
        modules.add(first.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { names, modules, evaluates };
}
const uses = SOURCES.map((file) => ({ file: file.slice(ROOT.length + 1).replaceAll('\\', '/'), ...usesOf(file) }));

describe('No network', function () {
  this.timeout(120_000);

  it('is imported or called anywhere', () => {
    assert.ok(uses.length > 100 && uses.some((u) => u.modules.has('node:fs')), 'the sources are read');
    const bad = uses.flatMap(({ file, names, modules }) => [
      ...[...modules].filter((m) => NETWORK.test(m) && !ALLOWED.has(file)).map((m) => `${file} imports ${m}`),
      ...[...names].filter((n) => REACHES.has(n)).map((n) => `${file} calls ${n}`),
    ]);
    assert.deepEqual(bad, []);
    for (const [file, why] of ALLOWED)
      assert.ok(
        uses.some((u) => u.file === file && [...u.modules].some((m) => NETWORK.test(m))),
        `${file} no longer needs ${why}`,
      );
  });

  it('would be seen: the reader knows an import, a call and a text made code', () => {
    const found = usesOf(
      'x.ts',
      "import 'node:http'; import x from 'net'; await import('node:dns'); globalThis.fetch(u); new WebSocket(u); new Function('a'); eval(b); setTimeout('c', 1);",
    );
    assert.deepEqual(
      [...found.modules].filter((m) => NETWORK.test(m)),
      ['node:http', 'net', 'node:dns'],
    );
    assert.deepEqual(
      [...found.names].filter((n) => REACHES.has(n)),
      ['fetch', 'WebSocket'],
    );
    assert.equal(found.evaluates.length, 3);
  });

  it('is in what the editor loads', () => {
    for (const bundle of ['extension.js', 'core.js', 'code.js', 'review.js']) {
      const path = join(ROOT, 'dist', bundle);
      if (!existsSync(path)) continue;
      const text = readFileSync(path, 'utf8');
      assert.doesNotMatch(text, /\b(?:fetch|importScripts)\(|new (?:XMLHttpRequest|WebSocket|EventSource)\b/, bundle);
      const required = [...text.matchAll(/\brequire\(["']([^"']+)["']\)/g)].map((m) => m[1] as string);
      assert.deepEqual(
        [...new Set(required)].filter((name) => name !== 'vscode' && !name.startsWith('./')),
        [],
        bundle,
      );
    }
  });

  it('is touched by any command, watched', () => {
    const folder = mkdtempSync(join(tmpdir(), 'fast-enough-network-'));
    try {
      const watch = join(folder, 'watch.cjs');
      const seen = join(folder, 'seen.txt');
      writeFileSync(
        watch,
        `const note = (what) => { require('node:fs').appendFileSync(${JSON.stringify(seen)}, what + '\\n'); throw new Error('network: ' + what); };
for (const [name, calls] of Object.entries({ net: ['connect', 'createConnection', 'createServer'], http: ['request', 'get'], https: ['request', 'get'], dns: ['lookup', 'resolve'], dgram: ['createSocket'], tls: ['connect'] }))
  for (const call of calls) require('node:' + name)[call] = () => note(name + '.' + call);
require('node:net').Socket.prototype.connect = () => note('socket');
globalThis.fetch = () => note('fetch');
`,
      );
      const cli = join(ROOT, 'dist/cli.cjs');
      const sample = join(ROOT, 'samples/weak-rewrite-rfc.md');
      const run = (args: readonly string[], input = ''): string => {
        const done = spawnSync(process.execPath, ['--require', watch, cli, ...args], { cwd: folder, input, encoding: 'utf8' });
        assert.doesNotMatch(done.stderr, /network: /, args.join(' '));
        return done.stdout;
      };
      assert.match(run(['check', sample]), /findings/);
      for (const format of ['unix', 'json', 'sarif', 'github', 'junit', 'markdown'])
        assert.ok(run(['check', sample, '--format', format]).length > 100, format);
      assert.ok(run(['review', sample]).length > 100);
      assert.ok(run(['explain', 'no-slo']).length > 100);
      run(['init']);
      run(['serve', '--mcp'], '{"jsonrpc":"2.0","id":1,"method":"tools/list"}\n');
      assert.ok(!existsSync(seen), existsSync(seen) ? readFileSync(seen, 'utf8') : '');
      // The watch itself works: a program that does reach out is caught.
      const caught = spawnSync(process.execPath, ['--require', watch, '-e', "fetch('http://localhost')"], { encoding: 'utf8' });
      assert.match(caught.stderr, /network: fetch/);
      assert.ok(existsSync(seen));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('No code is made of text', () => {
  it('in the sources', () => {
    assert.deepEqual(
      uses.flatMap(({ file, evaluates }) => evaluates.map((what) => `${file}: ${what}`)),
      [],
    );
  });

  it('in what the editor loads', () => {
    for (const bundle of ['extension.js', 'core.js', 'review.js', 'index.mjs']) {
      const path = join(ROOT, 'dist', bundle);
      if (existsSync(path)) assert.doesNotMatch(readFileSync(path, 'utf8'), /\beval\(|\bnew Function\(|[^.\w]Function\(["'`]/, bundle);
    }
  });

  it('in the scripts of the webview and the preview', () => {
    for (const file of readdirSync(join(ROOT, 'media')).filter((name) => name.endsWith('.js')))
      assert.doesNotMatch(
        readFileSync(join(ROOT, 'media', file), 'utf8'),
        /\beval\(|\bFunction\(|innerHTML|outerHTML|insertAdjacentHTML|document\.write/,
        file,
      );
    for (const { file } of uses.filter((u) => u.file.startsWith('src/webview/')))
      assert.doesNotMatch(readFileSync(join(ROOT, file), 'utf8'), /innerHTML|outerHTML|insertAdjacentHTML|document\.write/, file);
  });
});

describe('Front matter', () => {
  const linter = createLinter({ profile: 'full' });
  const BODY = '\n# Rewrite the orders service in Rust\n\n## Decision\n\nWe rewrite it in Rust, because Python is slow.\n';
  const wrapped = (matter: string): string => `---\n${matter}\n---\n${BODY}`;

  it('does not expand an alias bomb', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...[...'bcdefghij'].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[i]}`).join()}]`),
    ].join('\n');
    const before = process.memoryUsage().heapUsed;
    const started = process.cpuUsage();
    const result = linter.lint(wrapped(bomb));
    const { user } = process.cpuUsage(started);
    assert.ok(user < 2_000_000, `${user / 1000} ms`);
    assert.ok(process.memoryUsage().heapUsed - before < 100_000_000);
    assert.ok(result.proposal.applies);
    assert.deepEqual(
      result.issues.map((issue) => issue.kind),
      ['front-matter'],
    );
  });

  it('gives prototype keys no power', () => {
    for (const matter of [
      '__proto__:\n  polluted: yes\n  fast-enough: true',
      'constructor:\n  prototype:\n    polluted: yes',
      '"__proto__": { polluted: yes }',
      'a: { __proto__: { polluted: yes } }',
      'fast-enough-disable:\n  __proto__: x\n  constructor: y\n  hasOwnProperty: z',
      'toString: x\nvalueOf: y\nstatus: __proto__\ntitle: constructor',
    ]) {
      linter.lint(wrapped(matter));
      linter.lint(`+++\n${matter.replaceAll(': ', ' = ')}\n+++\n${BODY}`);
      assert.equal(({} as Record<string, unknown>)['polluted'], undefined, matter);
      assert.equal(Object.getPrototypeOf({}), Object.prototype);
    }
    assert.ok(linter.lint(`+++\n[__proto__]\npolluted = 1\n+++\n${BODY}`).proposal.applies);
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });

  it('names with a meaning for objects are only words in a document', () => {
    const words = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];
    for (const word of words) {
      const text = `# Rewrite ${word} in ${word}\n\n## ${word}\n\n${word} is fast, and ${word} of ${word} is 10x ${word}.\n\n| ${word} | ${word} |\n|---|---|\n| ${word} | 40 ms |\n\n<!-- fast-enough-disable-next-line ${word}: ${word} -->\n`;
      const result = createLinter({ profile: 'full', ownCompanies: [word], languages: [word] }).lint(text, { applies: true });
      assert.deepEqual(result.issues, []);
      result.review();
      for (const finding of result.findings) result.fixes(finding);
    }
  });
});
