/** Taking times and showing them. Everything waits for what it measures, so that peers with promises are measured like the others. */

/** The value below which the share `q` of all values lies. */
export const quantile = (values, q) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))];
};
export const median = (values) => quantile(values, 0.5);

/**
 * Milliseconds of each of up to `n` runs, after `warm` that do not count. A run that is slow is repeated less often: no further one begins
 * once `budget` milliseconds are spent, but three there are.
 * @param {(i: number) => unknown} run gets the number of the run, so that it can be given another text each time.
 */
export async function measure(run, { n = 20, warm = 2, budget = 10_000 } = {}) {
  const times = [];
  const began = performance.now();
  for (let i = 0; i < warm + n; i++) {
    const spent = performance.now() - began;
    if (spent > budget && times.length >= 3) break;
    const start = performance.now();
    await run(i);
    // Warming up for long is no use where one run takes seconds.
    if (i >= warm || spent > budget) times.push(performance.now() - start);
  }
  return times;
}

export const ms = (x) => (x < 10 ? x.toFixed(2) : x < 1000 ? x.toFixed(0) : Math.round(x).toLocaleString('en'));
export const ratio = (x) => (x < 10 ? x.toFixed(2) : x.toFixed(0));
export const mb = (bytes) => `${(bytes / 1e6).toFixed(bytes < 10e6 ? 1 : 0)}`;

/** A Markdown table, all but the first column to the right. */
export const table = (head, rows) =>
  [head, head.map((_, i) => (i ? '---:' : '---')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** Rows of names and values, ours first, with the ratio of each to ours. */
export const against = (ours, rows) => rows.map(([name, value, ...rest]) => [name, ms(value), ...rest, ratio(value / ours)]);
