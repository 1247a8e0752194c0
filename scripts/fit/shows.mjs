// Fits the sums that say of a sentence whether it shows what a document is: that something moves or is chosen, that performance is a reason for it,
// of what kind, tense and scope it is. Who says it only of the whole document leaves the sums to guess from which of its words it follows.
import { readFileSync } from 'node:fs';
import { csr, fitLR, fitPruned, score } from './logistic.mjs';

/** What a sentence that shows it counts, and one of a document without marked lines, of which all are known to show nothing. */
const POSITIVE = 2;
const OTHER = 0.3;

/**
 * @param {readonly string[]} files lines of `{"id", "move": [line, ...], "reason": [line, ...], "tense": [[line, value], ...], "kind", "scope"}`
 * @returns {Map<string, any>}
 */
export function readShows(files) {
  const rows = files.flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean));
  return new Map(rows.map((row) => /** @type {[string, any]} */ ([JSON.parse(row).id, JSON.parse(row)])));
}

/** The lines that show a label of the document model, `moves` or `tense:done`. */
function linesOf(/** @type {any} */ marked, /** @type {string} */ label) {
  if (label === 'moves') return marked.move;
  if (label === 'by-performance') return marked.reason;
  const [field, value] = label.split(':');
  return marked[/** @type {string} */ (field)].filter((/** @type {any} */ [, v]) => v === value).map((/** @type {any} */ [line]) => line);
}

/** Sets `shows`, the labels that a sentence shows; of a document whose lines nobody marked it stays absent. */
export function attachShows(/** @type {readonly any[]} */ sentences, /** @type {any} */ marked, /** @type {readonly string[]} */ labels) {
  if (!marked) return;
  for (const s of sentences) s.shows = new Set();
  for (const label of labels)
    for (const line of linesOf(marked, label)) for (const s of sentences) if (s.lineFrom <= line && line <= s.lineTo) s.shows.add(label);
}

/** What people said of a document as a whole: true, false, or undefined where nobody can tell. */
function holdsOf(/** @type {string} */ label, /** @type {any} */ d) {
  if (label === 'moves') return d.label.applies || (d.fold < 0 || d.aspect === 'moves' || d.aspect === 'unclear' ? undefined : false);
  if (label === 'by-performance') return Boolean(d.label.applies);
  const [field, value] = label.split(':');
  const said = d.label.applies ? d.label[/** @type {string} */ (field)] : undefined;
  return said === undefined ? undefined : said === value;
}

/**
 * The weights, and last the constant. Of an annotated text (fold -1), a few sentences long, it is the one that the weights of a first fit like best
 * that shows what the text is.
 * @param {string} label
 * @param {readonly any[]} docs `{ sentences, label, aspect, fold, weight }`, sentences with `x` and `shows`
 * @param {number} features how many there are
 * @param {{ l2: number, drop: number }} options see fitPruned
 */
export function fitShows(label, docs, features, options) {
  /** @type {number[][]} */
  const rows = [];
  /** @type {number[]} */
  const y = [];
  /** @type {number[]} */
  const counts = [];
  const put = (/** @type {any} */ s, /** @type {boolean} */ truth, /** @type {number} */ weight) => {
    rows.push(s.x);
    y.push(truth ? 1 : 0);
    counts.push(truth ? POSITIVE * weight : weight);
  };
  const texts = [];
  for (const d of docs) {
    const weight = d.weight ?? 1;
    if (d.sentences[0]?.shows) for (const s of d.sentences) put(s, s.shows.has(label), weight);
    else {
      const holds = holdsOf(label, d);
      if (holds === false) for (const s of d.sentences) put(s, false, OTHER * weight);
      else if (holds && d.fold < 0 && d.sentences.length > 0) texts.push(d);
    }
  }
  if (texts.length > 0) {
    const first = fitLR(csr(rows), y, counts, features, options);
    for (const d of texts) {
      const best = d.sentences.reduce((/** @type {any} */ a, /** @type {any} */ b) => (score(first, b.x) > score(first, a.x) ? b : a));
      put(best, true, d.weight ?? 1);
    }
  }
  return fitPruned(rows, y, counts, features, options);
}

/** What is right or wrong about a label, sentence by sentence. */
export const shownUnits = (/** @type {string} */ label, /** @type {readonly any[]} */ docs, /** @type {number} */ n) =>
  docs.flatMap((d) =>
    d.sentences.filter((/** @type {any} */ s) => s.shows).map((/** @type {any} */ s) => ({ truth: s.shows.has(label), z: s.out[n] })),
  );
