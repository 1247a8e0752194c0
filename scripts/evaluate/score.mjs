// Compares what the engine says of one document with its label; sums and ratios of such comparisons.
import { sectionsOf, wordsOf } from './corpus.mjs';
import { ATTRIBUTES, CLAIMS, EVIDENCE, GAPS, ONCE, SPEED } from './guide.mjs';

/**
 * @typedef {{tp: number, fp: number, fn: number}} Cell
 * @typedef {Record<string, Cell>} Table by rule or kind.
 * @typedef {{rule: string, line: number}} Place
 * @typedef {object} Judgement what the engine says of one document.
 * @property {Readonly<Record<string, unknown>> & {applies: boolean}} proposal
 * @property {Place[]} findings in profile `full`.
 * @property {number} alerts findings in the default profile.
 * @property {{kind: string, line: number}[]} evidence
 * @typedef {object} Score the comparison for one document, or the sum of several.
 * @property {Cell & {tn: number}} applies
 * @property {Cell} headline claims, the two speed claims as one.
 * @property {Table} claims
 * @property {Table} gaps
 * @property {Table} evidence
 * @property {Record<string, {right: number, of: number}>} attributes
 * @property {{sprung: number, of: number}} traps
 * @property {{loud: number, of: number}} quiet documents that should have no finding.
 * @property {{alerts: number, words: number}} density
 * @property {string[]} notes every difference, in words.
 */

/** @returns {Score} */
export const emptyScore = () => ({
  applies: { tp: 0, fp: 0, fn: 0, tn: 0 },
  headline: { tp: 0, fp: 0, fn: 0 },
  claims: {},
  gaps: {},
  evidence: {},
  attributes: {},
  traps: { sprung: 0, of: 0 },
  quiet: { loud: 0, of: 0 },
  density: { alerts: 0, words: 0 },
  notes: [],
});

/**
 * @param {Table} table
 * @param {string} key
 * @returns {Cell}
 */
const cell = (table, key) => (table[key] ??= { tp: 0, fp: 0, fn: 0 });

/**
 * @param {import('./corpus.mjs').CorpusDocument} document
 * @param {Judgement} got
 * @returns {Score}
 */
export function scoreOf({ id, text, label }, got) {
  const score = emptyScore();
  const { notes } = score;
  const applies = got.proposal.applies;
  score.applies[label.applies ? (applies ? 'tp' : 'fn') : applies ? 'fp' : 'tn'] += 1;
  if (applies !== label.applies) notes.push(`applies ${id}: should be ${label.applies}`);
  score.density = { alerts: got.alerts, words: wordsOf(text) };

  const section = sectionsOf(text);
  const spot = (/** @type {string} */ rule, /** @type {number} */ line) => `${rule}@${ONCE.has(rule) ? 'document' : section(line)}`;
  const claims = label.claims ?? [];
  for (const trap of label.traps ?? []) {
    score.traps.of += 1;
    const real = claims.some((claim) => spot(claim.smell, claim.line) === spot(trap.smell, trap.line));
    if (real || !got.findings.some((f) => f.rule === trap.smell && Math.abs(f.line - trap.line) <= 1)) continue;
    score.traps.sprung += 1;
    notes.push(`trap ${id}:${trap.line} ${trap.smell}`);
  }
  if (!label.applies) {
    score.quiet.of += 1;
    if (got.findings.length > 0) {
      score.quiet.loud += 1;
      notes.push(`false alarm ${id}: ${got.findings.map((f) => `${f.rule}@${f.line}`).join(' ')}`);
    }
    return score;
  }

  const found = got.findings.filter((f) => CLAIMS.includes(f.rule));
  const merged = (/** @type {string} */ rule, /** @type {number} */ line) => spot(SPEED.has(rule) ? 'speed-claim' : rule, line);
  const wantHeadline = new Set(claims.map((claim) => merged(claim.smell, claim.line)));
  const gotHeadline = new Set(found.map((f) => merged(f.rule, f.line)));
  for (const key of wantHeadline) score.headline[gotHeadline.has(key) ? 'tp' : 'fn'] += 1;
  for (const key of gotHeadline) if (!wantHeadline.has(key)) score.headline.fp += 1;

  const want = new Map(claims.map((claim) => [spot(claim.smell, claim.line), claim]));
  const have = new Map(found.map((f) => [spot(f.rule, f.line), f]));
  for (const [key, claim] of want) {
    cell(score.claims, claim.smell)[have.has(key) ? 'tp' : 'fn'] += 1;
    if (!have.has(key)) notes.push(`missed ${id}:${claim.line} ${claim.smell}`);
  }
  for (const [key, f] of have) {
    if (want.has(key)) continue;
    cell(score.claims, f.rule).fp += 1;
    notes.push(`extra ${id}:${f.line} ${f.rule}`);
  }

  const rules = new Set(got.findings.map((f) => f.rule));
  const proved = (/** @type {string} */ kind) => Boolean(label.evidence?.[kind]);
  for (const [gap, { closedBy, charged }] of Object.entries(GAPS)) {
    const wanted = charged(label) && !closedBy.some(proved);
    if (wanted || rules.has(gap)) cell(score.gaps, gap)[wanted ? (rules.has(gap) ? 'tp' : 'fn') : 'fp'] += 1;
    if (wanted !== rules.has(gap)) notes.push(`gap ${wanted ? 'missed' : 'extra'} ${id} ${gap}`);
  }
  const kinds = new Map(got.evidence.map((e) => [e.kind, e.line]));
  for (const kind of EVIDENCE) {
    const wanted = proved(kind);
    if (wanted || kinds.has(kind)) cell(score.evidence, kind)[wanted ? (kinds.has(kind) ? 'tp' : 'fn') : 'fp'] += 1;
    if (wanted !== kinds.has(kind))
      notes.push(`evidence ${wanted ? 'missed' : 'extra'} ${id}:${label.evidence?.[kind]?.line ?? kinds.get(kind)} ${kind}`);
  }
  for (const [labelled, named] of ATTRIBUTES) {
    if (!applies) continue;
    const right = (got.proposal[named] ?? null) === (label[labelled] ?? null);
    score.attributes[named] = { right: right ? 1 : 0, of: 1 };
    if (!right) notes.push(`attribute ${id} ${named}: should be ${label[labelled]}, is ${String(got.proposal[named])}`);
  }
  return score;
}

