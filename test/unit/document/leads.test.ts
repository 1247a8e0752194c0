import { strict as assert } from 'node:assert';
import { read } from './read';

/** Each block with the lead-in that governs it. */
const leads = (...lines: string[]): string[] => {
  const doc = read(...lines);
  return doc.blocks.map((block, b) => {
    const lead = doc.leadOf[b]!;
    return lead < 0 ? block.text : `${block.text} <- ${doc.blocks[lead]!.text} (${doc.leadRole[b]})`;
  });
};

describe('lead-in paragraphs', () => {
  it('in strong text govern what follows up to the next', () => {
    assert.deepEqual(
      leads('**Pros:**', '', '- fast', '  - very', '', 'and small', '', '**Cons**', '', '- slow builds', '', '# H', '', 'x'),
      [
        'Pros:',
        'fast <- Pros: (pros)',
        'very <- Pros: (pros)',
        'and small <- Pros: (pros)',
        'Cons',
        'slow builds <- Cons (cons)',
        'H',
        'x',
      ],
    );
  });

  it('that end in a colon govern the list or table right after', () => {
    assert.deepEqual(leads('Advantages:', '', '1. a', '2. b', '', 'c', '', 'Benchmarks:', '', '|x|', '|-|', '|1|', '', 'd'), [
      'Advantages:',
      'a <- Advantages: (pros)',
      'b <- Advantages: (pros)',
      'c',
      'Benchmarks:',
      'x <- Benchmarks: (evidence)',
      '1 <- Benchmarks: (evidence)',
      'd',
    ]);
  });

  it('may stand in a list item', () => {
    assert.deepEqual(leads('- Option A', '  - Pros:', '    - fast', '  - Why not chosen:', '    - new'), [
      'Option A',
      'Pros:',
      'fast <- Pros: (pros)',
      'Why not chosen:',
      'new <- Why not chosen: (rejected)',
    ]);
  });

  it('may be the label of the block itself', () => {
    assert.deepEqual(leads('- **Cons**: slow builds', '- Why Not Chosen: too new', '- Performance: 45K rps', '- Caching: later'), [
      'Cons: slow builds <- Cons: slow builds (cons)',
      'Why Not Chosen: too new <- Why Not Chosen: too new (rejected)',
      'Performance: 45K rps',
      'Caching: later',
    ]);
  });

  it('name no role in a whole sentence', () => {
    assert.deepEqual(leads('These must stay as they are across the migration:', '', '- a'), [
      'These must stay as they are across the migration:',
      'a <- These must stay as they are across the migration: (other)',
    ]);
  });
});
