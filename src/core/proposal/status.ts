/** The status of a document and the tense it speaks in: proposed, decided, done. */
import type { Doc } from '../document/types';
import type { Located } from '../facts/collect';
import { within } from '../facts/context';
import type { Tense } from '../types';

const DONE = /\b(?:implemented|completed?|shipped|done|in production|released)\b/i;
const PROPOSED = /\b(?:proposed|draft|proposal|rfc|under review|in review|pending|discussion|wip|idea|provisional)\b/i;
const DECIDED = /\b(?:accepted|approved|decided|adopted|in progress|implementing|agreed|final|active|superc?s?eded)\b/i;
const RETIRED = /\b(?:superc?s?eded|deprecated|rejected|withdrawn|abandoned|obsolete|declined)\b/i;

/** What the document says of its own status, from front matter, a Status section or a line "Status: ...". '' where it says nothing. */
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

const FUTURE =
  /\b(?:will|we'll|plan(?:s|ned)? to|propos\w+|should|going to|shall|would|we recommend|to be (?:migrated|rewritten|ported|replaced)|next steps?)\b/i;
const PAST =
  /\b(?:rewrote|ported|migrated|switched|moved|replaced|rebuilt|we(?:'ve| have) (?:rewritten|ported|migrated|moved|built|developed|switched)|is (?:now )?(?:written|implemented|built|powered) (?:in|by)|was (?:written|rewritten|chosen because)|were rewritten|has (?:been|enabled|allowed)|have been|announc\w+|introducing|released|is implemented in|now uses?|we (?:built|wrote|launched|shipped|ended up|saw|found|went with)|turned out)\b/i;
const RESULT =
  /\b(?:is now|are now|now takes|went from|dropped|in our (?:internal )?tests|we (?:can|measured|observed|saw)|results? (?:show|are|in))\b/i;

/** `done` reports finished work, `decided` is being built, `proposed` asks. */
export function tenseOf(doc: Doc, all: readonly Located[], status: string, announced: boolean): Tense {
  if (DONE.test(status) && !DECIDED.test(status)) return 'done';
  if (PROPOSED.test(status) && !DECIDED.test(status)) return 'proposed';
  let past = announced ? 3 : 0;
  let future = 0;
  let plan = 0;
  let results = 0;
  for (const l of all) {
    if (l.c.quoted || within(l.c, 'references', 'rejected', 'options', 'prior-art')) continue;
    if (l.c.kind === 'heading') {
      if (within(l.c, 'plan')) plan++;
      continue;
    }
    if (l.c.task === false) plan += 0.5;
    if (l.s.carried && l.claims.length > 0) results++;
    if (l.names.length === 0 && l.claims.length === 0) continue;
    if (FUTURE.test(l.s.text)) future++;
    else if (PAST.test(l.s.text)) past++;
    else if (RESULT.test(l.s.text) && l.s.carried) past++;
  }
  const decision = doc.sections.some((s) => s.ownRole === 'decision');
  if (DECIDED.test(status)) return past >= 3 && past > future * 2 && plan < 2 ? 'done' : 'decided';
  if (plan >= 3 && past < future * 2 + 2)
    return /\bproposal|rfc|\bplan\b/i.test(doc.blocks[0]?.text ?? '') && !/✅|complete|in progress/i.test(doc.text.slice(0, 3000))
      ? 'proposed'
      : 'decided';
  if (decision && past < 3) return 'decided';
  // A comparison full of results that neither plans nor tells of a change reports what is there.
  if (past === 0 && future === 0 && plan === 0) return results >= 3 ? 'done' : 'decided';
  if (past > future || (past > 0 && future <= past + 1 && plan === 0)) return 'done';
  return future > 2 && !decision ? 'proposed' : 'decided';
}
