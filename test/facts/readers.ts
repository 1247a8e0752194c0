/** How each fact is read from a document, for the annotated texts: the words where it stands, and its values by name. */
import { createLinter } from '../../src/core';
import { parseDocument } from '../../src/core/document';
import type { Doc } from '../../src/core/document/types';
import { confidence, statementFacts, vetoed } from '../../src/core/facts/argue';
import { collect, type Located } from '../../src/core/facts/collect';
import { figuresOf, type Figure, type Figures } from '../../src/core/facts/figures';
import { namesIn } from '../../src/core/facts/intent';
import { createLexicon } from '../../src/core/facts/lexicon';
import { THRESHOLD } from '../../src/core/facts/weights';
import { classify, type Classified } from '../../src/core/proposal';
import type { EvidenceKind, Span } from '../../src/core/types';

export interface Fact {
  readonly words: string;
  readonly from: number;
  readonly to: number;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface Reader {
  read(text: string): Fact[];
  /** The value that a plain expectation names. */
  readonly main: string;
  /** A fact of the whole document. */
  readonly whole?: true;
}

interface Read {
  readonly doc: Doc;
  readonly all: readonly Located[];
}

const lexicon = createLexicon();

function readAll(text: string): Read {
  const doc = parseDocument(text);
  return { doc, all: collect(doc, lexicon, new WeakMap()) };
}

const fact = (doc: Doc, span: Span, values: object, words = doc.text.slice(span.from, span.to)): Fact => ({
  words: words.replace(/\s+/g, ' '),
  ...span,
  values: { ...values },
});

const bySentence = (read: (l: Located, doc: Doc) => Fact[]) => (text: string) => {
  const { doc, all } = readAll(text);
  return all.flatMap((l) => read(l, doc));
};

const figures = (pick: (f: Figures) => readonly Figure[]): Reader => ({
  main: 'value',
  read(text) {
    const { doc, all } = readAll(text);
    return pick(figuresOf(all, doc)).map((f) => fact(doc, f.span, f));
  },
});

/** As when the document has been found to be a proposal, which is another fact's business. */
function judged(text: string): Read & Classified {
  const read = readAll(text);
  return { ...read, ...classify(read.doc, read.all, true) };
}

const evidence = (kind: EvidenceKind): Reader => ({
  main: 'value',
  read: (text) =>
    createLinter({ profile: 'full' })
      .lint(text, { applies: true })
      .evidence.filter((e) => e.kind === kind)
      .map((e) => ({ words: text.slice(e.span.from, e.span.to).replace(/\s+/g, ' '), ...e.span, values: { ...e } })),
});

const EVIDENCE: readonly EvidenceKind[] = [
  'slo',
  'consequence',
  'workload-shape',
  'profile',
  'amdahl',
  'cheap-fix',
  'prototype',
  'payback',
  'opportunity-cost',
  'shadow-run',
  'kill-criterion',
  'revisit',
  'talent',
  'polyglot',
  'axis',
  'load-test',
];

/** Readers by the name of the fact, which is the name of its file. */
export const READERS: Readonly<Record<string, Reader>> = {
  quantities: {
    main: 'value',
    // A bare count carries nothing that a rule could use.
    read: bySentence((l, doc) =>
      l.s.quantities.filter((q) => q.kind !== 'count').map((q) => fact(doc, doc.span(l.c.block, q.from, q.to), q)),
    ),
  },
  names: {
    main: 'name',
    read: bySentence((l, doc) =>
      namesIn(l.s).map((n) => fact(doc, doc.span(l.c.block, l.s.from + n.from, l.s.from + n.to), { name: n.name, class: n.cls })),
    ),
  },
  speed: { main: 'tone', read: bySentence((l, doc) => l.claims.map((k) => fact(doc, doc.span(l.c.block, k.from, k.to), k))) },
  intents: {
    main: 'verb',
    read: bySentence((l, doc) => l.intents.map((i) => fact(doc, doc.span(l.c.block, i.span.from, i.span.to), i))),
  },
  'time-shares': figures((f) => f.shares),
  'speed-ups': figures((f) => f.speedups),
  latencies: figures((f) => f.latencies),
  money: figures((f) => f.money),
  growth: figures((f) => f.growth),
  load: figures((f) => f.load),
  capacity: figures((f) => f.capacity),
  utilisation: figures((f) => f.utilisation),
  argued: {
    main: 'verdict',
    read(text) {
      const { doc, all, stakes } = judged(text);
      return all.flatMap((l) =>
        l.claims.map((k) => {
          const verdict = vetoed(k, l, stakes) ?? (confidence(k, l, stakes) >= THRESHOLD ? 'argued' : 'not argued');
          return fact(doc, doc.span(l.c.block, k.from, k.to), { verdict });
        }),
      );
    },
  },
  statements: {
    main: 'kind',
    read(text) {
      const { doc, all, stakes } = judged(text);
      return statementFacts(all, doc, stakes, new Set()).map((s) => fact(doc, s.span, s));
    },
  },
  proposals: {
    main: 'kind',
    whole: true,
    read(text) {
      const { proposal } = createLinter().lint(text);
      return [{ words: proposal.title, from: 0, to: text.length, values: { ...proposal } }];
    },
  },
  sections: {
    main: 'role',
    read(text) {
      const { doc } = readAll(text);
      return doc.sections.filter((s) => s.heading >= 0).map((s) => fact(doc, doc.blockSpan(s.heading), s, s.title));
    },
  },
  ...Object.fromEntries(EVIDENCE.map((kind) => [kind, evidence(kind)])),
};
