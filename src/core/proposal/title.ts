/** The title of a document, and what a title alone tells. */
import type { Doc } from '../document/types';

/** Titles are read by patterns; nobody's title is longer than this many UTF-16 units. */
const LONGEST_TITLE = 200;

export const titleOf = (doc: Doc): { text: string; block: number } => {
  const data = doc.frontMatter?.data['title'];
  const heading = doc.blocks.findIndex((b) => b.kind === 'heading' && b.text !== '');
  if (heading >= 0) {
    const b = doc.blocks[heading];
    if (b && (b.level === 1 || typeof data !== 'string')) return { text: b.text.slice(0, LONGEST_TITLE), block: heading };
  }
  if (typeof data === 'string') return { text: data.slice(0, LONGEST_TITLE), block: -1 };
  return { text: '', block: -1 };
};

/** The title chooses a kind of technology without naming one: "Choose backend programming language". */
export const GENERIC =
  /\b(?:(?:programming|backend|implementation|server|frontend|system) languages?|(?:web |ui |frontend |backend |http |game |desktop )?frameworks?|runtimes?|(?:database|storage|query|search|rendering|template|inference) engines?|databases?|data ?stores?|(?:tech(?:nology)?|technical) stack|bundlers?|build (?:tool|system)s?|compilers?|web servers?|message (?:broker|queue|bus)s?|brokers?|orms?|toolchains?|test runners?|package managers?|linters?|serialization format|rpc|protocol|language)\b/i;
export const CHOICE_WORD =
  /\b(?:choose|choice|choosing|select(?:ion|ing|ed)?|adopt(?:ion|ing|ed)?|use|using|switch(?:ing)?|migrat(?:e|ion|ing)|mov(?:e|ing)|rewrit(?:e|ing|ten)|replac(?:e|ing|ement)|port(?:ing)?|introduc(?:e|tion|ing)|why|standardi[sz]e|pick|evaluat(?:e|ion|ing)|compar(?:e|ison|ing)|decision|convert(?:ing)?)\b/i;

/** A document that makes an existing thing faster moves nothing. */
export const TUNING =
  /^(?:\W*(?:rfc|adr|kep|proposal)?[\s\d:#.-]*)?(?:making|benchmark\w*|improv\w+|optimi[sz]\w+|minimi[sz]\w+|speeding up|reducing|tuning|performance (?:optimi[sz]ation|tuning|improvements?))\b|\bperformance (?:optimi[sz]ations?|tuning)\b/i;
export const ANNOUNCES =
  /^\W*(?:announc\w+|introduc(?:ing|es)|lessons\b|why we (?:built|wrote|rewrote|chose|moved)|how we (?:built|rewrote|moved|migrated))/i;

/** Manuals, guides and records of releases tell how, not whether. */
export const MANUAL =
  /^\W*(?:how to|building|contributing|maintaining|installing|configuring|getting started|tutorial|user guide|frequently asked)\b|\b(?:change ?log|release notes|release history|contributing guide|style guide|user guide|reference manual|cheat ?sheet)\b/i;
/** Section titles of a product's README. */
export const README_SECTION =
  /^(?:install(?:ation|ing)?|usage|api|license|getting started|contributing|quick ?start|documentation|support)\b/i;

const firstText = (doc: Doc): number => doc.blocks.findIndex((b) => b.text !== '');

/** Where the document as a whole is pointed at: its title, else its first text. */
export function titleSpan(doc: Doc): { readonly from: number; readonly to: number } {
  const { block } = titleOf(doc);
  const at = block >= 0 ? block : firstText(doc);
  return at >= 0 ? doc.blockSpan(at) : { from: 0, to: Math.min(1, doc.text.length) };
}
