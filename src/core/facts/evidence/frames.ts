/** One detector per kind of evidence (label guide, "evidence"): a sentence in its place either closes a gap or does not. */
import type { EvidenceKind } from '../../types';
import { within, type Context } from '../context';
import { has, mask, type Hit, type Mask } from '../lexicon';
import type { Quantity } from '../quantities';
import type { Sentence } from '../reading';

/** What a detector found: a range of the block's text and, where one stands there, the figure. */
export interface Found {
  readonly kind: EvidenceKind;
  readonly from: number;
  readonly to: number;
  readonly quantity?: Quantity;
}

const M = {
  neg: mask('neg'),
  plan: mask('plan'),
  goal: mask('goalword'),
  prof: mask('profword'),
  spend: mask('spendword'),
  shape: mask('shapeword'),
  cheap: mask('cheapword'),
  tried: mask('triedword'),
  proto: mask('protoword'),
  payback: mask('paybackword'),
  opportunity: mask('opportunityword'),
  shadow: mask('shadowword'),
  kill: mask('killword'),
  revisit: mask('revisitword'),
  talent: mask('talentword'),
  polyglot: mask('polyglotword'),
  load: mask('loadword'),
  consequence: mask('consequenceword'),
  hypo: mask('hypo'),
  faster: mask('faster', 'fastest', 'fast', 'slow'),
  noun: mask('perfnoun'),
  less: mask('less'),
  good: mask('good'),
  names: mask('lang', 'runtime', 'framework', 'engine', 'tool'),
  speed: mask('fast', 'faster', 'fastest', 'slow', 'perfnoun', 'perfadj', 'inefficient'),
};

const PERF: ReadonlySet<Quantity['kind']> = new Set(['factor', 'percent', 'time', 'bytes', 'rate', 'fps']);
const HARD: ReadonlySet<Quantity['kind']> = new Set(['time', 'bytes', 'rate', 'fps', 'factor']);
const TARGET_HEADER = /\b(?:target|goal|slo|sla|required|requirement|budget|objective|limit|threshold|acceptance|max(?:imum)?)\b/;
const TODAY_HEADER = /\b(?:current|today|before|baseline|actual|measured|now|old|result|observed|delivered)\b/;
const MEASURED =
  /\b(?:measured|observed|we saw|saw|showed|shows?|found|recorded|reached|achieved|completed|took|takes|takes about|ran|runs|went from|dropped|fell|reduced|cut|improved|decreased|increased|saved|enabled us|consistently|is now|are now|it can|we can|averag\w+|results?)\b/i;
const CONDITION = /\b(?:if|when|unless|should|once|in case|whenever|as soon as)\b/i;

const perf = (s: Sentence, kinds = PERF): Quantity | undefined => s.quantities.find((q) => kinds.has(q.kind));
const firstHit = (s: Sentence, m: Mask): Hit | undefined => s.hits.find((h) => has(h.m, m));
const whole = (s: Sentence, kind: EvidenceKind, quantity?: Quantity): Found => ({
  kind,
  from: s.from,
  to: s.to,
  ...(quantity ? { quantity } : {}),
});

const STRONG_GOAL =
  /^(?:slos?|slas?|service level .*|targets?|goals?|budget|latency budget|error budget|must|shall|at most|no more than|within|objectives?|acceptance criteri\w+|success criteri\w+|success metrics?|fails to meet|meets?|performance requirements?|target of|goal of|aim(?:ing)? for|threshold|kpis?|nfrs?)$/;
const NOT_A_TARGET = /\b(?:rollback|roll back|timeout|ttl|retention|backup|deployment|cutover)\b/i;
const BUDGET =
  /\b(?:need to|have to|must) (?:handle|sustain|serve|process)\b|^acceptance\b|\b(?:budget (?:for|of)\b[^.;]{0,40}\bis\b|must (?:not exceed|stay|be|remain|finish|answer|start)\b|may (?:cost|take|use) at most\b)/i;
const TARGETS = /^\W*target\b/i;
const SUB = /\bsub-?(?:milli|micro)?second\b/i;

