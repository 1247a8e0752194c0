/** What is bundled is what is tested: the cut parser, the short table of entities and the rules without their manual change no judgement. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { decodeHTMLStrict } from '../../scripts/build/entities.mjs';
import { withoutManual } from '../../scripts/build/rules.mjs';
import { createLinter } from '../../src/core';
import type { Linter } from '../../src/core/types';
import { anyDocument, SAMPLES } from '../fuzz/grammar';

const ROOT = resolve(import.meta.dirname, '../..');
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000_007);
const require = createRequire(import.meta.url);

describe(`The bundle (FUZZ_SEED=${seed})`, function () {
  this.timeout(60_000);

  it('judges as the sources do', async () => {
    const bundled = (await import(pathToFileURL(join(ROOT, 'dist/index.mjs')).href)) as { createLinter: typeof createLinter };
    const [a, b] = [createLinter({ profile: 'full' }), bundled.createLinter({ profile: 'full' })];
    const judged = (linter: Linter, text: string): string => {
      const r = linter.lint(text);
      return JSON.stringify([r.proposal, r.findings, r.evidence, r.issues, r.suppressed, r.review(), r.numberNotes(), r.terms()]);
    };
    const same = (text: string): void => assert.equal(judged(b, text), judged(a, text));
    SAMPLES.forEach(same);
    // What the cut touched: link definitions with every kind of address, entities, link titles over lines.
    const piece = fc.constantFrom(
      ...[
        '[a]: ',
        '[b]:\n',
        '/url',
        '<',
        '>',
        'javascript:x',
        'JavaScript:',
        '&#106;avascript:x',
        'vbscript&colon;x',
        'data:image/png;a',
        'data:text/html',
        'file:///a',
      ],
      ...[
        'https://exämple.org/ü?a=%20&b',
        'mailto:a@b.c',
        ' "title"',
        ' "title\nover lines"',
        " 'x",
        ' (y)',
        '\n',
        '\n\n',
        '\\',
        '&nbsp;',
        '&quot;',
        '&Tab;',
        'text ',
        '# h\n',
      ],
      ...['&amp;', '&mdash;', '&rarr;', '&Alpha;', '&copy', '&nosuch;', '&#0;', '&#x1F600;', '&lt;b&gt;', '[a]', '[x][a]', '- ', '> '],
    );
    const definitions = fc.array(piece, { maxLength: 24, size: 'max' }).map((all) => `# Use Rust for speed\n\n${all.join('')}`);
    fc.assert(fc.property(fc.oneof(definitions, anyDocument), same), { seed, numRuns: 600 });
  });

  it('knows an entity as the whole table does, or leaves it as it is written', () => {
    const whole = createRequire(require.resolve('markdown-it'))('entities') as { decodeHTMLStrict(text: string): string };
    const text = readFileSync(join(ROOT, 'scripts/build/entities.mjs'), 'utf8');
    const names = [...new Set(text.match(/[A-Za-z][A-Za-z0-9]*/g))]
      .map((name) => `&${name};`)
      .filter((name) => decodeHTMLStrict(name) !== name);
    assert.ok(names.length > 290, `${names.length} names`);
    for (const name of names) assert.equal(decodeHTMLStrict(name), whole.decodeHTMLStrict(name), name);
    for (const name of ['&constructor;', '&__proto__;', '&nosuch;']) assert.equal(decodeHTMLStrict(name), name);
  });

  it('takes examples and manual from a rule and nothing else', () => {
    const folder = join(ROOT, 'src/core/rules');
    let shorter = 0;
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts'))) {
      const before = readFileSync(join(folder, file), 'utf8');
      const after = withoutManual(before, file);
      if (after.length < before.length) shorter++;
      assert.doesNotMatch(after, /whenNotToUse: *\n? *'.+'|(?:bad|good): \[\s*[{[]/, file);
      for (const kept of ['id', 'title', 'why', 'severity', 'question'])
        assert.deepEqual(
          after.match(new RegExp(`^ {4}${kept}:.*$`, 'gm')),
          before.match(new RegExp(`^ {4}${kept}:.*$`, 'gm')),
          `${file}: ${kept}`,
        );
    }
    assert.ok(shorter > 30, `${shorter} rules`);
  });
});
