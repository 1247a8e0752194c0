/** What a template may be filled with: figures and names that the document already states. */

/** One known value. `shown` is put into the template as it stands, e.g. `95 %` or `$18,000`. */
export interface Value {
  readonly shown: string;
}

/**
 * Names are those of the slots in `src/content/templates`. Everything is optional; what is missing becomes a tab stop with a hint.
 * A slot whose value would prove something (the prototype's figures, the knee) has a name of its own that is not listed here: what the
 * document promises elsewhere must not turn into a measurement by being copied into a form.
 * Shares, factors and money are text here: the arithmetic is done, and its result rounded, before this point.
 */
export interface TemplateValues {
  /** Share of the time that the change touches (f), e.g. `5 %`. */
  readonly timeShare?: Value;
  /** Share spent waiting (1 - f), e.g. `95 %`. */
  readonly waiting?: Value;
  /** What is waited for, e.g. `PostgreSQL`. */
  readonly waitingOn?: Value;
  /** The hot function or component, e.g. `price calculation`. */
  readonly hotPath?: Value;
  /** Factor on the touched part (s), e.g. `10x`. */
  readonly speedup?: Value;
  /** Amdahl's result for the whole, e.g. `1.05x`. */
  readonly overall?: Value;
  /** 1 / (1 - f), e.g. `1.05x`. */
  readonly ceiling?: Value;
  /** Metric with percentile, e.g. `p99 latency`. */
  readonly metric?: Value;
  /** The target, e.g. `250 ms`. */
  readonly slo?: Value;
  /** Today's value of the target's metric, e.g. `420 ms`. */
  readonly today?: Value;
  /** Load at which it holds or is measured, e.g. `1,200 requests per second`. */
  readonly load?: Value;
  /** Stated capacity, e.g. `2,000 requests per second`. Never put where a load test's result belongs. */
  readonly capacity?: Value;
  /** Growth per month, e.g. `5 % a month`. */
  readonly growth?: Value;
  /** Months until the load reaches the capacity, e.g. `9 months`. */
  readonly headroom?: Value;
  /** Value before and after the change, e.g. `400 ms` and `40 ms`. */
  readonly from?: Value;
  readonly to?: Value;
  readonly monthlyCost?: Value;
  readonly monthlySaving?: Value;
  readonly oneTimeCost?: Value;
  readonly paybackMonths?: Value;
  /** Tool that took the measurement, e.g. `py-spy`. */
  readonly profiler?: Value;
  /** What a miss costs, in the document's words. */
  readonly consequence?: Value;
  /** The graded axis, e.g. `tail latency`. */
  readonly axis?: Value;
  /** `I/O-bound`, `CPU-bound` ... */
  readonly shape?: Value;
  readonly fromLanguage?: Value;
  readonly toLanguage?: Value;
  /** The precedent that a claim names, and what is known of it. */
  readonly company?: Value;
  readonly theirAxis?: Value;
  readonly theirWork?: Value;
  readonly theirScope?: Value;
}

export type ValueName = keyof TemplateValues;
