import { strict as assert } from 'node:assert';
import { sentencesOf } from '../../../src/core/document/index';

const split = (text: string): string[] => {
  const bounds = sentencesOf(text);
  return bounds.filter((_, k) => k % 2 === 0).map((from, k) => text.slice(from, bounds[2 * k + 1]));
};
/** `|` in the text marks where a sentence is to end. */
const check = (marked: string): void =>
  assert.deepEqual(
    split(marked.replaceAll('|', '')),
    marked.split('|').map((part) => part.trim()),
  );

describe('sentences', () => {
  it('end at full stops, question and exclamation marks', () => {
    check('Python is slow. |We move to Go! |Why? |Because.');
    check('It took 40 ms (p99). |Then "4 ms." |(All measured.) |Done');
    check('Fast... |Or so they say.');
    check('今は遅い。|速くする。');
  });

  it('do not end at abbreviations, numbers, versions, names or paths', () => {
    for (const text of [
      'Languages, e.g. Rust, i.e. fast ones, vs. Go, approx. 10 of them, cf. Uber et al. in 2020',
      'Node.js 20.1 and v1.X took 1.5 s, see Fig. 3 and No. 7, max. 10 ms',
      'Run go test ./... and read ../docs at example.com/?q=1',
      'Call stop(error?) when done, it may improve (!) the latency',
      'Wait... what',
      'Databases, caches, etc. are fine',
      'Donald E. Knuth said so',
    ])
      check(text);
  });

  it('end after an abbreviation where a sentence begins', () => {
    check('Caches, queues, etc. |We keep them.');
    check('Is it fast enough? |No. |It is not.');
    check('Written in C. |Then ported.');
  });

  it('keep the number of a point', () => {
    check('1. First. |2 things follow.');
    check('A. Continue as before');
  });

  it('go on after a semicolon and end at a line break tag', () => {
    check('a; b; c');
    assert.deepEqual(split('40 ms · p99'), ['40 ms', 'p99']);
  });

  it('are none in nothing', () => {
    assert.deepEqual(split(''), []);
    assert.deepEqual(split('.'), ['.']);
  });
});
