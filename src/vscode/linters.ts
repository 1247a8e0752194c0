/** Linters are kept per distinct configuration, not per document. */
import type { Linter } from '../core';
import type { EffectiveConfig } from '../core/config';
import { core } from './core';

const MANY = 16;

export class Linters {
  private readonly kept = new Map<string, Linter>();

  for(effective: EffectiveConfig): Linter {
    let linter = this.kept.get(effective.key);
    if (!linter) {
      linter = core().createLinter(effective.config);
      if (this.kept.size >= MANY) this.kept.delete(this.kept.keys().next().value ?? '');
      this.kept.set(effective.key, linter);
    }
    return linter;
  }

  clear(): void {
    this.kept.clear();
  }
}
