/**
 * Statements about speed, size or cost of computing: "Rust is fast", "significantly better throughput", "GC pauses", "lower memory footprint".
 * What is read here needs the sentence alone; whether the document commits it as an argument is weighed in `facts/argument.ts`.
 */
import { has, mask, type Hit, type Mask } from './lexicon';
import { nameOf, type Sentence } from './reading';

export type Axis = 'latency' | 'throughput' | 'memory' | 'startup' | 'size' | 'cost' | 'jitter' | 'overhead' | 'build' | 'none';

export interface SpeedClaim {
  /** Range of the words that make the statement, in the block's compact text. */
  readonly from: number;
  readonly to: number;
  readonly form: 'fast' | 'faster' | 'fastest' | 'slow' | 'noun' | 'adjective' | 'inefficient';
  /** The statement praises (`good`) or blames (`bad`). */
  readonly tone: 'good' | 'bad';
  readonly axis: Axis;
  /** A comparison or an improvement, not a mere state. */
  readonly comparative: boolean;
  /** "quickly", "scalable", "parallelism": words that often mean something else. */
  readonly weak: boolean;
  /** The subject is a language, a runtime, a VM or its collector. */
  readonly language: boolean;
  /** Nothing is named, but the words speak of a collector or of native code: whose virtue it is depends on the place. */
  readonly unnamed: boolean;
  /** A noun of performance with nothing said about it ("Performance", "low latency requirements"): counts as a criterion only. */
  readonly bare: boolean;
  /** Negated in its own clause. */
  readonly negated: boolean;
  /** The language or product that the clause speaks of, where one stands before the statement. */
  readonly subject: string | null;
  /** Inside quotation marks. */
  readonly quotation: boolean;
}

const FAST = mask('fast');
const FASTER = mask('faster');
const FASTEST = mask('fastest');
const SLOW = mask('slow');
const NOUN = mask('perfnoun');
const ADJECTIVE = mask('perfadj');
const INEFFICIENT = mask('inefficient');
const ANY = mask('fast', 'faster', 'fastest', 'slow', 'perfnoun', 'perfadj', 'inefficient');
const GOOD = mask('good');
const LESS = mask('less');
const BAD = mask('bad');
const DEV = mask('devspeed');
const NEG = mask('neg');
const EVALUATES = mask('good', 'less', 'bad', 'faster', 'fast', 'fastest', 'slow', 'perfadj', 'inefficient');

const WEAK_WORDS = new Set(
  'quickly,quick,rapid,rapidly,swiftly,instant,instantly,at scale,scalable,scales,scale up,highly scalable,more scalable,concurrency,parallelism,scalability,lean,leaner,lighter,responsive,cpu,compute,memory,ram,delay,delays,bandwidth,low level control,machine code,native code,compiled language,single threaded,gil,expensive,costly,cheaper,cost effective,efficiently,efficient,efficiency,bottleneck,bottlenecks,pauses,startup,start up,native compilation,lag,lags,bloat,performance critical,performance sensitive,acceleration,accelerate'.split(
    ',',
  ),
);
/** After "memory" these make it something else. */
const NOT_FOOTPRINT =
  /^[ -](?:safe|safety|leak|leaks|management|model|models|corruption|bug|bugs|error|errors|issues|order|ordering|access|layout|map|mapped|unsafe|unsafety|related|vulnerabilit\w*|ownership|address|dump|guarantees|only|lane|cache|store|backend|database|db|stream|buffer)/i;
/** Before or after "fast" these make it something else. */
const NOT_SPEED_AFTER =
  /^[ -](?:forward\w*|moving|paced|track\w*|path|paths|growing|lane|follow\w*|changing|evolving|start guide|becoming|clip|iteration|iterations|iterate|prototyp\w*|develop\w*|feedback|turnaround|onboarding|time[ -]to[ -]market|delivery|compil\w*|build\b|builds|rebuild\w*|reload\w*|refresh|to (?:write|develop|learn|prototype|build|ship|pick|set|get|read|implement|iterate|adopt|market|understand|onboard|deploy|install|code)|install\w*|setup|adoption|release\w*|test\w*|ci\b|hiring|cycles?|experiment\w*|fix\w*|look|overview|summary|reference|note|question|win|wins|start\b|check\b|deployment\w*|deploy\w*|dev\b|pace|progress|learning|coding|bug|innovation|hack|review\w*|workflow\w*|as we|than (?:we|expected|planned|i\b))/i;
