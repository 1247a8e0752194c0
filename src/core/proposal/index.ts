/** What is proposed: does the document argue for a rewrite, switch or choice with performance, and of what kind is it? */
import type { Doc } from '../document/types';
import type { Stakes } from '../facts/argument';
import type { Located, Said } from '../facts/collect';
import { within } from '../facts/context';
import type { Intent } from '../facts/intent';
import type { Proposal, ProposalKind, Reason, Span } from '../types';
import { natureOf } from './nature';
import { performance } from './performance';
import { stakesOf } from './stakes';
import { isRetired, statusOf, tenseOf } from './status';
import { ANNOUNCES, CHOICE_WORD, GENERIC, MANUAL, README_SECTION, titleOf, titleSpan, TUNING } from './title';

/** Signals of the classification, kept so that it can be explained and measured. */
export interface Signals {
  readonly title: string;
  readonly titleIntent: Intent | null;
  readonly titleGeneric: boolean;
  readonly decision: Located | null;
  readonly rewrites: number;
  readonly whyHeadings: number;
  readonly perf: number;
  readonly strong: number;
  readonly change: number;
  readonly adr: boolean;
}

export interface Classified {
  readonly proposal: Proposal;
  readonly signals: Signals;
  readonly stakes: Stakes;
}

const ADOPTS = /^(?:\W*(?:adr|rfc)?[\s\d:.#-]*)?(?:adopt|use|using|introduce|switch to|migrate to|upgrade to)\s+([\w.@/-]+)/i;

const PROPOSES = /^(?:add|build|create|introduce|implement|write|develop|port|we propose|this (?:rfc|proposal|kep|adr|document))\b/i;

const BARE = /^\W*(?:adr|rfc|decision|decision record|architecture decision record)?[\s\d:.#?-]*$/i;
const BASED_ON = /^[- ](?:based|powered|accelerated|native)\b/i;

const DECIDES =
  /\b(?:we(?:'ve| have)? (?:will|write|build|implement|decided|chose|choose|select(?:ed)?|adopt(?:ed)?|use|are (?:using|moving|migrating|going)|opted)|we'll|chosen option|decided to|decision (?:is|was)|adopt|use|selected|go with|going with|will be (?:written|implemented|built|rewritten|replaced|migrated)|is chosen|was chosen|migrate|rewrite|replace|switch|move)\b/i;

const BUILT_IN =
  /\b(?:written|implemented|crafted|built|rewritten|rewrite|developed|switching|moved?|port(?:ed)?|adopting)\b[^.]{0,40}\b(?:in|to|on)\b/i;
/** A heading that argues for a language: "Rust Offerings", "Benefits of Go", "Adoption of Rust". */
const ABOUT = /\b(?:why|offer\w*|benefits?|advantages?|adoption|strengths|vs\.?|versus|great about|written in|for us|wins?)\b/i;
const isTech = (i: Intent): boolean => i.to.length > 0 || i.from.length > 0;
const spanOf = (doc: Doc, l: Located): Span => doc.span(l.c.block, l.s.from, l.s.to);

const TARGET_ROLES = ['decision', 'summary', 'context', 'rationale', 'problem'] as const;

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
  return no > yes;
}
const NO =
  /\b(?:do not|don't|not (?:to )?(?:rewrite|migrate|port|switch|adopt|proceed|pursue|worth|recommended|justified)|won't|will not (?:be )?(?:rewrit|migrat|port|switch|adopt)\w*|stay(?:ing)? (?:with|on)|keep(?:ing)? (?:the |our )?\w+|reject\w*|defer\w*|postpone\w*|against)\b/i;

/** Reads the whole argument: what moves, why, and of what kind the document is. */
export function classify(doc: Doc, all: readonly Located[], override: boolean | undefined, frontTitle: readonly Said[] = []): Classified {
  const title = titleOf(doc);
  const titleSaid: readonly Said[] = title.block >= 0 ? all.filter((l) => l.c.block === title.block && l.c.kind === 'heading') : frontTitle;
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
  // "3. Vite": nothing but the name.
  let rest = title.text.toLowerCase();
  for (const n of titleNames) rest = rest.replace(n.toLowerCase(), '');
  const bare = titleNames.length > 0 && BARE.test(rest);
  if (
    !titleIntent &&
    !rejectTitle &&
    titleNames.length > 0 &&
    adr &&
    (bare || titleNames.length === 1 || /\bvs\.?\b/i.test(title.text) || /\bfor\b/i.test(title.text)) &&
    (bare || GENERIC.test(title.text) || /\b(?:for|as)\b/i.test(title.text))
  )
    titleIntent = { verb: 'choose', from: [], to: [...new Set(titleNames)], classes: [], span: { from: 0, to: 0 }, negated: false };

  // "Adopt orjson": what is adopted is no technology we know; what else the decision names is only touched by it.
  const adopted = ADOPTS.exec(title.text)?.[1] ?? '';
  const library = adopted !== '' && titleNames.length === 0 && !GENERIC.test(title.text);
  const decisions = library
    ? []
    : all.filter(
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
      (l.c.path.length === 0 || l.c.role === 'title' || within(l.c, ...TARGET_ROLES) || l.c.section <= 2) &&
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
  const ranked: (readonly Intent[])[] = [
    titleIntents,
    decisions.slice(0, 6).flatMap((l) => l.intents),
    [...rewrites, ...migrates].flatMap((l) => l.intents),
    [...headingRewrites].flatMap((l) => l.intents),
    chooses.flatMap((l) => l.intents),
    all.filter((l) => l.c.kind === 'heading').flatMap((l) => l.intents.filter((i) => i.verb === 'why')),
  ];
  // "Programming language choice", and the decision names one without a verb of ours: "The Go backend serves ...".
  const namedChoice =
    titleGeneric && decisions.length === 0 && titleIntent === null
      ? all.find((l) => l.c.role === 'decision' && l.c.kind !== 'heading' && l.names.length > 0 && !NO.test(l.s.text))
      : undefined;
  if (namedChoice)
    ranked.splice(1, 0, [
      { verb: 'choose', from: [], to: [namedChoice.names[0] as string], classes: [], span: { from: 0, to: 0 }, negated: false },
    ]);
  const stakes = stakesOf(all, { title: title.text, titleSaid, titleIntent, rejectTitle, ranked });
  const { to } = stakes;

  const p = performance(all, stakes);
  const decision = decisions[0] ?? rewrites[0] ?? migrates[0] ?? chooses[0] ?? null;
  let change =
    (titleIntent ? (titleIntent.verb === 'rewrite' || titleIntent.verb === 'why' ? 3 : 2.5) : 0) +
    (titleGeneric ? 1.5 : 0) +
    (decisions.length > 0 || namedChoice ? 1.5 : 0) +
    Math.min(2, rewrites.length) +
    (migrates.length > 0 ? 0.7 : 0) +
    (chooses.length > 0 ? 0.7 : 0) +
    Math.min(1.5, whyHeadings) +
    Math.min(1, headingRewrites.length * 0.7);
  const tuning = TUNING.test(title.text) || MANUAL.test(title.text);
  const readme = titleIntent === null && doc.sections.filter((x) => README_SECTION.test(x.title)).length >= 2;
  const announced = ANNOUNCES.test(title.text) && all.some((l) => BUILT_IN.test(l.s.text) && l.names.length > 0);
  const about = all.filter((l) => l.c.kind === 'heading' && l.langs.length > 0 && ABOUT.test(l.s.text)).length;
  // "Add our own codec, written in Rust from the first day": a summary that asks for something in a language.
  const proposes =
    titleIntent === null &&
    all.some(
      (l) =>
        l.langs.length > 0 &&
        within(l.c, 'summary', 'decision') &&
        PROPOSES.test(l.s.text) &&
        (/\b(?:written|implemented|built|developed) (?:\w+ )?in\b/i.test(l.s.text) ||
          l.s.hits.some((h) => l.langs.includes(h.m.names['lang'] ?? '') && BASED_ON.test(l.s.text.slice(h.to - l.s.from)))),
    );
  // "We will rewrite the billing service from Python to Go" says it all, whatever the title.
  const announcesMove =
    titleIntent === null &&
    rewrites.some(
      (l) => /\bwe (?:will|propose to|plan to|have decided to|decided to|want to|are going to)\b/i.test(l.s.text) && l.langs.length > 0,
    );
  const writtenIn = new Set(
    all.filter((l) => l.c.kind === 'heading' && l.names.length > 0 && /\bwritten in\b/i.test(l.s.text)).map((l) => l.c.section),
  );
  const aboutPerf = all.some((l) => writtenIn.has(l.c.section) && l.claims.some((k) => k.tone === 'good' && !k.bare && !k.negated));
  change +=
    (aboutPerf ? 1.3 : 0) +
    (proposes ? 2.5 : 0) +
    (announcesMove ? 1 : 0) +
    (announced ? 2.5 : 0) +
    Math.min(2.5, about * 1.3) +
    (adr && titleNames.length > 0 && !titleIntent && decisions.length > 0 ? 1.2 : 0) +
    Math.min(1.5, p.linked * 0.5) -
    (tuning ? 3 : 0) -
    (readme ? 1.5 : 0);
  const chosen = titleIntent !== null || titleGeneric || decisions.length > 0;
  const arguedEnough = (p.strong >= 1 && p.perf >= (chosen ? 0.95 : 1.3)) || (p.perf >= 1.6 && chosen);
  const stays = rejectsChange(all, to);
  const applies = override ?? (!rejectTitle && !stays && !(tuning && !titleIntent) && change >= (p.perf >= 5 ? 2.3 : 2.5) && arguedEnough);
  const signals: Signals = {
    title: title.text,
    titleIntent,
    titleGeneric,
    decision: decisions[0] ?? null,
    rewrites: rewrites.length,
    whyHeadings,
    perf: p.perf,
    strong: p.strong,
    change,
    adr,
  };
  return { proposal: describe(), signals, stakes };

  function describe(): Proposal {
    const status = statusOf(doc);
    const nature = natureOf(all, {
      title: title.text,
      titleIntent,
      announced: ANNOUNCES.test(title.text),
      stakes,
      rewrites,
      headingRewrites,
      migrates,
      decisions,
    });
    const reasons: Reason[] = [];
    if (decision) reasons.push({ span: spanOf(doc, decision), quote: decision.s.text.slice(0, 160), shows: 'change' });
    if (p.best) reasons.push({ span: spanOf(doc, p.best), quote: p.best.s.text.slice(0, 160), shows: 'performance' });
    const anchorAt = p.best ?? decision;
    return {
      applies,
      kind: applies ? nature.kind : 'none',
      tense: applies ? tenseOf(doc, all, status, ANNOUNCES.test(title.text)) : null,
      scope: applies ? nature.scope : null,
      service: applies && nature.service,
      newLanguage: applies && nature.newLanguage,
      speedupArgued: applies && nature.speedupArgued,
      capacityArgued: applies && nature.capacityArgued,
      exempt: applies ? nature.exempt : null,
      retired: isRetired(status),
      from: [...stakes.from],
      to: [...to],
      title: title.text,
      anchor: anchorAt ? spanOf(doc, anchorAt) : titleSpan(doc),
      reasons,
      why: why(applies, override, nature.kind, all.length === 0),
    };
  }
}

function why(applies: boolean, override: boolean | undefined, kind: ProposalKind, empty: boolean): string {
  if (override !== undefined) return 'Set by the document or the configuration.';
  if (!applies) return empty ? 'It says nothing of performance or of a change.' : 'Nothing moves or is chosen on grounds of performance.';
  const does = {
    rewrite: 'moves code to another language or design',
    switch: 'swaps a component',
    greenfield: 'chooses a technology',
    advocacy: 'argues for a technology',
    none: '',
  }[kind];
  return `It ${does} and argues with performance.`;
}
