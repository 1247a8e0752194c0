/** Whatever the text is: hints at true places, or a reason; never an error, never a long wait. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Language, analyse, languageOf } from '../../src/code';
import { readSnippets } from './snippets';

const LANGUAGES: readonly Language[] = ['ts', 'tsx', 'js', 'jsx'];
const snippets = readSnippets(join(process.cwd(), 'test/code/snippets'));
const LOOP = 'for (const order of orders) {\n  order.user = await db.users.findById(order.userId);\n}\n';

function assertSound(source: string, language: Language): void {
  const { hints, skipped } = analyse(source, { language });
  assert.notEqual(skipped, 'failed');
  for (const hint of hints) {
    assert.ok(hint.from >= 0 && hint.from < hint.to && hint.to <= source.length, JSON.stringify(hint));
    const before = source.slice(0, hint.from).split(/\r\n|\r|\n/);
    assert.equal(hint.line, before.length);
    assert.equal(hint.column, before.at(-1)!.length + 1);
    for (const value of Object.values(hint.data)) assert.equal(typeof value, 'string');
  }
}

describe('code: reading', () => {
  it('names the languages that documents and editors use', () => {
    const named = ['ts', 'typescript', 'mts', '.cts', 'TSX', 'typescriptreact', 'js', 'javascript', 'mjs', 'cjs', 'jsx'].map(languageOf);
    assert.deepEqual(named, ['ts', 'ts', 'ts', 'ts', 'tsx', 'tsx', 'js', 'js', 'js', 'js', 'jsx']);
    assert.deepEqual(['rust', 'json', 'tsv', '', 'python', 'jsonc'].map(languageOf), [null, null, null, null, null, null]);
  });

  it('places hints in the text as it was given, whatever had to be put around it', () => {
    for (const before of ['', '\n\n', '...\n', '\t// comment\r\n', '@Get()\nasync list() {\n']) {
      const source = before + LOOP + (before.startsWith('@Get') ? '}' : '');
      const { hints } = analyse(source, { language: 'ts' });
      assert.deepEqual(
        hints.map((h) => source.slice(h.from, h.to)),
        ['db.users.findById'],
        JSON.stringify(before),
      );
    }
  });

  it('gives CRLF, LF and CR files the same hints on the same lines', () => {
    for (const snippet of snippets) {
      const options = { language: snippet.language, ...(snippet.path ? { path: snippet.path } : {}) };
      const shown = (text: string): string[] =>
        analyse(text, options).hints.map((h) => `${h.line}:${h.column} ${h.rule} ${JSON.stringify(h.data)}`);
      const lf = shown(snippet.code);
      assert.deepEqual(shown(snippet.code.replaceAll('\n', '\r\n')), lf, snippet.title);
    }
  });

  it('keeps to the lines asked for, and reads the imports outside them', () => {
    const source = `import { Pool } from 'pg';\nconst store = new Pool();\n${'for (const o of orders) o.user = await store.query("select 1 from users where id = $1", [o.id]);\n'.repeat(3)}`;
    const lines = (from: number, to: number): number[] => analyse(source, { language: 'ts', lines: { from, to } }).hints.map((h) => h.line);
    assert.deepEqual(lines(1, 9), [3, 4, 5]);
    assert.deepEqual(lines(4, 4), [4]);
    assert.deepEqual(lines(9, 3), []);
  });

  it('says why it read nothing', () => {
    const reason = (source: string): string | undefined => analyse(source, { language: 'js' }).skipped;
    assert.equal(reason(''), 'empty');
    assert.equal(reason(' \n\t'), 'empty');
    assert.equal(reason('the user is fetched for each of the orders, then'), 'unparseable');
    assert.equal(reason(`const a = 1;\n`.repeat(100_000)), 'too-large');
    assert.equal(reason('a();'.repeat(20_000)), 'minified');
    assert.equal(reason(`x = ${'['.repeat(50_000)}${']'.repeat(50_000)}`.replaceAll('[', '[\n')), 'too-deep');
  });

  it('says when it had to leave something out', () => {
    assert.equal(analyse(LOOP, { language: 'ts' }).partial, undefined);
    const broken = analyse(`const x = = 1;\n${LOOP}`, { language: 'ts' });
    assert.equal(broken.partial, true);
    assert.deepEqual(
      broken.hints.map((h) => h.line),
      [3],
    );
  });

  it('survives every prefix of every snippet', () => {
    for (const snippet of snippets) {
      for (let end = 1; end < snippet.code.length; end += 37) assertSound(snippet.code.slice(0, end), snippet.language);
    }
  }).timeout(60_000);

  it('survives snippets with pieces cut out, doubled and swapped', () => {
    const piece = fc.tuple(fc.constantFrom(...snippets), fc.nat(), fc.nat()).map(([snippet, a, b]) => {
      const [from, to] = [a % snippet.code.length, b % snippet.code.length].sort((x, y) => x - y) as [number, number];
      return snippet.code.slice(from, to);
    });
    const text = fc.array(fc.oneof(piece, fc.string(), fc.constantFrom('{', '}', '`', '${', '...', '(', ')', '</a>', '/*', "'")), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(text, fc.constantFrom(...LANGUAGES), (parts, language) => assertSound(parts.join('\n'), language)),
      { numRuns: 400, seed: 5 },
    );
  }).timeout(60_000);

  it('takes time in proportion to the text, whatever its shape', () => {
    const shapes: Record<string, (n: number) => string> = {
      'one loop after another': (n) => LOOP.repeat(n),
      'stopwatches side by side': (n) => 'const t = Date.now();\nwork();\nconsole.log(Date.now() - t);\n'.repeat(n),
      'loops in loops': (n) =>
        `${'for (const a of as) {\n'.repeat(Math.min(n / 10, 150))}x = xs.find((y) => y.id === a.id);\n`.concat(
          '}'.repeat(Math.min(n / 10, 150)),
        ),
      'calls in a chain': (n) => `await db.users${'\n.where(x)'.repeat(Math.min(n, 800))};`,
      'one function calling the next': (n) =>
        Array.from({ length: n }, (_, i) => `async function f${i}(x) {\n  return f${i + 1}(x);\n}`)
          .join('\n')
          .concat(`\nfor (const x of xs) await f0(x.id);`),
      'many queries in one loop': (n) =>
        `let c;\nfor (const o of orders) {\n${"c = await db.query('select 1 from x where id = ?', [o.id, c]);\n".repeat(n)}}`,
      reductions: (n) => 'const a = rows.reduce((all, x) => [...all, x], []);\n'.repeat(n),
    };
    for (const [name, shape] of Object.entries(shapes)) {
      const time = (n: number): number => {
        const source = shape(n);
        // Processor time, not the clock on the wall: other work on the machine must not fail this.
        const start = process.cpuUsage();
        assert.notEqual(analyse(source, { language: 'ts' }).skipped, 'failed');
        const { user, system } = process.cpuUsage(start);
        return (user + system) / 1000;
      };
      time(200);
      const least = (n: number): number => Math.min(time(n), time(n), time(n));
      const [small, large] = [least(300), least(2400)];
      // Eight times the text: a quadratic would take 64 times as long. The constant keeps the noise of short runs out.
      assert.ok(large < 24 * small + 400, `${name}: ${small.toFixed(0)} ms, then ${large.toFixed(0)} ms`);
    }
  }).timeout(120_000);
});
