// src/core/rules/<id>.ts -> the rule index, docs/rules/*.md and the table in the README: a rule is its file, everything else follows.
import { readFile, readdir } from 'node:fs/promises';
import { loadEngine } from './engine.mjs';
import { between, mdHead } from './lib.mjs';

const FOLDER = 'src/core/rules';

/** Rule files are those that export a rule; helpers may live beside them. */
async function ruleFiles() {
  const names = (await readdir(FOLDER)).filter((n) => n.endsWith('.ts') && n !== 'index.ts').sort();
  const texts = await Promise.all(names.map((n) => readFile(`${FOLDER}/${n}`, 'utf8')));
  return names.filter((_, i) => texts[i].includes('export default defineRule(')).map((n) => n.slice(0, -3));
}

const camel = (id) => id.replace(/-(\w)/g, (_, c) => c.toUpperCase());

export const ruleIndexStep = {
  name: 'rule-index',
  async run() {
    const ids = await ruleFiles();
    if (ids.length === 0) return new Map();
    const text = [
      '// Generated from the files of this folder by scripts/gen/rules.mjs. Do not edit.',
      ...ids.map((id) => `import ${camel(id)} from './${id}';`),
      '',
      '/** Every rule, in alphabetical order of its id. */',
      `export const ALL_RULES = [\n${ids.map((id) => `  ${camel(id)},`).join('\n')}\n];`,
      '',
    ].join('\n');
    return new Map([[`${FOLDER}/index.ts`, text]]);
  },
};

const KINDS = {
  claim: 'claim, seen in a passage',
  gap: 'gap, seen in the document as a whole',
  arithmetic: "arithmetic, from the document's own numbers",
  code: 'code, seen in a fence or a linked source file',
  meta: 'about the findings themselves',
  phrase: 'house rule',
};
const ESSENTIAL = { own: 'reported on its own', folded: 'folded into one hint', off: 'not reported' };

const cardLink = (question, from) => `[${question}](${from}src/content/cards/q${question.slice(1).padStart(2, '0')}.md)`;
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const cell = (text) => text.replace(/\s+/g, ' ').replaceAll('|', '\\|');

function example({ text, why }) {
  // Four backticks, so that an example may contain a fence of its own.
  return ['````md', text.trimEnd(), '````', ...(why ? ['', why] : [])].join('\n');
}

function rulePage(rule, fixTitle) {
  const fixes = Array.isArray(rule.fixes) ? rule.fixes.map((id) => `- *${fixTitle(id) ?? id}* (\`${id}\`)`) : [`None: ${rule.fixes.none}`];
  const cards = [...new Set([rule.question, ...rule.questions])];
  return [
    `${mdHead(`src/core/rules/${rule.id}.ts`)}`,
    '',
    `# ${rule.id}`,
    '',
    `${capital(rule.title)}.`.replace(/\.\.$/, '.'),
    '',
    '| Question | Kind | Default severity | In profile `essential` |',
    '| --- | --- | --- | --- |',
    `| ${cardLink(rule.question, '../../')} | ${KINDS[rule.kind]} | ${rule.severity} | ${ESSENTIAL[rule.essential]} |`,
    '',
    '## What it flags',
    '',
    rule.summary,
    '',
    '## Why it matters',
    '',
    rule.why,
    '',
    '## Bad',
    '',
    rule.examples.bad.map(example).join('\n\n'),
    '',
    '## Better',
    '',
    rule.examples.good.map(example).join('\n\n'),
    '',
    '## When not to use',
    '',
    rule.whenNotToUse,
    '',
    '## Fixes',
    '',
    ...fixes,
    '',
    '## Further reading',
    '',
    ...cards.map((q) => `- ${cardLink(q, '../../')}`),
    '',
  ].join('\n');
}

/** Rules in the order of their questions, for a reader who goes through the Q&A. */
const byQuestion = (rules) =>
  [...rules].sort((a, b) => Number(a.question.slice(1)) - Number(b.question.slice(1)) || (a.id < b.id ? -1 : 1));

function table(rules, docs, root) {
  return [
    '| Rule | Q | Kind | Severity | What it flags |',
    '| --- | --- | --- | --- | --- |',
    ...byQuestion(rules).map(
      (r) => `| [\`${r.id}\`](${docs}${r.id}.md) | ${cardLink(r.question, root)} | ${r.kind} | ${r.severity} | ${cell(capital(r.title))} |`,
    ),
  ].join('\n');
}

export const ruleDocsStep = {
  name: 'rule-docs',
  async run() {
    const { RULES } = await loadEngine();
    const { fixTitle } = await loadEngine('src/core/fixes/index.ts');
    const out = new Map(RULES.map((r) => [`docs/rules/${r.id}.md`, rulePage(r, fixTitle)]));
    if (RULES.length) {
      out.set('docs/rules/README.md', `${mdHead('src/core/rules')}\n\n# Rules\n\n${table(RULES, '', '../../')}\n`);
    }
    // Pages of rules that are gone go too.
    for (const name of await readdir('docs/rules').catch(() => [])) {
      if (name.endsWith('.md') && !out.has(`docs/rules/${name}`)) out.set(`docs/rules/${name}`, null);
    }
    return out;
  },
};

export const readmeStep = {
  name: 'readme',
  async run() {
    const { RULES } = await loadEngine();
    const file = 'README.md';
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text === null) return new Map();
    return new Map([[file, between(text, 'rules', table(RULES, 'docs/rules/', ''), file)]]);
  },
};
