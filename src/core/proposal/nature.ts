/** Of what nature a proposal is: kind, scope, service, languages, what is promised, exemption (label guide, first table). */
import type { Stakes } from '../facts/argument';
import type { Located } from '../facts/collect';
import { within } from '../facts/context';
import type { Intent } from '../facts/intent';
import { has, mask } from '../facts/lexicon';
import type { Exemption, ProposalKind, Scope } from '../types';

export interface Nature {
  readonly kind: ProposalKind;
  readonly scope: Scope;
  readonly service: boolean;
  readonly newLanguage: boolean;
  readonly speedupArgued: boolean;
  readonly capacityArgued: boolean;
  readonly exempt: Exemption | null;
}

export interface NatureSources {
  readonly title: string;
  readonly titleIntent: Intent | null;
  readonly announced: boolean;
  readonly stakes: Stakes;
  readonly rewrites: readonly Located[];
  readonly headingRewrites: readonly Located[];
  readonly migrates: readonly Located[];
  readonly decisions: readonly Located[];
}

const M = {
  rewrite: mask('rewrite'),
  whole: mask('whole'),
  partial: mask('partial'),
  service: mask('serviceword'),
  nonservice: mask('nonserviceword'),
  capacity: mask('capacityword'),
  cpu: mask('exemptcpu'),
  latency: mask('exemptlatency'),
  we: mask('wefirst'),
};

const MOVES =
  /\b(?:rewrit\w+|rewrote|port(?:ed|ing)?\b|re-?implement\w*|migrat\w+|replac\w+|mov(?:e|ed|ing)\b|switch\w*|convert\w*|transition\w*)/i;
/** Speaks to readers at large, not of a system of its authors. */
const ADVOCATES =
  /\b(?:recommend (?:you|everyone|using|that you|it to)|highly recommend|you should (?:use|try|consider|learn)|give \w+ a (?:chance|try)|why you should)\b/i;
const REWRITES =
  /\b(?:rewrit(?:e|es|ing|ten)|rewrote|re-?implement\w*|re-?writ\w+|ported to|porting|start(?:ed|ing)? over|drop-in replacement|successor)\b/i;
const HYPOTHETICAL = /\b(?:would|could|might|if we|instead of|rather than|alternativ\w+)\b/i;

/** Words that speak of load, as against speed alone. */
const CAPACITY =
  /^(?:throughput|scalability|scalable|high load|rps|qps|tps|requests per second|events per second|connections|traffic|capacity|concurrent|concurrency|high traffic|high volume|volume|at scale|large scale|scales?|scaling|load|autoscaling)$/;
/** Tools that compute by nature (Q16): bundlers, transpilers, linters. */
const COMPUTES: ReadonlySet<string> = new Set([
  'webpack',
  'Vite',
  'Rollup',
  'esbuild',
  'Parcel',
  'Rspack',
  'Turbopack',
  'SWC',
  'OXC',
  'Babel',
  'tsc',
  'ESLint',
  'Biome',
  'Ruff',
  'Flake8',
]);

const NEW_SIDE: readonly RegExp[] = [/\((?:new|after|proposed|target|future)\)/i, /^(?:new|after|proposed|target|future)\b/i];
const OLD_SIDE = /\((?:old|before|current|existing|legacy)\)|^(?:old|before|current|existing|legacy)\b/i;

function kindOf(all: readonly Located[], s: NatureSources, langTo: boolean): ProposalKind {
  const { titleIntent, stakes } = s;
  const verb = titleIntent?.verb;
  const titled = /\b(?:rewrite|rewriting|port(?:ing)?|migrat\w+|conversion|mov(?:e|ing)(?= .*\b(?:to|into|from)\b))\b/i.test(s.title);
  const asserted = (l: Located): boolean => !HYPOTHETICAL.test(l.s.text);
  const rewrites = s.rewrites.filter(asserted).length;
  let score = 0;
  if (verb === 'rewrite') score += 3;
  if ((verb === 'migrate' || titled) && langTo) score += 3;
  score += Math.min(2, rewrites) * 1.2;
  score += Math.min(1, s.headingRewrites.length) * 0.8;
  const words = all.filter(
    (l) => REWRITES.test(l.s.text) && !HYPOTHETICAL.test(l.s.text) && !within(l.c, 'rejected', 'options', 'references', 'non-goals'),
  ).length;
  score += words >= 3 ? 2 : words * 0.9;
  if (/\b(?:written in|rewrit\w+)\b/i.test(s.title)) score += 0.8;
  const leaves = [...stakes.from].some((n) => stakes.langs.has(n));
  if (leaves && s.migrates.length > 0) score += 1;
  if (leaves && s.announced) score += 1;
  if (leaves && all.some((l) => MOVES.test(l.s.text) && l.langs.length > 1 && within(l.c, 'decision', 'summary', 'plan', 'context')))
    score += 0.6;
  // A part that moves behind the old language is a rewrite of that part: "Extend it via Rust extensions".
  if (langTo && /\b(?:extensions?|accelerat\w+|native modules?|bindings?|sidecar|hot paths?)\b/i.test(s.title)) score += 2;
  // "Current (Node.js)" beside "Future (Rust)".
  if (
    langTo &&
    NEW_SIDE.some((re) => all.some((l) => l.c.kind === 'heading' && l.langs.some((n) => stakes.to.has(n)) && re.test(l.s.text))) &&
    all.some((l) => OLD_SIDE.test(l.s.text) && l.langs.length > 0)
  )
    score += 2;
  // "Use Go", "Choose a language": taken up for new work unless the text clearly moves something.
  if (verb === 'choose') score -= 1.3;
  if (langTo && score >= 1.9) return 'rewrite';
  const swaps = !langTo && stakes.from.size > 0;
  const moved =
    swaps ||
    verb === 'migrate' ||
    titled ||
    (stakes.from.size > 0 &&
      (s.migrates.length > 0 || s.decisions.some((l) => MOVES.test(l.s.text) && l.names.some((n) => stakes.from.has(n)))));
  if (moved && (verb !== 'choose' || /\breplac\w+|switch\w*|migrat\w+/i.test(s.title)) && !(langTo && verb === 'why'))
    return langTo && stakes.from.size > 0 && leaves ? 'rewrite' : 'switch';
  const decided = s.decisions.length > 0 || ['choose', 'migrate', 'rewrite'].includes(verb ?? '');
  if (!decided && !s.announced && all.some((l) => ADVOCATES.test(l.s.text) && !l.c.quoted)) return 'advocacy';
  return 'greenfield';
}

