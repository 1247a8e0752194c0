/** Which technologies are taken up, left behind, or weighed and not taken. */
import type { Stakes } from '../facts/argument';
import type { Located, Said } from '../facts/collect';
import { within } from '../facts/context';
import type { Intent } from '../facts/intent';

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

const BUILDS = /\b(?:build (?:tool|system|time|performance)|bundl\w+|compil\w+|transpil\w+|test runner|lint\w*|type ?check\w*)\b/i;
const WRITTEN_IN = /\b(?:written|implemented|crafted|built|rewritten|rewrite|port(?:ed)?|developed|re-?implement\w*)\b[^.;]{0,30}\bin\b/i;

const USES_TODAY =
  /\b(?:currently|today|at present|until now|so far|existing|we (?:have been )?us(?:e|ed|ing)|(?:is|was|are|were) (?:built|tested|bundled|linted) (?:with|on|using))\b/i;
const IN_TODAY =
  /\b(?:was|were|is|are|currently|today)\b[^.;]{0,24}\b(?:written|implemented|built|developed) (?:\w+ )?in\b|\b(?:current|existing|legacy|present)\b[^.;]{0,24}\b(?:service|codebase|code|implementation|version|system|backend|application|app|monolith)\b/i;

export interface Sources {
  readonly title: string;
  readonly titleSaid: readonly Said[];
  readonly titleIntent: Intent | null;
  readonly rejectTitle: boolean;
  /** Intents from the strongest place to the weakest: title, decision, body, headings. */
  readonly ranked: readonly (readonly Intent[])[];
}

export function stakesOf(all: readonly Located[], sources: Sources): Stakes {
  const { titleSaid, titleIntent, rejectTitle, ranked } = sources;
  let to = new Set<string>();
  const from = new Set<string>();
  for (const intents of ranked) {
    const n = collectNames(intents);
    if (to.size === 0) to = n.to;
    for (const x of n.from) if (!to.has(x)) from.add(x);
  }
  if (to.size === 0 && titleIntent) to = new Set(titleIntent.to);
  const langs = new Set<string>();
  const tools = new Set<string>();
  const written = new Map<string, number>();
  const today = new Set<string>();
  const used = new Set<string>();
  for (const l of all) {
    for (const n of l.langs) langs.add(n);
    if (l.names.length === 1 && l.langs.length === 0 && USES_TODAY.test(l.s.text) && within(l.c, 'context', 'problem', 'summary'))
      used.add(l.names[0] as string);
    if (l.langs.length === 1 && IN_TODAY.test(l.s.text) && !within(l.c, 'references', 'rejected', 'options', 'prior-art'))
      today.add(l.langs[0] as string);
    for (const n of l.tools) tools.add(n);
    if (l.langs.length > 0 && WRITTEN_IN.test(l.s.text) && !within(l.c, 'references', 'rejected', 'options'))
      for (const n of l.langs) written.set(n, (written.get(n) ?? 0) + 1);
  }
  // A language in the title speaks before everything else: "Experimental Rust Transport Backend", "Extend Merino via Rust".
  const inTitle = [...new Set(titleSaid.flatMap((l) => l.langs))].filter(
    (n) => !titleSaid.some((l) => l.intents.some((i) => i.from.includes(n))),
  );
  const only = inTitle.length === 1 && !rejectTitle ? (inTitle[0] as string) : null;
  if (only !== null && !to.has(only)) {
    for (const n of to) from.add(n);
    to = new Set([only]);
    from.delete(only);
  } else if (only !== null && to.size > 1) to = new Set([only, ...[...to].filter((n) => !langs.has(n))]);
  // "a new parser written in Rust": said of the product, when nothing else names what is taken up.
  if (![...to].some((n) => langs.has(n))) {
    const top = [...written].filter(([n]) => !from.has(n)).sort((a, b) => b[1] - a[1])[0];
    if (top && (to.size === 0 || top[1] > 1)) to.add(top[0]);
  }
  // What the present system is written in is left behind when something else is taken up.
  if ([...to].some((n) => langs.has(n))) for (const n of today) if (!to.has(n)) from.add(n);
  if (to.size > 0 && ![...to].some((n) => langs.has(n))) for (const n of used) if (!to.has(n)) from.add(n);
  return { to, from, rivals: rivalsOf(all, to, from), builds: [...to].some((n) => tools.has(n)) || BUILDS.test(sources.title), langs };
}
