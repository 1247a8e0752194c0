/** Reasons that are not about numbers: precedent, wholesale scope, novelty, wish to learn, insurance, organisation-wide choice, foreign benchmarks. */
import type { Doc } from '../document/types';
import type { Located } from './collect';
import { within, type Context } from './context';
import { has, mask, type Hit } from './lexicon';
import type { Sentence } from './reading';

export type StatementKind =
  | 'precedent'
  | 'whole-rewrite'
  | 'better'
  | 'resume'
  | 'safe'
  | 'mvp'
  | 'org-wide'
  | 'dev-benchmark'
  | 'foreign-benchmark'
  | 'dogma'
  | 'super-linear'
  | 'axis-conflict';

export interface Statement {
  readonly kind: StatementKind;
  readonly block: number;
  readonly section: number;
  /** Range of the block's compact text. */
  readonly from: number;
  readonly to: number;
  /** The words that make it, for the message. */
  readonly words: string;
  readonly name?: string;
}

interface Stakes {
  readonly to: ReadonlySet<string>;
  readonly from: ReadonlySet<string>;
  readonly rivals: ReadonlySet<string>;
}

const M = {
  company: mask('company'),
  project: mask('project'),
  adopt: mask('adoptword'),
  rewrite: mask('rewrite'),
  migrate: mask('migrate'),
  whole: mask('whole'),
  better: mask('better'),
  resume: mask('resume'),
  safe: mask('safeword'),
  mvp: mask('mvp'),
  org: mask('orgwide'),
  laptop: mask('laptop'),
  foreign: mask('othersbench'),
  dogma: mask('dogma'),
  choose: mask('choose'),
  neg: mask('neg', 'instead'),
  reject: mask('reject'),
  hypo: mask('hypo'),
  speed: mask('fast', 'faster', 'fastest', 'slow', 'perfnoun', 'perfadj', 'inefficient'),
  plan: mask('plan'),
  lang: mask('lang', 'runtime'),
  because: mask('because'),
  we: mask('wefirst'),
};

const capital = (s: Sentence, h: Hit): boolean => {
  const c = s.text.charCodeAt(h.from - s.from);
  return (c > 64 && c < 91) || /\d/.test(s.text[h.from - s.from] ?? '');
};

