// Packs the fitted models of src/content/model for the engine: words and their stems, and the weights of the features.
import { readFile } from 'node:fs/promises';
import { loadCorridor } from '../fit/corridor.mjs';
import { speller } from '../fit/spell.mjs';
import { digit, inOrder, packWords, pair, unpackWords } from './pack.mjs';

const DIR = 'src/content/model';

/** `stem<TAB>spelling spelling ...`, a stem a line. */
function readWords(text) {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [stem, words] = line.split('\t');
      return { stem, words: words.split(' ') };
    });
}

/** Labels with their constant and threshold, and the rows of weights. */
function readModel(text) {
  const labels = [];
  const rows = [];
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [head, ...rest] = line.split('\t');
    if (head === 'label') labels.push({ name: rest[0], bias: Number(rest[1]), threshold: Number(rest[2]) });
    else rows.push({ feature: head, weights: rest.map((w) => w.split(' ')).map(([label, value]) => [label, Number(value)]) });
  }
  return { labels, rows };
}

/** A model as `src/core/model/tables.ts` reads it. */
function packModel({ labels, rows }, parse) {
  const most = Math.max(...rows.flatMap((r) => r.weights.map(([, v]) => Math.abs(v))), 1e-9);
  const weight = (v) => Math.sign(v) * Math.round(44 * Math.sqrt(Math.abs(v) / most)) + 45;
  const number = new Map(labels.map((l, i) => [l.name, i]));
  let packed = '';
  const keyed = rows
    .map((r) => ({ key: parse(r.feature), weights: r.weights }))
    .filter((r) => r.key >= 0)
    .sort((a, b) => a.key - b.key);
  let before = 0;
  for (const { key, weights } of keyed) {
    let gap = key - before;
    before = key;
    do {
      const low = gap % 45;
      gap = Math.floor(gap / 45);
      packed += digit(gap > 0 ? low + 45 : low);
    } while (gap > 0);
    const kept = weights.map(([label, v]) => [number.get(label), weight(v)]).filter(([, v]) => v !== 45);
    packed += digit(kept.length);
    for (const [label, v] of kept) packed += digit(label) + digit(v);
  }
  const round = (x) => Number(x.toFixed(4));
  return {
    labels: labels.map((l) => l.name),
    bias: labels.map((l) => round(l.bias)),
    threshold: labels.map((l) => round(l.threshold)),
    most: Number(most.toPrecision(6)),
    count: keyed.length,
    rows: packed,
  };
}

export const modelStep = {
  name: 'model',
  async run() {
    const corridor = await loadCorridor();
    const read = (name) => readFile(`${DIR}/${name}`, 'utf8');
    const entries = readWords(await read('words.tsv'));
    const symbols = [...Array.from({ length: corridor.STEMS }, (_, i) => corridor.spellSymbol(i)), ...entries.map((e) => e.stem)];
    const symbolOf = new Map(entries.flatMap((e, i) => e.words.map((w) => [w, corridor.STEMS + i])));
    const old = unpackWords(corridor.WORDS);
    const known = new Set(old);
    const more = inOrder([...symbolOf.keys()].filter((w) => !known.has(w)));
    const { CLASSES: classes, FLAGS: flags, ROLES: roles, ROOM: room } = corridor;
    const parseWith = (templates) => speller({ templates, room, classes, flags, roles, symbols }).parse;
    const json = (x) => JSON.stringify(x);
    const text = [
      '// Generated from src/content/model by scripts/gen/model.mjs. Do not edit.',
      '/** Words that belong to no phrase of the lexicon, packed: see src/core/words/table.ts. */',
      `export const MODEL_WORDS = ${json(packWords(more))};`,
      '/** Per word of the lexicon and then of these: its symbol, see `symbolIn`. */',
      `export const SYMBOLS = ${json([...old, ...more].map((w) => pair(symbolOf.get(w) ?? 0)).join(''))};`,
      '/** Weights of the features of sentences and of documents: see src/core/model/tables.ts. */',
      `export const SENTENCES = ${json(packModel(readModel(await read('sentences.tsv')), parseWith(corridor.SENTENCE)))};`,
      `export const DOCUMENTS = ${json(packModel(readModel(await read('documents.tsv')), parseWith(corridor.DOCUMENT)))};`,
      '',
    ].join('\n');
    return new Map([['src/generated/model.ts', text]]);
  },
};
