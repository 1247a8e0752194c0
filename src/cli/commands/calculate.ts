/** `amdahl` and `payback`: the engine's arithmetic on numbers typed in, with the formula and the inputs shown. */
import { amdahl as overall, ceiling } from '../../core/arithmetic/amdahl';
import { paybackMonths } from '../../core/arithmetic/payback';
import { DEFAULT_CONFIG } from '../../core/index';
import { EXIT, InputError } from '../errors';
import type { Io } from '../io';
import { factorShown, monthsShown, plainNumber, rest } from './figures';

/** `0.05`, `5%` or `5 %`, between 0 and 1. */
export function share(text: string, name: string): number {
  const match = /^(\d{1,12}(?:\.\d{1,12})?|\.\d{1,12})\s?(%?)$/.exec(text.trim());
  const value = match ? Number(match[1]) / (match[2] ? 100 : 1) : NaN;
  if (!(value >= 0 && value <= 1)) throw new InputError(`${name}: "${text}" is no share; write 0.05 or 5%`);
  return value;
}

/** `10` or `10x`, above 0. */
export function factor(text: string, name: string): number {
  const match = /^(\d{1,12}(?:\.\d{1,12})?)\s?[x×]?$/i.exec(text.trim());
  const value = match ? Number(match[1]) : NaN;
  if (!(value > 0)) throw new InputError(`${name}: "${text}" is no factor; write 10 or 10x`);
  return value;
}

/** `300000`, `300,000`, `300k` or `1.2M`, with or without a currency sign, above 0. */
export function amount(text: string, name: string): number {
  const match = /^[$€£]?(\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(\.\d{1,6})?([kKmM]?)$/.exec(text.trim());
  const times = { '': 1, k: 1e3, m: 1e6 }[(match?.[3] ?? '').toLowerCase()] ?? 1;
  const value = match ? Number(match[1]!.replaceAll(',', '') + (match[2] ?? '')) * times : NaN;
  if (!(value > 0)) throw new InputError(`${name}: "${text}" is no amount above 0; write 300000, 300k or 1.2M`);
  return value;
}

export interface Calculation {
  readonly formula: string;
  readonly worked: string;
  /** Null where there is no bound. */
  readonly result: number | null;
  readonly shown: string;
  /** One sentence that says what it means. */
  readonly meaning: string;
}

export function amdahlOf(f: number, s: number | null): Calculation {
  const best = factorShown(ceiling(f), f);
  const part = `${plainNumber(f * 100)} % of the time`;
  if (s === null) {
    const value = ceiling(f);
    return {
      formula: '1 / (1 - f)',
      worked: `1 / (1 - ${plainNumber(f)}) = ${best}`,
      result: Number.isFinite(value) ? value : null,
      shown: best,
      meaning:
        f === 1
          ? 'All of the time is touched, so nothing bounds the gain.'
          : `However fast ${part} gets, the whole gets at most ${best} faster.`,
    };
  }
  const value = overall(f, s);
  const shown = factorShown(value, f);
  return {
    formula: '1 / ((1 - f) + f / s)',
    worked: `1 / (${plainNumber(rest(f))} + ${plainNumber(f)} / ${plainNumber(s)}) = ${shown}`,
    result: value,
    shown,
    meaning: `Making ${part} ${plainNumber(s)}x faster makes the whole ${shown} faster; the ceiling is ${best}.`,
  };
}

export async function amdahl(options: { readonly f: string; readonly s?: string; readonly format: string }, io: Io): Promise<number> {
  const f = share(options.f, '--f');
  const s = options.s === undefined ? null : factor(options.s, '--s');
  return show({ f, s }, amdahlOf(f, s), options.format, io);
}

interface PaybackOptions {
  readonly cost?: string;
  readonly engineers?: string;
  readonly months?: string;
  readonly rate?: string;
  readonly saving: string;
  readonly format: string;
}

export async function payback(options: PaybackOptions, io: Io): Promise<number> {
  const saving = amount(options.saving, '--saving');
  const { engineers, months, rate } = options;
  let cost: number;
  let costWorked: string;
  if (options.cost !== undefined) {
    if (engineers ?? months ?? rate) throw new InputError('payback: give --cost, or --engineers, --months and --rate, not both');
    cost = amount(options.cost, '--cost');
    costWorked = plainNumber(cost);
  } else {
    if (engineers === undefined || months === undefined || rate === undefined)
      throw new InputError('payback: give --cost, or all of --engineers, --months and --rate');
    const parts = [amount(engineers, '--engineers'), amount(months, '--months'), amount(rate, '--rate')];
    cost = parts.reduce((a, b) => a * b, 1);
    costWorked = `${parts.map(plainNumber).join(' x ')}`;
  }
  const result = paybackMonths(cost, saving);
  const limit = DEFAULT_CONFIG.thresholds.paybackMonths;
  const shown = monthsShown(result, limit);
  const calculation: Calculation = {
    formula: options.cost === undefined ? 'engineers x months x rate / monthly saving' : 'one-time cost / monthly saving',
    worked: `${costWorked} / ${plainNumber(saving)} ${shown.worked}`,
    result,
    shown: shown.words,
    meaning: result > limit ? `That is longer than ${limit} months, so it needs another reason (Q12).` : `That is within ${limit} months.`,
  };
  return show({ cost, saving }, calculation, options.format, io);
}

async function show(inputs: object, c: Calculation, format: string, io: Io): Promise<number> {
  await io.out.write(
    format === 'json' ? `${JSON.stringify({ inputs, ...c }, null, 2)}\n` : `${c.shown}\n  ${c.formula}\n  ${c.worked}\n${c.meaning}\n`,
  );
  return EXIT.clean;
}
