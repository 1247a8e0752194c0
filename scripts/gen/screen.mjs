// Packs src/content/model/screen.tsv for src/core/screen.ts.
import { readFile } from 'node:fs/promises';
import { inOrder, packWords } from './pack.mjs';

export const screenStep = {
  name: 'screen',
  async run() {
    const rows = (await readFile('src/content/model/screen.tsv', 'utf8'))
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('# '))
      .map((line) => line.split('\t'));
    const value = (name) => Math.round(100 * Number(rows.find(([key]) => key === name)[1]));
    const weights = rows.slice(2).map(([word, weight]) => [word, Math.round(100 * Number(weight))]);
    const of = (list) => {
      const weight = new Map(list);
      const ordered = inOrder([...weight.keys()]);
      return { words: packWords(ordered), weights: ordered.map((word) => weight.get(word)) };
    };
    const words = of(weights.filter(([word]) => !word.startsWith('#')));
    const headings = of(weights.filter(([word]) => word.startsWith('#')).map(([word, weight]) => [word.slice(1), weight]));
    const screen = {
      threshold: value('threshold'),
      constant: value('constant'),
      words: words.words,
      weights: words.weights,
      headings: headings.words,
      headingWeights: headings.weights,
    };
    const text = [
      '// Generated from src/content/model/screen.tsv by scripts/gen/screen.mjs. Do not edit.',
      '/** Packed words and their weights in hundredths, see src/core/screen.ts. */',
      `export const SCREEN = ${JSON.stringify(screen)};`,
      '',
    ].join('\n');
    return new Map([['src/generated/screen.ts', text]]);
  },
};
