import { strict as assert } from 'node:assert';
import { covered, read, sourceOf, text } from './read';

const cases = (name: string, table: readonly (readonly [source: string, compact: string])[]): void => {
  it(name, () => {
    for (const [source, compact] of table) assert.equal(text(source), compact, JSON.stringify(source));
  });
};

describe('compact prose', () => {
  cases('drops emphasis and keeps what only looks like it', [
    ['p99 is **40 ms** *today*, __not__ _yet_ 4', 'p99 is 40 ms today, not yet 4'],
    ['***both*** and **a *nested* one**', 'both and a nested one'],
    ['snake_case_name, __init__.py and 5 * 3 * 2', 'snake_case_name, init.py and 5 * 3 * 2'],
    ['2*3*4 is emphasised, a\\*b is not', '234 is emphasised, a*b is not'],
    ['**But never closed. Try it', 'But never closed. Try it'],
    ['2**10 stays', '2**10 stays'],
  ]);
  cases('drops what was struck out, markup and words', [
    ['Go is ~~slow~~ fine', 'Go is fine'],
    ['~30 ms against ~300 ms', '~30 ms against ~300 ms'],
  ]);
  cases('keeps the text of links and drops their targets', [
    ['see [the profile](https://x.org/p "flame") now', 'see the profile now'],
    ['see [the profile][p] and [this][] too', 'see the profile and this too'],
    ['[x](<a b>) [y](a(b)c) [z]()', 'x y z'],
    ['[not a link] (really)', '[not a link] (really)'],
    ['m[i][j] and f[g](h', 'm[i][j] and f[g](h'],
    ['[**bold** `code`](u)', 'bold code'],
    ['[outer [inner](u)](v)', '[outer inner](v)'],
    ['[![badge](b.svg)](https://ci) built', 'built'],
  ]);
  cases('drops images, addresses, tags, comments and footnote marks', [
    ['a ![chart of p99](p99.png) b', 'a b'],
    ['see <https://x.org> or https://x.org/a_(b), www.y.org/z. Then', 'see or , . Then'],
    ['redis://cache:6379 is hot', 'is hot'],
    ['**https://x.org/a** b', 'b'],
    ['a <b>bold</b> <span class="x" style={{a: 1}}>word</span><br/>next', 'a bold word · next'],
    ['a <!-- secret 10x --> b', 'a b'],
    ['fast[^1] and faster[^bench].', 'fast and faster.'],
  ]);
  cases('keeps a less-than sign', [
    ['p99 <20ms, RSS <50 MB, a < b, <$5', 'p99 <20ms, RSS <50 MB, a < b, <$5'],
    ['Vec<T and x<y', 'Vec<T and x<y'],
  ]);
  cases('keeps a visible line break as a sign', [
    ['**Status:** Accepted  \n**Date:** today\\\nby us', 'Status: Accepted · Date: today · by us'],
    ['a<br>  \n<br/>b  ', 'a · b'],
    ['one \ntwo', 'one two'],
  ]);
  cases('decodes entities and escapes', [
    ['A &amp; B &lt;10 ms&nbsp;&times; 2 &#8211; 3', 'A & B <10 ms × 2 – 3'],
    ['AT&T &unknown; & more', 'AT&T &unknown; & more'],
    ['\\[no link\\] \\# \\a', '[no link] # \\a'],
  ]);
  cases('folds white space and typography', [
    ['a\nb  c\t\td', 'a b c d'],
    ['a\u00a0b\u202fc\u2009d', 'a b c d'],
    ['\u201cfast\u201d \u2018enough\u2019 it\u2019s non\u2011blocking', "\"fast\" 'enough' it's non-blocking"],
    ['so\u00adft zero\u200bwidth', 'soft zerowidth'],
    ['10\u2013100\u00d7 \u2014 \u2264 5 \u2192 ~3 \ud83d\ude80', '10\u2013100\u00d7 \u2014 \u2264 5 \u2192 ~3 \ud83d\ude80'],
  ]);
  cases('drops placeholders and attribute lists of templates, not braces of prose', [
    ['{short title of the problem}', ''],
    ['Latency {p99 or mean} matters', 'Latency matters'],
    ['Results {#results .wide}', 'Results'],
    ['GET /users/{id} takes {"a": 1} or interface{} or ${x}', 'GET /users/{id} takes {"a": 1} or interface{} or ${x}'],
    ['a { b', 'a { b'],
  ]);
  cases('keeps inline mathematics', [['it is $O(n^2)$ and costs $5 to $10', 'it is $O(n^2)$ and costs $5 to $10']]);

  it('keeps the text of code and says where it was', () => {
    const [block] = read('use `a  *b*` and `` x`y `` but not `open').blocks;
    assert.equal(block!.text, 'use a *b* and x`y but not `open');
    assert.deepEqual(covered(block!, block!.code), ['a *b*', 'x`y']);
  });

  it('says where strong text was, nested in links too', () => {
    const [block] = read('**One** two __three [four](u)__').blocks;
    assert.deepEqual(covered(block!, block!.strong), ['One', 'three four']);
  });

  it('gives links with their text and the place of the target', () => {
    const doc = read('See the [hot **path**](src/hot.ts#L3 "t") and [b](<x y.ts>).');
    const [block] = doc.blocks;
    assert.deepEqual(
      block!.links.map((link) => [
        block!.text.slice(link.from, link.to),
        link.href,
        doc.text.slice(link.hrefFrom, link.hrefFrom + link.href.length),
      ]),
      [
        ['hot path', 'src/hot.ts#L3', 'src/hot.ts#L3'],
        ['b', 'x y.ts', 'x y.ts'],
      ],
    );
  });

  it('leads back to the source', () => {
    const doc = read('> p99 is **40&nbsp;ms** at the', '> [98th](u) percentile &amp; `x`', '', 'It&rsquo;s 🚀 fast');
    assert.equal(sourceOf(doc, '40 ms'), '40&nbsp;ms');
    assert.equal(sourceOf(doc, '98th'), '98th');
    assert.equal(sourceOf(doc, 'the 98th percentile'), 'the\n> [98th](u) percentile');
    assert.equal(sourceOf(doc, '&'), '&amp;');
    assert.equal(sourceOf(doc, "It's"), 'It&rsquo;s');
    const block = doc.blocks.length - 1;
    const rocket = doc.blocks[block]!.text.indexOf('🚀');
    for (const [from, to] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      const span = doc.span(block, rocket + from, rocket + to);
      assert.equal(doc.text.slice(span.from, span.to), '🚀');
    }
  });

  it('never gives an empty span', () => {
    const doc = read('word');
    assert.deepEqual(doc.span(0, 2, 2), { from: 2, to: 3 });
    assert.deepEqual(doc.span(0, 4, 9), { from: 3, to: 4 });
    assert.deepEqual(doc.span(0, -3, 0), { from: 0, to: 1 });
  });
});
