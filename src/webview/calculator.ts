/** Sliders for the three formulas. It starts from the document's numbers and keeps what the reader set while the document changes. */
import { amdahlChart, overall } from '../core/hover/chart/amdahl';
import { loadChart, monthsToFull } from '../core/hover/chart/load';
import { paybackChart } from '../core/hover/chart/payback';
import type { Chart } from '../core/hover/chart/svg';
import { shownNumber, type Translate } from '../core/hover/words';
import type { CalculatorKind, CalculatorStart } from '../vscode/panel/protocol';
import { figure, h } from './dom';
import { section } from './sections';

type Values = { -readonly [K in keyof CalculatorStart]: CalculatorStart[K] };
type NumberKey = Exclude<keyof CalculatorStart, 'currency'>;

interface Slider {
  readonly key: NumberKey;
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Shown value = stored value times this (a share is shown in per cent). */
  readonly times: number;
  /** The slider runs over orders of magnitude. */
  readonly log?: boolean;
}

export class Calculator {
  private values: Values | undefined;
  private start = '';

  constructor(
    private readonly t: Translate,
    private readonly insert: (kind: CalculatorKind, values: CalculatorStart) => void,
  ) {}

  /** Takes over the document's numbers when they change, not what the reader dragged. */
  adopt(start: CalculatorStart): boolean {
    const key = JSON.stringify(start);
    if (key === this.start) return false;
    this.start = key;
    this.values = { ...start };
    return true;
  }

  render(): HTMLElement {
    const { t } = this;
    return section(
      'calculator',
      t('Calculator'),
      h(
        'p',
        { class: 'quiet' },
        t('Starts from the numbers of the document where it states them. Nothing is written until you insert it.'),
      ),
      h('div', { class: 'charts' }, this.amdahl(), this.payback(), this.load()),
    );
  }

  private amdahl(): HTMLElement {
    const { t } = this;
    return this.block(
      'amdahl',
      t('Amdahl'),
      t('Insert Amdahl table'),
      (v) => ({
        chart: amdahlChart({ f: v.f, s: v.s, claimed: null }, t),
        words: t('Overall {value}x; ceiling {ceiling}x', { value: shownNumber(overall(v.f, v.s)), ceiling: shownNumber(1 / (1 - v.f)) }),
      }),
      [
        { key: 'f', label: t('Share of the time that is touched, f (%)'), min: 0, max: 99, step: 1, times: 100 },
        { key: 's', label: t('That part becomes s times faster'), min: 1, max: 1000, step: 0.5, times: 1, log: true },
      ],
    );
  }

  private payback(): HTMLElement {
    const { t } = this;
    return this.block(
      'payback',
      t('Payback'),
      t('Insert payback table'),
      (v) => ({
        chart: paybackChart(v, t),
        words:
          v.monthlySaving > 0
            ? t('Paid back after {months} months', { months: shownNumber(v.cost / v.monthlySaving) })
            : t('It never pays back'),
      }),
      [
        { key: 'cost', label: t('One-time cost'), min: 1000, max: 10_000_000, step: 1000, times: 1, log: true },
        { key: 'monthlySaving', label: t('Saving per month'), min: 100, max: 1_000_000, step: 100, times: 1, log: true },
      ],
    );
  }

  private load(): HTMLElement {
    const { t } = this;
    return this.block(
      'load',
      t('Load'),
      t('Insert headroom table'),
      (v) => {
        const months = monthsToFull(v.utilisation, v.monthlyGrowth);
        return {
          chart: loadChart(v, t),
          words:
            months === null ? t('Capacity is not reached') : t('Capacity is reached in {months} months', { months: shownNumber(months) }),
        };
      },
      [
        { key: 'utilisation', label: t('Utilisation today (%)'), min: 1, max: 100, step: 1, times: 100 },
        { key: 'monthlyGrowth', label: t('Growth per month (%)'), min: 0, max: 50, step: 0.5, times: 100 },
      ],
    );
  }

  private block(
    kind: CalculatorKind,
    title: string,
    insertLabel: string,
    compute: (values: Values) => { chart: Chart; words: string },
    sliders: readonly Slider[],
  ): HTMLElement {
    const values = this.values;
    if (!values) return h('div');
    const output = h('output', { 'aria-live': 'polite' });
    const picture = h('div');
    const update = (): void => {
      const { chart, words } = compute(values);
      output.textContent = words;
      picture.replaceChildren(figure(chart, ''));
    };
    update();
    return h(
      'fieldset',
      {},
      h('legend', {}, title),
      ...sliders.map((slider) => sliderRow(slider, values, update)),
      h('p', {}, output),
      picture,
      h(
        'button',
        { type: 'button', class: 'secondary', 'data-key': `insert-${kind}`, click: () => this.insert(kind, { ...values }) },
        insertLabel,
      ),
    );
  }
}

/** A slider for the hand and a number field for the keyboard; they say the same. */
function sliderRow(slider: Slider, values: Values, update: () => void): HTMLElement {
  const { key, label, times, log } = slider;
  const toTrack = (shown: number): number => (log ? Math.log10(Math.max(shown, slider.min)) * 100 : shown);
  const fromTrack = (track: number): number => (log ? Number((10 ** (track / 100)).toPrecision(3)) : track);
  const shown = (): number => Number((values[key] * times).toPrecision(6));
  const id = `calc-${key}`;
  const field = h('input', { type: 'number', id, 'data-key': id, min: slider.min, max: slider.max, step: slider.step, value: shown() });
  const track = h('input', {
    type: 'range',
    'data-key': `${id}-track`,
    'aria-label': label,
    min: toTrack(slider.min),
    max: toTrack(slider.max),
    step: log ? 1 : slider.step,
    value: toTrack(shown()),
  });
  const set = (value: number): void => {
    if (!Number.isFinite(value)) return;
    values[key] = Math.min(Math.max(value, slider.min), slider.max) / times;
    track.setAttribute('aria-valuetext', String(shown()));
    update();
  };
  track.addEventListener('input', () => {
    set(fromTrack(track.valueAsNumber));
    field.value = String(shown());
  });
  field.addEventListener('input', () => {
    set(field.valueAsNumber);
    track.value = String(toTrack(shown()));
  });
  return h('div', { class: 'slider' }, h('label', { for: id }, label), field, track);
}
