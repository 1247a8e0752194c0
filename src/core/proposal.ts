/** What is proposed: does the document argue for a rewrite, switch or choice with performance, and of what kind is it? */
import type { Doc } from './document/types';
import type { Located } from './facts/collect';
import type { Stakes } from './facts/argument';
import { within } from './facts/context';
import type { Intent } from './facts/intent';
import { has, mask } from './facts/lexicon';
import type { Exemption, Proposal, ProposalKind, Reason, Scope, Span, Tense } from './types';

/** Signals of the classification, kept so that it can be explained and measured. */
export interface Signals {
  readonly title: string;
  readonly titleIntent: Intent | null;
  /** The title chooses a kind of technology without naming one ("Choose backend programming language"). */
  readonly titleGeneric: boolean;
  readonly decision: Located | null;
  readonly rewriteBody: number;
  readonly chooseBody: number;
  readonly whyHeadings: number;
  readonly perf: number;
  readonly perfStrong: number;
  readonly figures: number;
  readonly rejectTitle: boolean;
  readonly adr: boolean;
  readonly score: number;
  /** Numbers for the decision, see `appliesWeights`. */
  readonly x: Readonly<Record<string, number>>;
}

export interface Classified {
  readonly proposal: Proposal;
  readonly signals: Signals;
  readonly stakes: Stakes;
}

const M = {
  rewrite: mask('rewrite'),
  migrate: mask('migrate'),
  choose: mask('choose'),
  whole: mask('whole'),
  partial: mask('partial'),
  service: mask('serviceword'),
  nonservice: mask('nonserviceword'),
  capacity: mask('capacityword'),
  cpu: mask('exemptcpu'),
  latency: mask('exemptlatency'),
  goal: mask('goalword'),
};
const GENERIC =
  /\b(?:(?:programming|backend|implementation|server|frontend|system) languages?|(?:web |ui |frontend |backend |http |game |desktop )?frameworks?|runtimes?|(?:database|storage|query|search|rendering|template|inference) engines?|databases?|data ?stores?|(?:tech(?:nology)?|technical) stack|bundlers?|build (?:tool|system)s?|compilers?|web servers?|message (?:broker|queue|bus)s?|brokers?|orms?|toolchains?|test runners?|package managers?|linters?|serialization format|rpc|protocol|language)\b/i;
const CHOICE_WORD =
  /\b(?:choose|choice|choosing|select(?:ion|ing|ed)?|adopt(?:ion|ing|ed)?|use|using|switch(?:ing)?|migrat(?:e|ion|ing)|mov(?:e|ing)|rewrit(?:e|ing|ten)|replac(?:e|ing|ement)|port(?:ing)?|introduc(?:e|tion|ing)|why|standardi[sz]e|pick|evaluat(?:e|ion|ing)|compar(?:e|ison|ing)|decision|convert(?:ing)?)\b/i;

