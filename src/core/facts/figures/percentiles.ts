/** Which percentile each duration of a sentence is given at: the one directly behind it, else the nearest before it. */
import type { Quantity } from '../../words/quantities';

const ORDINAL = String.raw`(?:50|75|80|90|95|98|99(?:\.\d{1,3})?)th percentile`;
const PERCENTILE = new RegExp(
  String.raw`\bp(?:50|75|80|90|95|98|99(?:\.\d{1,3})?|9999?)(?![\w]|\.\d)|\b${ORDINAL}\b|\b(?:median|mean|average|avg)\b`,
  'i',
);
/** "900 ms at p99", "900 ms (p99)", "900 ms today at the median". */
const BEHIND = new RegExp(
  String.raw`^\s*(?:(?:today|now|currently)\s)?(\(|(?:at|for|in) )?(?:the )?(p\d\d(?:\d{1,2}|\.\d{1,3})?(?!\w|\.\d)|${ORDINAL}|median\b|on average)`,
  'i',
);
/** "80 ms p99: 900 ms", "80 ms p99 900 ms": such a percentile belongs to what follows it. */
const FOLLOWED = /^\s?(?:[:=<≤]|is |was |of )\s?(?:about |under |below )?[~<≈≤]?\s?\d/i;
const FOLLOWED_BARE = /^\s[~<≈≤]?\s?\d/;
/** A number without a percentile beside one with: they belong together where one is the target and the other today's value. */
const OTHER_ROLE =
  /\b(?:today|current(?:ly)?|now|targets?|slo|goal|budget|objective|against|instead of|must|needs?|allowed|after|before)\b/i;
/** "p50 and p99 are 80 ms and 900 ms": which is which is not read. */
const SEVERAL = new RegExp(`(?:${PERCENTILE.source})\\s?(?:,|/|&|and|or)\\s?(?:the )?(?:${PERCENTILE.source})`, 'i');
/** A percentile further off than this says nothing of a number. */
const FAR = 60;

/** One name for each: `p999`, `p99.9` and `99.9th percentile` are the same. */
const named = (p: string): string =>
  p
    .toLowerCase()
    .replace(/^(\d+(?:\.\d{1,3})?)th percentile$/, 'p$1')
    .replace(/^p99(9{1,2})$/, 'p99.$1')
    .replace(/on average|average|avg/, 'mean')
    .replace('median', 'p50');

/** Parallel to `times`; '' where none is said or where it is not certain. `row`: head and header of a cell, '' outside tables. */
export function percentiles(text: string, start: number, times: readonly Quantity[], row: string): string[] {
  const ofRow = row === '' || SEVERAL.test(row) ? undefined : PERCENTILE.exec(row)?.[0];
  const out: string[] = [];
  /** The last percentile that was read, where it ends, and whether it stood behind its number. */
  let last = '';
  let lastAt = -Infinity;
  let claimed = false;
  let free = 0;
  for (const q of times) {
    const from = q.from - start;
    const to = q.to - start;
    const near = Math.max(free, from - FAR);
    const left = text.slice(near, from);
    const before = lastMatch(left, PERCENTILE);
    if (SEVERAL.test(left)) [last, lastAt, claimed] = ['', from, false];
    else if (before) [last, lastAt, claimed] = [named(before[0]), near + before.index, false];
    else if (claimed && !OTHER_ROLE.test(text.slice(near, to + 12))) last = '';
    const behind = behindOf(text, to);
    // What stands directly behind a number is its own, and the number after it has to look no further back.
    if (behind) [last, lastAt, claimed] = [behind.name, behind.to, true];
    free = behind?.to ?? to;
    out.push(ofRow !== undefined ? named(ofRow) : from - lastAt <= FAR ? last : '');
  }
  return out;
}

function behindOf(text: string, at: number): { readonly name: string; readonly to: number } | null {
  const m = BEHIND.exec(text.slice(at, at + 40));
  if (m === null) return null;
  const to = at + m[0].length;
  const then = text.slice(to, to + 16);
  return FOLLOWED.test(then) || (m[1] === undefined && FOLLOWED_BARE.test(then)) ? null : { name: named(m[2] as string), to };
}

export function lastMatch(text: string, re: RegExp): RegExpExecArray | null {
  let best: RegExpExecArray | null = null;
  const g = new RegExp(re.source, 'gi');
  for (let m = g.exec(text); m; m = g.exec(text)) best = m;
  return best;
}
