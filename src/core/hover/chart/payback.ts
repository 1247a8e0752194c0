/** Q9 as a picture: the money is gone on the first day and comes back a month at a time. */
import { shownMoney, shownNumber, type Translate } from '../words';
import { framed, label, line, linear, PLOT, polyline, roundTicks, type Plot } from './frame';
import { el, type Chart, type SvgNode } from './svg';

export interface PaybackInput {
  /** One-time cost, in `currency`. */
  readonly cost: number;
  readonly monthlySaving: number;
  /** Symbol or ISO code; may be empty. */
  readonly currency: string;
  /** Longest acceptable payback, months. */
  readonly limit: number;
}

export function paybackChart(input: PaybackInput, t: Translate, plot: Plot = PLOT): Chart {
  const { cost, monthlySaving, currency, limit } = input;
  const months = monthlySaving > 0 ? cost / monthlySaving : Infinity;
  const shownMonths = Math.min(Number.isFinite(months) ? months * 1.9 : limit * 3, 120);
  const last = Math.max(limit * 1.5, shownMonths, 6);
  const end = -cost + monthlySaving * last;
  const x = linear(0, last, plot.left, plot.right);
  const y = linear(Math.min(-cost * 1.05, -1), Math.max(end, cost * 0.25, 1), plot.bottom, plot.top);

  const marks: SvgNode[] = [line('axis', plot.left, y(0), plot.right, y(0))];
  marks.push(
    polyline('curve', [
      [x(0), y(-cost)],
      [x(last), y(end)],
    ]),
  );
  marks.push(line('limit', x(limit), plot.top, x(limit), plot.bottom));
  marks.push(label('limit-text', x(limit) + 4, plot.top + 8, t('limit {months} months', { months: shownNumber(limit) }), plot));
  if (Number.isFinite(months) && months <= last) {
    marks.push(el('circle', { class: 'point', cx: x(months), cy: y(0), r: 4 }));
    marks.push(label('', x(months) + 6, y(0) + 14, t('even after {months} months', { months: shownNumber(months) }), plot));
  }
  const svg = framed(
    { label: t('months'), scale: x, ticks: roundTicks(0, last).map((at) => ({ at, label: shownNumber(at) })) },
    {
      label: t('balance'),
      scale: y,
      ticks: [-cost, 0, ...(end > cost * 0.25 ? [end] : [])].map((at) => ({
        at,
        label: at === 0 ? '0' : shownMoney(at, currency.slice(0, 1)),
      })),
    },
    marks,
    plot,
  );
  const alt = Number.isFinite(months)
    ? t('{cost} once against {saving} a month: paid back after {months} months; the limit is {limit} months.', {
        cost: shownMoney(cost, currency),
        saving: shownMoney(monthlySaving, currency),
        months: shownNumber(months),
        limit: shownNumber(limit),
      })
    : t('{cost} once and no monthly saving: it never pays back.', { cost: shownMoney(cost, currency) });
  return { svg, alt };
}
