/**
 * Code evidence: reads TypeScript or JavaScript and names the cheap fixes that are visible in it. This file is the door of `dist/code.js`,
 * a CommonJS bundle of its own (no Node module, no global of a browser), to be loaded when the first such code turns up:
 *
 *     const code = require('./code.js') as typeof import('../code');
 *     const { hints, skipped } = code.analyse(text, { language: code.languageOf('mjs') ?? 'ts', path: 'src/orders.ts', lines: { from: 10, to: 40 } });
 *
 * A hint becomes a `CodeHint` of the engine by adding where it stands in the proposal: `{ rule: hint.rule, data: hint.data, span, source }`.
 * `analyse` never throws, keeps no state and does no I/O; its result depends on its arguments alone, so it may be cached by them.
 *
 * `data` of every hint is plain text (not escaped):
 * - `callee`: the call as written, arguments elided (`knex(…).where`, `users.find`, `fs.readFileSync`, `performance.now`)
 * - `before`, `after`: the order of the cost now and with the fix (`1 query per order, one after another` -> `1 query`; `O(orders × users)` -> `O(orders + users)`)
 * - `suggestion`: the fix, a phrase without a full stop
 * - `strength`: `firm`, or `soft` where it depends on what the code does not show; show soft ones, do not count them as evidence
 * - `code-n-plus-one`: `io` (`database`, `http`, `cache`, `file`, `remote`), `loop` (`for…of`, `map`, ...), `over` (collection), `item`, and `via`
 *   when the query stands in a function of the same file that the loop calls
 * - `code-quadratic`: `shape` (`search`, `join`, `copy`), `loop`, `over`, `inner`
 * - `code-sync-io`: `what` (`file system`, `cryptography`, `compression`, `child process`, `request`), `handler` (`GET /orders`, a function's name)
 * - `code-microbenchmark`: `flaw` (the first of), `flaws` (`one iteration`, `no warm-up`, `result unused`, `coarse clock`, `measures the console`)
 */
import type { Found, RuleInput, SourceHint } from './hint';
import { FileContext } from './context';
import { IoReader } from './io';
import { Places } from './places';
import { type Language, type SkipReason, parseSource } from './parse';
import { microbenchmark } from './rules/microbenchmark';
import { nPlusOne } from './rules/n-plus-one';
import { quadratic } from './rules/quadratic';
import { syncIo } from './rules/sync-io';
import { buildModel } from './scope';

export type { CodeRule, SourceHint } from './hint';
export type { Language, SkipReason } from './parse';

export interface AnalyseOptions {
  readonly language: Language;
  /** Relative path of the file, for telling tests, migrations and scripts; absent for a fence. */
  readonly path?: string;
  /** Only hints that start on these 1-based lines, both included. The whole text is read all the same, for its imports and functions. */
  readonly lines?: { readonly from: number; readonly to: number };
}

export interface Analysis {
  /** In source order. */
  readonly hints: readonly SourceHint[];
  /** Nothing was read, and why. */
  readonly skipped?: SkipReason;
  /** Some statements could not be read and were left out. */
  readonly partial?: true;
}

const RULES: readonly ((input: RuleInput) => Found[])[] = [nPlusOne, quadratic, syncIo, microbenchmark];

/** The language that a fence's info string or a file's extension names, or null for any other. */
export function languageOf(name: string): Language | null {
  switch (name.toLowerCase().replace(/^\./, '')) {
    case 'ts':
    case 'typescript':
    case 'mts':
    case 'cts':
      return 'ts';
    case 'tsx':
    case 'typescriptreact':
      return 'tsx';
    case 'js':
    case 'javascript':
    case 'mjs':
    case 'cjs':
    case 'node':
      return 'js';
    case 'jsx':
    case 'javascriptreact':
      return 'jsx';
    default:
      return null;
  }
}

/** The cheap fixes visible in `source`. Total: whatever the text is, the answer is hints or a reason. */
export function analyse(source: string, options: AnalyseOptions): Analysis {
  const parsed = parseSource(source, options.language);
  if (typeof parsed === 'string') return { hints: [], skipped: parsed };
  const partial = parsed.partial ? { partial: true as const } : {};
  try {
    const model = buildModel(parsed.program, parsed.text);
    const input: RuleInput = { model, io: new IoReader(model), file: new FileContext(model, options.path) };
    const places = new Places(source, parsed.shift);
    const hints = RULES.flatMap((rule) => rule(input)).map((found) => places.of(found));
    const within = options.lines;
    const wanted = within ? hints.filter((hint) => hint.line >= within.from && hint.line <= within.to) : hints;
    return { hints: wanted.sort((a, b) => a.from - b.from || a.rule.localeCompare(b.rule)), ...partial };
  } catch (error) {
    // The rules walk the tree by recursion, as the parser does; a tree that it survives may still be too deep for them.
    return { hints: [], skipped: error instanceof RangeError ? 'too-deep' : 'failed' };
  }
}
