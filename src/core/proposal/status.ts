/** What a document says of its own state. */
import type { Doc } from '../document/types';
import type { Tense } from '../types';

/** The first word of a status, or who took its place; "Accepted. Option B was rejected." is accepted. */
const RETIRED =
  /^\W*(?:superc?s?eded|deprecated|rejected|withdrawn|abandoned|obsolete|declined)\b|\b(?:superc?s?eded|replaced|deprecated) (?:by|in favou?r of)\b/i;
/** "Status: Accepted", also behind other fields; or "Status Accepted" alone. A service has a status, too, so one of the two it must be. */
const FIELD = /\bstatus\s?[:|=–—-][^\w\n]{0,6}(\w[\w (),%-]{2,59})/i;
const ALONE =
  /^\W*status\s+((?:proposed|draft|accepted|approved|implemented|superc?s?eded|deprecated|rejected|withdrawn|done|final)\b[\w -]{0,30})/i;

/** From front matter, a Status section or a line "Status: ...". '' where it says nothing. */
export function statusOf(doc: Doc): string {
  const data = doc.frontMatter?.data;
  const own = data?.['status'] ?? data?.['state'];
  if (typeof own === 'string') return own;
  const section = doc.sections.find((s) => s.ownRole === 'status');
  if (section) {
    for (let b = section.heading + 1; b < section.endBlock; b++) {
      const text = doc.blocks[b]?.text ?? '';
      if (text !== '') return text.slice(0, 80);
    }
  }
  for (let b = 0; b < doc.blocks.length && b < 12; b++) {
    const text = (doc.blocks[b]?.text ?? '').slice(0, 200);
    const stated = FIELD.exec(text) ?? ALONE.exec(text);
    if (stated) return stated[1] as string;
  }
  return '';
}

export const isRetired = (status: string): boolean => RETIRED.test(status);

const PROPOSED = /^\W*(?:proposed|proposal|planned|under (?:review|discussion)|in review|pending|rfc)\b/i;
const SETTLED = /^\W*(?:accepted|approved|adopted|implemented|completed?|done)\b/i;
/** "Accepted (implemented in November)", but neither "partially implemented" nor "phase 1 complete". */
const BUILT = /\b(?:implemented|completed?|done|shipped|released|deployed|rolled out|in production)\b/i;
const NOT_ALL = /\b(?:partial|partially|partly|not|phase|milestone|step|to be|being|will|mostly|almost|pending)\b|\d ?%/i;

/** What a stated status leaves open of proposed, decided and done; all of it where none is stated. */
export function tensesOf(status: string): readonly Tense[] {
  if (PROPOSED.test(status)) return ['proposed'];
  if (BUILT.test(status) && !NOT_ALL.test(status)) return ['done'];
  return SETTLED.test(status) ? ['decided', 'done'] : ['proposed', 'decided', 'done'];
}