const NOT_SPEED_BEFORE =
  /\breviews? (?:is|are|will be|would be|get) (?:much )?$|\b(?:implementation|development|progress|delivery|hiring|onboarding|migration|rollout|shipping|release) (?:is|will be|would be|was|gets) (?:much )?$|(?:fail|fails|failing|move|moves|moving|breaks? things|growing|grow|evolv\w+|mature\w*|ship|ship code|develop\w*|iterat\w+|deliver\w*|prototyp\w+|onboard\w*|compil\w+|builds?|learn|learned|write|writing|implement\w*|hir\w+|adopt\w*|deploy\w*|reproduc\w*|fix|fixed|changes?|get started|debug\w*)(?: \w+)?[ -]$/i;
const DEV_SPEED_NOUN =
  /(?:develop\w*|iteration|delivery|coding|writing|prototyping|onboarding|team|build|compile|compilation|test|learning|release|deployment|migration|execution of the plan|feature)[ -](?:and \w+ )?$/i;
/** "performance" as a noun of work to do, a headline of tests or a person's performance. */
const WORK_ON_PERFORMANCE_AFTER =
  /^[ -](?:impact\b|regressions?\b|degradation|test\w*|benchmark\w*|monitor\w*|metric\w*|profil\w*|review\w*|budget\w*|comparison\w*|regression test\w*|analysis|data|numbers|results|measurement\w*|tuning|team|report\w*|dashboard\w*|engineer\w*|tips|guide|considerations?|characteristics|validation|baseline\w*|section|tracking|counters?|evaluation|targets?|goals?|criteria|suite|tooling|tools|schema|api)/i;

const LOOSE_FAST = /^(?:quick|quickly|rapid|rapidly|swiftly|more quickly|more rapidly|instant|instantly|instantaneously)$/;
const COMPUTES =
  /\b(?:load|start|respon|process|execut|run|pars|handl|serv|render|boot|quer|search|comput|finish|complet|return|open|scan|compil|feel|feedback|data|request|server|hmr|calculat|updat|react|perform)\w*/i;
/** A language, its runtime or its collector stands for the subject. */
const LANGUAGE_WORD =
  /\b(?:languages?(?=\s(?:that|which|is|are|itself|like|with|such|can|cannot|has|have|offers?|provides?|of choice|runtimes?)\b)|(?:compiled|interpreted|typed|native|programming|faster|slower|gc|managed|dynamic|systems?|slow|fast) languages?(?! (?:servers?|specs?|models?))|language runtimes?|interpreters?|interpreted|garbage[ -]collect\w*|gc|gil|global interpreter lock|jit|virtual machine|vm|zero[ -]cost abstractions?|compiled|native (?:compilation|performance|speed|code)|ownership|borrow checker|goroutines?|event loop|dynamic typing|dynamically typed|fearless concurrency|machine code)\b/i;
/** A bare noun given as the reason: "chosen for its speed", "because of performance". */
const REASON_BEFORE =
  /\b(?:for (?:its|their|the|sheer|raw|better|reasons of)|because of|due to|thanks to|offers|provides|gives(?: us)?|brings|promises|its|in terms of|focus(?:ed|es)? on|simplicity and|with|performance and|want(?:ed)?|need(?:ed|s)?|prioriti[sz]\w*)\s(?:\w+ and |\w+, )?$/i;
const LANG_CLASSES = new Set(['lang', 'runtime']);

const adjectiveAxis = (word: string): Axis =>
  /latency/.test(word)
    ? 'latency'
    : /throughput/.test(word)
      ? 'throughput'
      : /footprint|memory/.test(word)
        ? 'memory'
        : /cost|energy|power/.test(word)
          ? 'cost'
          : /space/.test(word)
            ? 'size'
            : 'none';
