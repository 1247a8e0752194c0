/**
 * Texts written to hurt. Each shape is judged at two lengths; four times the text may take at most eight times the processor's time (what
 * grows with the square would take sixteen), so the guard holds on a slow or busy machine too. Then the extremes, whole.
 */
import { ok } from 'node:assert';
import { createLinter } from '../../src/core';

const linter = createLinter({ profile: 'full' });
const HEAD =
  '# Rewrite the service from Python to Rust for performance\n\n## Decision\n\nWe will rewrite the service in Rust because Python is slow and latency matters.\n\n';
const fill = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length));
/** A piece repeated after the head of a proposal. */
const of =
  (piece: string) =>
  (length: number): string =>
    HEAD + fill(piece, length);

const SHAPES: Readonly<Record<string, (length: number) => string>> = {
  'one line without end': of('Rust is fast and p99 is 40 ms but '),
  'one word without end': of('a'),
  'headings that argue': of('## Why Rust is fast\n'),
  'headings that say nothing': of('# a\n'),
  'columns without end': (n) => `${HEAD}|${fill(' a |', n / 3)}\n|${fill('--|', n / 4)}\n|${fill(' 40 ms |', n / 3)}\n`,
  'rows without end': (n) => `${HEAD}| a | b |\n|---|---|\n${fill('| Rust is fast | 40 ms |\n', n)}`,
  'tables without end': of('| a | b |\n|---|---|\n| Rust | 40 ms |\n\n'),
  'quotes in quotes': (n) => `${HEAD}${fill('>', n)} Rust is fast\n`,
  'lists in lists': (n) =>
    HEAD + Array.from({ length: Math.ceil(Math.sqrt(n)) }, (_, i) => `${' '.repeat(i * 2)}- Rust is fast`).join('\n'),
  'list markers in a row': of('- '),
  'numbered markers in a row': of('1. '),
  'links that never close': of('[a]('),
  'brackets that never close': of('['),
  'images that never close': of('!['),
  'emphasis that never closes': of('*a **b '),
  'emphasis of every length': (n) => HEAD + Array.from({ length: Math.ceil(Math.sqrt(2 * n)) }, (_, i) => '*'.repeat(i)).join('a '),
  'code of every length': (n) => HEAD + Array.from({ length: Math.ceil(Math.sqrt(2 * n)) }, (_, i) => '`'.repeat(i)).join(' '),
  'attributes that never close': of('<a b="'),
  'comments that never close': of('<!-- '),
  'tags that never close': of('<div>\n'),
  entities: of('&amp;'),
  'definitions that never close': of('[a]: b "'),
  definitions: of('[a]: /b\n'),
  fences: of('```\n'),
  'fences in a fence': of('```\n````\n'),
  footnotes: of('[^a]: Rust is fast\n'),
  addresses: of('https://a.'),
  'struck text': of('~~a'),
  placeholders: of('{a'),
  suppressions: of('<!-- fast-enough-disable no-slo: x -->\n\n'),
  'zero width and bidirectional signs': of('\u200bRust\u202e is \u2066fast\u2069 '),
  'zero bytes': of('a\0'),
  'halves of characters': of('\ud800 Rust \udc00'),
  'carriage returns': of('\r'),
  'both line ends': of('Rust is fast.\r\n'),
  'blank lines': of('\n \t\n'),
  'short items': of('- Rust is faster than Python\n'),
  'short paragraphs': of('We use Rust because it is fast.\n\n'),
  numbers: of('10 ms, '),
  digits: of('1'),
  'digits in groups': of('1,000,'),
  ranges: of('10-20x-'),
  shares: of('95 % of the time is spent waiting. '),
  measurements: of('p99 is 40 ms. '),
  promises: of('It is 10x faster. '),
  costs: of('It costs $4,000 a month. '),
  precedents: of('Discord switched to Rust. '),
  praise: of('Rust is the future. '),
  'quoted praise': of('"Rust is fast" '),
  'lead-ins': of('**Cons:** Rust is fast\n\n'),
  colons: of('Rust is fast:\n\n'),
  benchmarks: of('```\nwrk http://localhost\n```\n\n'),
  'full stops': of('. '),
  'a title of signs': (n) => `# ${fill('.:- ', n)} a\n\n${HEAD}`,
  'a heading of colons': (n) => `${HEAD}## ${fill(':', n)}a\n\nRust is fast.\n`,
  'a long heading over many items': (n) => `${HEAD}## ${fill('why use it when ', n / 2)}\n\n${fill('- Rust is fast.\n', n / 2)}`,
  'a long header over many rows': (n) => `${HEAD}| ${fill('why ', n / 2)} | b |\n|---|---|\n${fill('| 40 ms | Rust |\n', n / 2)}`,
  'a long option over many items': (n) => `${HEAD}## ${fill('Rust ', n / 2)}\n\n${fill('- Rust is fast.\n', n / 2)}`,
  'a long cell in many rows': (n) => `${HEAD}| a |\n|---|\n${fill(`| ${fill('Rust ', Math.sqrt(n))} |\n`, n)}`,
  'a reason of signs': (n) => `${HEAD}<!-- fast-enough-disable no-slo: ${fill('!', n)}a -->\n`,
  'a fence of blanks': (n) => `${HEAD}\`\`\`${fill(' ', n)}{\na\n\`\`\`\n`,
  'suppressions and findings': of('<!-- fast-enough-disable-next-line no-slo: x -->\n## Why Rust is fast\n'),
  'suppressions of many rules': (n) => `${HEAD}<!-- fast-enough-disable ${fill('no-slo, ', n)}x: y -->\n`,
  'front matter of lists': (n) => `---\n${fill('- ', Math.min(n / 4, 45_000))}\n---\n${HEAD}`,
  'front matter of brackets': (n) => `---\na: ${fill('[', Math.min(n / 4, 45_000))}\n---\n${HEAD}`,
  'front matter that never closes': (n) => `---\n${fill('a: b\n', n)}`,
};

