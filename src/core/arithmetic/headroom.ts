/** Headroom (Q14): months until a load that grows by `monthlyGrowth` (0.1 = 10 % a month) meets `capacity`. Both in one unit. */
export function headroomMonths(load: number, capacity: number, monthlyGrowth: number): number {
  if (load >= capacity) return 0;
  if (monthlyGrowth <= 0) return Infinity;
  return Math.log(capacity / load) / Math.log(1 + monthlyGrowth);
}

/** Relative waiting time at a utilisation below 1: 1 / (1 - u). */
export const waiting = (utilisation: number): number => 1 / (1 - utilisation);
