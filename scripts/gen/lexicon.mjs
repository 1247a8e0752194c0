// Compiles src/content/lexicon/*.yaml into one table of phrases and their meanings; src/core/facts/lexicon.ts matches it in one pass.
import { readFile, readdir } from 'node:fs/promises';
import { parse } from 'yaml';

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
  const groups = new Map();
  for (const [phrase, set] of [...meaning].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const key = [...set].sort().join(';');
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(phrase);
  }
  const table = [...groups].map(([key, phrases]) => [key, phrases.join('|')]);
  return { classes, attributes, table };
}

export const lexiconStep = {
  name: 'lexicon',
  async run() {
    const { classes, attributes, table } = await compileLexicon('src/content/lexicon');
    const text = [
      '// Generated from src/content/lexicon by scripts/gen/lexicon.mjs. Do not edit.',
      `export const CLASSES = ${JSON.stringify(classes)} as const;`,
      'export type LexClass = (typeof CLASSES)[number];',
      '/** `p`: also a plain English word; n / g / d: native, garbage-collected, dynamic. */',
      `export const ATTRIBUTES: Readonly<Record<string, string>> = ${JSON.stringify(attributes)};`,
      '/** Pairs: classes (`class` or `class=name`, joined by `;`), phrases joined by `|`. */',
      `export const TABLE: readonly (readonly [string, string])[] = ${JSON.stringify(table)};`,
      '',
    ].join('\n');
    return new Map([['src/generated/lexicon.ts', text]]);
  },
};

if (import.meta.url === `file://${process.argv[1]}`) {
  const { writeFile } = await import('node:fs/promises');
  for (const [file, text] of await lexiconStep.run()) await writeFile(file, text);
}
