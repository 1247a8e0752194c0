// Fits the linear model that decides whether a statement about speed is argued (src/core/facts/weights.ts) to labelled documents.
//
//   node scripts/fit.mjs --corpus FOLDER [--corpus FOLDER ...]   cross-validation over documents, and the weights
//     --penalty 1.5       the L2 penalty
//     --write             writes the weights; the threshold stays as it is
//     --markdown          writes the cross-validation into docs/ACCURACY.md
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import prettier from 'prettier';
import { readCorpus, sectionsOf } from './evaluate/corpus.mjs';
import { SPEED } from './evaluate/guide.mjs';
import { crossValidated, fit, inSample, sections } from './evaluate/model.mjs';
import { ratios } from './evaluate/score.mjs';
import { between } from './evaluate/tables.mjs';
import { underNode24 } from './host/node24.mjs';
import { OUT, ROOT } from './host/paths.mjs';

const ACCURACY = join(ROOT, 'docs', 'ACCURACY.md');
const WEIGHTS = join(ROOT, 'src', 'core', 'facts', 'weights.ts');
const ENTRY = `
export { parseDocument } from './src/core/document';
export { collect } from './src/core/facts/collect';
export { createLexicon } from './src/core/facts/lexicon';
export { vetoed } from './src/core/facts/argue';
export { FEATURES, featuresOf } from './src/core/facts/argument';
export { THRESHOLD } from './src/core/facts/weights';
export { classify } from './src/core/proposal';
`;

/** The rooms of the corridor that the statements come from, as they are in the working tree. */
async function loadCorridor() {
  const outfile = join(OUT, 'evaluate', 'corridor.mjs');
  await build({
    stdin: { contents: ENTRY, resolveDir: ROOT, loader: 'ts' },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}

/**
 * Statements that no veto takes out, with what people said of their place.
 * @param {any} corridor
 * @param {readonly string[]} corpora
 */
function examplesOf(corridor, corpora) {
  const lexicon = corridor.createLexicon();
  /** @type {import('./evaluate/model.mjs').Example[]} */
  const examples = [];
  /** @type {Set<string>} */
  const wanted = new Set();
  for (const { id, text, label } of corpora.flatMap(readCorpus)) {
    if (!label.applies) continue;
    const section = sectionsOf(text);
    const claims = (label.claims ?? []).filter((claim) => SPEED.has(claim.smell));
    for (const claim of claims) wanted.add(`${id} ${section(claim.line)}`);
    const doc = corridor.parseDocument(text);
    const all = corridor.collect(doc, lexicon, new WeakMap());
    const { stakes } = corridor.classify(doc, all, true);
    for (const l of all)
      for (const claim of l.claims) {
        if (corridor.vetoed(claim, l, stakes) !== null) continue;
        const { line } = doc.position(doc.span(l.c.block, claim.from, claim.to).from);
        const key = `${id} ${section(line)}`;
        const near = claims.some((c) => section(c.line) === section(line) && Math.abs(c.line - line) <= 1);
        const on = corridor.featuresOf(claim, l.s, l.names, l.c, stakes).map((/** @type {string} */ f) => corridor.FEATURES.indexOf(f));
        examples.push({ document: id, section: key, on, argued: near ? true : wanted.has(key) ? null : false });
      }
  }
  return { examples, wanted };
}

const row = (/** @type {string} */ name, /** @type {import('./evaluate/score.mjs').Cell} */ cell) => {
  const { p, r, f1 } = ratios(cell);
  return `| ${name} | ${p.toFixed(3)} | ${r.toFixed(3)} | ${f1.toFixed(3)} | ${cell.tp} | ${cell.fp} | ${cell.fn} |`;
};

async function main() {
  const { values } = parseArgs({
    options: {
      corpus: { type: 'string', multiple: true, default: [] },
      penalty: { type: 'string', default: '1.5' },
      write: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
    },
  });
  const penalty = Number(values.penalty);
  const corridor = await loadCorridor();
  const { examples, wanted } = examplesOf(corridor, values.corpus);
  const features = corridor.FEATURES.length;
  const weights = fit(examples, features, penalty);
  const held = crossValidated(examples, features, penalty);
  const known = examples.filter((e) => e.argued !== null);
  const table = [
    `${known.length} statements in ${new Set(examples.map((e) => e.document)).size} documents, ${known.filter((e) => e.argued === true).length} of them argued; ${wanted.size} sections with a labelled claim.`,
    '',
    '| claims of speed (sections) | precision | recall | F1 | right | wrong | missed |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...[0.4, 0.5, 0.6, 0.7].map((t) =>
      row(`cross-validated, threshold ${t}${t === corridor.THRESHOLD ? ' (in use)' : ''}`, sections(held, wanted, t)),
    ),
    row(`fitted to all, threshold ${corridor.THRESHOLD}`, sections(inSample(examples, weights), wanted, corridor.THRESHOLD)),
  ].join('\n');
  process.stdout.write(`${table}\n\n`);
  const named = [...weights].map((w, i) => /** @type {const} */ ([corridor.FEATURES[i], Math.round(w * 100) / 100]));
  for (const [name, w] of named.toSorted((a, b) => b[1] - a[1])) process.stdout.write(`${name.padEnd(14)} ${w.toFixed(2)}\n`);
  const format = async (/** @type {string} */ file, /** @type {string} */ text) =>
    prettier.format(text, { ...(await prettier.resolveConfig(file)), filepath: file });
  if (values.write) {
    const lines = named.filter(([, w]) => Math.abs(w) >= 0.05).map(([name, w]) => `  ${name}: ${w},`);
    const text = readFileSync(WEIGHTS, 'utf8').replace(
      /(WEIGHTS[^=]*= \{\n)[\s\S]*?(\n\};)/,
      (_, open, close) => open + lines.join('\n') + close,
    );
    writeFileSync(WEIGHTS, await format(WEIGHTS, text));
  }
  if (values.markdown) writeFileSync(ACCURACY, await format(ACCURACY, between(readFileSync(ACCURACY, 'utf8'), 'model', table)));
}

await underNode24(import.meta.url);
await main();
