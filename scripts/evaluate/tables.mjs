// Figures as text for a terminal and as Markdown for docs/ACCURACY.md.
import { CLAIMS, EVIDENCE, GAPS } from './guide.mjs';
import { headlines, ratios, sumOf } from './score.mjs';

/** @typedef {import('./score.mjs').Score} Score */
/** @typedef {Record<string, [number, number]>} Intervals */

const figure = (/** @type {number} */ x) => (Number.isNaN(x) ? '–' : x.toFixed(3));
const percent = (/** @type {number} */ x) => (Number.isNaN(x) ? '–' : `${(100 * x).toFixed(1)} %`);
const shown = (/** @type {string} */ name, /** @type {number} */ x) =>
  /sprung|false-alarm/.test(name) ? percent(x) : /1 000/.test(name) ? x.toFixed(2) : figure(x);

/** Rows of a table in the order of the guide. */
const ordered = (/** @type {import('./score.mjs').Table} */ table, /** @type {readonly string[]} */ names) =>
  names.flatMap((name) => (table[name] ? [/** @type {const} */ ([name, table[name]])] : []));

/** @param {Score} score */
const groups = (score) =>
  /** @type {const} */ ([
    ['claims', ordered(score.claims, CLAIMS)],
    ['gaps', ordered(score.gaps, Object.keys(GAPS))],
    ['evidence', ordered(score.evidence, EVIDENCE)],
  ]);

/**
 * @param {Score} score
 * @param {Intervals} intervals
 */
export function textReport(score, intervals) {
  const lines = [];
  for (const [name, rows] of groups(score)) {
    lines.push(`${name}`);
    for (const [key, c] of rows) {
      const { p, r, f1 } = ratios(c);
      lines.push(`  ${key.padEnd(28)} P ${figure(p)}  R ${figure(r)}  F1 ${figure(f1)}   tp ${c.tp} fp ${c.fp} fn ${c.fn}`);
    }
  }
  lines.push('attributes (where both see a proposal)');
  for (const [key, { right, of }] of Object.entries(score.attributes))
    lines.push(`  ${key.padEnd(28)} ${percent(right / of)}   ${right} of ${of}`);
  lines.push('headline, with 95 % intervals (bootstrap over documents)');
  for (const [name, value] of Object.entries(headlines(score))) {
    const [from, to] = intervals[name] ?? [NaN, NaN];
    lines.push(`  ${name.padEnd(28)} ${shown(name, value).padStart(7)}   ${shown(name, from)} to ${shown(name, to)}`);
  }
  lines.push(`  traps sprung ${score.traps.sprung} of ${score.traps.of}, false-alarm documents ${score.quiet.loud} of ${score.quiet.of}`);
  return lines.join('\n');
}

const row = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
const head = (/** @type {readonly string[]} */ cells) => [row(cells), row(cells.map((_, i) => (i === 0 ? '---' : '---:')))];

/**
 * @param {Score} score
 * @param {Intervals} intervals
 * @param {{date: string, documents: number}} run
 */
export function markdownReport(score, intervals, { date, documents }) {
  /** @type {Record<string, number>} */
  const h = headlines(score);
  const span = (/** @type {string} */ name) => {
    const [from, to] = intervals[name] ?? [NaN, NaN];
    return `${shown(name, from)} – ${shown(name, to)}`;
  };
  const applying = score.applies.tp + score.applies.fn;
  const lines = [
    `Run of ${date}: ${documents} documents, ${applying} of them apply, ${score.density.words.toLocaleString('en-US')} words.`,
    '',
  ];
  lines.push(...head(['', 'precision', '95 %', 'recall', '95 %', 'F1', '95 %', 'cases']));
  for (const [name, title, c] of /** @type {const} */ ([
    ['applies', 'applies (documents)', score.applies],
    ['claims', 'claims (rule × section)', score.headline],
    ['gaps', 'gaps (rule × document)', sumOf(score.gaps)],
    ['evidence', 'evidence (kind × document)', sumOf(score.evidence)],
  ]))
    lines.push(
      row([title, ...['P', 'R', 'F1'].flatMap((k) => [figure(h[`${name} ${k}`] ?? NaN), span(`${name} ${k}`)]), String(c.tp + c.fn)]),
    );
  lines.push(
    '',
    `Traps sprung: ${score.traps.sprung} of ${score.traps.of} (${percent(h['traps sprung'] ?? NaN)}; ${span('traps sprung')}).`,
    `False-alarm documents: ${score.quiet.loud} of ${score.quiet.of} (${percent(h['false-alarm documents'] ?? NaN)}; ${span('false-alarm documents')}).`,
    `Alerts in the default profile: ${score.density.alerts}, which is ${shown('1 000', h['alerts per 1 000 words'] ?? NaN)} per 1 000 words (${span('alerts per 1 000 words')}).`,
    '',
  );
  for (const [name, rows] of groups(score)) {
    lines.push(...head([name, 'precision', 'recall', 'F1', 'right', 'wrong', 'missed']));
    for (const [key, c] of rows) {
      const { p, r, f1 } = ratios(c);
      lines.push(row([`\`${key}\``, figure(p), figure(r), figure(f1), String(c.tp), String(c.fp), String(c.fn)]));
    }
    lines.push('');
  }
  lines.push(...head(['attribute', 'right', 'of', 'share']));
  for (const [key, { right, of }] of Object.entries(score.attributes))
    lines.push(row([`\`${key}\``, String(right), String(of), percent(right / of)]));
  return lines.join('\n');
}

/**
 * Puts content between `<!-- name -->` and `<!-- /name -->`.
 * @param {string} text
 * @param {string} name
 * @param {string} content
 */
export function between(text, name, content) {
  const open = `<!-- ${name} -->`;
  const from = text.indexOf(open);
  const to = text.indexOf(`<!-- /${name} -->`, from);
  if (from < 0 || to < 0) throw new Error(`The markers ${open} and <!-- /${name} --> are missing.`);
  return `${text.slice(0, from + open.length)}\n\n${content.trim()}\n\n${text.slice(to)}`;
}