function scopeOf(all: readonly Located[], title: string, kind: ProposalKind): Scope {
  const whole = all.some((l) => has(l.s, M.whole) && has(l.s, M.rewrite) && !within(l.c, 'rejected', 'options', 'cons'));
  let part = PART_TITLE.test(title) ? 2 : 0;
  for (const l of all) {
    if (!has(l.s, M.partial) || within(l.c, 'rejected', 'options', 'references', 'testing')) continue;
    if (PART.test(l.s.text)) part += within(l.c, 'decision', 'summary', 'context') || l.c.section <= 2 ? 1 : 0.4;
  }
  if (part >= 2) return 'part';
  return whole || part < 1 || kind === 'advocacy' ? 'whole' : 'part';
}
const PART_TITLE =
  /\b(?:transport|backend for|extensions?|module|component|parser|engine of|accelerat\w+|sidecar|worker|pipeline|indexer|layer|hot path|compiler|core)\b/i;
const PART =
  /\b(?:hot path|critical path|costlier elements?|certain modules|some modules|performance[- ]critical (?:parts?|modules?|code|components?|paths?)|only the|just the|one (?:service|module|component)|parts? of (?:the|our)|subset|hybrid|portions? of)\b/i;

const ALREADY = (name: string): RegExp => {
  const n = name.replace(/[^\w]/g, '\\$&');
  return new RegExp(
    `\\b(?:already (?:use|using|uses|know|knows|written|have|in)|existing|familiar with|expertise in|rest of (?:the|our) \\w+ is)\\b[^.;]{0,24}\\b${n}\\b`,
    'i',
  );
};

export function natureOf(all: readonly Located[], s: NatureSources): Nature {
  const { stakes } = s;
  const taken = [...stakes.to].filter((n) => stakes.langs.has(n));
  const langTo = taken.length > 0;
  const language = all.some((l) => l.s.hits.some((h) => taken.includes(h.m.names['lang'] ?? '')));
  let service = 0;
  let other = 0;
  let capacity = 0;
  let cpu = 0;
  let latency = 0;
  let speedup = false;
  let already = false;
  const known = taken.map(ALREADY);
  for (const l of all) {
    const early = l.c.section <= 3 || within(l.c, 'context', 'problem', 'summary', 'decision');
    const w = l.c.kind === 'heading' && l.c.first ? 4 : early ? 2 : 1;
    const argues =
      !within(l.c, 'references', 'testing', 'history', 'prior-art', 'plan') &&
      (l.c.kind === 'heading' ||
        l.c.path.length === 0 ||
        l.c.role === 'title' ||
        within(l.c, 'context', 'problem', 'goals', 'drivers', 'decision', 'rationale', 'pros', 'consequences', 'summary', 'targets'));
    const apart = within(l.c, 'references', 'testing', 'history', 'prior-art');
    for (const h of l.s.hits) {
      if (has(h.m, M.service)) service += w;
      if (has(h.m, M.nonservice)) other += w;
      if (has(h.m, M.cpu)) cpu += l.c.kind === 'heading' && l.c.first ? 4 : 1;
      if (has(h.m, M.latency)) latency += l.c.kind === 'heading' && l.c.first ? 4 : 1;
      if (argues && CAPACITY.test(h.word)) capacity++;
    }
    if (!speedup && !apart && !within(l.c, 'rejected', 'non-goals'))
      speedup = l.claims.some(
        (k) =>
          !k.negated &&
          !k.bare &&
          k.tone === 'good' &&
          (k.form === 'fast' ||
            k.form === 'faster' ||
            k.form === 'fastest' ||
            ['latency', 'throughput', 'startup', 'build'].includes(k.axis) ||
            (k.axis === 'none' && !k.weak)),
      );
    if (!already && l.langs.length > 0 && !within(l.c, 'rejected')) already = known.some((re) => re.test(l.s.text));
  }
  const kind = kindOf(all, s, langTo);
  return {
    kind,
    scope: scopeOf(all, s.title, kind),
    service: service > other,
    newLanguage: language && !already && kind !== 'switch',
    speedupArgued: speedup,
    capacityArgued: capacity >= 2,
    exempt: latency >= 2 && cpu < 8 ? 'latency-product' : cpu >= 5 || [...stakes.to].some((n) => COMPUTES.has(n)) ? 'cpu-bound' : null,
  };
}
