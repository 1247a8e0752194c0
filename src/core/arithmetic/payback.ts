/** Payback (Q9): one-time cost over monthly saving, in months. */
export const paybackMonths = (oneTimeCost: number, monthlySaving: number): number => oneTimeCost / monthlySaving;

/** `18 months`, `1.5 months`. */
export const showMonths = (m: number): string => `${m >= 10 ? Math.round(m) : Number(m.toFixed(1))} months`;
