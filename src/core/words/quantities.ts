/** Numbers with units, in one place: spelling, unit, canonical value. A number that cannot be read with certainty is not returned. */

import type { Units } from './units';

export type QuantityKind =
  | 'factor' // 10x, 3 times faster, twice
  | 'percent'
  | 'time' // milliseconds
  | 'period' // months
  | 'bytes'
  | 'rate' // per second
  | 'money'
  | 'fps'
  | 'count';

export interface Quantity {
  readonly kind: QuantityKind;
  readonly from: number;
  readonly to: number;
  /** In the canonical unit: factor, percent points, ms, months, bytes, 1/s, currency units. For a range, its lower end. */
  readonly value: number;
  /** Upper end of a range, else equal to `value`. */
  readonly high: number;
  /** `<`, `>`, `~` or ''. "up to" and "at most" read as `<`. */
  readonly cmp: '<' | '>' | '~' | '';
  /** As written, e.g. `10-20x`. */
  readonly shown: string;
  /** Lower-case unit as written, e.g. `ms`, `rps`, `$`. */
  readonly unit: string;
  /** `per`: for money and rates, the period it is per, in months (money) where stated. */
  readonly perMonths?: number;
}

// A narrow or no-break space groups digits in any writing; a plain one only before "000", for "Node 18 200 ms" holds two numbers.
const NUM = String.raw`\d{1,3}(?:[,_]\d{3})+(?:\.\d+)?|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3}){1,4}(?!\d)(?:\.\d+)?|\d{1,3}(?: \d{3})?(?: 000){1,3}(?!\d)|\d+(?:\.\d+)?`;
// What follows a digit and a comma, colon or slash is a decimal, a clock time or a fraction: "10,5 ms", "1/2 second".
const WHOLE = String.raw`(?<![\w.])(?<!(?<![\w.])\d{1,6}[,:/])`;
const UNIT = String.raw`x\b|×|✕|-?fold\b|%|percent\b|percentage points?\b|ns\b|nanoseconds?\b|µs\b|μs\b|us\b|microseconds?\b|ms\b|msec\b|millis(?:econds?)?\b|s\b|sec(?:ond)?s?\b|m(?:in)?(?:ute)?s?\b(?!\/)|h\b|hours?\b|hrs?\b|days?\b|weeks?\b|months?\b|quarters?\b|years?\b|sprints?\b|[kmgt]i?b(?:ytes?)?\b(?:\/s(?:ec)?\b)?|bytes?\b|fps\b|hz\b|(?:[kmb]\s?)?(?:rps|qps|tps|ops\/s(?:ec)?|req(?:uest)?s?\/s(?:ec(?:ond)?)?|requests? per (?:second|minute|day)|(?:events|messages|msgs|queries|transactions|records|rows|ops|operations|writes|reads|lines|packets|files|documents|spans|logs|connections|lines of code) ?(?:\/|per )\s?(?:s(?:ec(?:ond)?)?|second|min(?:ute)?|day|hour)|rpm|\/s(?:ec)?|per second|[a-z]{3,14} per (?:second|minute|hour|day))\b|times\b`;

// Tried where a unit begins with a digit. Every part is bounded and no two neighbouring parts can match the same characters, so it is linear.
const RE = new RegExp(
  String.raw`([$€£]\s?)?${WHOLE}(${NUM})([kmb](?!\w)|\s?(?:million|billion|thousand)\b)?\+?(?:\s?(?:-|–|—|to)\s?[$€£~]?(${NUM})([kmb](?!\w)|\s?(?:million|billion|thousand)\b)?\+?)?(?:(\s?-?)(${UNIT}))?`,
  'iy',
);

const SCALE: Record<string, number> = { k: 1e3, m: 1e6, b: 1e9, thousand: 1e3, million: 1e6, billion: 1e9 };
const TIME: readonly [RegExp, number][] = [
  [/^(ns|nanosec)/, 1e-6],
  [/^(µs|μs|us|microsec)/, 1e-3],
  [/^(ms|milli)/, 1],
  [/^(s|sec)/, 1e3],
  [/^(min|m$|mins)/, 6e4],
  [/^(h|hr|hour)/, 3.6e6],
];
const PERIOD: readonly [RegExp, number][] = [
  [/^day/, 1 / 30.4],
  [/^week/, 7 / 30.4],
  [/^sprint/, 14 / 30.4],
  [/^month/, 1],
  [/^quarter/, 3],
  [/^year/, 12],
];

