/** Which stretch of the document silences which finding: the first that reaches it and names its rule, or no rule at all. */
import type { Directive } from './document/types';
import type { Finding } from './types';

/** Where a directive is in force, `[from, to)`. */
export interface Stretch {
  readonly directive: Directive;
  readonly from: number;
  readonly to: number;
}

/**
 * The directive that silences each of the findings; those that nothing silences are absent. Earlier stretches go before later ones. The time is
 * that of sorting: each stretch is laid over the findings of its rule that none before it has reached.
 */
export function silencedBy(findings: readonly Finding[], stretches: readonly Stretch[]): Map<Finding, Directive> {
  const byRule = new Map<string, Finding[]>();
  for (const f of findings) {
    const list = byRule.get(f.rule);
    if (list) list.push(f);
    else byRule.set(f.rule, [f]);
  }
  const rules = new Map([...byRule].map(([id, list]) => [id, new Uncovered(list)]));
  const out = new Map<Finding, Directive>();
  for (const s of stretches) {
    const cover = (u: Uncovered): void => {
      u.take(s.from, s.to, (f) => out.set(f, s.directive));
    };
    if (s.directive.rules.length === 0) rules.forEach(cover);
    else
      for (const { id } of s.directive.rules) {
        const own = rules.get(id);
        if (own) cover(own);
      }
  }
  return out;
}

/** Findings by place, each taken once; what was taken is stepped over in one step. */
class Uncovered {
  private readonly sorted: readonly Finding[];
  /** Where the next finding that was not taken may stand, from each place on. */
  private readonly next: Int32Array;

  constructor(findings: readonly Finding[]) {
    this.sorted = [...findings].sort((a, b) => a.span.from - b.span.from);
    this.next = Int32Array.from({ length: this.sorted.length + 1 }, (_, i) => i);
  }

  take(from: number, to: number, visit: (f: Finding) => void): void {
    for (let i = this.left(this.firstFrom(from)); i < this.sorted.length; i = this.left(i)) {
      const f = this.sorted[i] as Finding;
      if (f.span.from >= to) return;
      this.next[i] = i + 1;
      visit(f);
    }
  }

  private firstFrom(offset: number): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sorted[middle] as Finding).span.from < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The first place from `i` on whose finding was not taken; what is passed on the way learns a shorter one. */
  private left(i: number): number {
    const { next } = this;
    let at = i;
    while (next[at] !== at) {
      next[at] = next[next[at] as number] as number;
      at = next[at] as number;
    }
    return at;
  }
}
