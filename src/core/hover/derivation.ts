/** Arithmetic with the document's own numbers, as Markdown: formula, inputs with their places, result, picture. */
import { escapeMarkdown, inlineCode } from '../escape';
import type { Derivation, LintResult } from '../types';
import { amdahlChart } from './chart/amdahl';
import { paybackChart } from './chart/payback';
import { loadChart } from './chart/load';
import { SMALL_PLOT } from './chart/frame';
import { dataUri, type Chart } from './chart/svg';
import { linked, type HoverDoor } from './door';

/** 1-based line of an offset, counted in the linted text. */
export function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** Formula, working and inputs with their places. Three short lines, because the editor cuts a hover off at 250 pixels. */
export function derivationLines(derivation: Derivation, text: string, door: HoverDoor): string {
  const { t, links } = door;
  const inputs = derivation.inputs.map((input) => {
    const place = linked(t('line {line}', { line: lineOf(text, input.span.from) }), links.place(input.span));
    return `${escapeMarkdown(t(input.name))} = **${escapeMarkdown(input.shown)}** (${place})`;
  });
  return [inlineCode(derivation.formula), inlineCode(derivation.worked), inputs.join(' · ')].join('  \n');
}

/** The picture that belongs to a derivation, where the review knows its numbers. */
export function chartOf(derivation: Derivation, result: LintResult, door: HoverDoor, knee = 0.75, limit = 12): Chart | null {
  const { amdahl, payback, load } = result.review().charts;
  if (derivation.kind === 'amdahl' && amdahl) return amdahlChart(amdahl, door.t, SMALL_PLOT);
  if (derivation.kind === 'payback' && payback) return paybackChart({ ...payback, limit }, door.t, SMALL_PLOT);
  if (derivation.kind === 'headroom' && load) return loadChart({ ...load, knee, horizon: 12 }, door.t, SMALL_PLOT);
  return null;
}

/** The chart as a Markdown image, or nothing where the door shows no images. */
export function chartImage(derivation: Derivation, result: LintResult, door: HoverDoor): string {
  if (door.chart === null) return '';
  const chart = chartOf(derivation, result, door);
  return chart === null ? '' : `![${escapeMarkdown(chart.alt)}](${dataUri(chart, door.chart)})`;
}