const toNumber = (s: string): number => {
  const plain = Number(s);
  return Number.isNaN(plain) ? Number(s.replace(/[,_\s]/g, '')) : plain;
};
const first = (table: readonly [RegExp, number][], unit: string): number | null => table.find(([re]) => re.test(unit))?.[1] ?? null;

/** What stands before a number and changes it. */
function comparator(text: string, from: number): '<' | '>' | '~' | '' {
  // Most numbers stand behind a bracket, a bar or another number, and none of the words below ends so.
  let last = from - 1;
  while (last >= 0 && text.charCodeAt(last) === 32) last--;
  const code = last < 0 ? 0 : text.charCodeAt(last) | 32;
  if (code < 97 && !/[.=<>-]/.test(text.charAt(last))) return '';
  const before = text
    .slice(Math.max(0, from - 14), from)
    .toLowerCase()
    .trimEnd();
  if (/(?:<|≤|<=|under|below|up to|at most|less than|no more than|within|max(?:imum)?|sub-?)$/.test(before)) return '<';
  if (/(?:>|≥|>=|over|above|more than|at least|min(?:imum)?|exceeds?)$/.test(before)) return '>';
  if (/(?:~|≈|about|around|roughly|approx\.?|approximately|nearly|almost|circa)$/.test(before)) return '~';
  return '';
}

function build(text: string, m: RegExpExecArray): Quantity | null {
  const [all, currency, n1, s1, n2, s2, gap, rawUnit] = m;
  const unit = (rawUnit ?? '').toLowerCase();
  // A number that goes on behind the match ("$1,5 million", "1/2"), or that is the tail of one ("000"), was not read whole.
  if (unit === '' && /^[,:/]\d/.test(text.slice(m.index + all.length, m.index + all.length + 2))) return null;
  if (/^0\d/.test(n1 as string)) return null;
  // A lower-case `m` after a bare number may be minutes, metres or millions: not read, except as the rest of "1h 30m".
  if ((s1 === 'm' || s2 === 'm') && !currency) {
    const n = toNumber(n1 as string);
    return s2 || unit
      ? null
      : { kind: 'count', unit: 'm', from: m.index, to: m.index + all.length, value: n, high: n, cmp: '', shown: all };
  }
  const scaleOf = (t: string | undefined): number => (t ? (SCALE[t.trim().toLowerCase()] as number) : 1);
  const scale2 = scaleOf(s2);
  const scale1 = s1 ? scaleOf(s1) : n2 ? scale2 : 1;
  const value = toNumber(n1 as string) * scale1;
  const high = n2 ? toNumber(n2) * scale2 : value;
  if (!Number.isFinite(value) || !Number.isFinite(high)) return null;
  const from = m.index;
  const to = m.index + all.trimEnd().length;
  const base = { from, to, value, high, shown: text.slice(from, to), cmp: comparator(text, from), unit };
  if (currency) {
    const after = text.slice(to, to + 14).toLowerCase();
    const per = /^\s?(?:\/|per |a )\s?(month|mo\b|year|yr\b|annum|week|day|hour)/.exec(after);
    const perMonths = per
      ? (per[1] as string).startsWith('mo')
        ? 1
        : /^(y|a)/.test(per[1] as string)
          ? 12
          : undefined
      : /^\s?(monthly)/.test(after)
        ? 1
        : /^\s?(annually|yearly)/.test(after)
          ? 12
          : undefined;
    return { ...base, kind: 'money', unit: currency.trim(), ...(perMonths ? { perMonths } : {}) };
  }
  if (unit === '') return { ...base, kind: 'count' };
  if (/^(x|×|✕|-?fold)$/.test(unit)) {
    // "4x4", "0x1f" and "2x CPU" are no factors; `x` after a space only with a decimal or before a comparative.
    if (value === 0) return null;
    if (/^\w/.test(text.slice(to, to + 1))) return null;
    return { ...base, kind: 'factor', unit: 'x' };
  }
  if (unit === 'times') {
    const after = text.slice(to, to + 12).toLowerCase();
    if (!/^\s(?:faster|slower|as |less|more|lower|higher|smaller|quick|the |better|fewer)/.test(after))
      return { ...base, kind: 'count', unit: 'times' };
    return { ...base, kind: 'factor', unit: 'x' };
  }
  if (unit === '%' || unit.startsWith('percent')) return { ...base, kind: 'percent', unit: '%' };
  if (unit === 'fps' || unit === 'hz') return { ...base, kind: 'fps' };
  if (/^[kmgt]?i?b(ytes?)?(\/s|$)|^bytes?$/.test(unit)) {
    const p = { k: 1e3, m: 1e6, g: 1e9, t: 1e12 }[unit[0] as string] ?? 1;
    const perSecond = unit.includes('/s');
    return { ...base, kind: perSecond ? 'rate' : 'bytes', value: value * p, high: high * p };
  }
  if (/(rps|qps|tps|\/s|per s|per second|\/min|per min|\/day|per day|\/hour|per hour|rpm)/.test(unit)) {
    const k =
      /^k/.test(unit) && !/^k?\w*\/?/.exec(unit)?.[0].startsWith('key') && /^k\s?(rps|qps|tps|ops|req)/.test(unit)
        ? 1e3
        : /^m\s?(rps|qps|tps|ops|req)/.test(unit)
          ? 1e6
          : 1;
    const per = /day/.test(unit) ? 86400 : /hour/.test(unit) ? 3600 : /min|rpm/.test(unit) ? 60 : 1;
    return { ...base, kind: 'rate', value: (value * k) / per, high: (high * k) / per };
  }
  const ms = first(TIME, unit);
  if (ms !== null) {
    // A bare `s`, `m` or `h` must touch the number: "3 s" is fine for seconds, "3 m" is not.
    if (/^[mh]$/.test(unit) && (gap || rawUnit !== unit)) return { ...base, kind: 'count' };
    // "the 90s", "2010s"
    if (unit === 's' && !gap && value >= 1900 && value < 2100 && Number.isInteger(value)) return null;
    return { ...base, kind: 'time', value: value * ms, high: high * ms };
  }
  const months = first(PERIOD, unit);
  if (months !== null) return { ...base, kind: 'period', value: value * months, high: high * months };
  return { ...base, kind: 'count' };
}

