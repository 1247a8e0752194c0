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

/** The same in the few words that the status has room for: what does not fit is cut off there, together with the link to the options. */
export const BRIEFLY: Readonly<Record<string, string>> = {
  'Set by the document or the configuration.': 'set by document or configuration',
  'It does not read like a proposal that argues with performance.': 'does not argue with performance',
  'Nothing moves or is chosen on grounds of performance.': 'nothing changes for performance',
  'It moves code to another language or design and argues with performance.': 'moves code, argues with performance',
  'It swaps a component and argues with performance.': 'swaps a component for performance',
  'It chooses a technology and argues with performance.': 'chooses a technology for performance',
  'It argues for a technology and argues with performance.': 'argues for a technology with performance',
};
