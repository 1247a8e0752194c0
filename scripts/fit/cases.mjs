// The annotated texts of the tests as examples: what a test demands, the models have to have seen.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { globSync } from 'tinyglobby';
import { importSource } from '../build/source.mjs';
import { GAPS } from '../evaluate/guide.mjs';
import { ROOT } from '../host/paths.mjs';
import { CLAIM_LABELS } from './corpus.mjs';
import { readDocument } from './read.mjs';

const ENTRY = `
export { casesOf as factCases } from './test/facts/cases';
export { casesOf as ruleCases } from './test/rules/annotated';
export { RULES } from './src/core/engine';
export * as metamorphic from './test/unit/metamorphic-cases';
`;

/** What the annotated texts are, see attributes.tsv. */
const attributes = new Map(
  readFileSync(join(ROOT, 'scripts/fit/attributes.tsv'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [hash, kind, tense, scope, service, language, speed, capacity, exempt] = line.split('\t');
      const label = {
        kind,
        tense,
        scope,
        service: service === '1',
        new_language: language === '1',
        speedup_argued: speed === '1',
        capacity_argued: capacity === '1',
        exempt: exempt === '-' ? null : exempt,
      };
      return [hash, label];
    }),
);
const labelOf = (/** @type {string} */ text, /** @type {boolean | undefined} */ applies) => ({
  applies,
  ...attributes.get(createHash('sha1').update(text).digest('hex').slice(0, 10)),
});

/** The label that a kind of statement is learned as. */
const STATED = {
  precedent: 'company-did-it',
  'whole-rewrite': 'whole-service-rewrite',
  better: 'wholesale-because-better',
  resume: 'resume-driven',
  safe: 'fastest-to-be-safe',
  mvp: 'mvp-in-performance-language',
  'org-wide': 'org-wide-standardisation',
  'dev-benchmark': 'dev-data-benchmark',
  'foreign-benchmark': 'microbenchmark-only',
};

/** What a gap lacks; two that the guide does not charge have evidence all the same. */
const lacks = (/** @type {string} */ rule) =>
  GAPS[rule]?.closedBy ?? { 'no-opportunity-cost': ['opportunity-cost'], 'slo-without-consequence': ['consequence'] }[rule] ?? [];

/** Headings of test/rules under which each text holds what the gap of its file asks for. */
const HELD =
  /^(?:With a target|Measured|The share is there|At least one|Both sides|Side by side|A condition|Looked at again|Weighed|A smaller step|Tested under load|What waits|Somebody would)/;

/** The samples of this project, labelled in samples.jsonl. */
export function readSamples(/** @type {any} */ corridor, /** @type {any} */ tables) {
  return readFileSync(join(ROOT, 'scripts/fit/samples.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const label = JSON.parse(line);
      const text = readFileSync(join(ROOT, 'samples', `${label.id}.md`), 'utf8');
      const d = readDocument(corridor, tables, { id: `sample:${label.id}`, text, label, complete: true });
      return { ...d, every: d.sentences, applies: label.applies, said: label };
    });
}

/**
 * @param {any} corridor
 * @param {any} tables
 * @returns {Promise<any[]>} documents whose sentences have labels; `applies` where the text says whether it is a proposal
 */