const DECIDES =
  /\b(?:we(?:'ve| have)? (?:will|decided|chose|choose|select(?:ed)?|adopt(?:ed)?|use|are (?:using|moving|migrating|going)|opted)|we'll|chosen option|decided to|decision (?:is|was)|adopt|use|selected|go with|going with|will be (?:written|implemented|built|rewritten|replaced|migrated)|is chosen|was chosen|migrate|rewrite|replace|switch|move)\b/i;

export const titleOf = (doc: Doc): { text: string; block: number } => {
  const data = doc.frontMatter?.data['title'];
  const heading = doc.blocks.findIndex((b) => b.kind === 'heading' && b.text !== '');
  if (heading >= 0) {
    const b = doc.blocks[heading];
    if (b && (b.level === 1 || typeof data !== 'string')) return { text: b.text, block: heading };
  }
  if (typeof data === 'string') return { text: data, block: -1 };
  return { text: '', block: -1 };
};

const collectNames = (intents: readonly Intent[]): { to: Set<string>; from: Set<string> } => {
  const to = new Set<string>();
  const from = new Set<string>();
  for (const i of intents) {
    if (i.negated || i.verb === 'reject') {
      for (const n of i.to) from.add(n);
      continue;
    }
    for (const n of i.to) to.add(n);
    for (const n of i.from) from.add(n);
  }
  for (const n of from) to.delete(n);
  return { to, from };
};

/** A document that makes an existing thing faster moves nothing. */
const TUNING =
  /^(?:\W*(?:rfc|adr|kep|proposal)?[\s\d:#.-]*)?(?:making|benchmark\w*|improv\w+|optimi[sz]\w+|minimi[sz]\w+|speeding up|reducing|tuning|performance (?:optimi[sz]ation|tuning|improvements?))\b|\bperformance (?:optimi[sz]ations?|tuning)\b/i;
const ANNOUNCES =
  /^\W*(?:announc\w+|introduc(?:ing|es)|lessons\b|why we (?:built|wrote|rewrote|chose|moved)|how we (?:built|rewrote|moved|migrated))/i;
const BUILT_IN =
  /\b(?:written|implemented|crafted|built|rewritten|rewrite|developed|switching|moved?|port(?:ed)?|adopting)\b[^.]{0,40}\b(?:in|to|on)\b/i;
/** A heading that argues for a language: "Rust Offerings", "Benefits of Go", "Adoption of Rust". */
const ABOUT = /\b(?:why|offer\w*|benefits?|advantages?|adoption|strengths|vs\.?|versus|great about|written in|for us|wins?)\b/i;
const LANG_NAMES = (l: Located, name: string): boolean => l.s.hits.some((h) => h.m.names['lang'] === name || h.m.names['runtime'] === name);

const isTech = (i: Intent): boolean => i.to.length > 0 || i.from.length > 0;
const spanOf = (doc: Doc, l: Located): Span => doc.span(l.c.block, l.s.from, l.s.to);

interface Performance {
  perf: number;
  strong: number;
  figures: number;
  /** Statements tied to the thing taken up by name, in first person or as a cause. */
  linked: number;
  first: Located | null;
  best: Located | null;
  /** Statements where reasons for the choice stand; where needs stand; praise and blame of what is taken up. */
  choice: number;
  need: number;
  praise: number;
  blame: number;
  bare: number;
}

const BECAUSE = mask('because');
const WE = mask('wefirst');

/** Counts how much performance is argued: statements that stand where arguments stand. */
function performance(all: readonly Located[], stakes: Classified['stakes']): Performance {
  const p: Performance = {
    perf: 0,
    strong: 0,
    figures: 0,
    linked: 0,
    first: null,
    best: null,
    choice: 0,
    need: 0,
    praise: 0,
    blame: 0,
    bare: 0,
  };
  let top = 0;
  for (const l of all) {
    if (l.claims.length === 0) continue;
    if (within(l.c, 'references', 'non-goals', 'history', 'prior-art')) continue;
    const named = l.names.some((n) => stakes.to.has(n));
    const onlyRivals =
      !named && l.names.length > 0 && l.names.every((n) => stakes.rivals.has(n)) && !l.names.some((n) => stakes.from.has(n));
    let counted = false;
    for (const k of l.claims) {
      if (k.bare && !k.negated && (named || within(l.c, 'drivers', 'goals', 'decision', 'rationale', 'pros', 'context', 'problem')))
        p.bare++;
      const withIntent =
        k.bare &&
        named &&
        l.c.kind !== 'heading' &&
        l.intents.some((i) => i.verb !== 'reject' && !i.negated && i.to.some((n) => stakes.to.has(n)));
      if (k.negated || (k.bare && !withIntent) || onlyRivals) continue;
      const optionRival = l.c.option.some((n) => stakes.rivals.has(n)) && !l.c.option.some((n) => stakes.to.has(n));
      if (optionRival && k.tone === 'good') continue;
      const aside = within(l.c, 'plan', 'testing', 'design');
      let w = k.weak ? 0.3 : 1;
      if (aside) w *= 0.4;
      if (named || k.language) w *= 1.5;
      if (has(l.s, BECAUSE)) w *= 1.3;
      p.perf += w;
      if (within(l.c, 'decision', 'rationale', 'consequences', 'pros', 'summary')) p.choice += w;
      if (within(l.c, 'context', 'problem', 'goals', 'drivers')) p.need += w;
      if (named || l.c.option.some((n) => stakes.to.has(n)) || within(l.c, 'decision', 'consequences')) {
        if (k.tone === 'good') p.praise += w;
        else if (within(l.c, 'cons', 'consequences', 'risks')) p.blame += w;
      }
      if (!k.weak && !aside) p.strong++;
      counted = true;
      p.first ??= l;
      if (w > top) {
        top = w;
        p.best = l;
      }
    }
    if (counted && l.s.carried) p.figures++;
    if (counted && (named || l.claims.some((k) => k.language)) && (has(l.s, WE) || has(l.s, BECAUSE)) && !within(l.c, 'plan', 'testing'))
      p.linked++;
  }
  return p;
}

const TARGET_ROLES = ['decision', 'summary', 'context', 'rationale', 'problem'] as const;

/** Options that were weighed and not taken: left behind, rejected, or beside the chosen one in a comparison. */
function rivalsOf(all: readonly Located[], to: ReadonlySet<string>, from: ReadonlySet<string>): Set<string> {
  const rivals = new Set<string>(from);
  const add = (names: readonly string[]): void => {
    for (const n of names) if (!to.has(n)) rivals.add(n);
  };
  for (const l of all) {
    if (l.c.kind === 'heading' && within(l.c, 'options', 'rejected')) add(l.names);
    else if (l.intents.some((i) => i.verb === 'reject')) add(l.intents.filter((i) => i.verb === 'reject').flatMap((i) => i.to));
    else if (within(l.c, 'options', 'rejected') && l.c.item && l.names.length === 1 && l.s.text.length < 60) add(l.names);
    else if (l.c.kind === 'row' && l.s.column === 0 && (l.compared || within(l.c, 'options', 'rejected'))) add(l.names);
    else if (l.c.kind === 'row' && l.c.header === '' && l.names.length === 1 && l.compared) add(l.names);
  }
  return rivals;
}

/** The decision or conclusion turns the change down. */
function rejectsChange(all: readonly Located[], to: ReadonlySet<string>): boolean {
  let no = 0;
  let yes = 0;
  for (const l of all) {
    if (
      !(within(l.c, 'decision', 'summary') || /conclusion|recommendation|verdict|decision|outcome/.test(l.c.title)) ||
      within(l.c, 'options')
    )
      continue;
    if (!l.names.some((n) => to.has(n)) && !/\b(?:rewrit|migrat|port(?:ing)?\b|switch)/i.test(l.s.text)) continue;
    if (NO.test(l.s.text)) no++;
    else if (DECIDES.test(l.s.text)) yes++;
  }
  return no > 0 && no >= yes;
}
const NO =
  /\b(?:do not|don't|not (?:to )?(?:rewrite|migrate|port|switch|adopt|proceed|pursue|worth|recommended|justified)|won't|will not (?:be )?(?:rewrit|migrat|port|switch|adopt)\w*|stay(?:ing)? (?:with|on)|keep(?:ing)? (?:the |our )?\w+|reject\w*|defer\w*|postpone\w*|against)\b/i;

/** Reads the whole argument: what moves, why, and of what kind the document is. */
export function classify(doc: Doc, all: readonly Located[], override: boolean | undefined): Classified {
  const title = titleOf(doc);
  const titleSaid = all.filter((l) => l.c.block === title.block && l.c.kind === 'heading');
  const labelled = all.find((l) => l.c.block < 4 && /^title:/i.test(l.s.text));
  const titleIntents = [...titleSaid, ...(labelled ? [labelled] : [])].flatMap((l) => l.intents).filter(isTech);
  const adr =
    /\b(?:adr|rfc|kep|decision record|proposal|decision)\b/i.test(title.text) ||
    all.some((l) => l.c.role === 'decision' && l.c.kind === 'heading') ||
    doc.sections.some((x) => x.ownRole === 'decision');
  const titleNames = titleSaid.flatMap((l) => l.names);
  const titleGeneric = GENERIC.test(title.text) && (CHOICE_WORD.test(title.text) || adr);
  let titleIntent: Intent | null = titleIntents.find((i) => i.verb !== 'reject') ?? null;
  const rejectTitle = titleIntents.some((i) => i.verb === 'reject' || i.negated) && titleIntent === null;
  // "Architecture decision record: Go programming language": a name in the title of a decision is what is decided.
  if (
    !titleIntent &&
    !rejectTitle &&
    titleNames.length > 0 &&
    adr &&
    (titleNames.length === 1 || /\bvs\.?\b/i.test(title.text) || /\bfor\b/i.test(title.text)) &&
    (GENERIC.test(title.text) || /\b(?:for|as)\b/i.test(title.text))
  )
    titleIntent = { verb: 'choose', from: [], to: [...new Set(titleNames)], classes: [], span: { from: 0, to: 0 }, negated: false };

  const decisions = all.filter(
    (l) =>
      (l.c.role === 'decision' || l.c.path.includes('decision')) &&
      l.c.kind !== 'heading' &&
      l.intents.some((i) => isTech(i) && !i.negated && i.verb !== 'reject') &&
      (DECIDES.test(l.s.text) || l.c.item),
  );
  const body = all.filter(
    (l) =>
      l.c.kind !== 'heading' &&
      l.c.kind !== 'row' &&
      !l.c.quoted &&
      (l.c.path.length === 0 || within(l.c, ...TARGET_ROLES) || l.c.section <= 2) &&
      !within(l.c, 'rejected', 'references', 'history', 'non-goals', 'options'),
  );
  const rewrites = body.filter((l) => l.intents.some((i) => i.verb === 'rewrite' && !i.negated && i.to.length > 0));
  const migrates = body.filter((l) =>
    l.intents.some((i) => i.verb === 'migrate' && !i.negated && i.to.length > 0 && (i.from.length > 0 || DECIDES.test(l.s.text))),
  );
  const chooses = body.filter(
    (l) =>
      l.intents.some((i) => i.verb === 'choose' && !i.negated && i.to.length > 0) &&
      DECIDES.test(l.s.text) &&
      /\b(?:we|our|decided|chosen|chose|adopt)\b/i.test(l.s.text),
  );
  const whyHeadings = all.filter((l) => l.c.kind === 'heading' && l.intents.some((i) => i.verb === 'why')).length;
  const headingRewrites = all.filter(
    (l) =>
      l.c.kind === 'heading' &&
      !within(l.c, 'rejected', 'options', 'references') &&
      l.intents.some((i) => (i.verb === 'rewrite' || i.verb === 'migrate') && !i.negated && i.to.length > 0),
  );

  // Names: the title and the decision speak first, then the body.
  const ranked: readonly (readonly Intent[])[] = [
    titleIntents,
    decisions.slice(0, 6).flatMap((l) => l.intents),
    [...rewrites, ...migrates].flatMap((l) => l.intents),
    [...headingRewrites].flatMap((l) => l.intents),
    chooses.flatMap((l) => l.intents),
    all.filter((l) => l.c.kind === 'heading').flatMap((l) => l.intents.filter((i) => i.verb === 'why')),
  ];
  let to = new Set<string>();
  const from = new Set<string>();
  for (const intents of ranked) {
    const n = collectNames(intents);
    if (to.size === 0) to = n.to;
    for (const x of n.from) if (!to.has(x)) from.add(x);
  }
  if (to.size === 0 && titleIntent) to = new Set(titleIntent.to);
  // A language in the title speaks before everything else: "Experimental Rust Transport Backend", "Extend Merino via Rust".
  const titleLangs = titleSaid
    .flatMap((l) => l.names.filter((n) => LANG_NAMES(l, n)))
    .filter((n) => !titleIntents.some((i) => i.from.includes(n)));
  if (titleLangs.length === 1 && !rejectTitle && ![...to].includes(titleLangs[0] as string)) {
    for (const n of to) from.add(n);
    to = new Set(titleLangs);
    for (const n of titleLangs) from.delete(n);
  } else if (titleLangs.length === 1 && to.size > 1 && to.has(titleLangs[0] as string))
    to = new Set([...titleLangs, ...[...to].filter((n) => !all.some((l) => LANG_NAMES(l, n)))]);
  const rivals = rivalsOf(all, to, from);
  const builds =
    [...to].some((n) => all.some((l) => l.s.hits.some((h) => h.m.names['tool'] === n))) ||
    /\b(?:build (?:tool|system|time|performance)|bundl\w+|compil\w+|transpil\w+|test runner|lint\w*|type ?check\w*)\b/i.test(title.text);
  const stakes: Stakes = { to, from, rivals, builds };

  const p = performance(all, stakes);
  const decision = decisions[0] ?? rewrites[0] ?? migrates[0] ?? chooses[0] ?? null;
  let change =
    (titleIntent ? (titleIntent.verb === 'rewrite' || titleIntent.verb === 'why' ? 3 : 2.5) : 0) +
    (titleGeneric ? 1.5 : 0) +
    (decisions.length > 0 ? 1.5 : 0) +
    Math.min(2, rewrites.length) +
    (migrates.length > 0 ? 0.7 : 0) +
    (chooses.length > 0 ? 0.7 : 0) +
    Math.min(1.5, whyHeadings) +
    Math.min(1, headingRewrites.length * 0.7);
  const tuning = TUNING.test(title.text);
  const announced = ANNOUNCES.test(title.text) && all.some((l) => BUILT_IN.test(l.s.text) && l.names.length > 0);
  const about = all.filter((l) => l.c.kind === 'heading' && l.names.some((n) => LANG_NAMES(l, n)) && ABOUT.test(l.s.text)).length;
  const aboutPerf = all.some(
    (l) =>
      l.claims.some((k) => k.tone === 'good' && !k.bare && !k.negated) &&
      doc.blocks[doc.sections[l.c.section]?.heading ?? -1] !== undefined &&
      all.some((h) => h.c.kind === 'heading' && h.c.section === l.c.section && /\bwritten in\b/i.test(h.s.text) && h.names.length > 0),
  );
  change +=
    (aboutPerf ? 1.3 : 0) +
    (announced ? 2.5 : 0) +
    Math.min(2.5, about * 1.3) +
    (adr && titleNames.length > 0 && !titleIntent && decisions.length > 0 ? 1.2 : 0) +
    Math.min(1.5, p.linked * 0.5) -
    (tuning ? 3 : 0);
  const on = (b: boolean): number => (b ? 1 : 0);
  const langTo = [...to].some((n) => all.some((l) => LANG_NAMES(l, n)));
  const x: Record<string, number> = {
    bias: 1,
    rewriteTitle: on(titleIntent?.verb === 'rewrite'),
    migrateTitle: on(titleIntent?.verb === 'migrate'),
    chooseTitle: on(titleIntent?.verb === 'choose'),
    whyTitle: on(titleIntent?.verb === 'why'),
    genericTitle: on(titleGeneric),
    nameInTitle: on(titleNames.length > 0),
    rejectTitle: on(rejectTitle),
    tuning: on(tuning),
    announced: on(announced),
    about: Math.min(2, about),
    adr: on(adr),
    decision: on(decisions.length > 0),
    rewrites: Math.min(3, rewrites.length),
    migrates: Math.min(2, migrates.length),
    chooses: Math.min(2, chooses.length),
    why: Math.min(2, whyHeadings),
    headingRewrites: Math.min(2, headingRewrites.length),
    to: on(to.size > 0),
    langTo: on(langTo),
    from: on(from.size > 0),
    perf: Math.log1p(p.perf),
    anyPerf: on(p.perf >= 0.9),
    strong: Math.log1p(p.strong),
    figures: on(p.figures > 0),
    linked: Math.min(3, p.linked),
    choice: Math.log1p(p.choice),
    need: Math.log1p(p.need),
    praise: Math.log1p(p.praise),
    blame: Math.log1p(p.blame),
    bare: Math.log1p(p.bare),
    readme: on(/\b(?:getting started|installation|install|usage|license|contributing)\b/i.test(doc.sections.map((v) => v.title).join(' '))),
    analysis: on(/\b(?:analysis|evaluation|comparison|benchmark\w*|policy)\b/i.test(title.text)),
    rejected: on(
      /\b(?:rejected|declined|withdrawn|not (?:proceed\w*|worth|recommended|pursue\w*)|do not (?:rewrite|migrate|port))\b/i.test(
        statusOf(doc, all) +
          ' ' +
          all
            .filter((l) => within(l.c, 'decision', 'summary') || /conclusion|recommendation|verdict/.test(l.c.title))
            .map((l) => l.s.text)
            .join(' ')
            .slice(0, 3000),
      ),
    ),
    stay: on(decisions.length === 0 && all.some((l) => l.intents.some((i) => i.verb === 'reject'))),
    weTo: on(
      all.some(
        (l) =>
          l.names.some((n) => to.has(n)) &&
          has(l.s, WE) &&
          l.intents.some((i) => i.verb === 'choose' || i.verb === 'migrate' || i.verb === 'rewrite'),
      ),
    ),
    size: Math.log10(1 + doc.text.length / 1000),
  };
  x['changePerf'] = Math.min(4, Math.max(0, change)) * (x['perf'] as number);
  const argued = Math.min(3, p.perf * 0.5);
  const signals: Signals = {
    title: title.text,
    titleIntent,
    titleGeneric,
    decision: decisions[0] ?? null,
    rewriteBody: rewrites.length,
    chooseBody: chooses.length + migrates.length,
    whyHeadings,
    perf: p.perf,
    perfStrong: p.strong,
    figures: p.figures,
    rejectTitle,
    adr,
    x,
    score: rejectTitle ? 0 : Math.min(change, 4) * (argued > 0 ? 1 : 0),
  };
  const chosen = titleIntent !== null || titleGeneric || decisions.length > 0;
  const arguedEnough = (p.strong >= 1 && p.perf >= (chosen ? 0.95 : 1.3)) || (p.perf >= 1.6 && chosen);
  const stays = (x['rejected'] as number) > 0 && rejectsChange(all, to);
  const applies = override ?? (!rejectTitle && !stays && !(tuning && !titleIntent) && change >= (p.perf >= 5 ? 2.3 : 2.5) && arguedEnough);
  return {
    proposal: describe(doc, all, {
      applies,
      override,
      title,
      decision,
      p,
      stakes,
      rewrites: rewrites.length + headingRewrites.length,
      migrates: migrates.length,
      titleIntent,
    }),
    signals,
    stakes,
  };
}

interface Evidenced {
  applies: boolean;
  override: boolean | undefined;
  title: { text: string; block: number };
  decision: Located | null;
  p: Performance;
  stakes: Classified['stakes'];
  rewrites: number;
  migrates: number;
  titleIntent: Intent | null;
}

const STATUS_DONE = /\b(?:implemented|completed?|shipped|done|in production|released)\b/i;
const STATUS_PROPOSED = /\b(?:proposed|draft|proposal|rfc|under review|in review|pending|discussion|wip|idea)\b/i;
const STATUS_DECIDED = /\b(?:accepted|approved|decided|adopted|in progress|implementing|agreed|final|active)\b/i;
const STATUS_RETIRED = /\b(?:superseded|deprecated|rejected|withdrawn|abandoned|obsolete|declined)\b/i;

function statusOf(doc: Doc, all: readonly Located[]): string {
  const data = doc.frontMatter?.data;
  const own = data?.['status'] ?? data?.['state'];
  if (typeof own === 'string') return own;
  const section = doc.sections.find((s) => s.ownRole === 'status');
  if (section) {
    const body = doc.blocks.slice(section.heading + 1, section.endBlock).find((b) => b.text !== '');
    if (body) return body.text.slice(0, 80);
  }
  for (const b of doc.blocks.slice(0, 12)) {
    const m = /\bstatus\b[:\s|]*([\w -]{3,40})/i.exec(b.text.slice(0, 200));
    if (m && !/^the\b/i.test(m[1] ?? '')) return m[1] ?? '';
  }
  void all;
  return '';
}

function tenseOf(doc: Doc, all: readonly Located[], status: string): Tense {
  if (STATUS_PROPOSED.test(status) && !STATUS_DECIDED.test(status)) return 'proposed';
  let past = 0;
  let future = 0;
  for (const l of all) {
    if (!l.intents.some((i) => i.verb !== 'reject')) continue;
    if (/\b(?:will|plan(?:s|ned)? to|propos\w+|should|going to|shall|would|we recommend|to be)\b/i.test(l.s.text)) future++;
    if (
      /\b(?:rewrote|ported|migrated|switched|moved|replaced|built|rebuilt|we(?:'ve| have) (?:rewritten|ported|migrated|moved|built|developed)|is (?:now )?(?:written|implemented|built) in|was (?:written|rewritten|chosen)|were rewritten|has been|have been|announc\w+|introducing|released|is implemented in|chose|now uses?)\b/i.test(
        l.s.text,
      )
    )
      past++;
  }
  if (STATUS_DONE.test(status)) return 'done';
  if (STATUS_DECIDED.test(status)) return past > future * 2 + 2 ? 'done' : 'decided';
  if (future > past) return /\b(?:plan|migration)\b/i.test(doc.blocks[0]?.text ?? '') ? 'proposed' : 'proposed';
  return past > 0 ? 'done' : 'proposed';
}

function describe(doc: Doc, all: readonly Located[], e: Evidenced): Proposal {
  const { stakes, p } = e;
  const status = statusOf(doc, all);
  const tense = tenseOf(doc, all, status);
  const text = doc.text;
  let service = 0;
  let other = 0;
  let capacity = 0;
  let cpu = 0;
  let latency = 0;
  for (const l of all) {
    const early = l.c.section <= 3 || within(l.c, 'context', 'problem', 'summary', 'decision');
    const w = l.c.kind === 'heading' && l.c.first ? 4 : early ? 2 : 1;
    for (const h of l.s.hits) {
      if (has(h.m, M.service)) service += w;
      if (has(h.m, M.nonservice)) other += w;
      if (has(h.m, M.cpu)) cpu += w;
      if (has(h.m, M.latency)) latency += w;
      if (has(h.m, M.capacity) && !within(l.c, 'references', 'testing', 'plan')) capacity++;
    }
  }
  const languageTo = [...stakes.to].some((n) =>
    all.some((l) => l.s.hits.some((h) => h.m.names['lang'] === n || h.m.names['runtime'] === n)),
  );
  const rewrite =
    e.rewrites > 0 ||
    e.titleIntent?.verb === 'rewrite' ||
    ((e.titleIntent?.verb === 'migrate' || e.migrates > 0) && languageTo && stakes.from.size > 0);
  const us = all.some((l) => /\b(?:we|our|us)\b/i.test(l.s.text));
  let kind: ProposalKind = 'greenfield';
  if (rewrite && languageTo) kind = 'rewrite';
  else if (stakes.from.size > 0 || e.migrates > 0 || e.titleIntent?.verb === 'migrate') kind = languageTo ? 'rewrite' : 'switch';
  else if (!us && e.titleIntent?.verb === 'why') kind = 'advocacy';
  const wholeWords = all.some((l) => has(l.s, M.whole) && has(l.s, M.rewrite) && !within(l.c, 'rejected', 'options'));
  const partWords = all.filter((l) => has(l.s, M.partial) && (l.intents.length > 0 || has(l.s, M.rewrite))).length;
  const scope: Scope = wholeWords || partWords < 2 ? 'whole' : 'part';
  const speedup = all.some(
    (l) =>
      l.claims.some(
        (k) =>
          !k.negated &&
          !k.bare &&
          (k.form === 'fast' ||
            k.form === 'faster' ||
            k.form === 'fastest' ||
            k.axis === 'latency' ||
            k.axis === 'throughput' ||
            k.axis === 'startup' ||
            (k.axis === 'none' && !k.weak)),
      ) && !within(l.c, 'references', 'rejected'),
  );
  const anchorAt = p.best ?? e.decision;
  const titleSpan = e.title.block >= 0 ? doc.blockSpan(e.title.block) : firstSpan(doc);
  const reasons: Reason[] = [];
  const reason = (l: Located | null, shows: Reason['shows']): void => {
    if (!l) return;
    const span = spanOf(doc, l);
    reasons.push({ span, quote: l.s.text.slice(0, 160), shows });
  };
  reason(e.decision, 'change');
  reason(p.best, 'performance');
  const exempt: Exemption | null = latency >= 6 && latency > cpu ? 'latency-product' : cpu >= 6 ? 'cpu-bound' : null;
  const applies = e.applies;
  return {
    applies,
    kind: applies ? kind : 'none',
    tense: applies ? tense : null,
    scope: applies ? scope : null,
    service: applies && service > other,
    newLanguage: applies && languageTo,
    speedupArgued: applies && speedup,
    capacityArgued: applies && capacity >= 3,
    exempt: applies ? exempt : null,
    retired: STATUS_RETIRED.test(status),
    from: [...stakes.from],
    to: [...stakes.to],
    title: e.title.text,
    anchor: anchorAt ? spanOf(doc, anchorAt) : titleSpan,
    reasons,
    why:
      e.override !== undefined
        ? 'Set by the document or the configuration.'
        : applies
          ? `It ${kind === 'rewrite' ? 'moves code' : 'chooses a technology'} and argues with performance.`
          : text === ''
            ? 'It is empty.'
            : 'Nothing moves or is chosen on grounds of performance.',
  };
}

const firstSpan = (doc: Doc): Span => {
  const i = doc.blocks.findIndex((b) => b.text !== '');
  return i >= 0 ? doc.blockSpan(i) : { from: 0, to: Math.min(1, doc.text.length) };
};
