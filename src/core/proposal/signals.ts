/** Signs of a proposal that are told by grammar: who says that what moves or is chosen, in the title, in the decision, and elsewhere. */
import type { Doc } from '../document/types';
import { perPlace, type Located } from '../facts/located';
import type { Said } from '../facts/said';
import { within } from '../facts/context';
import type { Intent } from '../facts/intent';
import { ANNOUNCES, CHOICE_WORD, GENERIC, MANUAL, README_SECTION, titleOf, TUNING } from './title';

export interface Signals {
  readonly title: string;
  readonly titleSaid: readonly Said[];
  readonly titleIntent: Intent | null;
  /** The title chooses a kind of technology without naming one. */
  readonly titleGeneric: boolean;
  readonly rejectTitle: boolean;
  /** Intents from the strongest place to the weakest: title, decision, body, headings. */
  readonly ranked: readonly (readonly Intent[])[];
  /** The sentence that says what is decided, else that something moves. */
  readonly decision: Located | null;
  /** How often each sign stands in the document, for the model. */
  readonly counts: Readonly<Record<SignalName, number>>;
}

export const SIGNALS = [
  'title intends',
  'title rewrites',
  'title chooses a kind',
  'title rejects',
  'title names one',
  'decisions',
  'rewrites',
  'migrates',
  'chooses',
  'why headings',
  'headings that move',
  'tuning',
  'manual',
  'readme',
  'announces',
  'proposes something in a language',
  'announces a move',
  'turns down',
  'record',
] as const;
export type SignalName = (typeof SIGNALS)[number];

/** Those of a document that was not read. */
export const NO_SIGNALS: Signals = {
  title: '',
  titleSaid: [],
  titleIntent: null,
  titleGeneric: false,
  rejectTitle: false,
  ranked: [],
  decision: null,
  counts: Object.fromEntries(SIGNALS.map((name) => [name, 0])) as Record<SignalName, number>,
};

