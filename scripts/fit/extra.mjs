// Examples beside the labelled documents: pieces written for the purpose, and single sentences of documents that nobody labelled whole.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CLAIM_LABELS, markSpeed } from './corpus.mjs';
import { readDocument } from './read.mjs';
import { WEIGHTS } from './sentences.mjs';

const lines = (/** @type {string} */ file) => readFileSync(file, 'utf8').split('\n').filter(Boolean);

/**
 * Of these the pieces teach what they are; of the others only what they are not. There positive pieces were measured to spoil more than they give:
 * what is written for the purpose says its thing more plainly than documents do, and the sums come to wait for that.
 */
const HELPED = new Set(['prototype', 'profile', 'cheap-fix', 'consequence', 'shadow-run', 'payback', 'opportunity-cost']);

/** A piece as the small document that it stands in. */
function pieceText(/** @type {any} */ p) {
  const body = {
    para: p.text,
    item: `- ${p.text}`,
    task: `- [ ] ${p.text}`,
    label: p.text,
    heading: `### ${p.text}`,
    row: `| ${p.header} |\n|${'---|'.repeat((p.header ?? '').split('|').length)}\n| ${p.text} |`,
  }[/** @type {'para'} */ (p.form)];
  return `# ${p.title}\n\n## ${p.heading}\n\n${body}\n`;
}

/**
 * Pieces `{label, y, title, heading, form, text, header?, more?}`. Where a piece holds several sentences nobody says which of them is meant:
 * a positive one has `y` undefined and the group that it belongs to.
 */
export function readBank(/** @type {any} */ corridor, /** @type {any} */ tables, /** @type {string} */ file) {
  return lines(file).map((line, n) => {
    const p = JSON.parse(line);
    const d = readDocument(corridor, tables, { id: `${file}:${n}`, text: pieceText(p), label: { applies: false }, complete: true });
    const piece = d.sentences.filter((/** @type {any} */ s) => s.lineFrom > 4 && !(p.form === 'row' && s.l.c.headRow));
    for (const s of d.sentences) s.y = {};
    const labels = p.y === 1 ? [p.label, ...(p.more ?? [])].filter((label) => HELPED.has(label)) : [p.label];
    for (const label of labels) {
      if (p.y === 0) for (const s of piece) s.y[label] = 0;
      else if (piece.length === 1) piece[0].y[label] = 1;
      else for (const s of piece) (s.group ??= {})[label] = `${file}:${n}`;
    }
    markSpeed(piece);
    return { ...d, sentences: piece, counts: WEIGHTS.written };
  });
}

/** Single sentences with all labels that hold. `folder` holds `NAME.jsonl` (`{n, doc, from}`), `NAME.ans` (`n: label, label`) and the documents. */
export function readSingles(
  /** @type {any} */ corridor,
  /** @type {any} */ tables,
  /** @type {string} */ folder,
  /** @type {string} */ docs,
  /** @type {readonly string[]} */ evidence,
) {
  const wanted = new Map();
  for (const name of readdirSync(folder).filter((f) => f.endsWith('.ans'))) {
    const answers = new Map();
    for (const line of lines(join(folder, name))) {
      const m = /^(\d+): ?(.*)$/.exec(line.trim());
      if (m)
        answers.set(
          Number(m[1]),
          m[2]
            .split(',')
            .map((x) => x.trim())
            .filter((x) => x !== '-' && x !== ''),
        );
    }
    for (const line of lines(join(folder, name.replace(/\.ans$/, '.jsonl')))) {
      const o = JSON.parse(line);
      const answer = answers.get(o.n);
      if (answer === undefined || answer.includes('?')) continue;
      if (!wanted.has(o.doc)) wanted.set(o.doc, new Map());
      wanted.get(o.doc).set(o.from, answer);
    }
  }
  const out = [];
  for (const [id, of] of wanted) {
    const file = join(docs, `${id}.md`);
    if (!existsSync(file)) continue;
    const d = readDocument(corridor, tables, { id, text: readFileSync(file, 'utf8'), label: { applies: false }, complete: true });
    const sentences = d.sentences.filter((/** @type {any} */ s) => of.has(s.from));
    for (const s of sentences) {
      s.y = {};
      const answer = of.get(s.from);
      for (const label of [...evidence, ...CLAIM_LABELS]) s.y[label] = answer.includes(label) ? 1 : 0;
    }
    markSpeed(sentences);
    out.push({ ...d, sentences });
  }
  return out;
}
