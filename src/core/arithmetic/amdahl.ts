/** Amdahl's law (Q6). `f` is the share of the time that gets faster, `s` how much faster it gets. */

/** Overall speed-up: 1 / ((1 - f) + f / s). `s` may be Infinity. */
export const amdahl = (f: number, s: number): number => 1 / (1 - f + f / s);

/** The best that any speed-up of that share can give: 1 / (1 - f); Infinity for f = 1. */
export const ceiling = (f: number): number => 1 / (1 - f);

/** `1.05x`, `12x`; two digits below 10. */
export const showFactor = (x: number): string =>
  !Number.isFinite(x) ? 'unbounded' : x >= 10 ? `${Math.round(x)}x` : `${Number(x.toFixed(2))}x`;

/** `5 %`. */
export const showShare = (f: number): string => `${Number((f * 100).toFixed(1))} %`;
