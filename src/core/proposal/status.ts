/** What a document says of its own state. */
import type { Doc } from '../document/types';
import type { Tense } from '../types';

const RETIRED = /\b(?:superc?s?eded|deprecated|rejected|withdrawn|abandoned|obsolete|declined)\b/i;

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
    const m = /\bstatus\b[:\s|]*([\w -]{3,40})/i.exec((doc.blocks[b]?.text ?? '').slice(0, 200));
    if (m && !/^the\b/i.test(m[1] ?? '')) return m[1] ?? '';
  }
  return '';
}

export const isRetired = (status: string): boolean => RETIRED.test(status);

const PROPOSED = /^\W*(?:proposed|proposal|planned|under (?:review|discussion)|in review|pending|rfc)\b/i;
const SETTLED = /^\W*(?:accepted|approved|adopted|implemented|completed?|done)\b/i;

/** What a stated status leaves open of proposed, decided and done; all of it where none is stated. */
export function tensesOf(status: string): readonly Tense[] {
  if (PROPOSED.test(status)) return ['proposed'];
  return SETTLED.test(status) ? ['decided', 'done'] : ['proposed', 'decided', 'done'];
}
