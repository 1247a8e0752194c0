// Reads a labelled corpus: `labels.jsonl` and `docs/<id>.md`. A document without a label does not apply and has to stay without a finding.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** @typedef {import('./guide.mjs').Label} Label */
/** @typedef {{id: string, text: string, label: Label, labelled: boolean}} CorpusDocument */

export const hasCorpus = (/** @type {string} */ folder) =>
  existsSync(path.join(folder, 'labels.jsonl')) && existsSync(path.join(folder, 'docs'));

/**
 * @param {string} folder
 * @returns {CorpusDocument[]} by id.
 */
export function readCorpus(folder) {
  if (!hasCorpus(folder)) throw new Error(`${folder} holds no labels.jsonl and docs/`);
  const lines = readFileSync(path.join(folder, 'labels.jsonl'), 'utf8').split('\n').filter(Boolean);
  const labels = new Map(lines.map((line) => /** @type {Label} */ (JSON.parse(line))).map((label) => [label.id, label]));
  const files = readdirSync(path.join(folder, 'docs')).filter((file) => file.endsWith('.md'));
  return files.sort().map((file) => {
    const id = file.slice(0, -'.md'.length);
    const label = labels.get(id);
    return {
      id,
      text: readFileSync(path.join(folder, 'docs', file), 'utf8'),
      label: label ?? { id, applies: false },
      labelled: label !== undefined,
    };
  });
}

/**
 * The number of the section (the text under one heading) of every line. Fences and setext headings are respected.
 * @param {string} text
 * @returns {(line: number) => number} for a 1-based line.
 */
export function sectionsOf(text) {
  const lines = text.split('\n');
  const found = [0];
  let section = 0;
  /** @type {string | null} */
  let fence = null;
  for (const [i, line] of lines.entries()) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined) {
      if (fence === null) fence = mark.charAt(0);
      else if (mark.startsWith(fence)) fence = null;
    } else if (fence === null) {
      const atx = /^ {0,3}#{1,6}(\s|$)/.test(line);
      const underlined = /^ {0,3}(=+|-{2,})\s*$/.test(lines[i + 1] ?? '') && line.trim() !== '' && !/^[\s>*|#-]/.test(line);
      if (atx || underlined) section += 1;
    }
    found.push(section);
  }
  return (line) => found[Math.min(line, found.length - 1)] ?? 0;
}

/** Words as a reader counts them: runs without white space that hold a letter or a digit. */
export const wordsOf = (/** @type {string} */ text) => (text.match(/[^\s]*[\p{L}\p{N}][^\s]*/gu) ?? []).length;
