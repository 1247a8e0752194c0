// Accepting a finding: the directive is read back by the document layer, and the document keeps its shape.
import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { PIECES, apply, doc, expand, fixesAt, fixesFor, prose } from './fixes-helper';
import type { Fix } from '../../src/core/types';

const RULE = 'company-did-it';
const here = (text: string, at: string, path?: string): Fix | undefined =>
  fixesFor(text, RULE, { at, ...(path ? { path } : {}) }).find((f) => f.applicability === 'suppress' && f.id !== 'suppress-file');
const file = (text: string, path?: string): Fix | undefined =>
  fixesFor(text, RULE, path ? { path } : {}).find((f) => f.id === 'suppress-file');
const withReason = (text: string): string => text.replace('{reason}', 'compared in appendix B');

/** Every place a finding can stand in, and the form that the directive takes there. */
const PLACES: readonly (readonly [name: string, text: string, at: string, id: string, action: string])[] = [
  ['a paragraph', '# T\n\nBefore.\n\nDiscord did it.\nAnd more.\n', 'Discord', 'suppress-next-line', 'disable-next-line'],
  ['a line further down in a paragraph', '# T\n\nBefore this\nDiscord did it.\nAnd more.\n', 'Discord', 'suppress-line', 'disable-line'],
  ['a hard line break', '# T\n\nBefore\nDiscord did it.\\\nAnd more.  \nX\n', 'Discord', 'suppress-line', 'disable-line'],
  ['a heading', '# T\n\n## Discord did it\n\nText.\n', 'Discord', 'suppress-next-line', 'disable-next-line'],
  ['a setext heading', 'Discord did it\n==============\n\nText.\n', 'Discord', 'suppress-next-line', 'disable-next-line'],
  ['a quote', '# T\n\n> Discord did it.\n> So can we.\n', 'Discord', 'suppress-next-line', 'disable-next-line'],
  ['a fence', '# T\n\n```ts\nawait x;\n```\n', '```ts', 'suppress-next-line', 'disable-next-line'],
  ['a list item', '# T\n\n- one\n- Discord did it\n- three\n', 'Discord', 'suppress-line', 'disable-line'],
  ['a nested item', '# T\n\n1. one\n   - Discord did it\n   - x\n2. two\n', 'Discord', 'suppress-line', 'disable-line'],
  ['the last line without a line end', '- a\n- Discord did it', 'Discord', 'suppress-line', 'disable-line'],
  ['a table row', '# T\n\n| a | b |\n| - | - |\n| Discord | did it |\n| x | y |\n\nText.\n', 'Discord', 'suppress-block', 'disable'],
  ['a table at the end', '| a |\n| - |\n| Discord |', 'Discord', 'suppress-block', 'disable'],
  ['a CRLF document', '# T\r\n\r\n- a\r\n- Discord did it\r\n', 'Discord', 'suppress-line', 'disable-line'],
];

describe('accepting a finding here', () => {
  for (const [name, text, at, id, action] of PLACES) {
    it(`writes a directive for ${name} that is read back, and breaks nothing`, () => {
      const fix = here(text, at)!;
      assert.equal(fix.id, id);
      const after = withReason(apply(text, fix.edits));
      assert.deepEqual(prose(after), prose(text));
      const [directive] = doc(after).directives;
      assert.equal(directive?.action, action, after);
      assert.deepEqual(
        directive.rules.map((r) => r.id),
        [RULE],
      );
      assert.equal(directive.reason, 'compared in appendix B');
      if (action === 'disable') assert.equal(doc(after).directives[1]?.action, 'enable');
      for (const e of fix.edits) assert.equal(expand(e.snippet), e.text);
      if (text.includes('\r\n')) assert.ok(!/[^\r]\n/.test(after));
    });
  }

  it('asks for the reason with a tab stop', () => {
    assert.match(here('Discord did it.\n', 'Discord')!.edits[0]!.snippet, /company-did-it: \$\{1:\{reason\\\}\} -->/);
  });

  it('is not offered in MDX, which has no such comments; front matter serves there', () => {
    assert.equal(here('Discord did it.\n', 'Discord', 'docs/a.mdx'), undefined);
    const text = '# T\n\nDiscord did it.\n';
    const after = withReason(apply(text, file(text, 'docs/a.mdx')!.edits));
    assert.ok(after.startsWith('---\nfast-enough-disable:\n  company-did-it: "compared in appendix B"\n---\n\n# T'));
  });
});

describe('accepting a rule in the whole file', () => {
  it('writes a comment on top where there is no front matter', () => {
    const text = '# T\n\nText.\n';
    const after = withReason(apply(text, file(text)!.edits));
    assert.deepEqual(prose(after), prose(text));
    assert.equal(doc(after).directives[0]?.action, 'disable-file');
    assert.equal(doc(after).directives[0]?.reason, 'compared in appendix B');
  });

  it('adds a key to YAML front matter, and a second rule below it', () => {
    const text = '---\nstatus: draft\n---\n\n# T\n';
    const once = withReason(apply(text, file(text)!.edits));
    assert.deepEqual({ ...(doc(once).frontMatter?.data['fast-enough-disable'] as object) }, { 'company-did-it': 'compared in appendix B' });
    assert.equal(doc(once).frontMatter?.data['status'], 'draft');
    const more = fixesFor(once, 'dogma').find((f) => f.id === 'suppress-file')!;
    const twice = apply(once, more.edits).replace('{reason}', 'quoted');
    assert.deepEqual(
      { ...(doc(twice).frontMatter?.data['fast-enough-disable'] as object) },
      { dogma: 'quoted', 'company-did-it': 'compared in appendix B' },
    );
  });

  it('stands behind TOML front matter, which it does not edit', () => {
    const text = '+++\ntitle = "T"\n+++\n\n# T\n';
    const after = withReason(apply(text, file(text)!.edits));
    assert.ok(after.startsWith('+++\ntitle = "T"\n+++\n'));
    assert.equal(doc(after).directives[0]?.action, 'disable-file');
  });
});

describe('accepting a finding in any document', () => {
  const text = fc
    .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom('\n', '\n\n', '\n\n\n', '\r\n\r\n')), { minLength: 1, maxLength: 9 })
    .map((parts) => parts.map(([piece, gap]) => piece + gap).join(''));

  it('keeps every block as it was, and the directive is read back', () => {
    fc.assert(
      fc.property(text, fc.nat(), (t, n) => {
        const read = doc(t);
        // A text between two rules on top becomes front matter once a colon stands in it; that is Markdown's ambiguity, not the fix's.
        if (read.blocks.length === 0 || /^---\r?\n/.test(t)) return;
        const block = read.blockSpan(n % read.blocks.length);
        const from = block.from + ((n >> 8) % (block.to - block.from));
        const span = { from, to: from + 1 };
        for (const fix of fixesAt(t, RULE, span).filter((f) => f.applicability === 'suppress')) {
          const after = withReason(apply(t, fix.edits));
          assert.deepEqual(prose(after), prose(t), `${fix.id} at ${span.from}`);
          const found = doc(after).directives.filter((d) => d.rules.some((r) => r.id === RULE));
          assert.equal(found[0]?.reason, 'compared in appendix B', `${fix.id} at ${span.from}`);
        }
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 1500), seed: Number(process.env['FUZZ_SEED'] ?? 1) },
    );
  });
});
