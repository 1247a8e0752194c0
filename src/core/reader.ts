/** What documents are read with: words, phrases and the two models, made ready once for a linter. */
import { MODEL_WORDS, SENTENCES, DOCUMENTS, SYMBOLS } from '../generated/model';
import { SentenceKeys } from './facts/sums';
import { Keys } from './model/keys';
import { Model, type PackedModel } from './model/tables';
import type { LinterConfig } from './types';
import { createLexicon } from './words/lexicon';
import type { Vocabulary } from './words/reading';

export interface Reader {
  readonly vocabulary: Vocabulary;
  readonly sentences: Model;
  readonly documents: Model;
  readonly maker: SentenceKeys;
  readonly keys: Keys;
}

/** What the generator made of the fitted models; another while models are fitted. */
export interface Tables {
  /** Packed words that belong to no phrase, see `WordTable`. */
  readonly words: string;
  /** Per word of the lexicon and then of `words`: its symbol, see `symbolIn`. */
  readonly symbols: string;
  readonly sentences: PackedModel;
  readonly documents: PackedModel;
}

const SHIPPED: Tables = { words: MODEL_WORDS, symbols: SYMBOLS, sentences: SENTENCES, documents: DOCUMENTS };

export function createReader(
  config: Pick<LinterConfig, 'languages' | 'profilers' | 'sloWords'>,
  { words, symbols, sentences, documents }: Tables = SHIPPED,
): Reader {
  const lexicon = createLexicon(
    [
      { cls: 'lang', words: config.languages },
      { cls: 'profword', words: config.profilers },
      { cls: 'goalword', words: config.sloWords },
    ],
    [words],
  );
  return {
    vocabulary: { lexicon, symbols },
    sentences: new Model(sentences),
    documents: new Model(documents),
    maker: new SentenceKeys(),
    keys: new Keys(),
  };
}
