/**
 * Documents for fuzzing, two ways: written by a grammar of proposals (headings with roles, sentences of the trade, tables, lists, quotes,
 * fences, front matter, suppressions) and made from the samples by cutting, doubling and breaking them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';

export const SAMPLES: readonly string[] = readdirSync('samples')
  .filter((file) => file.endsWith('.md'))
  .sort()
  .map((file) => readFileSync(`samples/${file}`, 'utf8'));

const of = (...words: string[]): fc.Arbitrary<string> => fc.constantFrom(...words);

const tech = of('Rust', 'Go', 'Python', 'Node.js', 'Java', 'C++', 'PostgreSQL', 'Redis', 'gRPC', 'React', '`Go`', '**Rust**', 'Ｇｏ', 'C#');
const thing = of(
  'the orders service',
  'our API gateway',
  'the CLI',
  'the parser',
  'search',
  'everything',
  'the hot path',
  'the whole stack',
);
const metric = of('p99 latency', 'throughput', 'memory', 'start-up', 'the bill', 'GC pauses', 'CPU time', 'response time');
const amount = of('40 ms', '10x', '95 %', '$4,000 a month', '2 GB', '5k rps', '1.2 s', '3–5×', 'half', '0 ms', '1e9 ms', '99.99 %', '-5 %');
const hedge = of('', '', '', 'not ', 'would ', 'will ', 'never ', 'might ', 'could have ', '**not** ', 'will not ');
const end = of('. ', '.\n', '! ', '? ', '; ', ' … ', '', '.) ', ', but ', ' because ', '."', ' — ', '\\\n', '  \n');

const sentence = fc.tuple(tech, thing, metric, amount, hedge, tech, end, fc.nat(15)).map(([a, what, m, n, h, b, e, form]) => {
  switch (form) {
    case 0:
      return `We ${h}rewrite ${what} from ${b} to ${a}${e}`;
    case 1:
      return `${a} is ${h}blazingly fast${e}`;
    case 2:
      return `${m} must stay under ${n}${e}`;
    case 3:
      return `${n} of the time is spent waiting for ${b}${e}`;
    case 4:
      return `Discord ${h}switched to ${a}${e}`;
    case 5:
      return `${b} is too slow for ${what}${e}`;
    case 6:
      return `A flame graph ${h}shows that ${n} of ${m} goes to ${what}${e}`;
    case 7:
      return `We ${h}tried caching and an index; ${m} fell from ${n} to ${n}${e}`;
    case 8:
      return `The prototype in ${a} is ${n} faster than ${b}${e}`;
    case 9:
      return `If ${m} does not reach ${n} by March we ${h}roll back${e}`;
    case 10:
      return `Nobody on the team ${h}knows ${a}${e}`;
    case 11:
      return `Chosen option: "${a}", because ${m} ${h}improves${e}`;
    case 12:
      return `It costs ${n} and pays back in 14 months${e}`;
    case 13:
      return `[${a}](https://example.org/${form}) ${h}scales better${e}`;
    case 14:
      return `"${a} is fast", they say${e}`;
    default:
      return `Load grows ${n} a month${e}`;
  }
});
const prose = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => all.join(''));
const heading = fc
  .tuple(
    of('# ', '## ', '## ', '### ', '#### '),
    of(
      'RFC: Rewrite the service in Rust',
      'Use Go for the gateway',
      'Context',
      'Decision',
      'Considered options',
      'Rejected',
      'Consequences',
      'Goals',
      'Non-goals',
      'Migration plan',
      'Why Rust',
      'Benchmarks',
      'References',
      'Targets',
      'Title ✨ 𝄞',
      'Status',
    ),
  )
  .map(([mark, text]) => `${mark}${text}`);
const block = fc.oneof(
  { weight: 5, arbitrary: prose },
  { weight: 4, arbitrary: heading },
  { weight: 3, arbitrary: fc.array(prose, { minLength: 1, maxLength: 4 }).map((items) => items.map((i) => `- ${i}`).join('\n')) },
  { weight: 1, arbitrary: prose.map((p) => `> ${p}`) },
  { weight: 1, arbitrary: prose.map((p) => `**Cons:** ${p}`) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(metric, amount, amount, tech, sentence)
      .map(
        ([m, a, b, t, s]) =>
          `| Metric | Today | Target |\n| --- | --- | --- |\n| ${m} | ${a} | ${b} |\n| ${t} | ${s.replace(/\n/g, ' ')} | |`,
      ),
  },
  { weight: 1, arbitrary: prose.map((p) => `\`\`\`ts\nfor (const o of orders) await db.find(o); // ${p}\n\`\`\``) },
  {
    weight: 1,
    arbitrary: of(
      '<!-- fast-enough-disable-next-line no-slo: agreed -->',
      '<!-- fast-enough-disable -->',
      '[//]: # (fast-enough-disable company-did-it: known)',
      '<!-- fast-enough-disable-file nosuchrule -->',
      '<details>\n<summary>Numbers</summary>',
      '</details>',
      '---',
      '[a]: https://example.org "t',
      ':::note',
      '$$',
      '```',
      '<div>',
      '\u0000\u200b\u202e',
      '\ud834',
      '𝄞𝄞 Rust 𝄞',
    ),
  },
);
const frontMatter = of(
  '',
  '',
  '',
  '',
  '---\nstatus: accepted\n---\n',
  '---\ntitle: Rewrite in Go\nfast-enough: true\n---\n',
  '+++\ndate = 2024-01-01\n+++\n',
  '---\na: [\n---\n',
  '\ufeff',
);

/** A proposal, or nearly one. */
export const written: fc.Arbitrary<string> = fc
  .tuple(
    frontMatter,
    fc.boolean(),
    fc.array(fc.tuple(block, of('\n\n', '\n\n', '\n\n', '\n', '\r\n\r\n', '\n \n')), { maxLength: 14, size: 'max' }),
  )
  .map(
    ([head, titled, blocks]) =>
      head + (titled ? '# RFC: Rewrite the orders service in Rust\n\n' : '') + blocks.map((b) => b.join('')).join(''),
  );

