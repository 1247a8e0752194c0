/** How the time of a whole reading grows with the text. */
import { measure, median, ms, table } from '../lib/measure.mjs';
import { proposal } from '../lib/texts.mjs';

/** Slope of the line through the points on logarithmic axes: 1 is time in proportion to the text. */
function slopeOf(points) {
  const logs = points.map(([n, t]) => [Math.log(n), Math.log(t)]);
  const mean = (i) => logs.reduce((sum, p) => sum + p[i], 0) / logs.length;
  const [mx, my] = [mean(0), mean(1)];
  return logs.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0) / logs.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
}

export async function growth({ linter }) {
  const points = [];
  for (const size of [1e3, 1e4, 1e5, 1e6, 1e7]) {
    const text = proposal(size, 4);
    const times = await measure(() => linter.lint(text).findings.length, {
      n: size > 1e6 ? 3 : 15,
      warm: size > 1e6 ? 1 : 5,
      budget: 30_000,
    });
    points.push([text.length, median(times)]);
  }
  const rows = points.map(([n, t]) => [n.toLocaleString('en'), ms(t), (n / t / 1000).toFixed(2)]);
  return `${table(['size, characters', 'ms', 'MB/s'], rows)}\n\nSlope on logarithmic axes: ${slopeOf(points).toFixed(2)}.`;
}