/** Processor time of one judgement in milliseconds. */
function cost(text: string): number {
  const before = process.cpuUsage();
  linter.lint(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe('hostile text', function () {
  this.timeout(0);

  before(() => {
    // The first judgements of a process pay for its compiler.
    for (const make of Object.values(SHAPES)) linter.lint(make(4_000));
  });

  for (const [name, make] of Object.entries(SHAPES))
    it(`costs in proportion to its length: ${name}`, () => {
      const small = make(25_000);
      const large = make(100_000);
      let ratio = Infinity;
      for (let attempt = 0; attempt < 3 && ratio > 8; attempt++) {
        const [a, b] = [Math.min(cost(small), cost(small)), cost(large)];
        ratio = b < 25 ? 0 : (b / Math.max(a, 1)) * (4 / (large.length / small.length));
      }
      ok(ratio <= 8, `four times the text cost ${ratio.toFixed(1)} times the time`);
    });

  it('of ten megabytes on one line is judged', () => {
    const result = linter.lint(
      HEAD + fill('The quick brown fox jumps over the lazy dog, and so on, without a full stop or a number ', 10_000_000),
    );
    ok(result.proposal.applies);
  });

  it('of 100 000 headings is judged', () => {
    ok(linter.lint(HEAD + fill('## Context\n', 1_100_000)).proposal.applies);
  });

  it('of a table of 50 000 columns is judged', () => {
    ok(linter.lint(`${HEAD}|${fill(' a |', 200_000)}\n|${fill('--|', 150_000)}\n|${fill(' 40 ms |', 400_000)}\n`).proposal.applies);
  });

  it('nested 10 000 deep is judged', () => {
    for (const deep of ['>', '> ', '- ', '1. ', '> - ', '[', '![', '*', '**a ', '<div>', '(', '{', '`', '\t'])
      ok(linter.lint(`${HEAD}${deep.repeat(10_000)}Rust is fast\n`).proposal.applies, JSON.stringify(deep));
    const ladder = Array.from({ length: 2_000 }, (_, i) => `${' '.repeat(2 * i)}- a`).join('\n');
    ok(linter.lint(HEAD + ladder).proposal.applies);
  });

  it('that is no text at all is judged', () => {
    let seed = 7;
    const byte = (): number => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) >> 12;
    for (const limit of [0x100, 0x10000])
      for (let i = 0; i < 20; i++) linter.lint(String.fromCharCode(...Array.from({ length: 5_000 }, () => byte() % limit)));
    // UTF-16 read as Latin-1, a mark in the middle, a text that is one mark.
    linter.lint([...HEAD].join('\0'));
    linter.lint(`\ufeff${HEAD}\ufeff\ufeff`);
    for (const text of ['', '\ufeff', '\0', '\ud800', '---', '---\n', '+++', '\r', '#', '|', '<!--', '[//]: #']) linter.lint(text);
  });
});
