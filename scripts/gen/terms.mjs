// src/content/terms/*.md -> src/generated/terms.ts: the small cards on terms of the trade.
import { readFolder, requireKeys, tsConst, tsHead } from './lib.mjs';

const KEYS = { id: 'string', title: 'string', question: 'string', words: 'list' };

export const termsStep = {
  name: 'terms',
  async run() {
    const owner = new Map();
    const terms = (await readFolder('src/content/terms')).map((file) => {
      requireKeys(file, KEYS);
      if (!file.file.endsWith(`/${file.data.id}.md`)) throw new Error(`${file.file}: id and file name differ`);
      for (const word of file.data.words) {
        // A spelling names one term only, else the hover would have to choose.
        if (word !== word.toLowerCase()) throw new Error(`${file.file}: write "${word}" in lower case`);
        if (owner.has(word)) throw new Error(`${file.file}: "${word}" is already a word of ${owner.get(word)}`);
        owner.set(word, file.data.id);
      }
      return { ...file.data, body: file.body };
    });
    const text = [tsHead('src/content/terms', 'terms.mjs'), tsConst('TERM_DATA', terms), ''].join('\n');
    return new Map([['src/generated/terms.ts', text]]);
  },
};
