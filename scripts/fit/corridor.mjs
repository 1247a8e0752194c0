// The rooms of the engine that the models are fitted with, as they are in the working tree.
import { importSource } from '../build/source.mjs';

const ENTRY = `
export { parseDocument } from './src/core/document';
export { collect } from './src/core/facts/collect';
export { newCache, readTitle } from './src/core/facts/said';
export { beside, MOST_HELD } from './src/core/facts/sums';
export { couldClaim } from './src/core/facts/claims';
export { couldProve, EVIDENCE } from './src/core/facts/evidenceOf';
export { createReader } from './src/core/reader';
export { isScreened, opening } from './src/core/screen';
export { signalsOf } from './src/core/proposal/signals';
export { stakesOf } from './src/core/proposal/stakes';
export { bestOf, bothOf, shows } from './src/core/proposal/judge';
export { COUNTED, shareFeatures, shareKind, wholeFeatures } from './src/core/proposal/features';
export { statusOf } from './src/core/proposal/status';
export { titleOf } from './src/core/proposal/title';
export { SENTENCE, DOCUMENT, FLAGS, ROOM, Keys } from './src/core/model/keys';
export { ROLES } from './src/core/model/sentence';
export { spellSymbol, STEMS } from './src/core/words/symbols';
export { createLexicon } from './src/core/words/lexicon';
export { CLASSES, WORDS } from './src/generated/lexicon';
`;

export const loadCorridor = () => importSource('fit/corridor', ENTRY);