/** "faster parsing": the operation says that latency is meant. */
const OPERATION_AFTER =
  /^[ -](?:parsing|loading|rendering|quer(?:y|ies)|start-?up|builds?|responses?|serialization|page loads?|lookups?|search(?:es)?|requests?|page)\b/i;

const axisOf = (hit: Hit): Axis => (hit.m.names['perfnoun'] as Axis | undefined) ?? 'none';

/** Hits between two places that belong to a mask. */
const between = (hits: readonly Hit[], m: Mask, from: number, to: number): Hit | undefined =>
  hits.find((h) => h.from >= from && h.to <= to && has(h.m, m));

const CLAUSE = /[;:(]|,\s(?:but|while|whereas|although|though|yet|and it|which)\b|\s(?:but|while|whereas|although|though)\s|\s[—–-]\s/;

/** The clause around a place: from the last clause mark before to the next one after, in sentence coordinates. */
function clause(text: string, from: number, to: number): readonly [number, number] {
  let a = 0;
  const before = text.slice(0, from);
  const re = new RegExp(CLAUSE.source, 'g');
  for (let m = re.exec(before); m; m = re.exec(before)) a = m.index + m[0].length;
  const m = CLAUSE.exec(text.slice(to));
  return [a, m ? to + m.index : text.length];
}

/** A name followed by one of these is the subject; followed by another noun it only qualifies it ("Python type checker"). */
const AFTER_SUBJECT =
  /^(?:\s\d[\d.]*)?(?:'s\b|\s*[,:;)\u2014\u2013-]|\s*$|\s+(?:is|are|was|has|have|had|can|could|will|would|does|do|may|might|must|should|provides?|offers?|gives?|makes?|enables?|allows?|handles?|performs?|runs?|compiles?|outperforms?|scales?|lacks?|suffers?|brings?|delivers?|achieves?|excels?|promises?|helps?|with|and|or|itself|language|lang|programming language|runtime|interpreter|gc|garbage|vm|code|compiler|threads?|goroutines|concurrency|performance|binaries|executables|\u2192|->|gets?|supports?|combines?|being|ecosystem|starts?|warms?|boots?|loads?|takes?|adds?|needs?|uses?|spends?|costs?)\b)/i;
/** After these a name is a means or an object, not the subject: "With Rust, we expect", "introduce Rust to improve". */
const MEANS_BEFORE =
  /\b(?:with|via|using|through|by|in|into|to|from|on|introduc\w*|adopt\w*|use|choos\w*|migrat\w* to|mov\w* to|rewrit\w*|as)\s(?:the |a |our |pure )?$/i;
/** Between the name and the statement these take the subject's place. */
const OTHER_SUBJECT =
  /\b(?:we|our|us|it would let us|the (?:system|service|application|app|pipeline|plugin|tool|product|result|server|team|rewrite|migration|solution|platform|backend|api))\b|\bto\s(?:\w+\s)?$/i;
const CAUSE =
  /^[^.;]{0,24}\b(?:due to|because of|caused by|thanks to|from)\b[^.;]{0,30}?\b(?:gil|global interpreter lock|gc\b|garbage[ -]collect\w*|interpreter|jit|event loop|single-threaded|(?:python|ruby|node|java|go|javascript)'?s?\s(?:runtime|interpreter|gc|overhead))/i;

/** `language`: a language is the subject; `unnamed`: only the words of the statement hint at one. */
function subjectKind(s: Sentence, from: number, to: number): 'language' | 'unnamed' | 'other' {
  const text = s.text;
  const [start, b] = clause(text, from, to);
  // "Python is fast to write, but slow": a clause without a subject of its own keeps the one before.
  const a = text.slice(start, from).trim() === '' ? 0 : start;
  const head = text.slice(a, from);
  if (CAUSE.test(text.slice(to, b + 40))) return 'language';
  let last: { at: number; to: number; language: boolean } | null = null;
  for (const h of s.hits) {
    const at = h.from - s.from;
    if (at < a || at >= from) continue;
    const n = nameOf(h);
    if (n) last = { at, to: h.to - s.from, language: LANG_CLASSES.has(n.cls) };
  }
  if (last) {
    const between = text.slice(last.to, from);
    const subject =
      last.language &&
      (AFTER_SUBJECT.test(text.slice(last.to, last.to + 24)) || between.trim() === '') &&
      !MEANS_BEFORE.test(text.slice(a, last.at)) &&
      !OTHER_SUBJECT.test(between);
    if (subject) return 'language';
  }
  const word = lastLanguageWord(head);
  if (word !== null && (last === null || word > last.at) && !OTHER_SUBJECT.test(head.slice(word))) return 'language';
  const tail = text.slice(to, Math.min(b, to + 40));
  const of = /^(?: and \w+| \w+)? of (?:the )?([\w+#.]+)/.exec(tail);
  if (of) {
    const at = to + (of[0].length - (of[1] as string).length);
    if (s.hits.some((h) => h.from - s.from === at && LANG_CLASSES.has(nameOf(h)?.cls ?? ''))) return 'language';
  }
  return LANGUAGE_WORD.test(text.slice(from, to)) ? 'unnamed' : 'other';
}

function lastLanguageWord(text: string): number | null {
  let at: number | null = null;
  const re = new RegExp(LANGUAGE_WORD.source, 'gi');
  for (let m = re.exec(text); m; m = re.exec(text)) at = m.index;
  return at;
}

/** The last name before the statement in its clause, unless it is only compared with ("faster than Node"). */
function subjectOf(s: Sentence, from: number): string | null {
  const [a] = clause(s.text, from, from);
  let last: string | null = null;
  for (const h of s.hits) {
    const at = h.from - s.from;
    if (at < a || at >= from) continue;
    const n = nameOf(h);
    if (
      n &&
      !/\b(?:than|vs\.?|versus|over|like|unlike|compared (?:to|with)|with|from|instead of)\s(?:\w+\s)?$/i.test(
        s.text.slice(Math.max(0, at - 20), at),
      )
    )
      last = n.name;
  }
  return last;
}

const inQuotes = (text: string, at: number): boolean => {
  let n = 0;
  for (let i = text.indexOf('"'); i >= 0 && i < at; i = text.indexOf('"', i + 1)) n++;
  return n % 2 === 1 && text.indexOf('"', at) >= 0;
};

/** "Tail latency is the axis we are graded on" names the axis and claims nothing. */
const AXIS_NAMED = /^[^;]{0,24}?\b(?:is|are) (?:the axis|what (?:we are|is) graded|sufficient|enough|not scarce)\b/i;
const DOES_NOT = /^(?: at p\d+)? (?:do(?:es)? not|doesn't|don't|cannot|can't|will not|won't|is not|isn't|are not|aren't)\b/i;
/** "Inefficiencies at this layer are fine": conceded, not argued. */
const WAVED_OFF =
  /^[^;]{0,80}?\b(?:is|are|was|were) (?:fine|acceptable|ok|okay|irrelevant|negligible|not (?:a |an )?(?:issue|concern|problem|important|relevant|critical))\b/i;

function negated(s: Sentence, from: number, to: number): boolean {
  if (WAVED_OFF.test(s.text.slice(to)) || AXIS_NAMED.test(s.text.slice(to)) || DOES_NOT.test(s.text.slice(to))) return true;
  if (/\b(?:nothing but|apart from|except(?: for)?|regardless of|irrespective of) (?:the )?$/i.test(s.text.slice(0, from))) return true;
  if (/\b(?:nobody|no one|whether)\b|\bcould not (?:make|get)\b[^.;]{0,20}$/i.test(s.text.slice(0, from))) return true;
  // "Latency is not an issue": the negation stands between the noun and its judgement.
  if (
    s.hits.some((h) => has(h.m, NEG) && h.from - s.from >= from && h.to - s.from <= to) ||
    /\bno (?:problem|issue|concern)\b/i.test(s.text.slice(from, to + 12))
  )
    return true;
  const [a] = clause(s.text, from, to);
  for (const h of s.hits) {
    const at = h.from - s.from;
    if (at >= from) break;
    if (at < a || !has(h.m, NEG) || from - at > 60 || /^not (?:only|just|merely|simply)/i.test(s.text.slice(at))) continue;
    // A new verb ends the negation's reach: "is not opinionated and is very fast".
    if (!/,|\b(?:and|but) (?:is|are|has|have|was|were|it|very|also)\b/i.test(s.text.slice(at, from))) return true;
  }
  return false;
}

/** All statements about speed in a sentence, strongest reading per place. */
export function speedClaims(s: Sentence): SpeedClaim[] {
  if (!has(s, ANY)) return [];
  const out: SpeedClaim[] = [];
  const text = s.text;
  for (const h of s.hits) {
    if (!has(h.m, ANY)) continue;
    const from = h.from - s.from;
    const to = h.to - s.from;
    const after = text.slice(to, to + 32);
    const before = text.slice(Math.max(0, from - 32), from);
    const put = (form: SpeedClaim['form'], tone: 'good' | 'bad', more: Partial<SpeedClaim> & { a?: number; b?: number } = {}): void => {
      const a = more.a ?? from;
      const b = more.b ?? to;
      const kind = subjectKind(s, a, b);
      out.push({
        from: s.from + a,
        to: s.from + b,
        form,
        tone,
        axis: more.axis ?? 'none',
        comparative: more.comparative ?? false,
        weak: more.weak ?? WEAK_WORDS.has(h.word),
        language: kind === 'language',
        unnamed: kind === 'unnamed',
        bare: more.bare ?? false,
        negated: negated(s, a, b),
        subject: subjectOf(s, a),
        quotation: inQuotes(text, a),
      });
    };
    if (has(h.m, FAST) || has(h.m, FASTER) || has(h.m, FASTEST)) {
      if (NOT_SPEED_AFTER.test(after) || NOT_SPEED_BEFORE.test(before)) continue;
      if (LOOSE_FAST.test(h.word) && !COMPUTES.test(before + ' ' + after)) continue;
      if (
        /^instant(?:ly|aneous|aneously)?$/.test(h.word) &&
        /^[ -](?:search|message|messaging|vector|vectors|query|run|app|coffee|access)/i.test(after)
      )
        continue;
      const dev = s.hits.find((d) => has(d.m, DEV) && d.from - s.from >= to && d.from - s.from - to <= 14);
      if (dev) continue;
      put(has(h.m, FASTEST) ? 'fastest' : has(h.m, FASTER) ? 'faster' : 'fast', 'good', {
        comparative: !has(h.m, FAST),
        axis: OPERATION_AFTER.test(after) ? 'latency' : 'none',
      });
      continue;
    }
    if (has(h.m, SLOW)) {
      if (
        /\b(?:tests?|ci|builds?|pipelines?|team|teams|reviews?|hiring|compil\w+|people|we) (?:is|are|was|were|gets?|got) (?:too |very |quite )?$/i.test(
          before,
        )
      )
        continue;
      if (NOT_SPEED_AFTER.test(after) || NOT_SPEED_BEFORE.test(before)) continue;
      put('slow', 'bad', { comparative: h.word === 'slower' });
      continue;
    }
    if (has(h.m, INEFFICIENT)) {
      put('inefficient', /^(?:cheaper|less expensive)$/.test(h.word) ? 'good' : 'bad');
      continue;
    }
    if (has(h.m, ADJECTIVE)) {
      if (
        /^(?:[ -]|, )?(?:and \w+ )?(?:development|delivery|workflows?|process(?:es)?|collaboration|onboarding|iteration|coding|teams?)\b/i.test(
          after.trimStart(),
        )
      )
        continue;
      put('adjective', 'good', {
        axis: adjectiveAxis(h.word),
        comparative: /^(?:more|better|higher|lower|out|lighter|smaller|leaner)/.test(h.word),
      });
      continue;
    }
    // A noun of performance needs somebody to say how it is.
    if (WORK_ON_PERFORMANCE_AFTER.test(after)) continue;
    const axis = axisOf(h);
    // "at compile time", "build-time errors" speak of when, not of how long.
    if (
      axis === 'build' &&
      (/\b(?:at|during|in|by)\s$/i.test(before) ||
        /^[ -](?:safety|check\w*|error\w*|guarantee\w*|validation|type|constant\w*|macro\w*)/i.test(after))
    )
      continue;
    if (axis === 'memory' && /^(?:memory|ram|heap|allocations?)$/.test(h.word) && NOT_FOOTPRINT.test(after)) continue;
    if (axis === 'none' && /^speed$/.test(h.word) && DEV_SPEED_NOUN.test(before)) continue;
    const [a, b] = clause(text, from, to);
    const evaluator = near(s, from, to, a, b);
    if (!evaluator && REASON_BEFORE.test(before)) {
      put('noun', axis === 'overhead' || (axis === 'jitter' && !STEADY.test(h.word)) ? 'bad' : 'good', { axis });
      continue;
    }
    if (!evaluator) {
      put('noun', axis === 'overhead' || (axis === 'jitter' && !STEADY.test(h.word)) ? 'bad' : 'good', { axis, bare: true });
      continue;
    }
    const ef = evaluator.from - s.from;
    const et = evaluator.to - s.from;
    const tone = toneOf(h.word, axis, evaluator);
    put('noun', tone, { axis, comparative: comparativeWord(evaluator.word), a: Math.min(from, ef), b: Math.max(to, et) });
  }
  return out;
}

/** Words that say that something grows; on a cost that is blame, on a yield praise. */
const UP =
  /^(?:increas\w*|higher|highest|high|larger?|bigger?|big|huge|massive|grew|grow\w*|heavy|excessive|maximum|max|long|too (?:long|high|large))$/;
/** Nouns of jitter that praise by themselves. */
const STEADY = /^(?:predictab|determinis)/;

/** Praise or blame: direction of the judging word times what the noun counts. */
function toneOf(noun: string, axis: Axis, evaluator: Hit): 'good' | 'bad' {
  const { m, word } = evaluator;
  if (has(m, SLOW) || has(m, INEFFICIENT)) return 'bad';
  if (has(m, FAST) || has(m, FASTER) || has(m, FASTEST)) return 'good';
  const yields = axis === 'none' || axis === 'throughput' || STEADY.test(noun);
  if (UP.test(word)) return yields ? 'good' : 'bad';
  if (has(m, LESS)) return yields ? 'bad' : 'good';
  if (has(m, BAD) && !has(m, GOOD)) return 'bad';
  if (axis === 'overhead' || (axis === 'jitter' && !STEADY.test(noun))) return has(m, GOOD) && comparativeWord(word) ? 'good' : 'bad';
  return 'good';
}

const comparativeWord = (word: string): boolean =>
  /^(?:better|improv|boost|enhanc|increas|higher|superior|greater|stronger|reduc|lower|less|smaller|fewer|cut|save|saving|decreas|shrink|eliminat|worse|larger|bigger|heavier|gain|faster|slower|win)/.test(
    word,
  );

/** The nearest word that judges the noun: within four words before, or five after across "is", "will be", "improvements". */
function near(s: Sentence, from: number, to: number, a: number, b: number): Hit | undefined {
  let best: Hit | undefined;
  let score = Infinity;
  for (const h of s.hits) {
    if (!has(h.m, EVALUATES) || has(h.m, NOUN)) continue;
    const hf = h.from - s.from;
    const ht = h.to - s.from;
    if (ht <= from && hf >= a) {
      const gap = s.text.slice(ht, from);
      const words = gap.trim() === '' ? 0 : gap.trim().split(/\s+/).length;
      // Lists share the judgement: "improve throughput, latency, and resource efficiency".
      const list = /^[\w\s,/&-]*$/.test(gap) && /,|\band\b|\bor\b/.test(gap);
      if (words <= 4 || (list && words <= 9)) {
        if (words < score) {
          score = words;
          best = h;
        }
      }
    } else if (hf >= to && hf < b) {
      const gap = s.text.slice(to, hf).trim();
      const words = gap === '' ? 0 : gap.split(/\s+/).length;
      const joined = words <= 2 || (words <= 5 && /\b(?:is|are|was|were|be|been|becomes?|became|remains?|has|gets?)\b/i.test(gap));
      if (joined && !/[,(]/.test(gap) && words + 0.5 < score && !between(s.hits, NOUN, to + s.from, h.from)) {
        score = words + 0.5;
        best = h;
      }
    }
  }
  return best;
}