const negatedBefore = (s: Sentence, h: Hit, reach = 40): boolean =>
  s.hits.some(
    (n) => (has(n.m, M.neg) || has(n.m, M.reject)) && n.to <= h.from && h.from - n.to < reach && !/^(?:not only|deferred)$/.test(n.word),
  ) || /\b(?:no|without|avoid\w*|not a|isn't a|rather than)\s(?:\w+\s){0,2}$/i.test(s.text.slice(0, h.from - s.from));

/** A name that the title carries, also with a version behind it ("linkerd2"). */
const ownTitle = (word: string, title: string): boolean => title.includes(word.replace(/\d+$/, ''));

const quietPlace = (c: Context): boolean => within(c, 'references', 'history', 'non-goals', 'prior-art') || c.quoted;
const OWN_WORK = /\b(?:at our|our own|my|previously at|our (?:team|company))\b/i;
const ADOPTION_TITLE =
  /\b(?:industry|adoption|adopters|who uses|used by|case stud|success stor|precedent|real[- ]world|validation|proven|examples|companies|trend|in production|others)\b/i;
/** Praise of spread without a name: "has gained popularity", "rapidly becoming dominant". */
const SPREAD =
  /^(?:gained popularity|gaining popularity|popularity|growing adoption|rapidly becoming|becoming dominant|widely adopted|widely used|has been widely|has been adopted|have adopted|industry adoption|industry validation|already proven|already proves|battle tested by|tech giants|big tech|industry leaders|companies like|companies such as)$/;

function precedent(l: Located, stakes: Stakes, own: ReadonlySet<string>, title: string): Statement | null {
  const { s, c } = l;
  if (
    c.quoted ||
    within(c, 'references', 'history', 'non-goals', 'rejected') ||
    /\b(?:prior art|related work|inspiration)\b/.test(c.title) ||
    s.question
  )
    return null;
  if (
    c.kind === 'heading' &&
    /\b(?:adoption of|who (?:else )?uses|used by|adopters|companies using)\b/i.test(s.text) &&
    l.langs.some((n) => stakes.to.has(n) || stakes.to.size === 0)
  ) {
    const h = s.hits[0];
    if (h && !/\bcompanies\b/i.test(s.text))
      return { kind: 'precedent', block: c.block, section: c.section, from: s.from, to: s.to, words: s.text, name: s.text };
  }
  if (!has(s, M.company) && !has(s, M.project) && !has(s, M.adopt)) return null;
  const who = s.hits.filter(
    (h) =>
      (has(h.m, M.company) || has(h.m, M.project)) && capital(s, h) && !own.has(h.word) && !ownTitle(h.word, title) && !isStake(h, stakes),
  );
  const companies = who.filter((h) => has(h.m, M.company) || who.length > 1 || has(h.m, M.project));
  const first0 = companies[0];
  const adopt =
    s.hits.find((h) => has(h.m, M.adopt)) ??
    (first0 &&
    /^[^.;]{0,30}?\b(?:uses?|chose|moved|runs|wrote|built|picked|adopted)\b/i.test(s.text.slice(first0.to - s.from)) &&
    l.langs.some((n) => stakes.to.has(n))
      ? first0
      : undefined);
  const named = l.names.some((n) => stakes.to.has(n));
  const optionTo = c.option.some((n) => stakes.to.has(n));
  const rival = !named && !optionTo && c.option.some((n) => stakes.rivals.has(n));
  if (rival) return null;
  const at = (h: Hit): Statement => ({
    kind: 'precedent',
    block: c.block,
    section: c.section,
    from: h.from,
    to: h.to,
    words: s.text.slice(h.from - s.from, h.to - s.from),
    name: s.text.slice(h.from - s.from, h.to - s.from),
  });
  if (c.kind === 'heading') {
    if (companies[0] && ADOPTION_TITLE.test(parentTitle(l)) && !ADOPTION_TITLE.test(s.text)) return at(companies[0]);
    if (companies[0] && adopt && /\b(?:did|does|chose|rewrote|switched|moved|uses|adopt)/i.test(s.text)) return at(companies[0]);
    return null;
  }
  // Who uses the authors' own product is no precedent for its choice.
  if (
    OWN_WORK.test(s.text) ||
    (title !== '' && s.hits.some((h) => (has(h.m, M.project) || has(h.m, M.company)) && ownTitle(h.word, title)))
  )
    return null;
  if (companies.length > 0 && adopt && !negatedBefore(s, companies[0] as Hit)) {
    const first = companies[0] as Hit;
    if (
      /^(?:powers|just like|de facto|others have)$/.test(adopt.word) &&
      !named &&
      !optionTo &&
      !/\b(?:rewrote|switched|moved|migrated|did)\b/i.test(s.text)
    )
      return null;
    if (
      named ||
      optionTo ||
      within(c, 'pros', 'rationale', 'decision', 'context', 'problem', 'summary', 'consequences', 'drivers', 'evidence') ||
      ADOPTION_TITLE.test(c.title)
    )
      return at(first);
  }
  if (
    companies.length > 1 &&
    (ADOPTION_TITLE.test(c.title) || ADOPTION_TITLE.test(c.rowHead) || ADOPTION_TITLE.test(s.text)) &&
    !negatedBefore(s, companies[0] as Hit)
  )
    return at(companies[0] as Hit);
  if (
    adopt &&
    SPREAD.test(adopt.word) &&
    named &&
    !l.names.some((n) => stakes.rivals.has(n)) &&
    !negatedBefore(s, adopt) &&
    !within(c, 'cons', 'risks', 'plan', 'design')
  )
    return at(adopt);
  return null;
}

const isStake = (h: Hit, stakes: Stakes): boolean => Object.entries(h.m.names).some(([, n]) => stakes.to.has(n) || stakes.from.has(n));
const parentTitle = (l: Located): string => l.parentTitle;

const WHOLE_REWRITE =
  /\b(?:complete(?:ly)?|full(?:y)?|entire(?:ly)?|whole|total|wholesale|ground[- ]up|big[- ]bang|beat[- ]for[- ]beat|clean[- ]slate|end[- ]to[- ]end)\b(?:[\s-]+[\w+#.'/-]+){0,4}?[\s-]+(?:re-?writ\w+|ports?\b|porting|re-?implement\w+|migration)|\b(?:re-?writ\w+|rewrote|port(?:ed|ing)?|re-?implement\w+|migrat\w+|rebuil\w+)\b[^.;:]{0,60}\b(?:from scratch|from the ground up|entirely|completely|in (?:its|their) entirety|everything|all (?:of )?(?:our|the|its)? ?(?:services|code|components|modules|systems)|the (?:entire|whole|full|complete)\b)|\b(?:start(?:ed|ing)? over\b|from the ground up in\b)/i;
const NOT_CODE =
  /^[^.;]{0,60}?\b(?:entire|whole|full|complete)\s(?:file|files|path|paths|url|urls|row|rows|history|query|queries|table|index|log|string|request|response|headers?|document|page|document|dataset|list)\b/i;
const COMPONENT_OF =
  /^\s(?:of|for) (?:our|the|its) (?:[\w-]+ ){0,2}(?:compiler|parser|module|component|transport|layer|engine|bundler|resolver|renderer|scheduler|indexer)\b/i;
const NOT_OURS =
  /\b(?:would|could|might|if we|instead of|rather than|avoid\w*|without|no need|not|never|don't|doesn't|won't|out of scope|risk of|too (?:risky|expensive|costly)|temptation|unlike)\b/i;

function wholeRewrite(l: Located): Statement | null {
  const { s, c } = l;
  if (!has(s, M.whole) && !has(s, M.rewrite) && !/\bstart(?:ed|ing)? over\b/i.test(s.text)) return null;
  if (quietPlace(c) || within(c, 'rejected', 'options', 'cons', 'risks', 'questions') || s.question) return null;
  const m = WHOLE_REWRITE.exec(s.text);
  if (!m) return null;
  const clause = s.text.slice(Math.max(0, m.index - 60), m.index + m[0].length + 24);
  if (NOT_OURS.test(clause) || (c.kind === 'row' && has(s, M.reject))) return null;
  if (/\b(?:one|part|single|first|each) (?:module|component|part|service|of)\b/i.test(s.text) && !/\bentire|whole|everything\b/i.test(m[0]))
    return null;
  if (/^\s(?:guide|plan|documentation|path|strategy|checklist)\b/i.test(s.text.slice(m.index + m[0].length))) return null;
  if (NOT_CODE.test(s.text.slice(m.index)) || /\brewrite rule\b/i.test(s.text)) return null;
  // The whole of one component is a part of the whole.
  if (COMPONENT_OF.test(s.text.slice(m.index + m[0].length))) return null;
  return {
    kind: 'whole-rewrite',
    block: c.block,
    section: c.section,
    from: s.from + m.index,
    to: s.from + m.index + m[0].length,
    words: m[0],
  };
}

function phrase(kind: StatementKind, l: Located, h: Hit): Statement {
  return {
    kind,
    block: l.c.block,
    section: l.c.section,
    from: h.from,
    to: h.to,
    words: l.s.text.slice(h.from - l.s.from, h.to - l.s.from),
  };
}

function novelty(l: Located, stakes: Stakes): Statement | null {
  const { s, c } = l;
  if (!has(s, M.better) || quietPlace(c) || within(c, 'rejected', 'cons', 'design', 'testing') || c.kind === 'heading' || s.question)
    return null;
  if (l.near) return null;
  const h = s.hits.find((x) => has(x.m, M.better)) as Hit;
  if (negatedBefore(s, h)) return null;
  const named =
    l.names.some((n) => stakes.to.has(n)) ||
    c.option.some((n) => stakes.to.has(n)) ||
    /\b(?:language|languages|technology|technologies|stack|framework)\b/i.test(h.word);
  const strong =
    /^(?:the best overall|best overall|the best combination|no brainer|obvious choice|best choice|the right choice|superior language|better language|best language|modern (?:programming )?languages?|modern (?:tech )?stack|modern technology|the way to go|way forward|best in class|best of breed|best tool|latest technolog\w+|industry standard|state of the art|world class|cutting edge|the future(?: of)?)$/.test(
      h.word,
    );
  if (!strong) return null;
  if (
    /^(?:the future(?: of)?|state of the art|cutting edge|world class|industry standard|latest technolog\w+|best in class|best of breed|best tool)$/.test(
      h.word,
    ) &&
    !l.langs.some((n) => stakes.to.has(n)) &&
    !(c.optionLangs.some((n) => stakes.to.has(n)) && /^(?:it|this|that|which)(?:'s| is)\b/i.test(s.text))
  )
    return null;
  if (!named && !within(c, 'decision', 'rationale', 'context', 'problem', 'drivers', 'pros')) return null;
  return phrase('better', l, h);
}

function resume(l: Located): Statement | null {
  const { s, c } = l;
  if (!has(s, M.resume) || quietPlace(c) || within(c, 'rejected', 'cons', 'risks', 'plan', 'testing', 'questions') || s.question)
    return null;
  const h = s.hits.find((x) => has(x.m, M.resume)) as Hit;
  if (negatedBefore(s, h)) return null;
  if (
    /^(?:cool|sexy|passion|curiosity|excitement|fun|resume|cv|more fun|developer happiness)$/.test(h.word) &&
    !(has(s, M.lang) || /\blanguage\b/i.test(s.text))
  )
    return null;
  if (/attract|grow|hiring/.test(h.word) || has(s, M.lang) || /\b(?:languages?|technolog\w+|it|stack|framework)\b/i.test(s.text))
    return phrase('resume', l, h);
  return null;
}

function orgWide(l: Located, stakes: Stakes): Statement | null {
  const { s, c } = l;
  if (!has(s, M.org) || !has(s, M.lang) || quietPlace(c) || within(c, 'rejected', 'options', 'cons', 'plan', 'questions') || s.question)
    return null;
  if (!l.names.some((n) => stakes.to.has(n))) return null;
  const h = s.hits.find((x) => has(x.m, M.org)) as Hit;
  if (negatedBefore(s, h)) return null;
  if (
    !/\b(?:adopt\w*|use|using|standardi[sz]\w+|recommend\w*|choose|chosen|select\w*|will be (?:written|built)|default|primary|must|required?|requires)\b/i.test(
      s.text,
    )
  )
    return null;
  if (
    /^(?:everywhere|for all|single language|one language|going forward|backend services|new services|web applications)$/.test(h.word) &&
    !/\b(?:we (?:will|have|decided)|adopt|recommend|standardi[sz]|as the|required)\b/i.test(s.text)
  )
    return null;
  return phrase('org-wide', l, h);
}

const SUPER_LINEAR =
  /\bO\(n\s?(?:\^\s?[2-9]|\u00b2|\u00b3|\*\*\s?[2-9]|\s?[*\u00d7]\s?[nm])\)|\bO\((?:n\s?[*\u00d7\u00b7]\s?m|nm|2\^n)\)|\bquadratic(?:ally)?\b|\bfor (?:every|each) [\w-]+(?: \w+)?,?\s(?:it |we |the \w+ )?(?:scans?|loops? over|iterates? over|goes (?:through|over)|walks?|searches|compares?|checks?|reads?)\s(?:all|every|each|the (?:whole|entire|full))\b|\b(?:nested loops?|every \w+ is compared (?:with|to|against) every|compares? every \w+ (?:with|to|against) every|run ?time grows? exponentially|exponential(?:ly)? (?:in|with))\b/i;
const ALGORITHM_DONE =
  /\b(?:and that is optimal|every pair has to|algorithm (?:comes first|was (?:changed|replaced)|is optimal)|better algorithm|(?:already|first) (?:optimal|changed|replaced)|provably optimal|the scan is gone|now (?:linear|O\(n)|n log n|replaced (?:by|with) an? (?:index|hash|lookup)|with an index by)\b/i;

const FIRST_VERSION = /^(?:mvp|minimum viable product|pre ?launch|first version|throw ?away|hackathon)$/;

/** The first version is built in what is taken up (or estimated beside it), not told of or measured. */
function buildsFirst(l: Located, stakes: Stakes, h: Hit): boolean {
  const { s } = l;
  if (/\b(?:was|were|had|award|would|measured)\b/i.test(s.text)) return false;
  if (/^first version$/.test(h.word) && !/\b(?:no users|not launched|before (?:launch|users))\b/i.test(s.text)) return false;
  const taken = l.names.some((n) => stakes.to.has(n));
  // "Two weeks for the MVP against one in TypeScript": estimated for what is taken up, beside another.
  return taken || (l.names.length > 0 && /\b(?:vs\.?|versus|against|instead of|than)\b/i.test(s.text));
}

/** A cost that grows faster than its input, answered with a language (Q5, Q7). Silent where the algorithm was changed first. */
function superLinear(all: readonly Located[], stakes: Stakes): Statement | null {
  if (stakes.to.size === 0 || all.some((l) => ALGORITHM_DONE.test(l.s.text))) return null;
  for (const l of all) {
    if (quietPlace(l.c) || within(l.c, 'rejected', 'options', 'testing', 'design') || l.s.question) continue;
    const m = SUPER_LINEAR.exec(l.s.text);
    if (m && !/\b(?:not|no longer|never)\s(?:\w+\s)?$/i.test(l.s.text.slice(0, m.index)))
      return {
        kind: 'super-linear',
        block: l.c.block,
        section: l.c.section,
        from: l.s.from + m.index,
        to: l.s.from + m.index + m[0].length,
        words: m[0],
      };
  }
  return null;
}

/** Remedies and the axis they are known to cost (Q10). */
const CONFLICTS: readonly { readonly graded: RegExp; readonly remedy: RegExp; readonly settled: RegExp }[] = [
  {
    graded: /\b(?:cold[- ]start|start-?up time|serverless|lambda functions?)\b/i,
    remedy: /\b(?:jvm|jit|just-in-time compil\w+|spring boot|hotspot|\.net runtime)\b/i,
    settled:
      /\b(?:if the jvm|starts? too slowly|graalvm|native image|ahead[- ]of[- ]time|aot|snapstart|costs? (?:us )?cold[- ]start|warm pool|provisioned concurrency)\b/i,
  },
  {
    graded: /\b(?:p99(?:\.9)?|p999|tail latency|jitter|gc pauses?)\b/i,
    remedy:
      /\b(?:larger heap|bigger heap|increase the heap|heap of \d+ ?gb|throughput collector|parallel collector|parallel gc|parallelgc)\b/i,
    settled: /\b(?:pauses? (?:stay|are|were|remain)|zgc|shenandoah|low[- ]pause|at the (?:cost|price) of)\b/i,
  },
  {
    graded: /\b(?:latency|response time|p9\d)\b/i,
    remedy:
      /\b(?:larger batches|bigger batches|batching|(?:collected|grouped) into batches|batch (?:the )?(?:requests|writes|calls)|micro-?batch\w*)\b/i,
    settled: /\b(?:adds? (?:at most|up to)|flush(?:es|ed)? (?:after|every)|linger|at the (?:cost|price) of|latency budget)\b/i,
  },
];

function axisConflicts(all: readonly Located[]): Statement[] {
  const out: Statement[] = [];
  for (const k of CONFLICTS) {
    const graded = all.find(
      (l) => k.graded.test(l.s.text) && GRADES.test(l.s.text) && !quietPlace(l.c) && !within(l.c, 'options', 'rejected'),
    );
    if (!graded || all.some((l) => k.settled.test(l.s.text))) continue;
    for (const l of all) {
      if (!within(l.c, 'decision', 'rationale', 'plan', 'pros', 'summary') || within(l.c, 'rejected', 'options') || l.s.question) continue;
      const m = k.remedy.exec(l.s.text);
      if (
        !m ||
        !/\b(?:we|us|will|rewrite|use|adopt|move|chosen|faster|because|gives?|makes?|runs?|are|is)\b/i.test(l.s.text) ||
        l.c.quoted ||
        /\b(?:switched off|disabled)\b/i.test(l.s.text) ||
        /\b(?:not|avoid|without|no)\b[^.;]{0,20}$/i.test(l.s.text.slice(0, m.index))
      )
        continue;
      out.push({
        kind: 'axis-conflict',
        block: l.c.block,
        section: l.c.section,
        from: l.s.from + m.index,
        to: l.s.from + m.index + m[0].length,
        words: m[0],
      });
      break;
    }
  }
  return out;
}
const GRADES =
  /\b(?:graded|must|target|slo|within|under|below|at most|matters most|counts|objective|goal|requirement|budget|users wait)\b/i;

/** The sentence denies, doubts or quotes the reason that it names. */
const DENIED =
  /\b(?:nobody|no one|none of us)\b[^.;]{0,40}\b(?:says?|said|claims?|argues?)\b|\b(?:is|are|was|were|makes) (?:not |no )(?:a |an |the |in itself )?(?:\w+ )?(?:reason|argument|excuse|rule|evidence|enough|case)\b|\bis wrong\b|\bnot enough\b|\bno reason\b|\breasons? that (?:is|are) not ours\b|\bwe (?:do not|don't|will not|won't|did not|didn't)\b|\bif this were\b|\bwhat (?:reviewers|critics|people) (?:will|would|may)\b|\bis not why\b/i;

const NOT_SAID = /\b(?:nobody|no one|none of us)\b|\bwe (?:do not|don't) (?:say|claim)\b|\bis wrong\b|\bnot (?:true|our view)\b/i;

/** Options that were not taken speak for themselves, not for the choice. */
const asideOption = (l: Located, stakes: Stakes): boolean =>
  within(l.c, 'options', 'rejected') &&
  !l.c.option.some((n) => stakes.to.has(n)) &&
  !l.names.some((n) => stakes.to.has(n) && l.c.kind === 'row');

const quotedAt = (s: Sentence, at: number): boolean => {
  const text = s.text;
  const rel = at - s.from;
  let n = 0;
  for (let i = text.indexOf('"'); i >= 0 && i < rel; i = text.indexOf('"', i + 1)) n++;
  return n % 2 === 1 && text.indexOf('"', rel) >= 0;
};

/** All such statements, at most one of a kind per sentence. */
export function statementsOf(all: readonly Located[], doc: Doc, stakes: Stakes, own: ReadonlySet<string>): Statement[] {
  const out: Statement[] = [...axisConflicts(all)];
  const grows = superLinear(all, stakes);
  if (grows) out.push(grows);
  // A project in the title is the authors' own.
  const title = (doc.blocks.find((b) => b.kind === 'heading')?.text ?? '').toLowerCase();
  for (const l of all) {
    const { s, c } = l;
    if (DENIED.test(s.text) && !(has(s, M.dogma) && !NOT_SAID.test(s.text))) continue;
    const p = precedent(l, stakes, own, title);
    if (p) out.push(p);
    if (asideOption(l, stakes)) continue;
    const w = wholeRewrite(l);
    if (w) out.push(w);
    const n = novelty(l, stakes);
    if (n) out.push(n);
    const r = resume(l);
    if (r) out.push(r);
    const o = orgWide(l, stakes);
    if (o) out.push(o);
    const quiet = quietPlace(c) || within(c, 'rejected', 'questions') || s.question;
    if (!quiet && has(s, M.safe)) {
      const h = s.hits.find((x) => has(x.m, M.safe)) as Hit;
      if (
        !negatedBefore(s, h) &&
        (has(s, M.speed) || l.names.length > 0 || c.option.length > 0 || /\bscal|parallel|perform/i.test(s.text)) &&
        !l.near &&
        !within(c, 'plan', 'cons', 'design')
      )
        out.push(phrase('safe', l, h));
    }
    if (!quiet && has(s, M.mvp) && !within(c, 'plan', 'pros', 'options')) {
      const h = s.hits.find((x) => has(x.m, M.mvp)) as Hit;
      if (FIRST_VERSION.test(h.word) && !negatedBefore(s, h) && buildsFirst(l, stakes, h)) out.push(phrase('mvp', l, h));
    }
    if (!quiet && has(s, M.dogma) && (has(s, M.lang) || l.names.length > 0))
      out.push(phrase('dogma', l, s.hits.find((x) => has(x.m, M.dogma)) as Hit));
    if (!quiet && has(s, M.laptop) && !has(s, M.plan) && !within(c, 'plan', 'testing', 'design', 'context', 'problem')) {
      const h = s.hits.find((x) => has(x.m, M.laptop)) as Hit;
      if (
        /\b(?:benchmark\w*|measur\w+|tested|ran|called it|timed|answers?|handles?|gives|running|results?|latency|throughput|rps|load test\w*|took|test @)\b/i.test(
          s.text,
        ) &&
        (c.introduces || s.quantities.some((q) => q.kind === 'time' || q.kind === 'rate' || q.kind === 'factor'))
      )
        out.push(phrase('dev-benchmark', l, h));
    }
    if (!quiet && has(s, M.foreign) && !within(c, 'plan', 'testing', 'design')) {
      const h = s.hits.find((x) => has(x.m, M.foreign)) as Hit;
      const praise = has(s, M.speed) || s.carried;
      if (praise && !negatedBefore(s, h) && !/\b(?:own|our) benchmark/i.test(s.text)) out.push(phrase('foreign-benchmark', l, h));
    }
  }
  for (let b = 0; b < doc.blocks.length; b++) {
    const block = doc.blocks[b];
    if (block?.kind !== 'code') continue;
    const span = doc.blockSpan(b);
    const code = doc.text.slice(span.from, Math.min(span.to, span.from + 4000));
    const m =
      /\b(?:wrk2?|ab|hey|k6|autocannon|bombardier|vegeta|oha|ghz|curl -w|siege|drill|Running \w+ test @)\b[^\n]*\b(?:localhost|127\.0\.0\.1)\b/.exec(
        code,
      );
    if (m)
      out.push({
        kind: 'dev-benchmark',
        block: b,
        section: doc.sectionOf[b] as number,
        from: m.index,
        to: m.index + Math.min(m[0].length, 60),
        words: 'localhost',
      });
  }
  const inBlock = new Map<number, Located[]>();
  for (const l of all) {
    const same = inBlock.get(l.c.block);
    if (same) same.push(l);
    else inBlock.set(l.c.block, [l]);
  }
  return out.filter((x) => !quotedOut(x, inBlock.get(x.block) ?? []));
}

/** Inside quotation marks it is somebody else's. */
function quotedOut(x: Statement, inBlock: readonly Located[]): boolean {
  if (x.kind === 'precedent') return false;
  // Sentences of a block stand in order.
  let low = 0;
  let high = inBlock.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((inBlock[middle] as Located).s.from <= x.from) low = middle;
    else high = middle - 1;
  }
  const near = inBlock[low];
  const l = near && x.from >= near.s.from && x.from < near.s.to ? near : undefined;
  return l !== undefined && l.c.kind !== 'code' && quotedAt(l.s, x.from);
}