const ADOPTS = /^(?:\W*(?:adr|rfc)?[\s\d:.#-]*)?(?:adopt|use|using|introduce|switch to|migrate to|upgrade to)\s+([\w.@/-]+)/i;
const PROPOSES = /^(?:add|build|create|introduce|implement|write|develop|port|we propose|this (?:rfc|proposal|kep|adr|document))\b/i;
const BARE = /^\W*(?:adr|rfc|decision|decision record|architecture decision record)?[\s\d:.#?-]*$/i;
const RECORD = /\b(?:adr|rfc|kep|decision record|proposal|decision)\b/i;
const DECIDES =
  /\b(?:we(?:'ve| have)? (?:will|write|build|implement|decided|chose|choose|select(?:ed)?|adopt(?:ed)?|use|are (?:using|moving|migrating|going)|opted)|we'll|chosen option|decided to|decision (?:is|was)|adopt|use|selected|go with|going with|will be (?:written|implemented|built|rewritten|replaced|migrated)|is chosen|was chosen|migrate|rewrite|replace|switch|move)\b/i;
const MADE_IN = /\b(?:written|implemented|built|developed) (?:\w+ )?in\b/i;
const ANNOUNCED = /\bwe (?:will|propose to|plan to|have decided to|decided to|want to|are going to)\b/i;
const NO =
  /\b(?:do not|don't|not (?:to )?(?:rewrite|migrate|port|switch|adopt|proceed|pursue|worth|recommended|justified)|won't|will not (?:be )?(?:rewrit|migrat|port|switch|adopt)\w*|stay(?:ing)? (?:with|on)|keep(?:ing)? (?:the |our )?\w+|reject\w*|defer\w*|postpone\w*|against)\b/i;
const CLOSING = /conclusion|recommendation|verdict|decision|outcome/;

const decides = perPlace((l) => DECIDES.test(l.s.text));
const refuses = perPlace((l) => NO.test(l.s.text));
const ours = perPlace((l) => /\b(?:we|our|decided|chosen|chose|adopt)\b/i.test(l.s.text));

const isTech = (i: Intent): boolean => i.to.length > 0 || i.from.length > 0;
const moves = (l: Located, verb: Intent['verb']): boolean => l.intents.some((i) => i.verb === verb && !i.negated && i.to.length > 0);

const TARGET_ROLES = ['decision', 'summary', 'context', 'rationale', 'problem'] as const;

/** How much more often the decision or conclusion turns a change down than takes it up. */
function turnsDown(all: readonly Located[]): number {
  let no = 0;
  let yes = 0;
  for (const l of all) {
    if (l.names.length === 0 || !(within(l.c, 'decision', 'summary') || CLOSING.test(l.c.title)) || within(l.c, 'options')) continue;
    if (refuses(l)) no++;
    else if (decides(l)) yes++;
  }
  return Math.max(0, no - yes);
}

export function signalsOf(doc: Doc, all: readonly Located[], frontTitle: readonly Said[]): Signals {
  const { text: title, block } = titleOf(doc);
  const titleSaid: readonly Said[] =
    block >= 0 ? all.filter((l) => l.c.block === block && l.c.kind === 'heading').map((l) => l.said) : frontTitle;
  const titleIntents = titleSaid.flatMap((l) => l.intents).filter(isTech);
  const named = all.filter((l) => l.names.length > 0);
  const record = RECORD.test(title) || doc.sections.some((x) => x.ownRole === 'decision');
  const titleNames = titleSaid.flatMap((l) => l.names);
  const titleGeneric = GENERIC.test(title) && (CHOICE_WORD.test(title) || record);
  let titleIntent: Intent | null = titleIntents.find((i) => i.verb !== 'reject') ?? null;
  const rejectTitle = titleIntents.some((i) => i.verb === 'reject' || i.negated) && titleIntent === null;
  // "3. Vite": nothing but the name.
  let rest = title.toLowerCase();
  for (const n of titleNames) rest = rest.replace(n.toLowerCase(), '');
  const bare = titleNames.length > 0 && BARE.test(rest);
  if (
    !titleIntent &&
    !rejectTitle &&
    titleNames.length > 0 &&
    record &&
    (bare || titleNames.length === 1 || /\bvs\.?\b|\bfor\b/i.test(title)) &&
    (bare || GENERIC.test(title) || /\b(?:for|as)\b/i.test(title))
  )
    titleIntent = { verb: 'choose', from: [], to: [...new Set(titleNames)], classes: [], span: { from: 0, to: 0 }, negated: false };

  // "Adopt orjson": what is adopted is no technology we know; what else the decision names is only touched by it.
  const adopted = ADOPTS.exec(title)?.[1] ?? '';
  const library = adopted !== '' && titleNames.length === 0 && !GENERIC.test(title);
  const decisions = library
    ? []
    : named.filter(
        (l) =>
          (l.c.role === 'decision' || l.c.path.includes('decision')) &&
          l.c.kind !== 'heading' &&
          l.intents.some((i) => isTech(i) && !i.negated && i.verb !== 'reject') &&
          (decides(l) || l.c.item),
      );
  const body = named.filter(
    (l) =>
      l.c.kind !== 'heading' &&
      l.c.kind !== 'row' &&
      !l.c.quoted &&
      (l.c.path.length === 0 || l.c.role === 'title' || within(l.c, ...TARGET_ROLES) || l.c.section <= 2) &&
      !within(l.c, 'rejected', 'references', 'history', 'non-goals', 'options'),
  );
  const rewrites = body.filter((l) => moves(l, 'rewrite'));
  const migrates = body.filter((l) =>
    l.intents.some((i) => i.verb === 'migrate' && !i.negated && i.to.length > 0 && (i.from.length > 0 || decides(l))),
  );
  const chooses = body.filter((l) => moves(l, 'choose') && decides(l) && ours(l));
  const headings = named.filter((l) => l.c.kind === 'heading');
  const whyHeadings = headings.filter((l) => l.intents.some((i) => i.verb === 'why'));
  const headingMoves = headings.filter(
    (l) => !within(l.c, 'rejected', 'options', 'references') && (moves(l, 'rewrite') || moves(l, 'migrate')),
  );

  const ranked: (readonly Intent[])[] = [
    titleIntents,
    decisions.slice(0, 6).flatMap((l) => l.intents),
    [...rewrites, ...migrates].flatMap((l) => l.intents),
    headingMoves.flatMap((l) => l.intents),
    chooses.flatMap((l) => l.intents),
    whyHeadings.flatMap((l) => l.intents.filter((i) => i.verb === 'why')),
  ];
  // "Programming language choice", and the decision names one without a verb of ours: "The Go backend serves ...".
  const namedChoice =
    titleGeneric && decisions.length === 0 && titleIntent === null
      ? named.find((l) => l.c.role === 'decision' && l.c.kind !== 'heading' && !refuses(l))
      : undefined;
  if (namedChoice)
    ranked.splice(1, 0, [
      { verb: 'choose', from: [], to: [namedChoice.names[0] as string], classes: [], span: { from: 0, to: 0 }, negated: false },
    ]);

  const proposes =
    titleIntent === null &&
    named.some((l) => l.langs.length > 0 && within(l.c, 'summary', 'decision') && PROPOSES.test(l.s.text) && MADE_IN.test(l.s.text));
  const announcesMove = titleIntent === null && rewrites.some((l) => l.langs.length > 0 && ANNOUNCED.test(l.s.text));
  return {
    title,
    titleSaid,
    titleIntent,
    titleGeneric,
    rejectTitle,
    ranked,
    decision: decisions[0] ?? rewrites[0] ?? migrates[0] ?? chooses[0] ?? null,
    counts: {
      'title intends': titleIntent ? 1 : 0,
      'title rewrites': titleIntent?.verb === 'rewrite' || titleIntent?.verb === 'migrate' ? 1 : 0,
      'title chooses a kind': titleGeneric ? 1 : 0,
      'title rejects': rejectTitle ? 1 : 0,
      'title names one': titleNames.length > 0 ? 1 : 0,
      decisions: decisions.length + (namedChoice ? 1 : 0),
      rewrites: rewrites.length,
      migrates: migrates.length,
      chooses: chooses.length,
      'why headings': whyHeadings.length,
      'headings that move': headingMoves.length,
      tuning: TUNING.test(title) ? 1 : 0,
      manual: MANUAL.test(title) ? 1 : 0,
      readme: doc.sections.filter((x) => README_SECTION.test(x.title.slice(0, 60))).length,
      announces: ANNOUNCES.test(title) ? 1 : 0,
      'proposes something in a language': proposes ? 1 : 0,
      'announces a move': announcesMove ? 1 : 0,
      'turns down': turnsDown(named),
      record: record ? 1 : 0,
    },
  };
}
