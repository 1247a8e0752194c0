// Fits the models of src/content/model to labelled documents and says by cross-validation how well they judge documents that they have not seen.
//
//   node scripts/fit.mjs --corpus FOLDER [--corpus FOLDER ...]   folders with labels.jsonl and docs/
//     --partly FOLDER      such a folder in which only the first line of each kind of evidence is labelled
//     --ordinary FOLDER    documents (docs/) of which next to none applies
//     --plain FOLDER       documents (docs/) of any kind, as they lie in repositories; for the screen alone
//     --singles FOLDER     single sentences with their labels, of the documents in FOLDER/docs
//     --aspects FILE       `id<TAB>aspect` of documents that do not apply: which half of it they have (see fit/documents.mjs)
//     --shows FILE         the lines of a document that show what it is (see fit/shows.mjs)
//     --bank FOLDER        pieces written for the purpose
//     --write              writes src/content/model (then `npm run gen`)
//     --markdown           writes the figures of documents not fitted on into docs/ACCURACY.md, between its markers `unseen`
//     --json FILE          the figures
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readCases, readSamples } from './fit/cases.mjs';
import { loadCorridor } from './fit/corridor.mjs';
import { readCorpus } from './fit/corpus.mjs';
import { fitDocuments, readAspects, SHOWN } from './fit/documents.mjs';
import { readBank, readSingles } from './fit/extra.mjs';
import { headline, scoresOf, shown } from './fit/headline.mjs';
import { score } from './fit/logistic.mjs';
import { publish } from './fit/publish.mjs';
import { documentKeys, readDocument } from './fit/read.mjs';
import { fitScreen, screenText } from './fit/screen.mjs';
import { attachShows, fitShows, readShows, shownUnits } from './fit/shows.mjs';
import {
  annotatedUnits,
  bestThreshold,
  cellAt,
  featureIds,
  fitLabel,
  gateOf,
  indexed,
  labelsOf,
  unitsOf,
  WEIGHTS,
} from './fit/sentences.mjs';
import { speller } from './fit/spell.mjs';
import { vocabularyOf } from './fit/vocabulary.mjs';
import { countStems } from './fit/words.mjs';
import { modelText, save, wordsText } from './fit/write.mjs';
import { underNode24 } from './host/node24.mjs';
import { ROOT } from './host/paths.mjs';

const FOLDS = 6;
/** L2 penalties; how many documents must have a feature; weights below are dropped. */
const SENTENCES = { l2: 3, least: 3, drop: 0.12 };
/** The sums of single sentences that show what a document is: next to nothing is lost with the small weights, and half the table. */
const SHOWS = { halves: { l2: 8, drop: 0.12 }, kinds: { l2: 3, drop: 0.2 } };
const DOCUMENTS = { least: 4, halves: { l2: 4, drop: 0.03 }, kinds: { l2: 2, drop: 0.04 } };
/** Below 1 precision counts more. */
const BETA = { evidence: 0.9, speed: 0.8, claim: 0.5 };
const BETA_APPLIES = 1;
/** What an ordinary document and an annotated text count, where a labelled document counts 1. */
const WEIGHT = { ordinary: 0.5, annotated: 0.3 };
const MOST_STEMS = 8000;

const EMPTY = { labels: [], bias: [], threshold: [], most: 1, count: 0, rows: '' };

/** A stable number for a name, so that a document is in the same fold in every run. */
const hash = (/** @type {string} */ name) => [...name].reduce((h, c) => (h * 31 + c.charCodeAt(0)) >>> 0, 7);

const started = Date.now();
const say = (/** @type {unknown[]} */ ...what) => console.log(`${Math.round((Date.now() - started) / 1000)} s:`, ...what);

/** A bit for each of the first labels whose sum is above its threshold. */
const heldOf = (/** @type {Float64Array} */ sums, /** @type {Float32Array} */ thresholds, /** @type {number} */ most) =>
  sums.reduce((held, z, k) => (k < most && z > thresholds[k] ? held | (1 << k) : held), 0);

