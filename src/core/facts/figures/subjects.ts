/** What a duration is the duration of, as far as a name is given: `checkout`, `orders query`, `/search`; '' where it is the system or nothing named. */

/** Other words for the system as a whole; what stands before one of them names it. */
const WHOLE = 'service|endpoint|api|system|app|application|backend|server|platform|site|route';
/** Parts of a system, which have a time of their own also without a name. */
const PART =
  'page|query|quer(?=ies)|job|view|screen|step|function|lookup|import|export|report|upload|download|worker|handler|build|scan|task|command|dashboard|form|flow|pipeline|batch|cache|database|index|login';
const PLURAL = '(?:ies|s)?';
const NAME = String.raw`[a-z][\w-]{1,30}`;
const METRIC = String.raw`(?:p\d\d[\d.]{0,3}|latency|latencies|times?|percentile|median|mean|targets?|slo|objective|budget|ms|s|seconds?)`;

/** Words that name nothing. */
const UNNAMED: ReadonlySet<string> = new Set(
  [
    // Measures.
    'latency latencies response responses time times duration percentile median mean average avg max min maximum tail worst case slo slos sla target targets targeted goal goals objective objectives budget limit require requires required requirement requirements metric metrics measure measures value values number numbers figure figures performance result results status state',
    // Units, load and places.
    'ms s sec second seconds millisecond milliseconds rps peak load traffic hour hours day days week production prod live end-to-end e2e overall total whole entire wall clock',
    // When it is measured.
    'today current currently now baseline before after measured measurement measurements observed present prototype expected proposed cold start start-up startup boot',
    // The system and who asks it.
    'request requests call calls transaction transactions operation operations event events message messages service services endpoint endpoints api apis system app application backend server platform site route http https rest grpc client clients user users customer customers people caller callers code',
    // The languages it leaves or goes to.
    'python ruby php perl java javascript typescript node nodejs node.js kotlin scala elixir erlang go golang rust c c++ cpp c# zig swift django rails flask spring express cpython pypy jvm',
    // Grammar.
    'it its this that these those they their them we our us i you which who what there here one none both each every all any some most other another same first last a an the and or but nor if when while whereas because since so as than then for from of on in at by to with without under below above over within about around near only just still already also not no never even against per up down',
    // Verbs.
    'is are was were be been has have had do does did can could may might must shall should will would need needs want wants get gets go goes stay stays keep keeps hold holds meet meets miss misses reach reaches lower lowers reduce reduces cut cuts bring brings improve improves raise raises set sets give gives show shows see sees say says report reports take takes took make makes answer answers',
    // Qualities, and what headings are called.
    'new old existing main public internal external own single typical normal usual good high low better faster slow fast acceptable maximal desired key strict hard soft read reads write writes online agreed stated given critical important context background problem motivation why how overview summary details section rewrite',
  ]
    .join(' ')
    .split(' '),
);
const NUMBERED = /^(?:p\d|\d)/;
const ENDING = /(?:ing|ed|ly)$/;
const unnamed = (word: string): boolean => UNNAMED.has(word) || NUMBERED.test(word);
const isName = (word: string): boolean => !unnamed(word) && !ENDING.test(word);

const OF_NOUN = new RegExp(String.raw`(?:\b(${NAME})(?:'s)? )?\b(?:(${WHOLE})|(${PART}))${PLURAL}\b`, 'g');
const PATH = /(?:^|[\s(])(\/[\w/{}:.-]{2,60})/g;
const BEHIND_METRIC = new RegExp(String.raw`\b${METRIC},? (?:of|for|on|in) (?:(?:the|our|an?|each|every|all|its) )?(${NAME})`, 'g');
const BEFORE_METRIC = new RegExp(String.raw`\b(${NAME})(?:'s)? (?:p\d\d|latency|response time|load time|median)`, 'g');
const BEFORE_VERB = new RegExp(
  String.raw`\b(${NAME}) (?:answers?|takes?|took|responds?|returns?|loads?|renders?|finish(?:es)?|completes?|needs|must|shall|has|had|serves?|runs?|is|was|stays?|sits?|within|under|below)\b`,
  'g',
);
/** Nobody's sentence needs more to say what it speaks of. */
const READ = 400;

const joined = (names: ReadonlySet<string>): string => [...names].sort().join(' ');

/** What a clause or sentence names as the owner of its durations. */
export function subjectIn(text: string): string {
  const lower = text.slice(0, READ).toLowerCase();
  const names = new Set<string>();
  for (const m of lower.matchAll(OF_NOUN)) {
    const [, before, , part] = m;
    const named = before !== undefined && isName(before);
    if (named) names.add(before);
    if (part !== undefined) names.add(part === 'quer' ? 'query' : part);
  }
  for (const re of [PATH, BEHIND_METRIC, BEFORE_METRIC, BEFORE_VERB])
    for (const [, name] of lower.matchAll(re)) if (name !== undefined && isName(name)) names.add(name.replace(/[.:]$/, ''));
  return joined(names);
}

/** All words of a heading, of the head of a row or of a column that name something. */
export function subjectOfWords(text: string): string {
  const words =
    text
      .slice(0, READ / 2)
      .toLowerCase()
      .match(/\/?[\w][\w./-]*/g) ?? [];
  return joined(new Set(words.filter((w) => !unnamed(w))));
}

/** The clause around a figure first; where that names nothing, its sentence. `of` is asked for the sentence once. */
export function subjectOf(text: string, from: number, to: number, ofSentence: () => string): string {
  const left = text.slice(Math.max(0, from - 120), from);
  const right = text.slice(to, to + 80);
  const start = Math.max(left.lastIndexOf(', '), left.lastIndexOf('; '), left.lastIndexOf(': '));
  return subjectIn(left.slice(start + 1) + text.slice(from, to) + right.slice(0, /[,;:] /.exec(right)?.index)) || ofSentence();
}

/** Speaks of what the sentence before it named. */
export const pointsBack = (text: string): boolean => /^(?:its?|there|that|this|they|their|these)\b/i.test(text);
