/** Parts and wholes: what a percentage is a share of, and whether its part waits or is code. */

const WAITS =
  /\b(?:wait(?:s|ing)?|idle|blocked|database|db|postgres\w*|mysql|mongodb|redis|dynamodb|sql|queries|query|i\/?o\b|network|disk|downstream|external|upstream|remote|third[- ]party|http calls?|rpc|s3|sleep\w*)\b/i;
const OWN_CODE =
  /\b(?:our (?:own )?code|application code|app code|business logic|python code|ruby code|node code|user code|in code|own code|cpu (?:time|work)|computation|computing|the interpreter|interpreter|(?:python|ruby|node|javascript|java|php) itself|parsing|serializ\w+|serialis\w+|encoding|rendering|handler code|in (?:python|ruby|javascript|java|php|go|node))\b/i;
/** The processor by itself: a part where time is split, and how busy a machine is everywhere else. */
const CPU = /\bcpu\b(?! (?:utili[sz]|usage|load|cores?\b|at\b|is at\b))/i;
/** How busy something is. That is a share of what it could do, and says nothing of where a request spends its time. */
const BUSY =
  /\b(?:utili[sz]ation|utili[sz](?:ed|es|ing)|busy|load average|cpu (?:usage|load|consumption)|cpus? (?:(?:is|are|was|were|runs?|sits?|stays?|stands?) )?(?:at|below|under|above|over))\b/i;
/** "uses 12 % CPU", "runs at 12 % CPU". */
export const USES = /\b(?:at|us(?:es?|ing|ed)|takes?|consum\w+|needs?|below|under|above|over)\s*(?:about |around |only |just |~|≈)?$/i;
/** What has processors, where a whole "CPU" is one of these and not the time of a request. */
export const HOST =
  /\b(?:hosts?|servers?|machines?|nodes?|vms?|box(?:es)?|instances?|pods?|containers?|sidecars?|agents?|exporters?|daemons?|cores?|clusters?|fleet)\b/i;

/** "95 % of the request time", "12 % of the request": what a share of time is a share of, at most four words on. */
const OF_TIME =
  /^\s*of (?:(?!requests|users|customers|team|teams|people|engineers|developers|calls|our time|their time)[\w'’-]+ ){0,4}?(?:time|latency|wall(?:[- ]clock)?|cpu|run-?time|samples|duration|cycles|request|response|work|(?:that|it|this|which)(?= (?:is|in|on|was|goes|waits|waiting|spent)))\b/i;
/** "of the time of a query": more of the whole. */
const OF_MORE =
  /^ of (?:(?:the|an?|each|every|all|our|its|this|that) )?[\w/-]{1,30}(?: (?:quer(?:y|ies)|calls?|requests?|servers?|tables?|time))?/i;
/** "of the time in the database is": the whole again, where the verb comes only behind it. */
const IN_MORE = /^ (?:in|on|at|inside|within) (?:(?:the|our|its) )?[\w/-]{1,30} (?:is|are|was|were|goes|went)\b/i;
const COLLECTOR = /\b(?:gc|garbage[- ]collect\w+|collector)\b/i;
/** "Of all database time, 38 % …", "share of GC time": a whole that is not the time of a request. */
const OTHER =
  /\b(?:of|where) (?:(?:all|the|our|its|total) ){0,2}(?:database|db|quer(?:y|ies)|sql|gc|garbage[- ]collection|disk|network|i\/?o|waiting|idle)(?:'s)? (?:time|cpu|latency|load|work)\b|\b(?:database|db|query|sql|gc|disk|network) (?:time|cpu|load)\b/i;
const OF_PEOPLE = /^\s*of (?:[\w-]+ ){0,3}?(?:team|engineer|developer|people|user|customer|sprint)(?:s|'s|’s|s'|s’)?\b/i;
/** "99 % of the time Rust just works": usually, not a share. */
const USUALLY =
  /^\s*of the time,? (?!is|was|are|were|goes|went|in|on|of|at|for|and|by|inside|within|waiting|waits|blocked|idle|idling|spent|to|per|a |an |each|it |each |during|computing|parsing|rendering|encoding)/i;
/** Without "of": what may stand at once behind a share of time. */
const BEHIND = /^\s*(?:[,.;:)(|–—-]|$|(?:is|are|was|were|goes|went|spent|in|on|for|and|at|by|during|to|vs|wall|cpu|time|own)\b)/i;

const GAIN =
  /\b(?:improv\w+|reduc\w+|faster|slower|less|more|fewer|fell|fall(?:s|en)?|went (?:up|down)|rose|rises?|drop\w*|cuts?|by \d|save\w*|gain|increase\w*|decrease\w*|growth|grow\w*|uptime|availability|coverage|users|customers|traffic)\b/i;

/** A whole, and where in the text behind the percentage it ends. */
interface Whole {
  /** The time of a request or of a program, the processor, that of something else, or nothing that is said. */
  readonly of: 'time' | 'cpu' | 'other' | 'unsaid';
  readonly to: number;
}

/** By what stands behind the percentage; null where it is no share of time at all. */
export function wholeOf(right: string): Whole | null {
  if (/^\s*of\b/i.test(right)) {
    const m = OF_TIME.exec(right);
    if (m === null || OF_PEOPLE.test(right) || USUALLY.test(right)) return null;
    const to = m[0].length;
    const rest = right.slice(to);
    const said = m[0] + ((OF_MORE.exec(rest) ?? IN_MORE.exec(rest))?.[0] ?? '');
    // The time of the database is a whole of its own: a part of it is not that part of a request.
    if (WAITS.test(said) || COLLECTOR.test(said)) return { of: 'other', to };
    const bare = /\bcpu$/i.test(m[0]) && !/^[\s-](?:time|cycles|samples|work|profiles?|seconds)\b/i.test(rest);
    return { of: bare ? 'cpu' : 'time', to };
  }
  const next = /^\s*\S{1,30}(?: \S{1,30})?/.exec(right)?.[0] ?? '';
  const named = (waits(next) || code(next) || cpu(next)) && !/\b(?:discount|off|cheaper|larger|smaller|bigger)\b/i.test(next);
  return BEHIND.test(right) || named ? { of: 'unsaid', to: 0 } : null;
}

export const waits = (text: string): boolean => WAITS.test(text);
export const code = (text: string): boolean => OWN_CODE.test(text);
export const cpu = (text: string): boolean => CPU.test(text);
export const saysBusy = (text: string): boolean => BUSY.test(text);
export const saysGain = (text: string): boolean => GAIN.test(text) && !/\b(?:spent|spends|waiting|waits)\b/i.test(text);
/** Whether something else, such as the time of the database, is what is split. */
export const splitsOther = (text: string): boolean => OTHER.test(text);
