/** Q14 as a picture: waiting grows as 1 / (1 - utilisation), gently until the knee and then like a wall. */
import { shownNumber, type Translate } from '../words';
import { framed, line, linear, PLOT, polyline, type Plot } from './frame';
import { el, type Chart, type SvgNode } from './svg';

export interface LoadInput {
  /** Load over capacity today, 0 to 1 (above 1: past saturation). */
  readonly utilisation: number;
  /** Growth of the load in a month, 0.05 for 5 %; null where the document does not say. */
  readonly monthlyGrowth: number | null;
  /** Utilisation past which waiting goes vertical, 0 to 1. */
  readonly knee: number;
  /** Planning horizon, months. */
  readonly horizon: number;
}

/** Months until the load reaches capacity; null where it never does. */
export function monthsToFull(utilisation: number, monthlyGrowth: number): number | null {
  if (utilisation >= 1) return 0;
  if (!(utilisation > 0) || !(monthlyGrowth > 0)) return null;
  return Math.log(1 / utilisation) / Math.log(1 + monthlyGrowth);
}

const TALLEST = 10;
const wait = (utilisation: number): number => Math.min(TALLEST, 1 / Math.max(1 - utilisation, 0.001));

export function loadChart(input: LoadInput, t: Translate, plot: Plot = PLOT): Chart {
  const { utilisation, monthlyGrowth, knee, horizon } = input;
  const x = linear(0, 1, plot.left, plot.right);
  const y = linear(1, TALLEST, plot.bottom, plot.top);
  const marks: SvgNode[] = [];
  marks.push(el('rect', { class: 'danger', x: x(knee), y: plot.top, width: x(1) - x(knee), height: plot.bottom - plot.top }));
  marks.push(line('limit', x(knee), plot.top, x(knee), plot.bottom));
  marks.push(
    el(
      'text',
      { class: 'limit-text', x: x(knee) - 4, y: plot.top + 8, 'text-anchor': 'end' },
      t('knee {share} %', { share: shownNumber(knee * 100) }),
    ),
  );
  const points = Array.from({ length: 91 }, (_, i) => i / 100).map((u): [number, number] => [x(u), y(wait(u))]);
  marks.push(polyline('curve', points));

  // One below the other; past the knee, where points stand close together, to its left, where there is room.
  const rows = [plot.top + 8];
  const words = (className: string, u: number, natural: number, text: string): SvgNode => {
    let at = natural;
    while (rows.some((row) => Math.abs(row - at) < 13)) at += 1;
    rows.push(at);
    const anchor = u < 0.25 ? 'start' : 'end';
    return el('text', { class: className, x: u > knee ? x(knee) - 4 : x(u) - 6, y: at, 'text-anchor': anchor }, text);
  };
  const today = Math.min(Math.max(utilisation, 0), 1);
  marks.push(el('circle', { class: 'point', cx: x(today), cy: y(wait(today)), r: 4 }));
  marks.push(words('', today, y(wait(today)) - 6, t('today {share} %', { share: shownNumber(utilisation * 100) })));
  const later = monthlyGrowth === null ? null : Math.min(utilisation * (1 + monthlyGrowth) ** horizon, 1);
  if (later !== null && later > today) {
    marks.push(el('circle', { class: 'claim', cx: x(later), cy: y(wait(later)), r: 4 }));
    marks.push(words('claim-text', later, y(wait(later)) + 14, t('in {months} months', { months: shownNumber(horizon) })));
  }
  const svg = framed(
    { label: t('utilisation'), scale: x, ticks: [0, 0.25, 0.5, 0.75, 1].map((at) => ({ at, label: `${at * 100} %` })) },
    { label: t('waiting'), scale: y, ticks: [1, 4, 7, 10].map((at) => ({ at, label: `${at}x` })) },
    marks,
    plot,
  );
  const full = monthlyGrowth === null ? null : monthsToFull(utilisation, monthlyGrowth);
  const alt = [
    t('Utilisation today is {share} %; the knee is at {knee} %.', { share: shownNumber(utilisation * 100), knee: shownNumber(knee * 100) }),
    full === null || monthlyGrowth === null
      ? ''
      : t('At {growth} % growth a month, capacity is reached in {months} months.', {
          growth: shownNumber(monthlyGrowth * 100),
          months: shownNumber(full),
        }),
  ];
  return { svg, alt: alt.filter((sentence) => sentence !== '').join(' ') };
}
