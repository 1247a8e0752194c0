// Which words the documents use: by stem, in how many documents, and in which spellings.
import { stem } from './vocabulary.mjs';

/**
 * @param {any} corridor
 * @param {readonly string[]} texts
 * @returns {Map<string, { documents: number, spellings: Map<string, number> }>}
 */
export function countStems(corridor, texts) {
  const lexicon = corridor.createLexicon();
  /** @type {Map<string, { documents: number, spellings: Map<string, number> }>} */
  const stems = new Map();
  for (const text of texts) {
    const seen = new Set();
    for (const block of corridor.parseDocument(text).blocks) {
      if (block.kind === 'code' || block.text === '') continue;
      lexicon.scan(block.text);
      const { units } = lexicon;
      for (let u = 0; u < units.count; u++) {
        if (units.word[u] < -1) continue;
        const word = block.text
          .slice(units.from[u], units.to[u])
          .toLowerCase()
          .replace(/\u2019/g, "'");
        if (/^\d/.test(word) || word.length > 30) continue;
        const own = stem(word);
        let entry = stems.get(own);
        if (entry === undefined) stems.set(own, (entry = { documents: 0, spellings: new Map() }));
        entry.spellings.set(word, (entry.spellings.get(word) ?? 0) + 1);
        if (!seen.has(own)) {
          seen.add(own);
          entry.documents++;
        }
      }
    }
  }
  return stems;
}