function slo(s: Sentence, c: Context): Found | null {
  const price = s.quantities.find((x) => x.kind === 'money');
  if (
    price &&
    /\b(?:at most|must not exceed|no more than|target)\b/i.test(s.text) &&
    /\bcost\b|\bper (?:request|search|call|order|image|user|query)\b/i.test(s.text) &&
    !within(c, 'rejected', 'options')
  )
    return whole(s, 'slo', price);
  const q = perf(s);
  if (!q)
    return SUB.test(s.text) && c.item && within(c, 'goals', 'drivers', 'context', 'problem', 'targets') && !within(c, 'rejected', 'options')
      ? whole(s, 'slo')
      : null;
  if (has(s, M.plan) && !has(s, M.goal)) return null;
  if (
    BUDGET.test(s.text) &&
    !NOT_A_TARGET.test(s.text) &&
    q.kind !== 'percent' &&
    q.kind !== 'factor' &&
    !within(c, 'rejected', 'options', 'testing')
  )
    return whole(s, 'slo', q);
  if (c.kind === 'row') {
    if (TARGET_HEADER.test(c.header) && !TODAY_HEADER.test(c.header)) return whole(s, 'slo', q);
    if (within(c, 'targets') && !TODAY_HEADER.test(c.header) && HARD.has(q.kind)) return whole(s, 'slo', q);
    if (/\btargets?\b|\bslos?\b|\bfails? to meet\b/i.test(s.text) && HARD.has(q.kind)) return whole(s, 'slo', q);
    return null;
  }
  if (c.kind === 'heading') return null;
  if (within(c, 'targets') && !within(c, 'rejected')) return whole(s, 'slo', q);
  if (c.task !== null && (has(s, M.speed) || HARD.has(q.kind)) && q.kind !== 'percent') return whole(s, 'slo', q);
  const bounded = s.quantities.find((x) => HARD.has(x.kind) && x.cmp === '<');
  if (
    bounded &&
    within(c, 'goals', 'drivers', 'context', 'problem', 'summary') &&
    !within(c, 'rejected', 'options') &&
    !MEASURED.test(s.text) &&
    !/\bvs\.?\b|\bcompared\b|\bcurrently\b|\btoday\b/i.test(s.text)
  )
    return whole(s, 'slo', bounded);
  if (TARGETS.test(s.text) && q.kind === 'percent' && has(s, M.speed) && !/coverage|adoption/i.test(s.text)) return whole(s, 'slo', q);
  const goal = s.hits.find((h) => has(h.m, M.goal) && STRONG_GOAL.test(h.word));
  if (goal && HARD.has(q.kind) && has(s, M.speed) && !has(s, M.neg) && !/\b(?:would|could)\b/i.test(s.text)) return whole(s, 'slo', q);
  if (goal && s.quantities.some((x) => (x.kind === 'time' || x.kind === 'rate' || x.kind === 'bytes') && x.cmp === '<'))
    return whole(s, 'slo', q);
  return null;
}

const SHAPE =
  /\b(?:mostly|mainly|spends? most of (?:its|the) time) waiting (?:for|on)\b|\bsingle-threaded and saturat\w+|\bcpu usage is at \d|\b(?:gc|garbage collect\w+) (?:runs?|takes?) (?:for )?\d|\b(?:limited|bounded|held up) by (?:the )?(?:memory|cpu|i\/o|io|disk|network|database|locks?|gc|garbage|bandwidth)\b|\b(?:garbage collector|gc|database|network|disk|locks?) takes? [^.;]{0,12}(?:third|half|quarter|%)|\bpressure on (?:the )?(?:\w+ )?garbage collector|\bmost of the (?:cpu|time|work)\b|\bmajority of (?:the |any )?(?:\w+ )?(?:time|computation|work|frame)\b|\b(?:gil|global interpreter lock|global lock|event loop)\b.{0,30}\b(?:serializ|serialis|limit|prevent|constrain|block|bottleneck)\w*|\bdue to\b.{0,40}\b(?:gil|gc|garbage)\b|\b(?:math|cpu|compute|memory|i\/o|io)-heavy\b/i;

