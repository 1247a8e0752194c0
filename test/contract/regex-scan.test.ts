/**
 * No pattern of the product can be made to cost more than its text is long. Each is analysed (an unbounded quantifier that trades characters
 * with another or is tried from every place is reported), and each is run over strings made to trip it, at doubling lengths.
 *
 * Patterns that read a sentence, a title or a name may be reported, for those have an end: src/core/words/reading.ts cuts a sentence at
 * 800 characters, titles and headers are read to their 200th. What they cost at that length is measured.
 */
import { ok } from 'node:assert';
import { patternsOf, reportsOf, ROOT, type Pattern } from './regex-scan';

/** Files whose patterns see no more than so many characters, and why. */
const BOUNDED: readonly (readonly [RegExp, number, string])[] = [
  [/^src\/core\/facts\//, 800, 'sentences are cut at 800 characters, titles and headers at 200'],
  [/^src\/core\/words\/names\.ts$/, 48, 'the neighbours of a name, at most 24 characters each way'],
  [/^src\/core\/proposal\//, 800, 'sentences are cut at 800 characters, titles at 200'],
  [/^src\/core\/forms\.ts$/, 120, 'longer titles are not compared'],
  [/^src\/core\/fixes\/insert\.ts$/, 120, 'longer titles are not compared'],
  [/^src\/core\/fixes\/style\.ts$/, 200, 'longer heading lines are left out'],
  [/^src\/core\/hover\/words\.ts$/, 30, 'the digits of one number'],
  [/^src\/vscode\/panel\/tables\.ts$/, 30, 'the digits of one number'],
  [/^src\/code\/vocabulary\.ts$/, 300, 'one identifier of a program'],
];
/** Patterns by their beginning that see no more than a slice. */
const SLICED: readonly (readonly [string, number, string])[] = [
  ['^\\s*(?:\\(?[^)]{0,18}', 40, 'figures.ts: forty characters behind a factor'],
];
const boundOf = (p: Pattern): number =>
  (SLICED.find(([start]) => p.source.startsWith(start)) ?? BOUNDED.find(([files]) => files.test(p.file)))?.[1] ?? Infinity;

const { literal, made } = patternsOf(ROOT);
const all: readonly Pattern[] = [
  ...literal,
  ...made.flatMap(({ file, line, source, flags }) => (source === null ? [] : [{ file, line, source, flags }])),
];

/** Texts made of what the pattern speaks of, so that it nearly matches everywhere. */
function attacks(p: Pattern): string[] {
  const words = p.source.replace(/\\[bBdDwWsSpP](?:\{\w+\})?|\(\?<?[:=!]|[^\p{L}\p{N} %$€£"'.,:;#*`|-]/gu, ' ').split(/ +/);
  const longest = words.filter((word) => word.length > 1).sort((a, b) => b.length - a.length);
  const pieces = [' ', 'a', '1', '.', 'a ', '1 ', 'a-', '% ', ': ', ...longest.slice(0, 4).flatMap((word) => [word, `${word} `])];
  return [...pieces, ...reportsOf(p.source, p.flags).map((report) => report.character.pick)];
}

/** Milliseconds of the processor for looking through a text once. */
function cost(p: Pattern, text: string): number {
  const pattern = new RegExp(p.source, [...new Set(`${p.flags.replace('y', '')}g`)].join(''));
  const started = process.cpuUsage();
  let found = 0;
  for (let m = pattern.exec(text); m !== null && found < 100_000; m = pattern.exec(text), found++) if (m[0] === '') pattern.lastIndex++;
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}
const repeat = (piece: string, length: number): string => `${piece.repeat(Math.ceil(length / piece.length))}\u0000`;
const named = (p: Pattern): string => `${p.file}:${p.line} /${p.source.slice(0, 80)}/${p.flags}`;

describe('Patterns', function () {
  this.timeout(0);

  it('are all found', () => {
    ok(literal.length > 500, `${literal.length} literals`);
    const quantities = made.find(({ file }) => file === 'src/core/words/quantities.ts');
    ok(quantities?.source?.includes('nanoseconds?'), 'a pattern made of constants is put together');
  });

  it('never take exponential time', () => {
    const bad = all.filter((p) => reportsOf(p.source, p.flags).some((report) => report.exponential));
    ok(bad.length === 0, bad.map(named).join('\n'));
  });

  it('take time in proportion to their text, or read a text that has an end', () => {
    const bad = all.filter((p) => boundOf(p) === Infinity && reportsOf(p.source, p.flags).length > 0);
    ok(bad.length === 0, bad.map((p) => `${named(p)}: ${reportsOf(p.source, p.flags).map((report) => report.type)}`).join('\n'));
  });

  it('are analysed for what they are: a known bad pattern is reported', () => {
    for (const [source, type] of [
      ['^(?:\\W*a?)*$', 'exponential'],
      ['\\s+$', 'Move'],
      ['^\\W*a?\\W*$', 'Trade'],
    ] as const)
      ok(
        reportsOf(source, '').some((report) => (type === 'exponential' ? report.exponential : report.type === type)),
        source,
      );
  });

  it('keep to that when they are run over texts of doubling length', () => {
    const bad: string[] = [];
    for (const p of all) {
      const bound = boundOf(p);
      for (const piece of attacks(p)) {
        if (bound < Infinity) {
          const text = repeat(piece, bound);
          if (cost(p, text) > 10 && Math.min(cost(p, text), cost(p, text)) > 10) bad.push(`${named(p)} on ${JSON.stringify(piece)}`);
          continue;
        }
        for (let attempt = 0; ; attempt++) {
          const [short, long] = [cost(p, repeat(piece, 10_000)), cost(p, repeat(piece, 40_000))];
          if (long < 20 || long / Math.max(short, 0.5) < 9) break;
          if (attempt === 2) {
            bad.push(`${named(p)} on ${JSON.stringify(piece)}: ${short} ms, ${long} ms`);
            break;
          }
        }
      }
    }
    ok(bad.length === 0, bad.join('\n'));
  });
});
