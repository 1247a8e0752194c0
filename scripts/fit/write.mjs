// Writes fitted models as the tables of src/content/model, which people can read and the generator packs.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const number = (/** @type {number} */ x) => String(Number(x.toFixed(3)));

/** Weights that no sum would notice. */
const LEAST = 0.02;

/**
 * @param {string} title
 * @param {readonly { name: string, bias: number, threshold: number, weights: Float64Array }[]} labels
 * @param {Map<number, number>} ids
 * @param {(key: number) => string} spell
 */
export function modelText(title, labels, ids, spell) {
  const rows = [];
  for (const [key, i] of ids) {
    const weights = labels.map((l) => /** @type {[string, number]} */ ([l.name, l.weights[i]])).filter(([, w]) => Math.abs(w) >= LEAST);
    if (weights.length > 0) rows.push(`${spell(key)}\t${weights.map(([name, w]) => `${name} ${number(w)}`).join('\t')}`);
  }
  rows.sort();
  return [
    `# ${title} Written by scripts/fit.mjs; method and figures: docs/ACCURACY.md.`,
    '# label<TAB>name<TAB>constant<TAB>threshold',
    ...labels.map((l) => `label\t${l.name}\t${number(l.bias)}\t${number(l.threshold)}`),
    '# feature<TAB>label weight<TAB>...',
    ...rows,
    '',
  ].join('\n');
}

/**
 * `stem<TAB>spellings` of the symbols that some weight speaks of.
 * @param {readonly string[]} texts
 * @param {Map<string, { spellings: Map<string, number> }>} stems
 */
export function wordsText(texts, stems) {
  const used = new Set();
  for (const text of texts)
    for (const line of text.split('\n')) {
      if (line.startsWith('#') || line.startsWith('label')) continue;
      for (const part of line.split('\t')[0].split(' ').slice(1)) used.add(part);
    }
  const lines = [];
  for (const [stem, { spellings }] of [...stems].sort((a, b) => (a[0] < b[0] ? -1 : 1)))
    if (used.has(stem))
      lines.push(
        `${stem}\t${[...spellings.keys()]
          .filter((w) => !/[A-Z\s]/.test(w) && w.length < 40)
          .sort()
          .join(' ')}`,
      );
  return ['# The words that the models know, by stem. Written by scripts/fit.mjs.', ...lines, ''].join('\n');
}

/** @type {(folder: string, files: Record<string, string>) => void} */
export function save(folder, files) {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}