function shape(s: Sentence, c: Context): Found | null {
  if (
    s.question ||
    within(c, 'references', 'prior-art', 'plan', 'testing', 'questions') ||
    /\b(?:do not|don't) know\b|\bideal for\b|\bsuited (?:to|for)\b/i.test(s.text)
  )
    return null;
  // Said of an option or in praise, it is not said of the work at hand.
  if (within(c, 'options', 'rejected', 'pros', 'cons') && !/\b(?:our|we|this (?:service|workload|work)|currently)\b/i.test(s.text))
    return null;
  if (SHAPE.test(s.text) && !within(c, 'goals')) return { kind: 'workload-shape', from: s.from, to: s.to };
  const h = firstHit(s, M.shape);
  if (!h || /^data intensive$/.test(h.word) || /\bfor (?:cpu|io|i\/o)[- ]bound (?:tasks|work|operations|workloads)\b/i.test(s.text))
    return null;
  if (
    /^(?:bottlenecked|the bottleneck|bottleneck (?:is|was)|main bottleneck|bottlenecks are)$/.test(h.word) ||
    /bound|intensive|heavy|slowest part|gc pressure|contention|global lock|pressure|pegged|maxe?d|maxing|saturat|dominat|peak|majority|single core|hot loop|inner loop|number crunching|blocked on|waiting/.test(
      h.word,
    )
  )
    return { kind: 'workload-shape', from: s.from, to: s.to };
  return null;
}

const BREAKDOWN = /\b(?:usage|breakdown|issues|profile|where|current|cost|hot ?spots?|bottlenecks?)\b/;

function profile(s: Sentence, c: Context): Found | null {
  // "A py-spy profile of one hour shows that PDF layout takes 64 % of the wall-clock time".
  if (
    /\bprofiles?\b/i.test(s.text) &&
    SHARE.test(s.text) &&
    s.quantities.some((q) => q.kind === 'percent') &&
    !within(c, 'plan', 'testing')
  )
    return whole(
      s,
      'profile',
      s.quantities.find((q) => q.kind === 'percent'),
    );
  const h = firstHit(s, M.prof);
  if (h && !has(s, M.plan) && !within(c, 'plan', 'testing', 'references', 'non-goals') && c.kind !== 'heading') {
    const strong =
      /flame|profil(?:ed|e show|e of)|pprof|py spy|cprofile|async profiler|jfr|flight recorder|explain analyze|slow query log|perf (?:record|stat)|heap (?:dump|profile)|cpu profile|memory profile|call graph|valgrind|samply|vtune/.test(
        h.word,
      );
    if (
      (strong || perf(s)) &&
      (perf(s) || MEASURED.test(s.text) || /\bshow|reveal|point|confirm|identif/i.test(s.text)) &&
      !/\bwill\b|\bplan\b|\bshould\b/i.test(s.text)
    )
      return whole(s, 'profile', perf(s));
  }
  if (
    c.kind === 'row' &&
    s.column > 0 &&
    !c.headRow &&
    within(c, 'problem', 'context') &&
    BREAKDOWN.test(c.title) &&
    !TARGET_HEADER.test(c.header)
  ) {
    const q = s.quantities.find((x) => x.kind === 'bytes' || x.kind === 'time' || x.kind === 'percent');
    if (q) return whole(s, 'profile', q);
  }
  if (
    /\b(?:perf|pprof|py-spy|async-profiler|jfr) (?:shows?|showed|says|puts)\b/i.test(s.text) &&
    s.quantities.some((q) => q.kind === 'percent' || q.kind === 'time')
  )
    return whole(s, 'profile');
  if (c.introduces && /\bmeasured (?:with|by|in)\b/i.test(s.text) && /\bwhere the time goes\b/i.test(s.text)) return whole(s, 'profile');
  const share = s.quantities.find((q) => q.kind === 'percent');
  if (share && has(s, M.spend) && !has(s, M.plan) && SHARE.test(s.text) && !within(c, 'rejected')) return whole(s, 'profile', share);
  return null;
}

/** A percentage of time or memory, not of improvement. */
const SHARE =
  /%[^.;]{0,24}\bof\b[^.;]{0,40}\b(?:time|wall|cpu|latency|request|runtime|execution|memory|heap|samples|work|duration|cycles|budget)\b|\b(?:spends?|spent|waits?|waiting|idle|accounts? for|consumes?|dominated by|takes up)\b[^.;]{0,40}%|%[^.;]{0,30}\b(?:waiting|idle|in (?:the )?(?:database|db|network|code|gc|serialization|parsing|rendering|i\/o|python)|on (?:the )?(?:database|db|network|i\/o))/i;

function amdahl(s: Sentence, c: Context): Found | null {
  if (/\bamdahl\b/i.test(s.text) && /\bf ?= ?0?\.\d|\d ?%/.test(s.text) && !within(c, 'references')) return whole(s, 'amdahl');
  const share = s.quantities.find((q) => q.kind === 'percent');
  if (/^if\b|\bif \d/i.test(s.text)) return null;
  if (
    /\b(?:two thirds|three quarters|half|a (?:third|quarter|fifth|tenth)|one third) of (?:the |its |our )?(?:time|latency|cpu time|wall[- ]clock time|request time)\b/i.test(
      s.text,
    ) &&
    !within(c, 'rejected', 'references')
  )
    return whole(s, 'amdahl');
  if (share && SHARE.test(s.text) && !within(c, 'rejected') && !has(s, M.plan)) return whole(s, 'amdahl', share);
  return null;
}

function prototype(s: Sentence, c: Context): Found | null {
  const q = perf(s);
  if (
    !q &&
    c.introduces &&
    /\b(?:prototype|spike|pilot|poc|proof of concept)\b/i.test(s.text) &&
    /\b(?:measured|built|ran|timed|compared)\b/i.test(s.text) &&
    !/\b(?:will|would|plan)\b/i.test(s.text)
  )
    return whole(s, 'prototype');
  if (!q || c.kind === 'heading' || c.task === false || has(s, M.plan)) return null;
  if (within(c, 'targets', 'goals', 'non-goals', 'references', 'risks', 'prior-art')) return null;
  // What runs today was measured, not what is proposed.
  if (
    /\b(?:current|today'?s?|existing|old|present) (?:service|system|version|implementation|code|one)\b/i.test(s.text) &&
    s.quantities.length === 1
  )
    return null;
  if (
    /\b(?:will|would|could|should|expect\w*|target|estimat\w+|aim\w*|goal|potential\w*|projected|anticipat\w*|theoretical\w*|up to)\b/i.test(
      s.text,
    )
  )
    return null;
  if (c.kind === 'row' && /\b(?:prototype|spike|pilot|poc)\b/.test(c.header) && HARD.has(q.kind)) return whole(s, 'prototype', q);
  const pair = s.quantities.filter((x) => x.kind === q.kind && HARD.has(x.kind)).length > 1;
  if (pair && /\b(?:enabled us|went|reduced|dropped|fell|cut|decreased|improved|shrank|brought)\b/i.test(s.text) && !has(s, M.hypo))
    return whole(s, 'prototype', q);
  if (
    /\b(?:early|initial|our|internal|first) (?:\w+ )?(?:benchmarks?|tests?|measurements?|results?|experiments?)\b/i.test(s.text) &&
    (HARD.has(q.kind) || has(s, M.speed))
  )
    return whole(s, 'prototype', q);
  const made = s.hits.find(
    (h) =>
      has(h.m, M.proto) &&
      /^(?:prototype|prototyped|spike|spiked|pilot|piloted|proof of concept|poc|experiments?|experimental results|measured|measurements?|our tests|internal tests|our testing|we saw|we observed|we measured|observed|went from|dropped from|fell from|reduced from|down from|improved from|before and after|benchmarked|benchmark)$/.test(
        h.word,
      ),
  );
  if (made && (HARD.has(q.kind) || has(s, M.speed))) return whole(s, 'prototype', q);
  return null;
}

const OUTCOME =
  /\d\s?(?:%|ms|s\b|x\b|mb|gb|rps)|\b(?:no|without|little|hardly any) (?:effect|change|gain|difference)\b|\bbecause\b|\bruled out\b|\bhit rate\b|\balready (?:in use|done)\b|\bhalv|\bhalf\b/i;
const NO_HELP =
  /\b(?:caching|batching|an index|indexing|pooling|a cache|compression|tuning)\b[^.;]{0,20}\b(?:cannot|can't|does not|doesn't|would not|did not) (?:help|reach|apply)\b/i;
const TRIED_TITLE = /\b(?:tried|cheap(?:er)? (?:fix|remed|option)|ruled out|already done|before a rewrite)/;
const STAYS = /\b(?:keep|stay|existing|current|status quo|optimi[sz]\w*|tun\w+|improv\w+|fix)\b/i;

function cheap(s: Sentence, c: Context): Found | null {
  // Under "What we tried", and in a table of fixes and outcomes, a line with an outcome is enough.
  if (
    (TRIED_TITLE.test(c.title) || /\b(?:outcome|result)\b/.test(c.header)) &&
    (c.item || (c.kind === 'row' && !c.headRow)) &&
    OUTCOME.test(s.text)
  )
    return whole(s, 'cheap-fix', perf(s));
  if (
    c.kind !== 'heading' &&
    /\b(?:was|were|been) (?:tried|doubled|tuned|raised|added|enabled|cached|batched)\b/i.test(s.text) &&
    OUTCOME.test(s.text)
  )
    return whole(s, 'cheap-fix', perf(s));
  if (NO_HELP.test(s.text) || (has(s, M.cheap) && /\bwe (?:have )?tried\b/i.test(s.text))) return whole(s, 'cheap-fix');
  if (/\bbrought (?:it|that|\d[\d.]* \w+|\w+) (?:down )?to\b/i.test(s.text) && perf(s) && !within(c, 'plan', 'goals'))
    return whole(s, 'cheap-fix', perf(s));
  if (!has(s, M.cheap)) return null;
  // An option of its own: "Optimising the existing transports", "Keep Node.js, add worker processes".
  if (
    within(c, 'options', 'rejected') &&
    ((c.kind === 'row' && s.column === 0 && !c.headRow) || (c.kind === 'heading' && STAYS.test(s.text)))
  )
    return whole(s, 'cheap-fix');
  if (c.kind === 'row' && !within(c, 'options', 'rejected', 'problem')) return null;
  if (within(c, 'context', 'problem', 'rationale') && /\b(?:help\w*|works?|tempting)\b.{0,6}[,;]?\s(?:but|however|yet)\b/i.test(s.text))
    return whole(s, 'cheap-fix');
  // "We added an index: p95 fell from 1,100 ms to 800 ms" reports a remedy with its outcome.
  if (
    c.kind !== 'heading' &&
    /\b(?:we|was|were) (?:\w+ )?(?:added|tuned|cached|batched|indexed|raised|changed|measured|removed|rewrote the query|enabled|switched on)\b|\bbrought\b/i.test(
      s.text,
    ) &&
    (perf(s) !== undefined || c.near)
  )
    return whole(s, 'cheap-fix', perf(s));
  const tried = firstHit(s, M.tried);
  if (!tried || c.kind === 'heading') return null;
  if (within(c, 'plan', 'design', 'testing', 'goals', 'pros', 'references') && !within(c, 'options', 'rejected')) return null;
  if (
    /^(?:still|already|considered|explored|gained|saved|minor|brought|cannot|can't|could not|couldn't)$/.test(tried.word) &&
    !within(c, 'options', 'rejected', 'problem', 'context')
  )
    return null;
  return whole(s, 'cheap-fix');
}

function payback(s: Sentence): Found | null {
  const sums = s.quantities.filter((q) => q.kind === 'money');
  if (sums.some((q) => q.perMonths) && sums.some((q) => !q.perMonths) && /\bsav/i.test(s.text)) return whole(s, 'payback', sums[0]);
  const h = firstHit(s, M.payback);
  if (!h) {
    const worth = s.quantities.some((q) => q.kind === 'period' || q.kind === 'money');
    return worth && /\bpa(?:id|ys?) (?:itself )?back\b|\bengineer-months?\b.*\bsav/i.test(s.text) ? whole(s, 'payback') : null;
  }
  const money = s.quantities.find((q) => q.kind === 'money');
  const period = s.quantities.find((q) => q.kind === 'period');
  const strong = /pay|paid|break|roi|return on|recoup|amorti|premium|tco|total cost/.test(h.word);
  if (strong && (money ?? period)) return whole(s, 'payback', money ?? period);
  return null;
}

const FOR_PART =
  /\b(?:only|just) the [\w-]+ (?:and|in|as)\b[^.;]{0,40}\bcalling it from\b|\bcalling \w+ from \w+ (?:adds|costs|copies)\b|\b(?:webassembly|wasm|cython|numba|pyo3|napi|a native addon|c extension) for the [\w-]+\b[^.;]{0,60}\b(?:measured|tried|too|not|would|was)\b/i;
function forPart(s: Sentence, c: Context): Found | null {
  return !within(c, 'references') && FOR_PART.test(s.text) ? whole(s, 'polyglot') : null;
}

function simple(kind: EvidenceKind, m: Mask, ok: (h: Hit, s: Sentence, c: Context) => boolean) {
  return (s: Sentence, c: Context): Found | null => {
    if (!has(s, m)) return null;
    for (const h of s.hits) if (has(h.m, m) && ok(h, s, c)) return { kind, from: s.from, to: s.to };
    return null;
  };
}

const near = (s: Sentence, h: Hit, re: RegExp, before = 40, after = 60): boolean =>
  re.test(s.text.slice(Math.max(0, h.from - s.from - before), h.to - s.from + after));

const shadow = simple('shadow-run', M.shadow, (h, s, c) => {
  if (within(c, 'rejected', 'references', 'prior-art') && c.lead !== 'plan') return false;
  if (/^(?:of traffic|of the traffic|percentage of traffic)$/.test(h.word))
    return /%/.test(s.text) && /\b(?:route|shift|send|roll|start|ramp|move|migrat|cutover|canary)\w*/i.test(s.text);
  if (
    /^(?:step by step|piece by piece|side by side|opt in|beta testing|running both|run both|module by module|soak|soak test|of traffic|phased approach|coexists?|incremental approach)$/.test(
      h.word,
    )
  )
    return near(s, h, /\b(?:migrat|roll|replac|mov|port|rewrit|switch|transition|deploy|old|existing|legacy|current|both|approach)\w*/i);
  if (/^(?:as a fallback|alongside the (?:existing|old|current))$/.test(h.word)) return !has(s, M.neg);
  if (/^canar(?:y|ies)$/.test(h.word) && !near(s, h, /\b(?:traffic|release|deploy|roll|run|version|percent|week|request|users)|%/i))
    return false;
  if (/^shadowing$/.test(h.word)) return near(s, h, /\btraffic|request|production|run/i);
  return !negatedBefore(s, h);
});

const MIRRORS =
  /\btraffic is (?:shifted|moved|ramped) in steps\b|\bcompared on production requests\b|\bflag lets users opt in\b|\b(?:mirrored|replayed|duplicated) to the (?:new|rust|go)\b|\b(?:traffic|requests|users|tenants|customers) (?:moves?|is moved|are moved|shifts?|follows?) (?:over )?(?:gradually|step by step|in steps|one by one)\b/i;

function mirrors(s: Sentence, c: Context): Found | null {
  if (within(c, 'rejected', 'references')) return null;
  if (
    /\broll-?out\b|\bmigration\b/.test(c.title) &&
    s.quantities.some((q) => q.kind === 'percent') &&
    /\b(?:traffic|requests|users|tenants|weeks?|days?|of)\b|%.*%/i.test(s.text)
  )
    return whole(s, 'shadow-run');
  return MIRRORS.test(s.text) ? whole(s, 'shadow-run') : null;
}

const negatedBefore = (s: Sentence, h: Hit): boolean =>
  s.hits.some((n) => has(n.m, M.neg) && n.to <= h.from && h.from - n.to < 30) ||
  /\b(?:no|without|avoid)\s(?:\w+\s)?$/i.test(s.text.slice(0, h.from - s.from));

const FALLS_BACK = /\b(?:fall(?:s|ing)? ?back|fallback|revert\w*|roll(?:ed|ing)? ?back|abandon\w*|discard\w*)\b/i;
const STOPS =
  /\bshould the (?:pilot|prototype|spike)\b[^.;]{0,60}\b(?:ends?|stops?|is (?:stopped|cancelled|abandoned))\b|\bunless\b[^.;]{0,80}\b(?:is|gets) (?:cancelled|stopped|abandoned)\b|\bwe (?:stop|abandon|keep|drop|cancel|end)\b[^.;]{0,80}\bif\b|\b(?:abandon(?:ed)?|stop(?:ped)?|cancell?ed|ended)\b[^.;]{0,40}\b(?:unless|if)\b|\bif\b[^.;]{0,100},? we (?:stop|abandon|keep|drop|cancel|end)\b/i;
const ROLLS_BACK_IF =
  /\bif\b[^;]{0,140},? (?:then )?we (?:roll back|revert|fall back|switch back|go back)\b|\bwe (?:roll back|revert|fall back|switch back|go back)\b[^.;]{0,60}\b(?:if|when)\b/i;
const FAILS =
  /\bif\b[^.;]{0,60}\b(?:fails?|proves? (?:problematic|too|un)|encounters?|blockers?|issues? arise|not (?:hold|meet|work)|does(?:n't| not)|cannot|can't|below|exceeds?|regress\w*)/i;
const kill = simple('kill-criterion', M.kill, (h, s, c) => {
  if (within(c, 'references', 'prior-art')) return false;
  if (
    /^(?:kill criteri\w+|abort if|stop if|halt if|abandon if|roll(?:ed)? ?back (?:if|when)|revert (?:if|when)|rollback (?:if|triggers?|criteri\w+)|back out if|we will stop|exit criteri\w+)$/.test(
      h.word,
    )
  )
    return true;
  if (/^(?:if the prototype|if the spike|if benchmarks do not|if performance does not)$/.test(h.word)) return true;
  if (/^(?:we will adopt it)$/.test(h.word)) return CONDITION.test(s.text);
  if (
    /^(?:rollback|roll(?:ed)? back|revert to|abandon the|cancel the|stop the (?:migration|rewrite)|rollback (?:plan|strategy|procedure)|kill switch|abort|if this fails|if it fails|if we cannot|no go|go no go)$/.test(
      h.word,
    )
  )
    return (
      CONDITION.test(s.text) &&
      (perf(s) !== undefined ||
        /\b(?:error rate|regress\w*|fails?|exceeds?|degrad\w*|worse|not (?:meet|hold|reach)|does not|doesn't|cannot|breach\w*|drops?|slower|below|above|issues?|problems?)\b/i.test(
          s.text,
        ))
    );
  return false;
});

const revisit = simple('revisit', M.revisit, (h, s, c) => {
  if (within(c, 'references', 'prior-art', 'history')) return false;
  if (/^(?:when to choose)$/.test(h.word)) return true;
  if (/^(?:revisited|reviewed in|reviewed after)$/.test(h.word) && !/\b(?:will|should|can|may|to be|must)\b/i.test(s.text)) return false;
  if (
    /^(?:reconsidered|revisit)$/.test(h.word) &&
    /\b(?:we|took|opportunity)\b[^.]{0,40}\b(?:reconsidered|revisit)/i.test(s.text) &&
    !/\b(?:will|should|when|if|once|after)\b/i.test(s.text)
  )
    return false;
  return !/\bwithout (?:revisit|reconsider)/i.test(s.text);
});

const TALENT_STRONG =
  /learning curve|hir(?:e|es|ing)|onboard|ramp|training|upskill|talent|recruit|expertise|familiar|proficien|skill|bus factor|knowledge transfer|office hours|workshop|steep|willing to learn|learn the language|learning the language|developer pool|developer availability|team knowledge|existing knowledge|collaborators|easy to learn|easier to learn|hard to learn|harder to learn|difficult to learn|in house|find(?:ing)? developers|new to the team|easier to contribute|community of contributors|tremendous effort/;
const talent = simple('talent', M.talent, (h, s, c) => {
  if (within(c, 'references', 'testing')) return false;
  if (c.quoted) return false;
  const w = h.word;
  if (within(c, 'design') && !/learning curve|hir(?:e|ing)|onboard/.test(w)) return false;
  if (/^skills?$/.test(w) && !/\b(?:team|engineer|developer|our|rust|go|java|python)\b/i.test(s.text)) return false;
  if (/^learning the language$/.test(w) && /\bfolks|users|beginners\b/i.test(s.text)) return false;
  if (/^train(?:ed|ing)?$/.test(w) && near(s, h, /\b(?:model|models|gpu|dataset|neural|data|inference)\b/i)) return false;
  if (/^(?:skill|skills|expertise|steep|experienced?|staff)$/.test(w) && /\b(?:agent|prompt|user)\b/i.test(s.text)) return false;
  if (/^hires?$|^train$|^skilled$/.test(w)) return near(s, h, /\b(?:engineer|developer|team|people|staff)/i);
  if (/^onboard\w*/.test(w) && near(s, h, /\b(?:customer|user|client|tenant|merchant|partner)s?\b/i, 20, 25)) return false;
  if (TALENT_STRONG.test(w)) return true;
  if (/^(?:experience (?:with|in)|staffing)$/.test(w)) return has(s, M.names) && !within(c, 'history');
  if (/^(?:contributors?|maintainers?)$/.test(w))
    return /\b(?:attract|grow|find|more|new|easier|harder|fewer|few)\w*\b/i.test(s.text) && !within(c, 'history');
  return false;
});

const polyglot = simple('polyglot', M.polyglot, (h, s, c) => {
  if (within(c, 'references') && c.kind !== 'paragraph') return false;
  const langs = new Set(s.hits.map((x) => x.m.names['lang']).filter((n) => n !== undefined)).size;
  if (/^(?:hybrid approach|hybrid architecture|polyglot|escape hatch|separate components)$/.test(h.word))
    return langs > 0 || within(c, 'cons', 'consequences', 'decision');
  if (/^(?:sidecars?|side car)$/.test(h.word))
    return (langs > 0 || /\ba sidecar (?:for|that|would|could)\b/i.test(s.text)) && !/\bproxy\b/i.test(s.text);
  if (/^(?:bindings|language bindings)$/.test(h.word))
    return langs > 0 && /\b(?:via|through|expose\w*|call\w*|native|write|wrap\w*|without)\b/i.test(s.text) && !/\blsp\b/i.test(s.text);
  if (/^(?:performance critical (?:parts|modules|path|components))$/.test(h.word))
    return langs > 0 || /\b(?:extension|rewrite|re-?implement|only)\w*/i.test(s.text);
  return true;
});

const WAITS_MEANWHILE =
  /\bnot available for the\b[^.;]{0,40}\b(?:project|team|until)\b|\bno (?:new )?features? (?:ship|are shipped|will ship)\b|\bis delayed by a\b|\b(?:slips|is pushed) to (?:spring|summer|autumn|winter|q\d|next|january|february|march|april|may|june|july|august|september|october|november|december)\b|\b(?:meanwhile|in the meantime|for that time|until then|during (?:the|that|these))\b[^.;]{0,80}\b(?:wait|waits|moves?|slips?|delayed|not (?:ship|build|start)|freez\w*|frozen|paused?|stops?)\b|\bwill not work on\b|\bdelay\w* [^.;]{0,40}\bcosts?\b|\bmoves? from (?:january|february|march|april|may|june|july|august|september|october|november|december|q\d)\b|\broadmap (?:waits|moves|slips)\b|\bwaits? meanwhile\b|\b(?:work|features?) that waits?\b/i;
function meanwhile(s: Sentence, c: Context): Found | null {
  return c.kind !== 'heading' && WAITS_MEANWHILE.test(s.text) && !within(c, 'references', 'rejected') ? whole(s, 'opportunity-cost') : null;
}

const opportunity = simple('opportunity-cost', M.opportunity, (h, s, c) => {
  if (within(c, 'references')) return false;
  if (/^(?:postponed?|postponing|divert\w*|distraction|on hold|deprioriti[sz]ed?)$/.test(h.word))
    return near(s, h, /\b(?:feature|roadmap|work|project|engineer|team|development|effort)/i);
  return true;
});

const LOADED =
  /\b(?:drove|driven) [^.;]{0,40} (?:to|until|at) [^.;]{0,20}\b(?:rps|per second)\b|\bat [\d,]+ concurrent (?:users|connections)\b|\bvirtual users\b|\bbenchmarked with (?:wrk|k6|hey|ab|vegeta|gatling)\b|\b(?:knee|saturat\w+|(?:we|was|were) (?:load|stress)[- ]tested|load tests? (?:in|of|on|showed|shows|from))\b/i;
const load = simple('load-test', M.load, (h, s, c) => {
  if (
    /^(?:load tested|stress tested|to saturation|load testing|load tests?|until saturation)$/.test(h.word) &&
    LOADED.test(s.text) &&
    !/\bwill\b/i.test(s.text)
  )
    return true;
  if (has(s, M.plan) || /\bwill\b|\bshould\b|\bplan\w*\b|\bneed to\b/i.test(s.text)) return false;
  if (within(c, 'plan', 'testing', 'goals', 'targets') && !within(c, 'evidence')) return false;
  if (
    /^(?:load tests?|load tested|load testing|stress tests?|stress tested|soak test|capacity tests?|throughput tests?|scalability tests?|benchmark harness|to saturation)$/.test(
      h.word,
    )
  )
    return perf(s) !== undefined || MEASURED.test(s.text) || (c.kind === 'heading' && /results?/i.test(s.text));
  if (
    /^(?:rps|under load|sustained load|at peak|peak load|concurrent (?:users|connections|clients)|virtual users|wrk2?|k6|gatling|jmeter|locust|vegeta|autocannon|bombardier|oha|ghz)$/.test(
      h.word,
    )
  )
    return s.quantities.some((q) => q.kind === 'rate') && MEASURED.test(s.text) && !within(c, 'rejected');
  return false;
});

const LEAVES =
  /\b(?:of latency|of delay) costs\b|\bsupport gets (?:tickets|complaints)\b|\bclose the tab\b|\bkilled by oom\b|\b(?:customers?|users?|buyers?|readers?|sellers?|visitors?)\b[^.;]{0,30}\b(?:leave|complain|abandon|give up|go elsewhere|wait)\b/i;
const HURTS =
  /\b(?:crash\w*|oom\w*|out of memory|outages?|incidents?|downtime|churn|revenue|conversion\w*|unusable|frustrat\w*|timeouts?|times out|freez\w+|complain\w*|penalt\w+|lost|lose|losing|retention|kills?|killing|abandon\w*)\b/i;
const LOAD_TITLE = /\b(?:load[- ]test|stress test|saturation)/;
function loadSection(s: Sentence, c: Context): Found | null {
  return c.kind !== 'heading' &&
    LOAD_TITLE.test(c.title) &&
    (s.quantities.some((q) => q.kind === 'rate') || (/\b(?:per second|rps|knee)\b/.test(c.header) && s.quantities.length > 0)) &&
    !/\b(?:will|should|plan\w*|to be)\b/i.test(s.text)
    ? whole(s, 'load-test')
    : null;
}

function consequence(s: Sentence, c: Context): Found | null {
  if (c.kind === 'heading') return null;
  if (LEAVES.test(s.text) && (perf(s) !== undefined || /\b(?:a|one|two|three) seconds?\b|\bminutes?\b|\bslow/i.test(s.text)))
    return whole(s, 'consequence');
  if (!has(s, M.consequence)) return null;
  if (!within(c, 'context', 'problem', 'summary', 'goals', 'drivers', 'rationale', 'decision', 'evidence', 'targets') && c.path.length > 1)
    return null;
  if (
    /\b(?:costs? (?:us )?(?:revenue|customers|money)|of the (?:customers|users) who waited|lose (?:customers|revenue)|a miss costs)\b/i.test(
      s.text,
    )
  )
    return whole(s, 'consequence');
  if (
    HURTS.test(s.text) &&
    (has(s, M.speed) || perf(s) !== undefined || /\b(?:memory|latency|load|slow|performance|wait\w*)\b/i.test(s.text))
  )
    return whole(s, 'consequence');
  if (
    /\b(?:critical (?:for|to)|essential (?:for|to)|good ux|user experience|users? (?:wait|notice|expect|leave)|is cost\b|cost hikes?|significant(?:ly)? costs?|costs? us)\b/i.test(
      s.text,
    ) &&
    has(s, M.speed)
  )
    return whole(s, 'consequence');
  return null;
}

/** Run over every sentence; the first of each kind is the one reported. */
const AGAIN =
  /\b(?:adr|decision) (?:expires|holds until)\b|\bhas to be looked at again\b|\b(?:look|looks|looked) at [^.;]{0,40} again\b|\brepeat the measurement|\b(?:decided?|measured?|reviewed?|discussed?) (?:it |this )?again\b|\b(?:reopens?|reconsider\w*) (?:this|the) (?:decision|choice)\b/i;
const AGAIN_TITLE = /\b(?:look(?:ed)? at (?:it |this )?again|look again|revisit|review (?:trigger|date)|reopen)/;
const DATE =
  /\b(?:20\d\d|january|february|march|april|may|june|july|august|september|october|november|december|months?|years?|quarters?)\b/i;
function again(s: Sentence, c: Context): Found | null {
  if (c.kind === 'heading' || within(c, 'references', 'prior-art')) return null;
  if (AGAIN_TITLE.test(c.title) && (s.quantities.length > 0 || DATE.test(s.text))) return whole(s, 'revisit');
  return AGAIN.test(s.text) ? whole(s, 'revisit') : null;
}

function fallback(s: Sentence, c: Context): Found | null {
  if (within(c, 'references', 'prior-art', 'rejected', 'options')) return null;
  if (STOPS.test(s.text) || ROLLS_BACK_IF.test(s.text)) return whole(s, 'kill-criterion');
  if (within(c, 'design')) return null;
  return FAILS.test(s.text) &&
    (FALLS_BACK.test(s.text) ||
      /\b(?:rollback|roll back|fallback|kill|abort|contingency)\b/.test(c.title) ||
      /\b(?:migration|rewrite|port) fails\b/i.test(s.text))
    ? whole(s, 'kill-criterion')
    : null;
}

function learns(s: Sentence, c: Context): Found | null {
  if (within(c, 'references', 'testing') || c.quoted) return null;
  return LEARNS.test(s.text) ? whole(s, 'talent') : null;
}
const LEARNS =
  /\b(?:of us|engineers|developers) (?:wrote|have written|know)\b|\bhired \w+ (?:rust|go|kotlin|elixir|c\+\+|scala) (?:developers|engineers)\b|\bcode reviews? in \w+ rests? on\b|\blearning (?:rust|go|kotlin|elixir|c\+\+|zig|scala|swift) takes\b|\b(?:nobody|no one|none|everyone|everybody|half|most|all) (?:on|of|in) the (?:team|group|staff)\b[^.;]{0,30}\b(?:written|used|knows?|shipped|learn\w*)\b|\b(?:the|our) team has (?:used|written|shipped|run)\b|\b(?:engineers?|developers?|people|teams?)\b[^.;]{0,40}\b(?:write|writes|know|knows|have shipped|has shipped)\b[^.;]{0,16}\b(?:it|rust|go|kotlin|java|python|c\+\+|elixir|zig|scala)\b|\b(?:rust|go|kotlin|elixir|zig|scala|swift)\b[^.;]{0,30}\bcourse\b|\bcourse\b[^.;]{0,30}\b(?:rust|go|kotlin|elixir)\b|\b(?:need(?:s|ed)? to|have to|had to|must|will) learn\b|\b(?:people|engineers|developers|anyone|someone) who (?:will|can|know|already)\b[^.;]{0,30}\b(?:maintain|patch|rust|go|code|it)\b|\b(?:knows?|knew) (?:rust|go|kotlin|java|c\+\+|typescript|elixir|zig)\b/i;

export const DETECTORS: readonly ((s: Sentence, c: Context) => Found | null)[] = [
  slo,
  consequence,
  shape,
  profile,
  amdahl,
  cheap,
  prototype,
  payback,
  opportunity,
  meanwhile,
  shadow,
  mirrors,
  kill,
  fallback,
  revisit,
  again,
  talent,
  learns,
  polyglot,
  forPart,
  load,
  loadSection,
];