/** All quantities of a compact text, in order. `units`: the text's. */
export function quantitiesOf(text: string, units: Units): Quantity[] {
  const out: Quantity[] = [];
  let beyond = 0;
  for (let u = 0; u < units.count; u++) {
    const at = units.from[u] as number;
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57 || at < beyond) continue;
    const m = matchAt(text, at);
    if (m === null) continue;
    beyond = m.index + m[0].length;
    const q = build(text, m);
    const last = out[out.length - 1];
    const sum = q && last ? sumOf(text, last, q) : null;
    if (sum) out[out.length - 1] = sum;
    else if (q) out.push(q);
  }
  return out;
}

/** The number at `at`, with the sign of a currency that may stand one or two characters before it. */
function matchAt(text: string, at: number): RegExpExecArray | null {
  for (let from = at - 1; from >= at - 2 && from >= 0; from--) {
    const code = text.charCodeAt(from);
    if (code === 36 || code === 0x20ac || code === 0xa3) {
      RE.lastIndex = from;
      const m = RE.exec(text);
      if (m !== null) return m;
      break;
    }
    if (code !== 32) break;
  }
  RE.lastIndex = at;
  return RE.exec(text);
}

const PARTS: Readonly<Record<string, number>> = {
  h: 3.6e6,
  hour: 3.6e6,
  hr: 3.6e6,
  m: 6e4,
  min: 6e4,
  minute: 6e4,
  s: 1e3,
  sec: 1e3,
  second: 1e3,
};

/** "1h 30m", "2 minutes and 5 seconds": one duration in two units, the larger first. */
function sumOf(text: string, a: Quantity, b: Quantity): Quantity | null {
  if (!/^(?: | and |, )?$/.test(text.slice(a.to, b.from)) || a.value !== a.high || b.value !== b.high) return null;
  const large = PARTS[a.unit.replace(/(?<=..)s$/, '')];
  const small = PARTS[b.unit.replace(/(?<=..)s$/, '')];
  if (large === undefined || small === undefined || large <= small) return null;
  const value = partOf(a, large) + partOf(b, small);
  return { ...b, kind: 'time', from: a.from, value, high: value, cmp: a.cmp, shown: text.slice(a.from, b.to) };
}

/** Milliseconds of one part; a lone `h` or `m` was left a count. */
const partOf = (q: Quantity, unit: number): number => (q.kind === 'time' ? q.value : q.value * unit);

/** Kinds that can carry a claim of speed or size: a bare count, a version or a period of work cannot. */
export const carriesSpeed = (q: Quantity): boolean => q.kind !== 'count' && q.kind !== 'period' && q.kind !== 'money';