/**
 * @param {Table} into
 * @param {Table} table
 */
function addTable(into, table) {
  for (const [key, { tp, fp, fn }] of Object.entries(table)) {
    const sum = cell(into, key);
    sum.tp += tp;
    sum.fp += fp;
    sum.fn += fn;
  }
}

/**
 * The sum of the scores of documents.
 * @param {Iterable<Score>} scores
 */
export function total(scores) {
  const sum = emptyScore();
  for (const score of scores) {
    for (const key of /** @type {const} */ (['tp', 'fp', 'fn', 'tn'])) sum.applies[key] += score.applies[key];
    addTable({ headline: sum.headline }, { headline: score.headline });
    addTable(sum.claims, score.claims);
    addTable(sum.gaps, score.gaps);
    addTable(sum.evidence, score.evidence);
    for (const [name, { right, of }] of Object.entries(score.attributes)) {
      const entry = (sum.attributes[name] ??= { right: 0, of: 0 });
      entry.right += right;
      entry.of += of;
    }
    sum.traps.sprung += score.traps.sprung;
    sum.traps.of += score.traps.of;
    sum.quiet.loud += score.quiet.loud;
    sum.quiet.of += score.quiet.of;
    sum.density.alerts += score.density.alerts;
    sum.density.words += score.density.words;
    sum.notes.push(...score.notes);
  }
  return sum;
}

/** All rows of a table as one. */
export const sumOf = (/** @type {Table} */ table) =>
  Object.values(table).reduce((a, b) => ({ tp: a.tp + b.tp, fp: a.fp + b.fp, fn: a.fn + b.fn }), { tp: 0, fp: 0, fn: 0 });

/** Precision, recall, F1; NaN where there is nothing to divide by. */
export const ratios = (/** @type {Cell} */ { tp, fp, fn }) => ({
  p: tp / (tp + fp),
  r: tp / (tp + fn),
  f1: (2 * tp) / (2 * tp + fp + fn),
});

/** The figures that stand for a whole run. */
export function headlines(/** @type {Score} */ score) {
  const three = (/** @type {string} */ name, /** @type {Cell} */ c) => {
    const { p, r, f1 } = ratios(c);
    return { [`${name} P`]: p, [`${name} R`]: r, [`${name} F1`]: f1 };
  };
  return {
    ...three('applies', score.applies),
    ...three('claims', score.headline),
    ...three('gaps', sumOf(score.gaps)),
    ...three('evidence', sumOf(score.evidence)),
    'traps sprung': score.traps.sprung / score.traps.of,
    'false-alarm documents': score.quiet.loud / score.quiet.of,
    'alerts per 1 000 words': (1000 * score.density.alerts) / score.density.words,
  };
}
