/** Axes, ticks and scales that the three charts share. */
import { el, px, type SvgNode } from './svg';

export interface Scale {
  (value: number): number;
}

export interface Tick {
  readonly at: number;
  readonly label: string;
}

export interface Axis {
  readonly label: string;
  readonly ticks: readonly Tick[];
  readonly scale: Scale;
}

export interface Plot {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The drawing area in the review panel, in pixels: three of them stand side by side. */
export const PLOT: Plot = { width: 350, height: 170, left: 58, right: 330, top: 14, bottom: 132 };
/** The drawing area in a hover, which the editor cuts off at 250 pixels. */
export const SMALL_PLOT: Plot = { width: 330, height: 122, left: 58, right: 310, top: 12, bottom: 86 };

export function linear(from: number, to: number, a: number, b: number): Scale {
  const span = to - from || 1;
  return (value) => a + ((value - from) / span) * (b - a);
}

export function logarithmic(from: number, to: number, a: number, b: number): Scale {
  const inner = linear(Math.log10(from), Math.log10(to), a, b);
  return (value) => inner(Math.log10(value));
}

/** Three to six round numbers between `from` and `to`. */
export function roundTicks(from: number, to: number): number[] {
  const span = to - from;
  if (!(span > 0)) return [from];
  const rough = span / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((m) => m * power).find((s) => s >= rough) ?? power * 10;
  const ticks: number[] = [];
  for (let value = Math.ceil(from / step) * step; value <= to + step * 1e-6; value += step) ticks.push(Number(value.toPrecision(12)));
  return ticks;
}

/** A smooth-looking line through sampled points. */
export function polyline(className: string, points: readonly (readonly [number, number])[]): SvgNode {
  return el('polyline', { class: className, points: points.map(([x, y]) => `${px(x)},${px(y)}`).join(' ') });
}

export function line(className: string, x1: number, y1: number, x2: number, y2: number): SvgNode {
  return el('line', { class: className, x1: px(x1), y1: px(y1), x2: px(x2), y2: px(y2) });
}

/** Text kept inside the plot: near the right edge it is written leftwards. */
export function label(className: string, x: number, y: number, text: string, plot: Plot = PLOT): SvgNode {
  const room = text.length * 6.2;
  const anchor = x + room > plot.width - 2 ? 'end' : 'start';
  return el('text', { class: className, x: px(x), y: px(Math.max(plot.top - 3, y)), 'text-anchor': anchor }, text);
}

/** The picture with its axes; `marks` are drawn on top. */
export function framed(x: Axis, y: Axis, marks: readonly SvgNode[], plot: Plot = PLOT): SvgNode {
  const { left, right, top, bottom, width, height } = plot;
  const parts: SvgNode[] = [];
  for (const tick of y.ticks) {
    const at = px(y.scale(tick.at));
    parts.push(line('grid', left, at, right, at));
    parts.push(el('text', { class: 'quiet', x: left - 5, y: at + 4, 'text-anchor': 'end' }, tick.label));
  }
  for (const tick of x.ticks) {
    const at = px(x.scale(tick.at));
    parts.push(line('axis', at, bottom, at, bottom + 3));
    parts.push(el('text', { class: 'quiet', x: at, y: bottom + 15, 'text-anchor': 'middle' }, tick.label));
  }
  parts.push(line('axis', left, bottom, right, bottom), line('axis', left, top, left, bottom));
  parts.push(el('text', { x: (left + right) / 2, y: height - 6, 'text-anchor': 'middle' }, x.label));
  parts.push(el('text', { x: -(top + bottom) / 2, y: 11, 'text-anchor': 'middle', transform: 'rotate(-90)' }, y.label));
  return el('svg', { viewBox: `0 0 ${width} ${height}`, width, height }, ...parts, ...marks);
}
