/** What the rules hand out, and what they are handed. */
import type { Node } from './ast';
import type { FileContext } from './context';
import type { IoReader } from './io';
import type { Model } from './scope';

export type CodeRule = 'code-n-plus-one' | 'code-quadratic' | 'code-sync-io' | 'code-microbenchmark';

/** A place in the source where a cheap fix is visible. */
export interface SourceHint {
  readonly rule: CodeRule;
  /** Half-open range of the source text as it was given, UTF-16 offsets. */
  readonly from: number;
  readonly to: number;
  /** 1-based, of `from`. */
  readonly line: number;
  readonly column: number;
  /** Plain text for the message template; the keys are listed in `index.ts`. */
  readonly data: Readonly<Record<string, string>>;
}

/** A finding of a rule before it is given a place in the original text. */
export interface Found {
  readonly rule: CodeRule;
  readonly node: Node;
  readonly data: Readonly<Record<string, string>>;
}

export interface RuleInput {
  readonly model: Model;
  readonly io: IoReader;
  readonly file: FileContext;
}
