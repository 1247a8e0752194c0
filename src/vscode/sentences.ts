/** Sentences that the engine puts together and that are translated whole, and names for what it calls by a word. */

/** Why a document counts as a proposal, or does not. A test holds this list to what the engine says. */
export const WHY: readonly string[] = [
  'Set by the document or the configuration.',
  'It does not read like a proposal that argues with performance.',
  'Nothing moves or is chosen on grounds of performance.',
  'It moves code to another language or design and argues with performance.',
  'It swaps a component and argues with performance.',
  'It chooses a technology and argues with performance.',
  'It argues for a technology and argues with performance.',
  'waiting, 1 - f',
  'f, share that gets faster',
  'load',
  'utilisation',
];
