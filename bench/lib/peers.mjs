/**
 * The peers, each as a function that reads one text, loaded one by one: what is not installed is absent and does not stop the run. Linters
 * answer other questions than ours; the floors only parse, split or match, which is the least that anything on Markdown can cost.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
/** A regular expression with some of the words that a phrase table holds, for what one pass over a text costs. */
const WORDS =
  /\b(?:rewrite|rewriting|migrate|migration|faster|slow|slower|latency|throughput|p9[059]|percentile|benchmark|profile|flame graph|scal(?:e|es|ing)|Rust|Go|Python|Java|Node\.js|C\+\+|blazingly|instant|performance|memory|start-up|cold start)\b/gi;

/** @type {readonly { name: string, kind: 'peer' | 'floor', load: () => Promise<(text: string) => unknown> }[]} */
const PEERS = [
  {
    name: 'cspell',
    kind: 'peer',
    load: async () => {
      const { getDefaultBundledSettingsAsync, spellCheckDocument } = await import('cspell-lib');
      const settings = await getDefaultBundledSettingsAsync();
      const options = { generateSuggestions: false, noConfigSearch: true };
      return (text) => spellCheckDocument({ uri: 'file:///bench.md', languageId: 'markdown', text }, options, settings);
    },
  },
  {
    name: 'markdownlint',
    kind: 'peer',
    load: async () => {
      const { lint } = await import('markdownlint/sync');
      return (text) => lint({ strings: { text } });
    },
  },
  {
    name: 'remark-lint',
    kind: 'peer',
    load: async () => {
      const [{ remark }, { default: gfm }, { default: preset }, { VFile }] = await Promise.all(
        ['remark', 'remark-gfm', 'remark-preset-lint-recommended', 'vfile'].map((name) => import(name)),
      );
      const processor = remark().use(gfm).use(preset).freeze();
      // Not `process`, which would write the document again.
      return (text) => {
        const file = new VFile(text);
        return processor.run(processor.parse(file), file);
      };
    },
  },
  {
    name: 'write-good',
    kind: 'peer',
    load: async () => {
      const writeGood = require('write-good');
      return (text) => writeGood(text);
    },
  },
  {
    name: 'harper.js',
    kind: 'peer',
    load: async () => {
      const [{ Dialect, LocalLinter }, { binaryInlined }] = await Promise.all([import('harper.js'), import('harper.js/binaryInlined')]);
      const linter = new LocalLinter({ binary: binaryInlined, dialect: Dialect.American });
      await linter.setup();
      return (text) => linter.lint(text, { language: 'markdown' });
    },
  },
  {
    name: 'commonmark.js (parse only)',
    kind: 'floor',
    load: async () => {
      const { Parser } = await import('commonmark');
      const parser = new Parser();
      return (text) => parser.parse(text);
    },
  },
  {
    name: 'markdown-it (parse only)',
    kind: 'floor',
    load: async () => {
      const { default: MarkdownIt } = await import('markdown-it');
      const md = new MarkdownIt({ html: true, linkify: false });
      return (text) => md.parse(text, {});
    },
  },
  {
    name: 'lezer, GFM (parse only)',
    kind: 'floor',
    load: async () => {
      const { parser, GFM } = await import('@lezer/markdown');
      const gfm = parser.configure(GFM);
      return (text) => gfm.parse(text);
    },
  },
  {
    name: 'Intl.Segmenter (sentences only)',
    kind: 'floor',
    load: async () => {
      const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
      return (text) => {
        let n = 0;
        for (const _ of segmenter.segment(text)) n++;
        return n;
      };
    },
  },
  {
    name: 'one regular expression of 30 words',
    kind: 'floor',
    load: async () => (text) => {
      let n = 0;
      for (const _ of text.matchAll(WORDS)) n++;
      return n;
    },
  },
];

/** Why a peer is absent, in words for the report. */
export const absent = new Map();

/** The pinned peers with their versions, for the report. */
export const pinned = () =>
  Object.entries(JSON.parse(readFileSync('bench/package.json', 'utf8')).optionalDependencies).map((pair) => pair.join(' '));

/** @returns {Promise<readonly { name: string, kind: 'peer' | 'floor', run: (text: string) => unknown }[]>} those that can be loaded. */
export async function loadPeers() {
  const loaded = [];
  for (const { name, kind, load } of PEERS) {
    try {
      const run = await load();
      await run('# Title\n\nA word.\n');
      loaded.push({ name, kind, run });
    } catch (error) {
      absent.set(name, String(error?.message ?? error).replace(/ imported from .*|\n[^]*/g, ''));
    }
  }
  return loaded;
}

/**
 * Lezer parses again what an edit touched: the floor for incremental reading.
 * @returns {Promise<null | ((text: string) => (change: { from: number, to: number, insert: string }) => void)>} null where it is absent.
 */
export async function lezerIncremental() {
  try {
    const [{ parser, GFM }, { TreeFragment }] = await Promise.all([import('@lezer/markdown'), import('@lezer/common')]);
    const gfm = parser.configure(GFM);
    return (start) => {
      let text = start;
      let fragments = TreeFragment.addTree(gfm.parse(text));
      return ({ from, to, insert }) => {
        text = text.slice(0, from) + insert + text.slice(to);
        const kept = TreeFragment.applyChanges(fragments, [{ fromA: from, toA: to, fromB: from, toB: from + insert.length }]);
        fragments = TreeFragment.addTree(gfm.parse(text, kept), kept);
      };
    };
  } catch {
    return null;
  }
}
