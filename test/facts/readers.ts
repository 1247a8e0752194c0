/** How each fact is read from a document, for the annotated texts: the words where it stands, and its values by name. */
import { createLinter } from '../../src/core';
import { parseDocument } from '../../src/core/document';
import type { Doc } from '../../src/core/document/types';
import { collect } from '../../src/core/facts/collect';
import { newCache } from '../../src/core/facts/said';
import type { Located } from '../../src/core/facts/located';
import { EVIDENCE } from '../../src/core/facts/evidenceOf';
import { figuresOf, type Figure, type Figures } from '../../src/core/facts/figures';
import { namesIn } from '../../src/core/facts/intent';
import { sumUp } from '../../src/core/facts/sums';
import { argued, statementFacts } from '../../src/core/facts/claims';
import type { Stakes } from '../../src/core/facts/stakes';
import { signalsOf } from '../../src/core/proposal/signals';
import { stakesOf } from '../../src/core/proposal/stakes';
import { createReader } from '../../src/core/reader';
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

const reader = createReader({ languages: [], profilers: [], sloWords: [] });

function readAll(text: string): Read {
  const doc = parseDocument(text);
  return { doc, all: collect(doc, reader.vocabulary, newCache()) };
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
function judged(text: string): Read & { readonly stakes: Stakes } {
  const read = readAll(text);
  const stakes = stakesOf(read.all, signalsOf(read.doc, read.all, []));
  sumUp(read.all, stakes, reader.sentences, reader.maker);
  return { ...read, stakes };
}

const evidence = (kind: EvidenceKind): Reader => ({
  main: 'value',
  read: (text) =>
    createLinter({ profile: 'full' })
      .lint(text, { applies: true })
      .evidence.filter((e) => e.kind === kind)
      .map((e) => ({ words: text.slice(e.span.from, e.span.to).replace(/\s+/g, ' '), ...e.span, values: { ...e } })),
});

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
      const { doc, all } = judged(text);
      return all.flatMap((l) => {
        const said = argued(l, reader.sentences);
        return said === null ? [] : [fact(doc, doc.span(l.c.block, said.from, said.to), { verdict: said.over > 0 ? 'argued' : 'not argued' })];
      });
    },
  },
  statements: {
    main: 'kind',
    read(text) {
      const { doc, all, stakes } = judged(text);
      return statementFacts(all, doc, stakes, new Set(), reader.sentences).map((s) => fact(doc, s.span, s));
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
