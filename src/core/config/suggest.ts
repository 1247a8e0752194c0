/** "Did you mean": the known word nearest to an unknown one. */

/** Edit distance with swaps of neighbours, given up past `limit`. Both words are short; the cost is their product. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let d = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d = Math.min(d, before[j - 2]! + 1);
      next.push(d);
    }
    before = row;
    row = next;
  }
  return row[b.length]!;
}

/** The nearest of `known` within a third of the word's length, or null. Case and the signs `-` and `_` do not count. */
export function nearest(word: string, known: readonly string[]): string | null {
  const plain = (s: string): string => s.toLowerCase().replaceAll('-', '').replaceAll('_', '');
  const wanted = plain(word.slice(0, 64));
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let best: string | null = null;
  let bestDistance = limit + 1;
  for (const candidate of known) {
    const d = distance(wanted, plain(candidate), limit);
    if (d < bestDistance) {
      best = candidate;
      bestDistance = d;
    }
  }
  return best;
}

/** The end of a message: `; did you mean "x"?` or `; known are "a", "b"`. */
export function hint(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  if (near !== null) return `; did you mean "${near}"?`;
  return known.length > 0 && known.length <= 12 ? `; known are ${known.map((k) => `"${k}"`).join(', ')}` : '';
}
