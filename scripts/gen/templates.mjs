// src/content/templates/*.md -> src/generated/templates.ts (quick fixes) and snippets/markdown.json (snippets): one source for both.
import { readFolder, requireKeys, tsConst, tsHead } from './lib.mjs';

const KEYS = {
  id: 'string',
  title: 'string',
  closes: 'list',
  heading: 'string?',
  place: 'string?',
  after: 'list',
  first: 'string?',
  proofs: 'proofs?',
  prefix: 'string',
  description: 'string',
};
const PROOF_PLACES = ['item', 'row', 'column', 'line'];
const PLACES = ['section', 'after-block', 'snippet'];
/** `${name:hint}`, or `${name}` for a slot that repeats an earlier one. */
const SLOT = /\$\{([A-Za-z]\w*)(?::([^{}]*))?\}/g;

function toTemplate(file) {
  requireKeys(file, KEYS);
  const { id, place = 'section', heading } = file.data;
  const fail = (why) => {
    throw new Error(`${file.file}: ${why}`);
  };
  if (!file.file.endsWith(`/${id}.md`)) fail('id and file name differ');
  if (!PLACES.includes(place)) fail(`place is one of ${PLACES.join(', ')}`);
  if (place === 'section' && !heading) fail('a section needs a heading');
  if (!file.data.prefix.startsWith('fe-')) fail('the prefix starts with "fe-"');
  // An unfilled slot must never read as evidence, so hints carry no digits and every `${` is a well-formed slot.
  const seen = new Set();
  for (const [, name, hint] of file.body.matchAll(SLOT)) {
    if (hint === undefined ? !seen.has(name) : !hint.trim() || /\d/.test(hint)) fail(`hint of "${name}" is missing, empty or has a digit`);
    seen.add(name);
  }
  for (const proof of file.data.proofs ?? []) {
    if (!PROOF_PLACES.includes(proof.in)) fail(`a proof stands in ${PROOF_PLACES.join(', ')}`);
    if (!file.body.includes(proof.label)) fail(`no label "${proof.label}" in the body`);
  }
  if (place === 'section' && !file.data.proofs?.length) fail('a section says what proves it');
  if (file.data.first && !seen.has(file.data.first)) fail(`first slot "${file.data.first}" does not exist`);
  if (file.body.replace(SLOT, '').includes('${')) fail('a slot is not of the form ${name:hint} or ${name}');
  return { heading: '', ...file.data, place, body: file.body };
}

/** Replaces `@include id` lines by that template as a third-level section, so that skeleton and quick fix cannot differ. */
function include(template, all) {
  const body = template.body.replace(/^@include ([a-z-]+)$/gm, (line, id) => {
    const other = all.find((t) => t.id === id);
    if (!other) throw new Error(`src/content/templates/${template.id}.md: "${line}" names no template`);
    return `### ${other.heading}\n\n${other.body}`;
  });
  return { ...template, body };
}

/**
 * The body as a snippet: `$` and `}` escaped, slots as numbered tab stops that keep their braces until somebody types over them.
 * `first` names the slot to begin with; a slot that repeats an earlier one mirrors it.
 */
export function toSnippet(body, first) {
  const literal = (text) => text.replace(/[\\$}]/g, '\\$&');
  let out = '';
  let last = 0;
  let stop = first === undefined ? 0 : 1;
  let firstOpen = first !== undefined;
  const index = new Map();
  for (const m of body.matchAll(SLOT)) {
    const [whole, name, hint] = m;
    out += literal(body.slice(last, m.index));
    last = m.index + whole.length;
    if (hint === undefined) {
      out += `\${${index.get(name)}}`;
      continue;
    }
    const number = firstOpen && name === first ? 1 : (stop += 1);
    if (number === 1) firstOpen = false;
    index.set(name, number);
    out += `\${${number}:{${literal(hint)}\\}}`;
  }
  return out + literal(body.slice(last));
}

function toSnippetEntry(template) {
  const heading = template.place === 'section' ? `## ${template.heading}\n\n` : '';
  const name = template.place === 'section' ? template.heading : template.title.replace(/^Insert /, '');
  return [
    `Fast Enough: ${name}`,
    {
      prefix: template.prefix,
      body: `${toSnippet(heading + template.body, template.first)}\n$0`.split('\n'),
      description: template.description,
    },
  ];
}

export const templatesStep = {
  name: 'templates',
  async run() {
    const read = (await readFolder('src/content/templates')).map(toTemplate);
    const all = read.map((t) => include(t, read));
    const prefixes = new Set(all.map((t) => t.prefix));
    if (prefixes.size !== all.length) throw new Error('src/content/templates: two templates share a prefix');
    // Only what a quick fix inserts goes into the bundle; whole skeletons live in the snippet file alone.
    const inserted = all.filter((t) => t.place !== 'snippet').map(({ prefix: _p, description: _d, proofs: _q, ...rest }) => rest);
    const code = [tsHead('src/content/templates', 'templates.mjs'), tsConst('TEMPLATE_DATA', inserted), ''].join('\n');
    // What the facts read of a filled form: heading, and where under it the proof stands.
    const forms = all
      .filter((t) => t.place === 'section')
      .flatMap((t) => t.proofs.map((p) => ({ heading: t.heading.toLowerCase(), number: false, ...p, label: p.label.toLowerCase() })));
    const formCode = [tsHead('src/content/templates', 'templates.mjs'), tsConst('FORM_DATA', forms), ''].join('\n');
    const snippets = Object.fromEntries(all.map(toSnippetEntry));
    return new Map([
      ['src/generated/templates.ts', code],
      ['src/generated/forms.ts', formCode],
      ['snippets/markdown.json', `${JSON.stringify(snippets, null, 2)}\n`],
    ]);
  },
};
