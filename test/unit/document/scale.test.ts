import { strict as assert } from 'node:assert';
import { openDocument, parseDocument, sentencesOf } from '../../../src/core/document/index';

const repeat = (text: string, n: number): string => text.repeat(n);

/** Hostile and merely large input, by size in units. Each must cost in proportion to its length. */
const inputs: Readonly<Record<string, (n: number) => string>> = {
  'a deep quote': (n) => repeat('> ', n) + 'x',
  'deep quotes line by line': (n) => Array.from({ length: n / 100 }, (_, k) => repeat('> ', k % 200) + 'x').join('\n'),
  'a deep list': (n) => repeat('- ', n) + 'x',
  'lists ever deeper': (n) => Array.from({ length: n / 100 }, (_, k) => repeat('  ', k % 200) + '- x').join('\n'),
  'lazy lines of a deep quote': (n) => repeat('> ', 50) + 'a\n' + repeat('b\n', n / 10),
  headings: (n) => repeat('# h\n', n),
  'a table of many columns': (n) => `${repeat('| a ', n / 2)}|\n${repeat('|---', n / 2)}|\n${repeat('| b ', n / 2)}|\n`,
  'a table of many rows': (n) => '| a | b |\n|---|---|\n' + repeat('| **x** | `y` |\n', n / 8),
  'short rows under a wide header': (n) => `${repeat('|a', n / 20)}|\n${repeat('|-', n / 20)}|\n${repeat('|x|\n', n / 8)}`,
  'one long line': (n) => repeat('word ', n * 4),
  stars: (n) => repeat('a**b', n),
  'stars and underscores': (n) => repeat('*a _b ', n),
  'opening brackets': (n) => repeat('[', n * 2),
  'links that never end': (n) => repeat('[a](b "', n),
  'links in links': (n) => repeat('[', n / 4) + 'a' + repeat('](b)', n / 4),
  'backticks of every length': (n) => Array.from({ length: Math.sqrt(n) }, (_, k) => repeat('`', k + 1) + 'a').join(' '),
  'tags that never end': (n) => repeat('<a b="', n),
  'comments that never end': (n) => repeat('x <!-- y\n\n', n / 4),
  'elements that never end': (n) => repeat('<div><style>\n\n', n / 4),
  'expressions that never end': (n) => repeat('<a b={', n),
  'line breaks': (n) => repeat('a<br>', n),
  braces: (n) => repeat('{a', n),
  addresses: (n) => repeat('http://a.b/(', n / 2),
  'definitions without an end': (n) => repeat('[a]: b "\n', n / 2),
  'labels without an end': (n) => repeat('[a\n', n / 2),
  'mathematics without an end': (n) => repeat('$$ a\n', n / 2),
  'front matter without an end': (n) => '---\n' + repeat('---a\n', n / 2),
  'blank lines': (n) => repeat('\r\n', n * 4),
  'setext candidates': (n) => repeat('a\n', n) + '===',
  'lead-ins': (n) => repeat('**Pros:**\n\n- a\n', n / 8),
  abbreviations: (n) => repeat('e.g. ("', n),
  suppressions: (n) => repeat('<!-- fast-enough-disable a: b -->\n\n', n / 40),
};

/** Processor time of reading, ms: other work on the machine does not count. */
function cost(text: string): number {
  const start = process.cpuUsage();
  for (const block of parseDocument(text).blocks) sentencesOf(block.text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

describe('large and hostile documents', function () {
  this.timeout(60_000);

  for (const [name, make] of Object.entries(inputs)) {
    it(`cost in proportion to their size: ${name}`, () => {
      const small = make(4_000);
      const large = make(24_000);
      const growth = large.length / small.length;
      cost(small);
      let best = Infinity;
      // Six times the input costs about six times as much; a quadratic reader, thirty-six times. The best of a few tries says which it is.
      for (let attempt = 0; attempt < 4 && best > 2.5 * growth; attempt++) best = Math.min(best, cost(large) / Math.max(cost(small), 2));
      assert.ok(best < 3.5 * growth, `${growth.toFixed(1)} times the text cost ${best.toFixed(1)} times as much`);
    });
  }

  it('are read as text where containers nest deeper than anybody nests', () => {
    const doc = parseDocument(`${repeat('> ', 10_000)}deep\n\n${repeat('- ', 10_000)}deeper\n\nend`);
    assert.deepEqual(
      doc.blocks.map((block) => /deep|end/.exec(block.text)?.[0]),
      ['deep', 'deep', 'end'],
    );
  });

  it('lose nothing', () => {
    assert.equal(parseDocument(repeat('# h\n', 100_000)).sections.length, 100_001);
    const wide = parseDocument(`${repeat('| a ', 50_000)}|\n${repeat('|---', 50_000)}|\n${repeat('| b ', 50_000)}|\n`);
    assert.deepEqual(
      wide.blocks.map((block) => block.cells.length),
      [50_000, 50_000],
    );
    assert.equal(wide.blocks[1]!.headers.length, 50_000);
    assert.equal(parseDocument(repeat('word ', 2_000_000)).blocks[0]!.text.length, 9_999_999);
  });

  it('re-read one block of a long document for one keystroke', () => {
    const session = openDocument(repeat('A paragraph of some words.\n\n', 20_000));
    for (const at of [0, 280_001, 559_999]) {
      session.edit({ from: at, to: at, insert: 'x' });
      assert.ok(session.reread <= 2, `${session.reread} blocks`);
    }
  });
});
