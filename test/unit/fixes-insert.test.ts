// Every template in every style of document: it lands where the document's own form wants it and leaves the rest alone.
import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { TemplateValues } from '../../src/core/fixes';
import { PIECES, TEMPLATES, apply, doc, expand, finding, fixesFor, insertOf, prose } from './fixes-helper';

const SECTIONS = TEMPLATES.filter((t) => t.place === 'section');

const NYGARD =
  '# 7. Move orders to Rust\n\n## Status\n\nProposed\n\n## Context\n\nIt is slow.\n\n## Decision\n\nRust.\n\n## Consequences\n\nMore speed.\n';
const MADR = [
  '---\nstatus: proposed\n---\n',
  '# Rewrite search in Rust\n\n## Context and Problem Statement\n\nSlow.\n\n<!-- This is an optional element. -->\n## Decision Drivers\n\n* speed\n* memory\n',
  '\n## Considered Options\n\n* Rust\n* Go\n\n## Decision Outcome\n\nChosen option: "Rust".\n\n### Consequences\n\n* Good, because faster\n',
  '\n## Pros and Cons of the Options\n\n### Go\n\n#### Context\n\nA garbage collector.\n\n## More Information\n\nNone.\n',
].join('');

const STYLES: Record<string, string> = {
  Nygard: NYGARD,
  MADR,
  'Rust RFC': '- Feature: x\n\n# Summary\n\nFaster.\n\n# Motivation\n\nSlow.\n\n# Drawbacks\n\nWork.\n\n# Prior art\n\nSome.\n',
  'free form': '# Title\n\nWe rewrite it in Rust.\n\n## Background\n\n- one\n- two\n\n## Proposal\n\n1. first\n2. second\n',
  setext: 'Move to Rust\n============\n\nContext\n-------\n\nSlow.\n\nDecision\n--------\n\nRust.\n',
  closed: '# Move to Rust #\n\n## Context ##\n\nSlow.\n\n## Decision ##\n\nRust.\n',
  numbered: '# RFC\n\n## 1. Context\n\nSlow.\n\n## 2. Goals\n\nFast.\n\n## 3. Decision\n\nRust.\n\n## 4. Consequences\n\nGood.\n',
  'numbered deep': '# RFC\n\n## 1 Context\n\n### 1.1 Today\n\nSlow.\n\n### 1.2 Load\n\nHigh.\n\n## 2 Decision\n\nRust.\n',
  'thematic breaks': '# RFC\n\n## Context\n\nSlow.\n\n---\n\n## Decision\n\nRust.\n\n---\n\n## Consequences\n\nGood.\n',
  'bold headings': '**Context**\n\nIt is slow.\n\n**Decision**\n\nRust.\n\n**References**\n\nNone.\n',
  CRLF: NYGARD.replaceAll('\n', '\r\n'),
  'no line end': '# RFC\n\n## Context\n\nSlow.',
  'title only': '# Rewrite everything in Rust\n',
  'one paragraph': 'We rewrite everything in Rust because it is faster.',
  'tight headings': '# RFC\n## Context\nSlow.\n## Decision\nRust.\n',
  'suppression above a heading':
    '# RFC\n\n## Context\n\nSlow.\n\n<!-- fast-enough-disable-next-line no-slo: agreed -->\n## Decision\n\nRust.\n',
  'ends in a list': '# RFC\n\n## Context\n\n* a\n* b\n  * c\n',
  'ends in a fence': '# RFC\n\n## Context\n\n```sh\nmake\n```\n',
  emoji: '# 🚀 RFC\n\n## 🔍 Context\n\nSlow 🐢.\n\n## ✅ Decision\n\nRust 🦀.\n',
};
for (const name of readdirSync('samples').filter((n) => n.endsWith('.md')))
  STYLES[`samples/${name}`] = readFileSync(`samples/${name}`, 'utf8');