/** Pieces that break what they are put into. */
export const shard: fc.Arbitrary<string> = fc.oneof(
  sentence,
  of(
    '\n',
    '\n\n',
    '# ',
    '- ',
    '> ',
    '|',
    '`',
    '```\n',
    '*',
    '**',
    '<!--',
    '-->',
    '<',
    '[',
    '](',
    ')',
    '---\n',
    '"',
    '\\',
    '\t',
    '\r',
    '\u0000',
    '\ud834',
    '\udd1e',
    '𝄞',
    '%',
    '10x',
    '&nbsp;',
  ),
);

/** A place in a text as a share of its length, and how much goes. */
export interface Cut {
  readonly at: number;
  readonly cut: number;
  readonly insert: string;
}
export const cut: fc.Arbitrary<Cut> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.oneof({ weight: 3, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(300) }),
  insert: fc.oneof({ weight: 3, arbitrary: shard }, { weight: 1, arbitrary: fc.constant('') }),
});
export const rangeOf = (text: string, { at, cut: length }: Cut): { readonly from: number; readonly to: number } => {
  const from = Math.floor(at * text.length);
  return { from, to: Math.min(text.length, from + length) };
};
const applyCut = (text: string, c: Cut): string => {
  const { from, to } = rangeOf(text, c);
  return text.slice(0, from) + c.insert + text.slice(to);
};

/** A sample after some accidents. */
export const broken: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...SAMPLES), fc.array(cut, { minLength: 1, maxLength: 6 }))
  .map(([text, cuts]) => cuts.reduce(applyCut, text));

export const anyDocument: fc.Arbitrary<string> = fc.oneof({ weight: 4, arbitrary: written }, { weight: 1, arbitrary: broken });
