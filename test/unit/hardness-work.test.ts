/**
 * What an edit costs, counted and not timed: blocks read again, texts scanned for words, sentences put in their place anew. A change that
 * makes a keystroke cost the document again fails here on any machine.
 */
import assert from 'node:assert/strict';
import { openDocument } from '../../src/core/document';
import { collect } from '../../src/core/facts/collect';
import { newCache, type FactCache } from '../../src/core/facts/said';
import type { Located } from '../../src/core/facts/located';
import { createReader } from '../../src/core/reader';
import type { Vocabulary } from '../../src/core/words/reading';

/** A proposal of `n` sections with a paragraph, a list and a table each, about 600 characters a section. */
const proposal = (n: number): string =>
  '# RFC: Rewrite the orders service in Rust\n\n' +
  Array.from(
    { length: n },
    (_, i) => `## Context ${i}

Python is slow, and p99 latency of the orders service is ${i + 100} ms today. Caching was tried and saved 5 %.

- We rewrite the service in Rust, because it is 10x faster.
- Discord did it.

| Metric | Today | Target |
| --- | --- | --- |
| p99 | ${i + 100} ms | 40 ms |

The team of 6 knows Go. If p99 is not below 60 ms in March, we stop.
`,
  ).join('\n');

class Counted {
  readonly session;
  readonly cache: FactCache = newCache();
  scans = 0;
  private readonly own = createReader({ languages: [], profilers: [], sloWords: [] }).vocabulary;
  private readonly vocabulary: Vocabulary = {
    lexicon: { units: this.own.lexicon.units, scan: (text) => (this.scans++, this.own.lexicon.scan(text)) },
    symbols: this.own.symbols,
  };
  all: readonly Located[];

  constructor(text: string) {
    this.session = openDocument(text);
    this.all = collect(this.session.doc, this.vocabulary, this.cache);
  }

  /** Types one character; what that cost. */
  type(at: number, insert: string): { readonly reread: number; readonly scans: number; readonly placed: number } {
    const known = new Set(this.all);
    this.scans = 0;
    this.session.edit({ from: at, to: at, insert });
    this.all = collect(this.session.doc, this.vocabulary, this.cache);
    return { reread: this.session.reread, scans: this.scans, placed: this.all.filter((l) => !known.has(l)).length };
  }
}

describe('The work of a keystroke', () => {
  for (const sections of [10, 100]) {
    const text = proposal(sections);
    const middle = text.indexOf(`## Context ${sections >> 1}`);

    it(`in a paragraph is that paragraph, in a document of ${sections} sections`, () => {
      const counted = new Counted(text);
      for (const [i, letter] of [...' and so'].entries()) {
        const cost = counted.type(text.indexOf('today', middle) + i, letter);
        assert.ok(cost.reread <= 3, `${cost.reread} blocks read again`);
        assert.ok(cost.scans <= 3, `${cost.scans} texts scanned`);
        assert.ok(cost.placed <= 4, `${cost.placed} sentences placed anew`);
      }
    });

    it(`in a list item or a cell is that item or row, in a document of ${sections} sections`, () => {
      for (const place of ['Discord did', 'ms | 40', 'knows Go']) {
        const counted = new Counted(text);
        const at = text.indexOf(place, middle);
        assert.ok(at > 0);
        const cost = counted.type(at + 3, 'x');
        assert.ok(cost.reread <= 4 && cost.scans <= 4 && cost.placed <= 8, `${place}: ${JSON.stringify(cost)}`);
      }
    });

    it(`that opens a fence reads again what the fence takes, in a document of ${sections} sections`, () => {
      const counted = new Counted(text);
      const cost = counted.type(text.lastIndexOf('\nThe team') + 1, '```\n');
      assert.ok(cost.scans <= 4, `${cost.scans} texts scanned`);
    });
  }

  it('grows with the document only where sentences move: nothing is scanned again for a new paragraph above', () => {
    const text = proposal(40);
    const counted = new Counted(text);
    const cost = counted.type(text.indexOf('## Context 3'), 'Rust is fast.\n\n');
    assert.ok(cost.reread <= 4, `${cost.reread} blocks read again`);
    assert.ok(cost.scans <= 4, `${cost.scans} texts scanned`);
  });

  it('of reading a document afresh is one scan for each block that has words', () => {
    const counted = new Counted(proposal(20));
    const spoken = counted.session.doc.blocks.filter((b) => b.kind !== 'code' && b.text !== '').length;
    assert.ok(counted.scans <= spoken, `${counted.scans} scans for ${spoken} blocks`);
  });
});
