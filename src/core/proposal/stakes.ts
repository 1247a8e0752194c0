/** Which technologies are taken up, left behind, or weighed and not taken. */
import { perPlace, type Located } from '../facts/located';
import { within } from '../facts/context';
import type { Intent } from '../facts/intent';
import type { Stakes } from '../facts/stakes';
import type { Signals } from './signals';

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
function rivalsOf(named: readonly Located[], to: ReadonlySet<string>, from: ReadonlySet<string>): Set<string> {
  const rivals = new Set<string>(from);
  const add = (names: readonly string[]): void => {
    for (const n of names) if (!to.has(n)) rivals.add(n);
  };
  for (const l of named) {
    if (l.c.kind === 'heading' && within(l.c, 'options', 'rejected')) add(l.names);
    else if (l.intents.some((i) => i.verb === 'reject')) add(l.intents.filter((i) => i.verb === 'reject').flatMap((i) => i.to));
    else if (within(l.c, 'options', 'rejected') && l.c.item && l.names.length === 1 && l.s.text.length < 60) add(l.names);
    else if (l.c.kind === 'row' && l.s.column === 0 && (l.compared || within(l.c, 'options', 'rejected'))) add(l.names);
    else if (l.c.kind === 'row' && l.c.header === '' && l.names.length === 1 && l.compared) add(l.names);
  }
  return rivals;
}

const WRITTEN_IN = /\b(?:written|implemented|crafted|built|rewritten|rewrite|port(?:ed)?|developed|re-?implement\w*)\b[^.;]{0,30}\bin\b/i;
const USES_TODAY =
  /\b(?:currently|today|at present|until now|so far|existing|we (?:have been )?us(?:e|ed|ing)|(?:is|was|are|were) (?:built|tested|bundled|linted) (?:with|on|using))\b/i;
const IN_TODAY =
  /\b(?:was|were|is|are|currently|today)\b[^.;]{0,24}\b(?:written|implemented|built|developed) (?:\w+ )?in\b|\b(?:current|existing|legacy|present)\b[^.;]{0,24}\b(?:service|codebase|code|implementation|version|system|backend|application|app|monolith)\b/i;

/** What a sentence says of what is there today: a tool in use, a language that the system is written in, anything written in something. */
const usesToday = perPlace((l) => USES_TODAY.test(l.s.text));
const inToday = perPlace((l) => IN_TODAY.test(l.s.text));
const writtenIn = perPlace((l) => WRITTEN_IN.test(l.s.text));

export function stakesOf(all: readonly Located[], signals: Signals): Stakes {
  const { titleSaid, titleIntent, rejectTitle, ranked } = signals;
  const named = all.filter((l) => l.names.length > 0);
  let to = new Set<string>();
  const from = new Set<string>();
  for (const intents of ranked) {
    const n = collectNames(intents);
    if (to.size === 0) to = n.to;
    for (const x of n.from) if (!to.has(x)) from.add(x);
  }
  if (to.size === 0 && titleIntent) to = new Set(titleIntent.to);
  const langs = new Set<string>();
  const written = new Map<string, number>();
  const today = new Set<string>();
  const used = new Set<string>();
  for (const l of named) {
    for (const n of l.langs) langs.add(n);
    if (l.names.length === 1 && l.langs.length === 0 && within(l.c, 'context', 'problem', 'summary') && usesToday(l))
      used.add(l.names[0] as string);
    if (l.langs.length === 0 || within(l.c, 'references', 'rejected', 'options')) continue;
    if (l.langs.length === 1 && !within(l.c, 'prior-art') && inToday(l)) today.add(l.langs[0] as string);
    if (writtenIn(l)) for (const n of l.langs) written.set(n, (written.get(n) ?? 0) + 1);
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
  const rivals = rivalsOf(named, to, from);
  return { to, from, rivals, langs, key: [...to, '>', ...from, '>', ...rivals].join('|') };
}
