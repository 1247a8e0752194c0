/** The texts of the benchmark: proposals made of our own samples, and the Markdown that ships with installed packages. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SAMPLES = 'samples';
const ARGUMENTS = ['weak-rewrite-rfc', 'strong-rewrite-rfc', 'payback-rfc', 'node-to-go-rfc'];
/** Sections that describe and decide without arguing about speed: what most of a long document is made of. */
const PLAIN = {
  'ordinary-adr': ['Context', 'Decision', 'Alternatives considered', 'Consequences'],
  'exempt-codec-rfc': ['Guide-level explanation', 'Drawbacks', 'Roll-out', 'Unresolved questions'],
  'cli-port-adr': ['Context and Problem Statement', 'Consequences'],
  'keep-the-language-adr': ['Decision Drivers', 'Consequences', 'More Information'],
  'strong-rewrite-rfc': ['Context', 'Plan', 'What waits meanwhile', 'People', 'When to look again'],
  'payback-rfc': ['Non-Goals', 'Risks and Mitigations', 'Skills', 'Drawbacks', 'Implementation History'],
  'weak-rewrite-rfc': ['Plan', 'References'],
};
const TOPICS = ['Interface', 'Storage', 'Roll-out', 'Operations', 'Access', 'Naming', 'Migration', 'Monitoring', 'Testing', 'Ownership'];
const PARTS = [
  'of orders',
  'of the gateway',
  'of the worker',
  'between teams',
  'in the second phase',
  'for the web shop',
  'of the archive',
];

const read = (name) => readFileSync(join(SAMPLES, `${name}.md`), 'utf8').replace(/^---\n[^]*?\n---\n/, '');

/** Numbers that look random and are the same in every run (mulberry32). */
export function randomOf(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return { next, below: (n) => Math.floor(next() * n), of: (list) => list[Math.floor(next() * list.length)] };
}

/** The plain sections taken apart: sentences of paragraphs, and items of lists. */
function pieces() {
  const found = { sentences: [], items: [] };
  for (const [name, sections] of Object.entries(PLAIN)) {
    for (const section of read(name).split(/^(?=#+ )/m)) {
      if (!sections.includes(/^#+ (.*)/.exec(section)?.[1])) continue;
      for (const block of section.split(/\n{2,}/).slice(1)) {
        if (/^(?:- |\d+\. )/.test(block))
          found.items.push(...block.split(/\n(?=- |\d+\. )/).map((item) => item.replace(/^(?:-|\d+\.) /, '').trim()));
        else if (block.trim() !== '' && !block.startsWith('|')) found.sentences.push(...block.trim().split(/(?<=[.?]) (?=[A-Z])/));
      }
    }
  }
  return found;
}

/**
 * One realistic proposal of about `size` characters (whole blocks, so a little more): the title and the argument of one of our samples, then
 * sections of plain design prose: paragraphs, lists and now and then a table, mixed anew for each, so that hardly one stands there twice.
 */
export function proposal(size, seed = 1) {
  const random = randomOf(seed);
  const { sentences, items } = pieces();
  const several = (list, from, to) => Array.from({ length: from + random.below(to - from + 1) }, () => random.of(list));
  const block = () => {
    const kind = random.next();
    if (kind < 0.7) return several(sentences, 3, 7).join(' ');
    if (kind < 0.95)
      return several(items, 2, 5)
        .map((item) => `- ${item}`)
        .join('\n');
    const rows = several(items, 2, 5).map((item) => `| ${random.of(TOPICS)} | ${item.replaceAll('|', '/')} |`);
    return ['| Part | What changes |', '| --- | --- |', ...rows].join('\n');
  };
  const blocks = [read(ARGUMENTS[seed % ARGUMENTS.length]).trim()];
  // A text shorter than the argument is its beginning, which holds the title and what is proposed.
  if (blocks[0].length >= size) return blocks[0].slice(0, size);
  let length = blocks[0].length;
  for (let n = 1; length < size; n++) {
    const next = n % 5 === 1 ? `## ${random.of(TOPICS)} ${random.of(PARTS)}` : block();
    blocks.push(next);
    length += next.length + 2;
  }
  return `${blocks.join('\n\n')}\n`;
}

/** Every `step`th Markdown file of the installed packages, up to 1 MB each: a workspace in which next to nothing is a proposal. */
export function workspace(step = 1) {
  const files = readdirSync('node_modules', { recursive: true })
    .filter((f) => /\.md$/i.test(f))
    .sort()
    .filter((_, i) => i % step === 0)
    .map((f) => join('node_modules', f));
  return files.filter((f) => statSync(f).size < 1e6).map((f) => readFileSync(f, 'utf8'));
}

export const bytesOf = (texts) => texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);

/**
 * Where a person edits: in sentences of paragraphs (most often), items, cells and headings, all over the text. Returns offsets.
 */
export function editPlaces(text, n, seed = 7) {
  const random = randomOf(seed);
  const lines = [];
  for (let at = 0; at < text.length;) {
    const end = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
    const line = text.slice(at, end);
    if (/[a-z]{3}/i.test(line)) lines.push({ at, line });
    at = end + 1;
  }
  return Array.from({ length: n }, () => {
    const { at, line } = random.of(lines);
    const spaces = [...line.matchAll(/(?<=[a-z.,]) (?=[a-z])/gi)];
    return at + (spaces.length > 0 ? random.of(spaces).index + 1 : line.length);
  });
}
