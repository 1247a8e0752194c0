/** Q6 as a picture: however fast the touched part becomes, the whole stays under 1 / (1 - f). */
import { shownNumber, type Translate } from '../words';
import { framed, label, line, linear, logarithmic, PLOT, polyline, roundTicks, type Plot } from './frame';
import { el, type Chart, type SvgNode } from './svg';

export interface AmdahlInput {
  /** Fraction of the time that the change touches, 0 to 1. */
  readonly f: number;
  /** How many times faster that part becomes; null where the document does not say. */
  readonly s: number | null;
  /** Overall speed-up that the document claims. */
  readonly claimed: number | null;
}

/** Overall speed-up for a part `f` that becomes `s` times faster. */
export function overall(f: number, s: number): number {
  return 1 / (1 - f + f / s);
}

const FASTEST = 100;

export function amdahlChart(input: AmdahlInput, t: Translate, plot: Plot = PLOT): Chart {
  const f = Math.min(Math.max(input.f, 0), 0.9999);
  const ceiling = 1 / (1 - f);
  const s = input.s !== null && input.s >= 1 ? input.s : null;
  const claimed = input.claimed !== null && input.claimed > 1 ? input.claimed : null;
  const xMax = Math.max(FASTEST, s ?? 1);
  const yMax = 1 + (Math.max(Math.min(ceiling, overall(f, xMax) * 1.5), claimed ?? 1, 1.1) - 1) * 1.15;
  const x = logarithmic(1, xMax, plot.left, plot.right);
  const y = linear(1, yMax, plot.bottom, plot.top);

  const marks: SvgNode[] = [];
  const points = Array.from({ length: 61 }, (_, i) => xMax ** (i / 60)).map((at): [number, number] => [x(at), y(overall(f, at))]);
  marks.push(polyline('curve', points));
  if (ceiling <= yMax) {
    marks.push(line('limit', plot.left, y(ceiling), plot.right, y(ceiling)));
    marks.push(label('limit-text', plot.left + 6, y(ceiling) - 4, t('ceiling {value}x', { value: shownNumber(ceiling) }), plot));
  }
  if (claimed !== null) {
    const at = y(claimed);
    marks.push(el('path', { class: 'claim', d: `M${plot.right} ${at}l-9 -4v8z` }), line('claim', plot.left, at, plot.right, at));
    marks.push(
      el(
        'text',
        { class: 'claim-text', x: plot.right - 12, y: at - 4, 'text-anchor': 'end' },
        t('claimed {value}x', { value: shownNumber(claimed) }),
      ),
    );
  }
  if (s !== null) {
    marks.push(el('circle', { class: 'point', cx: x(s), cy: y(overall(f, s)), r: 4 }));
    const words = t('s = {s}: {value}x', { s: shownNumber(s), value: shownNumber(overall(f, s)) });
    // Under the point, unless that would run into the axis: then above the ceiling's own label.
    const at = y(overall(f, s));
    marks.push(label('', x(s) + 6, at + 14 > plot.bottom - 2 ? at - 18 : at + 14, words, plot));
  }
  const decades = [1, 3, 10, 30, 100, 300, 1000, 10000].filter((at) => at <= xMax);
  const svg = framed(
    { label: t('the touched part becomes s times faster'), scale: x, ticks: decades.map((at) => ({ at, label: `${at}x` })) },
    { label: t('whole'), scale: y, ticks: roundTicks(1, yMax).map((at) => ({ at, label: `${shownNumber(at)}x` })) },
    marks,
    plot,
  );
  const alt = [
    t('The change touches {share} % of the time, so the whole can become at most {ceiling}x faster.', {
      share: shownNumber(f * 100),
      ceiling: shownNumber(ceiling),
    }),
    s === null
      ? ''
      : t('With that part {s}x faster the whole becomes {value}x faster.', { s: shownNumber(s), value: shownNumber(overall(f, s)) }),
    claimed === null ? '' : t('The document claims {value}x.', { value: shownNumber(claimed) }),
  ];
  return { svg, alt: alt.filter((sentence) => sentence !== '').join(' ') };
}