export async function readCases(corridor, tables) {
  const { factCases, ruleCases, RULES, metamorphic } = await importSource('fit/cases', ENTRY);
  const out = [];
  let n = 0;
  const read = (/** @type {string} */ text) => {
    const d = readDocument(corridor, tables, { id: `case:${n++}`, text, label: { applies: false }, complete: true });
    for (const s of d.sentences) s.y = {};
    return d;
  };
  const touches = (/** @type {any} */ s, /** @type {number} */ from, /** @type {number} */ to) => s.from < to && from < s.to;
  for (const file of globSync('test/facts/**/*.md', { cwd: ROOT })) {
    const kind = basename(file, '.md');
    if (kind === 'proposals')
      for (const c of factCases(readFileSync(join(ROOT, file), 'utf8'), kind)) {
        const { applies, newLanguage: new_language, speedupArgued: speedup_argued, capacityArgued: capacity_argued, ...rest } = c.expected;
        const label = { ...rest, applies: applies ?? c.expected.kind !== 'none', new_language, speedup_argued, capacity_argued };
        const d = read(c.text);
        out.push({ ...d, every: d.sentences, applies: label.applies, said: label });
      }
    if (kind === 'statements')
      for (const c of factCases(readFileSync(join(ROOT, file), 'utf8'), kind)) {
        const d = read(c.text);
        const own = d.sentences.filter((/** @type {any} */ s) => s.from >= c.from && s.from < c.to);
        for (const s of own) for (const label of CLAIM_LABELS) s.y[label] = 0;
        for (const [key, value] of Object.entries(c.expected)) {
          const label = STATED[/** @type {'better'} */ (value)];
          const at = c.text.indexOf(
            key
              .replace(/ #\d+$/, '')
              .replace(/\.\.\.$/, '')
              .trim(),
            c.from,
          );
          const best = own.find((/** @type {any} */ s) => at >= 0 && touches(s, at, at + 1));
          if (label && best) best.y[label] = 1;
        }
        out.push({ ...d, every: d.sentences, sentences: own, applies: undefined, said: labelOf(c.text, undefined) });
      }
    const argued = kind === 'argued';
    if (!argued && !corridor.EVIDENCE.includes(kind)) continue;
    const label = argued ? 'speed' : kind;
    for (const c of factCases(readFileSync(join(ROOT, file), 'utf8'), kind)) {
      const d = read(c.text);
      const own = d.sentences.filter((/** @type {any} */ s) => s.from >= c.from && s.from < c.to);
      for (const s of own) s.y[label] = 0;
      for (const [key, value] of Object.entries(c.expected)) {
        if (argued && value !== 'argued') continue;
        const words = key
          .replace(/ #\d+$/, '')
          .replace(/\.\.\.$/, '')
          .trim();
        const at = c.text.indexOf(words, c.from);
        const hit = own.filter((/** @type {any} */ s) => at >= 0 && touches(s, at, at + words.length));
        const best = hit[0] ?? (own.length === 1 ? own[0] : undefined);
        if (best) best.y[label] = 1;
      }
      out.push({
        ...d,
        every: d.sentences,
        sentences: own,
        applies: argued ? true : undefined,
        said: labelOf(c.text, argued ? true : undefined),
      });
    }
  }
  const claims = new Set(CLAIM_LABELS);
  const take = (
    /** @type {string} */ rule,
    /** @type {string} */ text,
    /** @type {readonly any[]} */ expected,
    /** @type {boolean} */ applies,
    title = '',
  ) => {
    const d = read(text);
    if (claims.has(rule)) {
      for (const s of d.sentences) s.y[rule] = 0;
      for (const e of expected) {
        if (e.rule !== rule) continue;
        const hit = d.sentences.filter((/** @type {any} */ s) => touches(s, e.from, e.to));
        if (hit[0]) hit[0].y[rule] = 1;
      }
      if (rule === 'language-slow-claim' || rule === 'fast-without-number') for (const s of d.sentences) if (s.y[rule] === 1) s.y.speed = 1;
    } else if (expected.some((e) => e.rule === rule)) for (const kind of lacks(rule)) for (const s of d.sentences) s.y[kind] = 0;
    if (expected.length === 0 && HELD.test(title)) {
      const kind = lacks(rule)[0];
      if (kind) for (const s of d.sentences) (s.group ??= {})[kind] = d.id;
    }
    out.push({ ...d, every: d.sentences, applies, said: labelOf(text, applies) });
  };
  for (const file of globSync('test/rules/*.md', { cwd: ROOT })) {
    const rule = basename(file, '.md');
    if (rule === 'known-weaknesses') continue;
    for (const c of ruleCases(readFileSync(join(ROOT, file), 'utf8'), rule)) take(c.rule, c.text, c.expected, c.applies, c.title);
  }
  for (const meta of RULES)
    for (const [set, bad] of [
      [meta.examples.bad, true],
      [meta.examples.good, false],
    ])
      for (const example of set) {
        if (bad && claims.has(meta.id)) {
          const d = read(example.text);
          for (const s of d.sentences) if (corridor.couldClaim(meta.id, s.l)) (s.group ??= {})[meta.id] = d.id;
          out.push({ ...d, every: d.sentences, applies: true, said: labelOf(example.text, true) });
          continue;
        }
        take(meta.id, example.text, bad ? [{ rule: meta.id, from: 0, to: 0 }] : [], true);
      }
  for (const { gap, sentences } of metamorphic.EVIDENCE)
    for (const put of Object.values(metamorphic.PLACES))
      for (const sentence of sentences) {
        const d = read(metamorphic.PROPOSAL(put(sentence)));
        const at = d.text.indexOf(sentence);
        const kinds = lacks(gap);
        for (const s of d.sentences) {
          const said = touches(s, at, at + sentence.length);
          if (!said) for (const kind of corridor.EVIDENCE) s.y[kind] = 0;
          for (const label of [...claims, 'speed']) if (said) s.y[label] = 0;
        }
        const own = d.sentences.filter((/** @type {any} */ s) => touches(s, at, at + sentence.length));
        if (own.length === 1) own[0].y[kinds[0]] = 1;
        else for (const s of own) (s.group ??= {})[kinds[0]] = `${gap}:${d.id}`;
        out.push({ ...d, every: d.sentences, applies: true, said: labelOf(metamorphic.PROPOSAL(''), true) });
      }
  for (const { rule, said, denied, about } of metamorphic.CLAIMS) {
    if (!claims.has(rule)) continue;
    const one = (/** @type {string} */ passage, /** @type {string} */ words, /** @type {number} */ y) => {
      const d = read(metamorphic.PROPOSAL(passage, about));
      const at = d.text.indexOf(words);
      for (const s of d.sentences) s.y[rule] = touches(s, at, at + words.length) ? y : 0;
      if (rule === 'language-slow-claim') for (const s of d.sentences) if (touches(s, at, at + words.length)) s.y.speed = y;
      out.push({ ...d, every: d.sentences, applies: true, said: labelOf(metamorphic.PROPOSAL(''), true) });
    };
    one(`## Rationale\n\n${said}\n`, said, 1);
    one(`## Rationale\n\n- ${said}\n- It is one binary.\n`, said, 1);
    for (const text of denied) one(`## Rationale\n\n${text}\n`, text, 0);
    one(
      `## Rejected\n\n### Crystal\n\n${said.replaceAll('Rust', 'Crystal')} We rejected it all the same.\n`,
      said.replaceAll('Rust', 'Crystal'),
      0,
    );
  }
  return out;
}
