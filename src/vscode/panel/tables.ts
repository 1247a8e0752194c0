/** What the calculator writes into a document: a small Markdown table in English, the language that proposals are read in. */
import { monthsToFull } from '../../core/hover/chart/load';
import { overall } from '../../core/hover/chart/amdahl';
import { shownNumber } from '../../core/hover/words';
import type { CalculatorKind, CalculatorStart } from './protocol';

const percent = (share: number): string => `${shownNumber(share * 100)} %`;

/** Money written out with thousands separators: a table is read, not glanced at. */
function amount(value: number, currency: string): string {
  const digits = Math.round(value)
    .toString()
    .replace(/\B(?=(?:\d{3})+$)/g, ',');
  return /^[A-Za-z]/.test(currency) ? `${digits} ${currency}` : `${currency}${digits}`;
}

function rows(kind: CalculatorKind, v: CalculatorStart): readonly (readonly [string, string])[] {
  switch (kind) {
    case 'amdahl':
      return [
        ['Amdahl estimate', 'Value'],
        ['Share of the time that the change touches (f)', percent(v.f)],
        ['Speed-up of that part (s)', `${shownNumber(v.s)}x`],
        ['Overall speed-up, 1 / ((1 - f) + f / s)', `${shownNumber(overall(v.f, v.s))}x`],
        ['Ceiling, 1 / (1 - f)', `${shownNumber(1 / (1 - v.f))}x`],
      ];
    case 'payback':
      return [
        ['Payback', 'Value'],
        ['One-time cost', amount(v.cost, v.currency)],
        ['Saving per month', amount(v.monthlySaving, v.currency)],
        ['Payback, cost / saving', v.monthlySaving > 0 ? `${shownNumber(v.cost / v.monthlySaving)} months` : 'never'],
      ];
    case 'load': {
      const months = monthsToFull(v.utilisation, v.monthlyGrowth);
      return [
        ['Headroom', 'Value'],
        ['Utilisation today', percent(v.utilisation)],
        ['Growth per month', percent(v.monthlyGrowth)],
        [
          'Capacity reached, ln(1 / utilisation) / ln(1 + growth)',
          months === null ? 'never at this rate' : `in ${shownNumber(months)} months`,
        ],
      ];
    }
  }
}

/** The table, ending in a line break; columns are padded so that the source is readable too. */
export function calculatorTable(kind: CalculatorKind, values: CalculatorStart): string {
  const all = rows(kind, values);
  const widths = [0, 1].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const render = (cells: readonly string[]): string => `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const [head, ...body] = all;
  const rule = `| ${'-'.repeat(widths[0] ?? 3)} | ${'-'.repeat(Math.max((widths[1] ?? 3) - 1, 2))}: |`;
  return `${[render(head ?? []), rule, ...body.map(render)].join('\n')}\n`;
}

/** Where a table goes: after the paragraph or list around the line, so that no sentence is torn apart. Returns a 0-based line. */
export function insertionLine(lines: readonly string[], line: number): number {
  let at = Math.min(Math.max(line, 0), lines.length - 1);
  while (at < lines.length && (lines[at] ?? '').trim() !== '') at += 1;
  return at;
}
