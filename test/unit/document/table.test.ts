import { strict as assert } from 'node:assert';
import { covered, read } from './read';

const rows = (...lines: string[]): string[][] =>
  read(...lines)
    .blocks.filter((block) => block.kind === 'row')
    .map((block) => block.cells.map((cell) => block.text.slice(cell.from, cell.to)));

describe('tables', () => {
  it('reads cells with their headers', () => {
    const doc = read('| Metric | **Target** |', '|---|:-:|', '| p99 | < 20 ms |', 'rps | 40K');
    assert.deepEqual(rows(doc.text), [
      ['Metric', 'Target'],
      ['p99', '< 20 ms'],
      ['rps', '40K'],
    ]);
    assert.deepEqual(
      doc.blocks.map((block) => [block.table, block.row, block.headers]),
      [
        [0, 0, []],
        [0, 1, ['Metric', 'Target']],
        [0, 2, ['Metric', 'Target']],
      ],
    );
    assert.equal(doc.blocks[1]!.text, 'p99 | < 20 ms');
  });

  it('keeps empty cells, drops cells without a header, does not fill short rows', () => {
    assert.deepEqual(rows('| a | b |', '|---|---|', '| | x |', '| 1 | 2 | 3 |', '| only |'), [['a', 'b'], ['', 'x'], ['1', '2'], ['only']]);
  });

  it('reads an escaped bar as a character, in code too', () => {
    const doc = read('| a | b |', '|---|---|', '| x \\| y | `p \\| q` |');
    assert.deepEqual(rows(doc.text)[1], ['x | y', 'p | q']);
    assert.deepEqual(covered(doc.blocks[1]!, doc.blocks[1]!.code), ['p | q']);
  });

  it('reads a break in a cell as a sign between two statements', () => {
    assert.deepEqual(rows('| a |', '|---|', '| 40 ms<br>p99 |')[1], ['40 ms · p99']);
  });

  it('leads from a cell back to the source', () => {
    const doc = read('- list', '', '  |a|b|', '  |-|-|', '  |**1**|[two](u)|');
    const block = doc.blocks.length - 1;
    const cell = doc.blocks[block]!.cells[1]!;
    const { from, to } = doc.span(block, cell.from, cell.to);
    assert.equal(doc.text.slice(from, to), 'two');
    assert.equal(doc.blocks[block]!.depth, 1);
  });

  it('numbers the tables of a chunk', () => {
    const doc = read('- | a |', '  |---|', '  | 1 |', '', '  | b |', '  |---|', '  | 2 |');
    assert.deepEqual(
      doc.blocks.filter((block) => block.row === 1).map((block) => [block.table, block.headers]),
      [
        [0, ['a']],
        [1, ['b']],
      ],
    );
  });
});