async function main() {
  const { values } = parseArgs({
    options: {
      corpus: { type: 'string', multiple: true, default: [] },
      partly: { type: 'string', multiple: true, default: [] },
      ordinary: { type: 'string', multiple: true, default: [] },
      singles: { type: 'string', multiple: true, default: [] },
      plain: { type: 'string', multiple: true, default: [] },
      aspects: { type: 'string' },
      shows: { type: 'string', multiple: true, default: [] },
      bank: { type: 'string', multiple: true, default: [] },
      write: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  const corridor = await loadCorridor();
  const items = [
    ...values.corpus.flatMap((folder) =>
      readCorpus(folder)
        .filter((d) => d.labelled)
        .map((d) => ({ ...d, complete: true, folder })),
    ),
    ...values.partly.flatMap((folder) => readCorpus(folder).map((d) => ({ ...d, complete: false, folder }))),
  ];
  const aspects = values.aspects === undefined ? new Map() : readAspects(values.aspects);
  const shows = readShows(values.shows);
  const ordinary = values.ordinary.flatMap((folder) =>
    readCorpus(folder).map((d) => ({ ...d, complete: true, folder, weight: WEIGHT.ordinary })),
  );
  if (items.length === 0) throw new Error('no labelled documents: name a folder with --corpus');

  const texts = [...items, ...ordinary].map((d) => d.text);
  const stems = countStems(corridor, texts);
  const known = [...stems]
    .filter(([, e]) => e.documents >= SENTENCES.least)
    .sort((a, b) => b[1].documents - a[1].documents)
    .slice(0, MOST_STEMS)
    .map(([s]) => s)
    .sort();
  const spellings = [...stems.values()].flatMap((e) => [...e.spellings.keys()]);
  const { words, symbols } = vocabularyOf(corridor.WORDS, known, spellings, corridor.STEMS);
  const tables = { words, symbols, sentences: EMPTY, documents: EMPTY };

  const docs = [...items, ...ordinary].map((d) => ({
    ...readDocument(corridor, tables, d),
    fold: hash(d.id) % FOLDS,
    aspect: aspects.get(d.id),
  }));
  for (const d of docs) attachShows(d.sentences, shows.get(d.id), SHOWN);
  const fitted = docs.filter((d) => d.label.applies);
  const cases = [...(await readCases(corridor, tables)), ...readSamples(corridor, tables)].map((d) => ({
    ...d,
    counts: WEIGHTS.annotated,
  }));
  const extra = [
    ...cases,
    ...values.bank.flatMap((folder) =>
      readdirSync(folder)
        .filter((f) => f.endsWith('.jsonl'))
        .flatMap((f) => readBank(corridor, tables, join(folder, f))),
    ),
    ...values.singles.flatMap((folder) => readSingles(corridor, tables, folder, join(folder, 'docs'), corridor.EVIDENCE)),
  ];
  const ids = featureIds([...fitted, ...extra], SENTENCES.least);
  const every = new Set([...docs, ...extra].flatMap((d) => d.every ?? d.sentences));
  for (const s of every) s.x = indexed(s.keys, ids);
  const labels = [...labelsOf(corridor), ...SHOWN.map(corridor.shows)];
  for (const s of every) s.out = new Float32Array(labels.length);
  say(`${items.length} documents, ${fitted.length} apply, ${ordinary.length} ordinary, ${extra.length} extra; ${ids.size} features`);

  const models = labelsOf(corridor).map((label, n) => {
    const gate = gateOf(corridor, label);
    for (let k = 0; k < FOLDS; k++) {
      const weights = fitLabel(
        label,
        gate,
        fitted.filter((d) => d.fold !== k),
        extra,
        ids.size,
        SENTENCES,
      );
      for (const d of docs) if (d.fold === k) for (const s of d.sentences) s.out[n] = score(weights, s.x);
    }
    const weights = fitLabel(label, gate, fitted, extra, ids.size, SENTENCES);
    for (const d of cases) for (const s of d.every) s.out[n] = score(weights, s.x);
    const units = unitsOf(corridor, label, fitted, (s) => (gate(s) ? s.out[n] : -99));
    const drawn = [...units, ...annotatedUnits(label, gate, cases, n)];
    const [beta, least] = corridor.EVIDENCE.includes(label) ? [BETA.evidence, 0.5] : [label === 'speed' ? BETA.speed : BETA.claim, 0.6];
    const threshold = bestThreshold(drawn, beta, least);
    return { name: label, bias: weights[ids.size] ?? 0, threshold, weights, units };
  });
  const annotated = cases
    .filter((d) => d.applies !== undefined)
    .map((d) => ({ ...d, sentences: d.every, label: d.said, fold: -1, weight: WEIGHT.annotated }));
  const judged = [...docs, ...annotated];
  for (const label of SHOWN) {
    const name = corridor.shows(label);
    const n = labels.indexOf(name);
    const options = label.includes(':') ? SHOWS.kinds : SHOWS.halves;
    for (let k = 0; k < FOLDS; k++) {
      const weights = fitShows(
        label,
        judged.filter((d) => d.fold !== k),
        ids.size,
        options,
      );
      for (const d of docs) if (d.fold === k) for (const s of d.sentences) s.out[n] = score(weights, s.x);
    }
    const weights = fitShows(label, judged, ids.size, options);
    for (const d of cases) for (const s of d.every) s.out[n] = score(weights, s.x);
    const units = shownUnits(label, docs, n);
    models.push({ name, bias: weights[ids.size] ?? 0, threshold: bestThreshold(units), weights, units });
  }
  const thresholds = Float32Array.from(models.map((m) => m.threshold));
  say('sentences fitted');

  for (const d of judged) {
    for (const s of d.sentences) s.l.memo.held = heldOf(s.out, thresholds, corridor.MOST_HELD);
    d.keys = documentKeys(corridor, d, Math.min(labels.length, corridor.MOST_HELD));
  }
  const documentIds = featureIds(judged, DOCUMENTS.least, (d) => [d.keys]);
  for (const d of judged) d.dx = indexed(d.keys, documentIds);
  for (const d of judged)
    d.best = new Map(
      SHOWN.map((label) => {
        const n = labels.indexOf(corridor.shows(label));
        return [label, corridor.bestOf(d.sentences, (/** @type {any} */ s) => s.out[n])];
      }),
    );
  const documents = fitDocuments(corridor, judged, documentIds.size, FOLDS, DOCUMENTS, BETA_APPLIES);
  say('documents fitted');

  const isAbove = (/** @type {any} */ d) => /** @type {number} */ (documents[0].out.get(d)) > documents[0].threshold;
  const screen = fitScreen(
    corridor,
    [
      ...docs.map((d) => ({ text: d.text, applies: d.label.applies, found: d.label.applies && isAbove(d), plain: false, fold: d.fold })),
      ...values.plain.flatMap((folder) =>
        readCorpus(folder).map((d) => ({ text: d.text, applies: false, found: false, plain: true, fold: hash(d.id) % FOLDS })),
      ),
    ],
    FOLDS,
  );
  const labelled = docs.filter((d) => d.weight === undefined);
  const figures = {
    all: headline(corridor, labelled, labels, thresholds, documents),
    folders: Object.fromEntries(
      [...new Set(labelled.map((d) => d.folder))].map((f) => [
        f,
        headline(
          corridor,
          labelled.filter((d) => d.folder === f),
          labels,
          thresholds,
          documents,
        ),
      ]),
    ),
    ordinary: ordinary.length,
    ordinaryAlarms: docs.filter((d) => d.weight !== undefined && isAbove(d)).length,
    labels: Object.fromEntries(models.map((m) => [m.name, cellAt(m.units, m.threshold)])),
  };
  console.log(shown(figures.all), `ordinary ${figures.ordinaryAlarms}/${figures.ordinary}`);
  for (const f of [...values.partly]) if (figures.folders[f]) console.log(f, shown(figures.folders[f]));
  for (const [name, c] of Object.entries(figures.labels))
    console.log(name.padEnd(28), `${c.right} right, ${c.wrong} wrong, ${c.missed} missed`);
  console.log(screen.figures);
  if (values.markdown) await publish(scoresOf(corridor, labelled, labels, thresholds, documents), figures, screen.figures);
  if (values.json) writeFileSync(values.json, JSON.stringify(figures, null, 1));
  if (!values.write) return;

  const spell = (/** @type {readonly string[]} */ templates) =>
    speller({
      templates,
      room: corridor.ROOM,
      classes: corridor.CLASSES,
      flags: corridor.FLAGS,
      roles: corridor.ROLES,
      symbols: [...Array.from({ length: corridor.STEMS }, (_, i) => corridor.spellSymbol(i)), ...known],
    }).spell;
  const sentenceText = modelText('Weights of the features of sentences.', models, ids, spell(corridor.SENTENCE));
  const documentText = modelText(
    'Weights of the features of documents.',
    documents.map((f) => ({ name: f.label.name, bias: f.weights[documentIds.size] ?? 0, threshold: f.threshold, weights: f.weights })),
    documentIds,
    spell(corridor.DOCUMENT),
  );
  const more = values.singles
    .map((folder) => join(folder, 'docs'))
    .filter(existsSync)
    .flatMap((folder) => readCorpus(join(folder, '..')).map((d) => d.text));
  save(join(ROOT, 'src/content/model'), {
    'sentences.tsv': sentenceText,
    'documents.tsv': documentText,
    'screen.tsv': screenText(screen),
    'words.tsv': wordsText([sentenceText, documentText], more.length > 0 ? countStems(corridor, [...texts, ...more]) : stems),
  });
  say(`${sentenceText.split('\n').length} rows for sentences, ${documentText.split('\n').length} for documents`);
}

await underNode24(import.meta.url);
await main();
