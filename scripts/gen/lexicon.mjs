// Compiles src/content/lexicon/*.yaml into one table of phrases and their meanings; src/core/words/lexicon.ts matches it in one pass.
import { readFile, readdir } from 'node:fs/promises';
import { parse } from 'yaml';
import { digit, inOrder, packWords, pair } from './pack.mjs';

/** `fast{,er}` -> fast, faster. No nesting. */
export function expand(phrase) {
  const m = /^(.*?)\{([^{}]*)\}(.*)$/.exec(phrase);
  if (!m) return [phrase];
  return m[2].split(',').flatMap((part) => expand(m[1] + part + m[3]));
}

/** Hyphen and slash inside a phrase are read as a space. */
const normal = (phrase) => phrase.replace(/[-/]/g, ' ').trim();

export async function compileLexicon(dir) {
  const classes = [];
  const meaning = new Map(); // phrase -> Set("class" | "class=name")
  const attributes = {};
  for (const file of (await readdir(dir)).filter((f) => f.endsWith('.yaml')).sort()) {
    const data = parse(await readFile(dir + '/' + file, 'utf8'));
    for (const [cls, entries] of Object.entries(data)) {
      if (classes.includes(cls)) throw new Error(`${file}: class ${cls} is defined twice`);
      classes.push(cls);
      for (const entry of entries) {
        const e = typeof entry === 'object' ? entry : { words: [entry] };
        for (const w of e.words)
          for (const phrase of expand(String(w))) {
            const key = normal(phrase.trim().toLowerCase());
            if (key !== normal(phrase.trim())) throw new Error(`${file}: ${cls}: "${phrase}" must be lower case without outer spaces`);
            if (!meaning.has(key)) meaning.set(key, new Set());
            meaning.get(key).add(e.name ? `${cls}=${e.name}` : cls);
          }
        if (e.name && (e.plain || e.like)) attributes[e.name] = (e.plain ? 'p' : '') + (e.like ? e.like[0] : '');
      }
    }
  }
  if (classes.length > 96) throw new Error('more classes than three masks hold');
  const keys = new Map(); // "class;class=name" -> number
  const phrases = new Map();
  for (const [phrase, set] of [...meaning].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const key = [...set].sort().join(';');
    if (!keys.has(key)) keys.set(key, keys.size);
    phrases.set(phrase, keys.get(key));
  }
  return { classes, attributes, meanings: [...keys.keys()], phrases };
}

/** Phrases as `src/core/words/phrases.ts` reads them: a table of words, steps of the paths depth first. */
export function pack(phrases) {
  const root = { next: new Map(), end: 0 };
  for (const [phrase, meaning] of phrases) {
    let at = root;
    for (const word of phrase.split(' ')) {
      if (!at.next.has(word)) at.next.set(word, { next: new Map(), end: 0 });
      at = at.next.get(word);
    }
    at.end = meaning + 1;
  }
  const all = new Set([...phrases.keys()].flatMap((p) => p.split(' ')));
  const ordered = inOrder([...all]);
  const number = new Map(ordered.map((word, i) => [word, i]));
  let steps = '';
  let opening = -1;
  const walk = (node, depth) => {
    for (const [word, next] of [...node.next].sort((a, b) => number.get(a[0]) - number.get(b[0]))) {
      const id = number.get(word);
      steps += depth === 0 && id === opening + 1 ? digit(0) : digit(depth + 1) + pair(id);
      if (depth === 0) opening = id;
      steps += pair(next.end);
      walk(next, depth + 1);
    }
  };
  walk(root, 0);
  return { words: packWords(ordered), steps };
}

export const lexiconStep = {
  name: 'lexicon',
  async run() {
    const { classes, attributes, meanings, phrases } = await compileLexicon('src/content/lexicon');
    if (meanings.some((key) => key.includes('|'))) throw new Error('a name may not hold "|"');
    const { words, steps } = pack(phrases);
    const text = [
      '// Generated from src/content/lexicon by scripts/gen/lexicon.mjs. Do not edit.',
      `export const CLASSES = ${JSON.stringify(classes)} as const;`,
      'export type LexClass = (typeof CLASSES)[number];',
      '/** `p`: also a plain English word; n / g / d: native, garbage-collected, dynamic. */',
      `export const ATTRIBUTES: Readonly<Record<string, string>> = ${JSON.stringify(attributes)};`,
      '/** What phrases mean, joined by `|`: classes (`class` or `class=name`) joined by `;`. */',
      `export const MEANINGS = ${JSON.stringify(meanings.join('|'))};`,
      '/** Words and steps of the phrases, packed: see src/core/words/phrases.ts. */',
      `export const WORDS = ${JSON.stringify(words)};`,
      `export const STEPS = ${JSON.stringify(steps)};`,
      '',
    ].join('\n');
    return new Map([['src/generated/lexicon.ts', text]]);
  },
};

if (import.meta.url === `file://${process.argv[1]}`) {
  const { writeFile } = await import('node:fs/promises');
  for (const [file, text] of await lexiconStep.run()) await writeFile(file, text);
}