describe('inserting a section', () => {
  for (const [style, text] of Object.entries(STYLES)) {
    it(`leaves a document of the form "${style}" as it was, but for the new section`, () => {
      const before = prose(text);
      for (const template of SECTIONS) {
        const rule = template.closes[0]!;
        const fixes = fixesFor(text, rule);
        // A sample may have a section of that name already; then the fix leads there, or there is nothing left to do.
        if (doc(text).sections.some((s) => s.title.endsWith(template.heading))) continue;
        const fix = insertOf(fixes, template.id);
        assert.equal(fix.applicability, 'template');
        const [edit] = fix.edits;
        assert.ok(edit && fix.edits.length === 1 && edit.from === edit.to, template.id);
        const after = apply(text, fix.edits);
        const now = prose(after);
        const at = before.findIndex((b, i) => now[i] !== b);
        const start = at < 0 ? before.length : at;
        const added = now.length - before.length;
        assert.ok(added > 1, `${template.id} added ${added} blocks`);
        assert.deepEqual([...now.slice(0, start), ...now.slice(start + added)], before, `${template.id} changed something else`);
      }
    });

    it(`surrounds it with blank lines and keeps the line ends in "${style}"`, () => {
      for (const template of SECTIONS) {
        const fix = fixesFor(text, template.closes[0]!).find((f) => f.id === `insert-${template.id}`);
        if (!fix) continue;
        const edit = fix.edits[0]!;
        const after = apply(text, fix.edits);
        const inserted = after.slice(edit.from, edit.from + edit.text.length);
        const head = /^\s*/.exec(inserted)![0].length;
        const above = after.slice(0, edit.from + head);
        assert.ok(above.trim() === '' || /\n\r?\n$/.test(above), `${template.id}: no blank line above`);
        const below = after.slice(edit.from + inserted.trimEnd().length);
        assert.ok(/^\r?\n(\r?\n\S|\s*$)/.test(below), `${template.id}: ${JSON.stringify(below.slice(0, 10))} below`);
        if (text.includes('\r\n')) assert.ok(!/[^\r]\n/.test(after), `${template.id}: a bare line feed`);
        else assert.ok(!after.includes('\r'), `${template.id}: a carriage return`);
      }
    });

    it(`is done once in "${style}": a second use leads to the open slots and changes nothing`, () => {
      for (const template of SECTIONS) {
        const rule = template.closes[0]!;
        const first = fixesFor(text, rule).find((f) => f.id === `insert-${template.id}`);
        if (!first) continue;
        const after = apply(text, first.edits);
        const again = fixesFor(after, rule);
        assert.ok(!again.some((f) => f.id === `insert-${template.id}`), `${template.id} would be inserted twice`);
        const fill = again.find((f) => f.id === `fill-${template.id}`)!;
        assert.equal(apply(after, fill.edits), after, template.id);
        assert.equal(apply(after, fill.edits, 'snippet'), after, template.id);
        assert.match(fill.edits[0]!.snippet, /\$\{1:\{/);
      }
    });
  }

  it('offers the plain text and the snippet of the same thing', () => {
    for (const template of SECTIONS) {
      const edit = insertOf(fixesFor(NYGARD, template.closes[0]!), template.id).edits[0]!;
      assert.equal(expand(edit.snippet), edit.text, template.id);
      const stops = [...edit.snippet.matchAll(/\$\{(\d+)[:}]/g)].map((m) => Number(m[1]));
      const distinct = [...new Set(stops)].sort((a, b) => a - b);
      assert.deepEqual(
        distinct,
        distinct.map((_, i) => i + 1),
        `${template.id}: tab stops from one on, without holes`,
      );
      assert.equal((edit.text.match(/\{[^}]+\}/g) ?? []).length, stops.length, template.id);
    }
  });

  it('leaves nothing that could pass for evidence: every slot is in braces and no hint has a digit', () => {
    for (const template of SECTIONS) {
      const edit = insertOf(fixesFor(NYGARD, template.closes[0]!), template.id).edits[0]!;
      for (const [slot] of edit.text.matchAll(/\{[^}]+\}/g)) assert.doesNotMatch(slot, /\d/, template.id);
      const rest = edit.text
        .replace(/\{[^}]+\}/g, '')
        .replace(/`[^`]*`/g, '')
        .replace('N+1', '');
      assert.doesNotMatch(rest, /\d/, `${template.id} has a digit outside its slots`);
    }
  });
});

describe('the place of a section', () => {
  const titles = (text: string): string[] =>
    doc(text)
      .sections.filter((s) => s.level > 0)
      .map((s) => `${'#'.repeat(s.level)} ${s.title}`);
  const after = (text: string, rule: string, template: string): string => apply(text, insertOf(fixesFor(text, rule), template).edits);

  it('is after the section that it belongs to, at the same level', () => {
    assert.deepEqual(titles(after(NYGARD, 'no-profile', 'profile')), [
      '# 7. Move orders to Rust',
      '## Status',
      '## Context',
      '## Where the time goes',
      '## Decision',
      '## Consequences',
    ]);
  });

  it('is behind the sub-sections of that section', () => {
    const found = titles(after(MADR, 'no-payback', 'payback'));
    assert.equal(found[found.indexOf('### Payback') - 1], '### Consequences');
    const shadow = titles(after(MADR, 'no-shadow-run', 'shadow-run'));
    assert.equal(shadow[shadow.indexOf('## Proof beside the old version') - 1], '### Consequences');
    assert.equal(shadow[shadow.indexOf('## Proof beside the old version') + 1], '## Pros and Cons of the Options');
  });

  it('is never the context of an option', () => {
    const found = titles(after(MADR, 'no-profile', 'profile'));
    assert.equal(found[found.indexOf('## Where the time goes') - 1], '## Context and Problem Statement');
  });

  it('does not part a heading from the comment above it', () => {
    assert.match(after(MADR, 'no-profile', 'profile'), /\n\n<!-- This is an optional element. -->\n## Decision Drivers/);
    assert.match(after(STYLES['suppression above a heading']!, 'no-profile', 'profile'), /agreed -->\n## Decision/);
  });

  it('is of the first level where the sections are', () => {
    assert.ok(titles(after(STYLES['Rust RFC']!, 'no-slo', 'slo')).includes('# Service level objective'));
  });

  it('is the end where no section fits and none closes the document', () => {
    assert.equal(titles(after(STYLES['title only']!, 'no-slo', 'slo')).at(-1), '## Service level objective');
    assert.equal(titles(after(STYLES['one paragraph']!, 'no-slo', 'slo')).at(-1), '## Service level objective');
  });

  it('is before the references where no section fits', () => {
    const text = '# RFC\n\n## Proposal\n\nRust.\n\n## References\n\n- none\n';
    const found = titles(after(text, 'no-profile', 'profile'));
    assert.ok(found.indexOf('## Where the time goes') < found.indexOf('## References'));
  });

  it('continues numbers without taking one that is in use', () => {
    assert.ok(titles(after(STYLES.numbered!, 'no-slo', 'slo')).includes('### 2.1 Service level objective'));
    assert.ok(titles(after(STYLES.numbered!, 'no-payback', 'payback')).includes('## 5. Payback'));
    assert.ok(titles(after(STYLES['numbered deep']!, 'no-profile', 'profile')).includes('### 1.3 Where the time goes'));
  });

  it('follows underlined, closed and bold headings', () => {
    assert.match(after(STYLES.setext!, 'no-slo', 'slo'), /\nService level objective\n-----------------------\n/);
    assert.match(after(STYLES.closed!, 'no-slo', 'slo'), /\n## Service level objective ##\n/);
    assert.match(after(STYLES['bold headings']!, 'no-slo', 'slo'), /\n\n\*\*Service level objective\*\*\n\n[\s\S]*\n\n\*\*References\*\*/);
  });

  it('repeats the thematic break between sections', () => {
    const text = after(STYLES['thematic breaks']!, 'no-profile', 'profile');
    assert.equal(text.match(/^---$/gm)!.length, 3);
    assert.match(text, /Slow\.\n\n---\n\n## Where the time goes\n[\s\S]*\|\n\n---\n\n## Decision/);
  });

  it('takes over the list marker', () => {
    assert.match(after(MADR, 'axis-not-named', 'axis'), /\n\* Graded: /);
    assert.match(after(STYLES['free form']!, 'axis-not-named', 'axis'), /\n- Graded: /);
  });
});

describe('filling a section', () => {
  it('begins with the number that matters, and asks for no number twice', () => {
    const slo = insertOf(fixesFor(NYGARD, 'no-slo'), 'slo').edits[0]!.snippet;
    assert.match(slo, /\$\{1:\{limit with unit\\\}\}/);
    const amdahl = insertOf(fixesFor(NYGARD, 'no-amdahl'), 'amdahl').edits[0]!.snippet;
    assert.match(amdahl, /touches \$\{1:\{percent\\\}\} of the time[\s\S]*touches \| \$\{1\} \|/);
  });

  it('puts in what the document states and leaves tab stops for the rest', () => {
    const values = { timeShare: { shown: '5 %' }, speedup: { shown: '10x' }, overall: { shown: '1.05x' } };
    const edit = insertOf(fixesFor(NYGARD, 'no-amdahl', { values }), 'amdahl').edits[0]!;
    assert.match(edit.text, /touches 5 % of the time of a request, as \{profile or trace\} shows/);
    assert.match(edit.text, /\| 1\.05x \| computed \|/);
    assert.match(edit.snippet, /\| 5 % \| see above \|[\s\S]*\| \$\{3:\{factor\\\}\} \| computed \|/);
  });

  it('puts no value of today beside a metric that it may not belong to', () => {
    const text = (values: TemplateValues): string => insertOf(fixesFor(NYGARD, 'no-slo', { values }), 'slo').edits[0]!.text;
    assert.doesNotMatch(text({ today: { shown: '180 ms' } }), /180/);
    assert.match(text({ today: { shown: '420 ms' }, metric: { shown: 'p99 latency' } }), /\| p99 latency of \{.*\} \| 420 ms \|/);
  });

  it('does not let a value break a table row, a line or the snippet', () => {
    const values = { timeShare: { shown: 'a | b\n${1:x} {y}' } };
    const edit = insertOf(fixesFor(NYGARD, 'no-amdahl', { values }), 'amdahl').edits[0]!;
    assert.match(edit.text, /touches \| a \\\| b \$1:x y \| see/);
    assert.equal(expand(edit.snippet), edit.text);
  });
});

describe('a comparison with a precedent', () => {
  const LIST = '# RFC\n\n## Why\n\n- Safe.\n- Discord did it.\n- Quick.\n\nMore.\n';

  it('stands right behind the list that cites it, once', () => {
    const fix = insertOf(
      fixesFor(LIST, 'company-did-it', { at: 'Discord did it', values: { company: { shown: 'Discord' } } }),
      'precedent',
    );
    const after = apply(LIST, fix.edits);
    assert.match(after, /- Quick\.\n\n\| Compared \| Discord \| Ours \|\n[\s\S]*\|\n\nMore\.\n$/);
    assert.deepEqual(
      prose(after).filter((b) => !b.startsWith('row')),
      prose(LIST),
    );
    const again = fixesFor(after, 'company-did-it', { at: 'Discord did it' });
    assert.deepEqual(
      again.map((f) => f.id).filter((id) => id.includes('precedent')),
      ['fill-precedent'],
    );
  });

  it('works at the end of a text without a last line end', () => {
    const text = 'Discord did it.';
    const after = apply(text, insertOf(fixesFor(text, 'company-did-it', { at: 'Discord' }), 'precedent').edits);
    assert.match(after, /^Discord did it\.\n\n\| Compared/);
  });
});

describe('number slots', () => {
  const slot = (text: string, rule: string, at: string): string => {
    const fix = fixesFor(text, rule, { at }).find((f) => f.id.startsWith('add-'))!;
    return apply(text, fix.edits);
  };

  it('stand behind the words of the claim', () => {
    assert.equal(
      slot('It is blazingly fast, they say.', 'fast-without-number', 'blazingly fast'),
      'It is blazingly fast ({before, with unit} → {after, with unit}, measured on {workload}), they say.',
    );
  });

  it('stand behind closing mark-up, and before the full stop', () => {
    assert.match(slot('It is **much faster**.', 'fast-without-number', 'much faster'), /\*\*much faster\*\* \(\{before/);
    assert.match(slot('See [the faster way](https://x.test/a).', 'fast-without-number', 'the faster way'), /a\) \(\{before/);
    assert.match(slot('It is much faster.', 'fast-without-number', 'much faster.'), /faster \(\{before.*\)\.$/);
  });

  it('are not offered twice', () => {
    const once = slot('Python is slow here.', 'language-slow-claim', 'Python is slow');
    assert.ok(!fixesFor(once, 'language-slow-claim', { at: 'Python is slow' }).some((f) => f.id.startsWith('add-')));
  });
});

describe('any document', () => {
  const text = fc
    .array(fc.tuple(fc.constantFrom(...PIECES), fc.constantFrom('\n', '\n\n', '\n\n\n', '\r\n\r\n')), { maxLength: 9 })
    .map((parts) => parts.map(([piece, gap]) => piece + gap).join(''));

  it('keeps every block as it was when a section goes in, and shows the section once', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...SECTIONS), (t, template) => {
        if (t.trim() === '') return;
        const fix = fixesFor(t, template.closes[0]!).find((f) => f.id === `insert-${template.id}`);
        if (!fix) return;
        const edit = fix.edits[0]!;
        const after = apply(t, fix.edits);
        const before = prose(t);
        const now = doc(after);
        const inside = now.blocks.map((_, i) => now.blockSpan(i)).map((s) => s.from >= edit.from && s.from < edit.from + edit.text.length);
        assert.deepEqual(
          prose(after).filter((_, i) => !inside[i]),
          before,
        );
        assert.equal(now.blocks.filter((b) => b.text.endsWith(template.heading)).length, 1);
        assert.equal(expand(edit.snippet), edit.text);
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 1500), seed: Number(process.env['FUZZ_SEED'] ?? 1) },
    );
  });
});

describe('the set of fixes', () => {
  it('has no template or slot for rules whose cure is to drop the sentence', () => {
    for (const rule of ['dogma', 'resume-driven', 'wholesale-because-better'])
      assert.deepEqual(
        fixesFor(NYGARD, rule).map((f) => f.applicability),
        ['suppress', 'suppress'],
      );
  });

  it('never calls anything safe, since each asks the author for something', () => {
    for (const template of TEMPLATES)
      for (const rule of template.closes)
        for (const fix of fixesFor(NYGARD, rule)) assert.notEqual(fix.applicability, 'safe', `${fix.id} for ${rule}`);
  });

  it('survives a finding anywhere in a hostile text', () => {
    const hostile = ['', '\n', '```', '| a |\n|--|', '> > > x', '- '.repeat(50), '{'.repeat(200), '<!--', '---\nx: [\n---\n', '\u{1F600}'];
    for (const text of hostile)
      for (const template of TEMPLATES)
        for (const rule of template.closes) {
          if (text === '') continue;
          const f = finding(rule, text);
          assert.doesNotThrow(() => fixesFor(text, rule, { at: text.slice(f.span.from, f.span.to) }), JSON.stringify(text.slice(0, 10)));
        }
  });
});
