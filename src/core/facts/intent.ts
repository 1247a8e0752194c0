/** What moves, or is chosen: "rewrite the service in Rust", "move from Python to Go", "Chosen option: Kotlin", "Why Rust". */
import { has, mask, type Hit } from '../words/lexicon';
import { nameOf, type Sentence } from '../words/reading';

export interface Intent {
  /** `rewrite`: our code moves; `migrate`: something is replaced; `choose`: something is taken up; `why`: it is argued for. */
  readonly verb: 'rewrite' | 'migrate' | 'choose' | 'why' | 'reject';
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Classes of the names taken up. */
  readonly classes: readonly string[];
  readonly span: { readonly from: number; readonly to: number };
  readonly negated: boolean;
}

const REWRITE = mask('rewrite');
const MIGRATE = mask('migrate');
const CHOOSE = mask('choose');
const REJECT = mask('reject');
const NEG = mask('neg');

export interface Named {
  readonly name: string;
  readonly cls: string;
  /** Range in the sentence's own text. */
  readonly from: number;
  readonly to: number;
}

/** Names of languages and products in a sentence, in order. */
export function namesIn(s: Sentence): Named[] {
  const out: Named[] = [];
  for (const h of s.hits) {
    const n = nameOf(h);
    if (n) out.push({ ...n, from: h.from - s.from, to: h.to - s.from });
  }
  return out;
}

const OLD_BEFORE =
  /(?:\bfrom|\boff(?: of)?|\baway from|\breplac\w+|\binstead of|\brather than|\bover|\bvs\.?|\bversus|\bthan|\bretir\w+|\bexisting|\bcurrent|\blegacy|\bold|\bdrop(?:ping)?|\bsunset\w*|\bcurrently (?:in|uses?|using)|\bwhy not)\s+(?:(?:the|our|a|an|its|existing|current|legacy|old|plain|pure|standard)\s+)*["'(]?$/i;
const OLD_AFTER =
  /^["')]*\s*(?:(?:codebase|code|service|implementation|backend|stack|app|application|version|monolith|api|runtime|server)\s+)?(?:to\b|→|->|–>|=>|➡|with\b|by\b)/i;
const NEW_BEFORE =
  /(?:\bto|→|->|=>|➡️?|\bin|\binto|\bwith|\bby|\badopt\w*|\buse|\busing|\bchoos\w+|\bchose|\bselect\w*|\bintroduc\w+|\bon|\bpick\w*|\bwhy|\boption:?|\bas)\s+(?:(?:the|our|a|an|pure|idiomatic|native|modern)\s+)*["'(]?$/i;

/** "Java was replaced by Kotlin": what stands before the passive is left. */
const PASSIVE_OLD = /^[^.;]{0,24}?\b(?:was|is|are|were|be|been|gets?) (?:replaced|superseded|retired|dropped|phased out)\b/i;
const WRITES_IN =
  /\b(?:writ(?:e|es|ing)|implement(?:s|ing)?|build(?:s|ing)?|develop(?:s|ing)?|code|program)\b[^.;]{0,60}\b(?:in|with)\s(?:the |pure |plain )?$/i;

/** Which names are left behind and which are taken up. */
function sides(s: Sentence, names: readonly Named[]): { from: string[]; to: Named[] } {
  const from: string[] = [];
  const to: Named[] = [];
  for (let i = 0; i < names.length; i++) {
    const n = names[i] as Named;
    const before = s.text.slice(Math.max(0, n.from - 40), n.from);
    const after = s.text.slice(n.to, n.to + 40);
    const next = names[i + 1];
    const leads = next !== undefined && next.from - n.to < 48 && OLD_AFTER.test(after) && !/\bwith\b/i.test(after.slice(0, 6));
    if (OLD_BEFORE.test(before) || PASSIVE_OLD.test(after)) from.push(n.name);
    else if (leads || (next !== undefined && next.from - n.to < 30 && /^[^.;]*?(?:\bto\b|→|->)/i.test(s.text.slice(n.to, next.from))))
      from.push(n.name);
    else if (
      i > 0 &&
      /^[\s,/&+]*(?:and|or|,|\/|&)?[\s]*$/.test(s.text.slice((names[i - 1] as Named).to, n.from)) &&
      from.includes((names[i - 1] as Named).name)
    )
      from.push(n.name);
    else to.push(n);
  }
  return { from, to };
}

/** The intents of one sentence or heading. */
export function intentsOf(s: Sentence, heading: boolean): Intent[] {
  const names = namesIn(s);
  if (names.length === 0) return [];
  if (s.question && !heading) return [];
  const text = s.text;
  const verb = (hit: Hit): Intent['verb'] =>
    has(hit.m, REJECT) && !has(hit.m, CHOOSE) ? 'reject' : has(hit.m, REWRITE) ? 'rewrite' : has(hit.m, MIGRATE) ? 'migrate' : 'choose';
  const out: Intent[] = [];
  const { from, to } = sides(s, names);
  const put = (v: Intent['verb'], at: Hit | null): void => {
    out.push({
      verb: v,
      from,
      to: [...new Set(to.map((n) => n.name))],
      classes: [...new Set(to.map((n) => n.cls))],
      span: { from: s.from, to: s.to },
      negated:
        (v === 'migrate' || v === 'rewrite') &&
        /\b(?:will not|won't|do not|don't|never|not (?:to )?)\s(?:be )?(?:migrat|rewrit|port|mov|switch)\w*/i.test(text)
          ? true
          : at !== null && s.hits.some((n) => has(n.m, NEG) && n.to <= at.from && at.from - n.to < 24),
    });
  };
  let found = false;
  for (const h of s.hits) {
    if (!has(h.m, REWRITE) && !has(h.m, MIGRATE) && !has(h.m, REJECT)) continue;
    const v = verb(h);
    // A database migration or a schema conversion moves no code.
    if (
      v === 'migrate' &&
      /^(?:migrations?|conversion|upgrade|upgrading|adoption)$/.test(h.word) &&
      /\b(?:database|schema|data|db)[ -]$/i.test(text.slice(0, h.from - s.from))
    )
      continue;
    put(v, h);
    found = true;
  }
  if (!found && /\bwhy\b/i.test(text) && (heading || s.from === 0)) {
    put(/\bwhy not\b/i.test(text) ? 'reject' : 'why', null);
    found = true;
  }
  if (!found) {
    const h = s.hits.find((x) => has(x.m, CHOOSE));
    if (h) {
      put('choose', h);
      found = true;
    }
  }
  // "We will write the service in Go".
  if (!found && names.some((n) => (n.cls === 'lang' || n.cls === 'runtime') && WRITES_IN.test(text.slice(0, n.from)))) {
    put('choose', null);
    found = true;
  }
  if (!found && from.length > 0 && to.length > 0 && /→|->|\bvs\.?\b|\bversus\b|\bto\b/i.test(text))
    put(/\bvs\.?\b|\bversus\b/i.test(text) ? 'choose' : 'migrate', null);
  if (
    !found &&
    heading &&
    NEW_BEFORE.test(text.slice(0, (names[0] as Named).from)) &&
    !/\b(?:in|on|with|by)\s\W*$/i.test(text.slice(0, (names[0] as Named).from))
  )
    put('choose', null);
  return out;
}
