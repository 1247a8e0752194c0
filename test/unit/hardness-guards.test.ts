/** Guards against text at its edges, one by one: each of these failed before its guard was there. */
import assert from 'node:assert/strict';
import { createLinter, type LintResult } from '../../src/core';
import { parseDocument } from '../../src/core/document';
import { collect } from '../../src/core/facts/collect';
import { newCache } from '../../src/core/facts/said';
import { createReader } from '../../src/core/reader';
import { readBlock } from '../../src/core/words/reading';
import { escapeHtml, escapeMarkdown, oneLine, visible } from '../../src/core/escape';
import { apply } from './fixes-helper';

const linter = createLinter({ profile: 'full' });
const BODY = '# Rewrite the orders service in Rust\n\n## Decision\n\nWe rewrite it in Rust, because Python is slow.\n';

/** Every suppression offered is applied, each to the text as it was; what became of it. */
function* suppressed(text: string): Iterable<[string, LintResult]> {
  const before = linter.lint(text);
  assert.ok(before.findings.length > 0);
  for (const finding of before.findings)
    for (const fix of before.fixes(finding).filter((f) => f.applicability === 'suppress'))
      yield [finding.rule, linter.lint(apply(text, fix.edits).replace('{reason}', 'agreed'))];
}

describe('A suppression', () => {
  it('stands behind a byte order mark, which has to be the first character', () => {
    for (const text of [`\ufeff${BODY}`, `\ufeff---\nstatus: draft\n---\n${BODY}`])
      for (const [rule, after] of suppressed(text)) {
        assert.ok(after.text.startsWith('\ufeff'));
        assert.ok(
          after.suppressed.some((s) => s.finding.rule === rule),
          rule,
        );
      }
  });

  it('never stands before front matter, which has to be at the top', () => {
    const text = '---\ntitle: Rewrite in Go\nfast-enough: true\n---\n';
    for (const [rule, after] of suppressed(text))
      assert.ok(
        after.suppressed.some((s) => s.finding.rule === rule),
        rule,
      );
  });

  it('silences the criteria that the essential profile folds into one hint, and says nothing more of itself', () => {
    const essential = createLinter({ profile: 'essential' });
    const before = essential.lint(BODY);
    const folded = before.findings.find((f) => f.rule === 'open-criteria');
    assert.ok(folded);
    const fixes = before.fixes(folded).filter((f) => f.applicability === 'suppress');
    assert.ok(fixes.length > 1);
    for (const fix of fixes) {
      const after = essential.lint(apply(BODY, fix.edits).replace('{reason}', 'agreed'));
      assert.deepEqual(
        after.suppressed.map((x) => x.finding.rule),
        ['open-criteria'],
      );
      assert.deepEqual(
        after.findings.map((f) => f.rule),
        before.findings.map((f) => f.rule).filter((rule) => rule !== 'open-criteria'),
      );
    }
  });

  it('is not offered for what is wrong with a suppression', () => {
    const before = linter.lint(`${BODY}\n<!-- fast-enough-disable-next-line nosuchrule: x -->\n\nThe end.\n`);
    const problem = before.findings.find((f) => f.rule === 'directive-problem');
    assert.ok(problem);
    assert.deepEqual(
      before.fixes(problem).filter((f) => f.applicability === 'suppress'),
      [],
    );
  });
});

