// src/content/cards/*.md and precedents.yaml -> src/generated/cards.ts: the Q&A that hovers, pages and the panel show.
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { readFolder, requireKeys, sections, tsConst, tsHead } from './lib.mjs';

const KEYS = { id: 'string', title: 'string', section: 'string', related: 'list', rules: 'list', formula: 'string?' };
const PRECEDENT = ['names', 'change', 'year', 'what', 'axis', 'scope', 'note', 'source'];
/** The only headings a card may have, in this order. */
const HEADINGS = ['', 'Short answer', 'What a strong document shows', 'What a weak one says', 'The formula', 'Related'];

function toCard(file) {
  requireKeys(file, KEYS);
  if (!file.file.endsWith(`/q${file.data.id.slice(1).padStart(2, '0')}.md`)) throw new Error(`${file.file}: id and file name differ`);
  const parts = sections(file.body);
  const order = [...parts.keys()];
  const wanted = HEADINGS.filter((h) => h !== 'The formula' || file.data.formula !== undefined);
  if (order.join('|') !== wanted.join('|')) throw new Error(`${file.file}: headings are "${order.join(', ')}"`);
  const question = /^# (.+)$/.exec(parts.get(''))?.[1];
  if (!question) throw new Error(`${file.file}: the question should be the only first-level heading`);
  const short = parts.get('Short answer');
  const body = order
    .slice(2)
    .map((h) => `## ${h}\n\n${parts.get(h)}`)
    .join('\n\n');
  return { ...file.data, question, short, body };
}

/** The table of known rewrites, which belongs to the card about precedents. */
function precedentTable(precedents) {
  const rows = precedents.map(
    (p) => `| [${p.names[0]}, ${p.what}](${p.source}) | ${p.change}, ${p.year} | ${p.axis} | ${p.scope} | ${p.note} |`,
  );
  return [
    '## Known precedents',
    '',
    '| Who and what | Change | Axis | Scope | What it was about |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

async function readPrecedents(file) {
  const list = parse(await readFile(file, 'utf8'));
  for (const p of list)
    for (const key of PRECEDENT) if (p[key] === undefined) throw new Error(`${file}: ${JSON.stringify(p.names)} has no "${key}"`);
  return list;
}

export const cardsStep = {
  name: 'cards',
  async run() {
    const precedents = await readPrecedents('src/content/cards/precedents.yaml');
    const cards = (await readFolder('src/content/cards')).map(toCard);
    for (const card of cards) {
      if (card.id !== 'Q11') continue;
      card.body = card.body.replace('## Related', `${precedentTable(precedents)}\n\n## Related`);
    }
    const text = [
      tsHead('src/content/cards', 'cards.mjs'),
      tsConst('CARD_DATA', cards),
      '',
      tsConst('PRECEDENT_DATA', precedents),
      '',
    ].join('\n');
    return new Map([['src/generated/cards.ts', text]]);
  },
};
