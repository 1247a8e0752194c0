// Every sentence that the editor may show -> l10n/bundle.l10n.json, the list that translators work from. Beside it stand the translations,
// written by hand; a test holds them to this list. `l10n-dev export` would miss what the engine says, so the list is made here.
import { readFile } from 'node:fs/promises';
import { globSync } from 'tinyglobby';
import { loadEngine } from './engine.mjs';

/** Where `t('…')`, `l10n.t('…')` and `translated('…')` are written. */
const SOURCES = ['src/vscode/**/*.ts', 'src/webview/**/*.ts', 'src/core/hover/**/*.ts', 'src/core/reviewMarkdown.ts'];
const CALL = /\b(?:t|translated)\(\s*'((?:[^'\\]|\\.)*)'/g;
/** Constant sentences of the engine, by the places in which they are written. */
const ENGINE = [
  { file: 'src/core/review.ts', pattern: /(?:title|ask|skipped): '((?:[^'\\]|\\.)+)'/g },
  { file: 'src/core/review.ts', pattern: /^ {2}'((?:[^'\\]|\\.)+)',$/gm },
  { file: 'src/core/review.ts', pattern: /questions\.push\(\s*'((?:[^'\\]|\\.)+)'/g },
  { file: 'src/core/derive.ts', pattern: /name: '((?:[^'\\]|\\.)+)'/g },
  { file: 'src/core/fixes/slot.ts', pattern: /title: '((?:[^'\\]|\\.)+)'/g },
];

const plain = (literal) => literal.replace(/\\(.)/g, '$1');

async function literals(file, pattern) {
  const text = await readFile(file, 'utf8');
  return [...text.matchAll(pattern)].map((match) => plain(match[1]));
}

export const l10nStep = {
  name: 'l10n',
  async run() {
    const { RULES } = await loadEngine();
    const { CARDS } = await loadEngine('src/core/cards.ts');
    const { TEMPLATE_DATA } = await loadEngine('src/generated/templates.ts');
    const { WHY, BRIEFLY } = await loadEngine('src/vscode/sentences.ts');
    const found = new Set([...WHY, ...Object.values(BRIEFLY)]);
    for (const file of globSync(SOURCES).sort()) for (const sentence of await literals(file, CALL)) found.add(sentence);
    for (const { file, pattern } of ENGINE) for (const sentence of await literals(file, pattern)) found.add(sentence);
    for (const rule of RULES) for (const sentence of [rule.title, rule.why, ...Object.values(rule.messages)]) found.add(sentence);
    for (const card of CARDS) found.add(card.section);
    for (const template of TEMPLATE_DATA) found.add(template.title);
    const sorted = [...found].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    return new Map([['l10n/bundle.l10n.json', `${JSON.stringify(Object.fromEntries(sorted.map((s) => [s, s])), null, 2)}\n`]]);
  },
};
