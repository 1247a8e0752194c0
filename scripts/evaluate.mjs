// `npm run evaluate`: how well the engine judges documents that people have labelled.
//
//   npm run evaluate                                   figures per rule, headline figures with 95 % intervals, alert density
//   npm run evaluate -- --show                         every difference as well
//   npm run evaluate -- --corpus FOLDER                another folder with labels.jsonl and docs/
//   npm run evaluate -- --markdown [--as NAME]         writes the figures into docs/ACCURACY.md, between its markers of that name
//   npm run evaluate -- --snapshot                     writes the findings, without words, to test/snapshots
//   npm run evaluate -- --json FILE                    headline figures as data
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import prettier from 'prettier';
import { intervals } from './evaluate/bootstrap.mjs';
import { hasCorpus, readCorpus } from './evaluate/corpus.mjs';
import { loadJudge } from './evaluate/judge.mjs';
import { headlines, scoreOf, total } from './evaluate/score.mjs';
import { snapshotOf } from './evaluate/snapshot.mjs';
import { between, markdownReport, textReport } from './evaluate/tables.mjs';
import { underNode24 } from './host/node24.mjs';
import { ROOT } from './host/paths.mjs';

/** Where the labelled documents lie beside the project, when they do: they belong to their authors and are no part of it. */
const CORPUS = path.join(ROOT, '..', 'shared', 'corpus', 'dev');
const ACCURACY = path.join(ROOT, 'docs', 'ACCURACY.md');
const CODE = path.join(ROOT, 'docs', 'fragments', 'code-accuracy.md');
const SNAPSHOT = path.join(ROOT, 'test', 'snapshots', 'findings.txt');

async function main() {
  const { values } = parseArgs({
    options: {
      corpus: { type: 'string', default: CORPUS },
      show: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      as: { type: 'string', default: 'development' },
      snapshot: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  if (!hasCorpus(values.corpus)) {
    process.stderr.write(`There are no labelled documents at ${values.corpus}; name a folder with labels.jsonl and docs/ by --corpus.\n`);
    return false;
  }
  const documents = readCorpus(values.corpus);
  const judge = await loadJudge();
  const judged = documents.map((document) => ({ id: document.id, document, judgement: judge(document.text) }));
  const scores = judged.map(({ document, judgement }) => scoreOf(document, judgement));
  const score = total(scores);
  const spans = intervals(scores);
  if (values.show) process.stdout.write(`${score.notes.join('\n')}\n`);
  process.stdout.write(`${textReport(score, spans)}\n`);
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify({ headlines: headlines(score), intervals: spans }, null, 1)}\n`);
  if (values.snapshot) writeFileSync(SNAPSHOT, snapshotOf(judged));
  if (values.markdown) {
    const report = markdownReport(score, spans, { date: new Date().toISOString().slice(0, 10), documents: documents.length });
    let text = between(readFileSync(ACCURACY, 'utf8'), values.as, report);
    if (existsSync(CODE)) text = between(text, 'code', readFileSync(CODE, 'utf8'));
    const style = await prettier.resolveConfig(ACCURACY);
    writeFileSync(ACCURACY, await prettier.format(text, { ...style, filepath: ACCURACY }));
  }
  return true;
}

await underNode24(import.meta.url);
process.exit((await main()) ? 0 : 2);
