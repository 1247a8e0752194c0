/**
 * Markdown for hover cards: one builder for the editor and the language server, so that both say the same.
 * Everything that comes from the document goes through `escape.ts`; everything else is our own text.
 */
export { findingHover } from './hover/finding';
export { numberHover } from './hover/number';
export { termHover } from './hover/term';
export type { HoverCard, HoverDoor, HoverLinks, HoverTerm } from './hover/door';
export { PLAIN_DOOR } from './hover/door';
export { english, shownNumber, type Translate } from './hover/words';