describe('A sentence without end', () => {
  const { vocabulary } = createReader({ languages: [], profilers: [], sloWords: [] });
  const { lexicon } = vocabulary;
  const read = (text: string) => {
    const [block] = parseDocument(text).blocks;
    assert.ok(block);
    return { block, sentences: readBlock(block, vocabulary) };
  };

  it('is cut into pieces that lose nothing that was found', () => {
    for (const piece of [
      'the future of garbage collected languages and p99 latency of 1,000,000 ms ',
      'from scratch',
      'x',
      '𝄞',
      'p99 ',
      '10,000 ',
    ]) {
      const text = piece.repeat(Math.ceil(9_000 / piece.length)).trim();
      const { block, sentences } = read(text);
      assert.ok(sentences.length === 0 || sentences.length > 5);
      let end = 0;
      for (const s of sentences) {
        assert.ok(s.from >= end && s.to > s.from && s.to <= block.text.length);
        assert.ok(s.to - s.from <= 900, `${s.to - s.from} characters`);
        assert.ok(!/^[\udc00-\udfff]/.test(s.text), 'no character is cut in two');
        for (const x of [...s.hits, ...s.quantities])
          assert.ok(x.from >= s.from && x.to <= s.to, `${block.text.slice(x.from, x.to)} is cut in two`);
        end = s.to;
      }
      const whole = lexicon.scan(block.text).filter((hit) => !Object.keys(hit.m.names).some((cls) => cls === 'lang' || cls === 'tool'));
      const kept = new Set(sentences.flatMap((s) => s.hits.map((hit) => hit.from)));
      for (const hit of whole) assert.ok(kept.has(hit.from), `${hit.word} is lost`);
    }
  });

  it('is cut beside a phrase, not in it', () => {
    for (let n = 0; n < 40; n++) {
      const { sentences } = read(
        `${'zz '.repeat(250)}${'y'.repeat(n)} start over from scratch with garbage collected languages ${'zz '.repeat(300)}`,
      );
      assert.ok(sentences.length > 1);
      for (const s of sentences) for (const hit of s.hits) assert.ok(hit.from >= s.from && hit.to <= s.to, `${hit.word} at ${n}`);
    }
  });

  it('has an end, in characters and in phrases', () => {
    const { sentences } = read(`${'slow '.repeat(5000)}${'zz '.repeat(5000)}`);
    for (const s of sentences)
      assert.ok(s.text.length <= 820 && s.hits.length <= 41, `${s.text.length} characters, ${s.hits.length} phrases`);
  });

  it('is left whole where people write it', () => {
    const { sentences } = read(`${'We rewrite the service, which is slow, in Rust, '.repeat(8)}and that is all.`);
    assert.equal(sentences.length, 1);
  });
});

describe('A title without end', () => {
  it('is read to its two-hundredth character', () => {
    const { vocabulary } = createReader({ languages: [], profilers: [], sloWords: [] });
    const endless = 'Options and alternatives '.repeat(400);
    const doc = parseDocument(`# ${endless}\n\n| ${endless} | b |\n| --- | --- |\n| ${endless} | c |\n`);
    for (const { c } of collect(doc, vocabulary, newCache()))
      for (const part of [c.title, c.header, c.rowHead]) assert.ok(part.length <= 200, `${part.length} characters`);
  });
});

describe('Characters that nobody sees', () => {
  // Escape sequences of terminals, and marks that turn the direction of what follows.
  const unseen = [...'\u0000\u0007\u0008\u001b\u007f\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069'];

  it('never reach a reader', () => {
    for (const character of unseen)
      for (const shown of [visible, oneLine, escapeMarkdown, escapeHtml])
        assert.ok(!shown(`a${character}[31mb`).includes(character), `${shown.name} of ${JSON.stringify(character)}`);
  });
});

describe('More of a thing than a call takes arguments', () => {
  it('is no trouble: comments in one block', () => {
    assert.doesNotThrow(() => linter.lint(`<div>${'<!---->'.repeat(150_000)}`));
  });

  it('is no trouble: findings of a house phrase', () => {
    const house = createLinter({
      profile: 'full',
      phrases: [{ id: 'house/word', phrases: ['zonk'], message: 'No.', severity: 'hint', sections: [] }],
    });
    assert.doesNotThrow(() => house.lint(`${BODY}\n${'zonk\n\n'.repeat(140_000)}`));
  }).timeout(60_000);
});

describe('Front matter that names itself', () => {
  it('is read at once, and stays data', () => {
    for (const body of ['a: &x [*x, *x]', 'a: &x { b: *x, c: *x, d: [*x, *x] }', 'a: &x [1]\nb: [*x, *x]']) {
      const doc = parseDocument(`---\n${body}\ntitle: Rewrite it\n---\n# t\n`);
      assert.equal(doc.frontMatter?.data['title'], 'Rewrite it');
    }
  });
});

describe('Code of a list item', () => {
  it('is taken from where it stands', () => {
    const code = 'for (const a of list) await read(a);';
    const text = `${BODY}\n1. First.\n2. The hot loop:\n\n   \`\`\`ts\n   ${code}\n   \`\`\`\n`;
    const [source] = linter.lint(text).codeSources();
    assert.ok(source?.kind === 'fence');
    assert.equal(source.text.trim(), code);
    assert.equal(text.slice(source.textFrom, source.textFrom + source.text.length), source.text);
  });
});
