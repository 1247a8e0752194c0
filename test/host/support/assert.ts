/** The part of `node:assert/strict` that the host suite uses, for a worker that has no Node modules. The bundler puts it in its place. */

export class AssertionError extends Error {
  readonly actual: unknown;
  readonly expected: unknown;
  constructor(message: string, actual?: unknown, expected?: unknown) {
    super(message);
    this.name = 'AssertionError';
    this.actual = actual;
    this.expected = expected;
  }
}

const show = (value: unknown): string => {
  if (value === undefined || typeof value === 'function') return typeof value;
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof Error || value instanceof RegExp) return String(value);
  try {
    return JSON.stringify(value, null, 1) ?? typeof value;
  } catch {
    return 'a value that cannot be shown';
  }
};

function raise(message: string | Error | undefined, fallback: string, actual?: unknown, expected?: unknown): never {
  if (message instanceof Error) throw message;
  throw new AssertionError(message === undefined ? fallback : `${message} (${fallback})`, actual, expected);
}

/** Structural equality of plain data: same prototypes, same own enumerable keys, same values. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]));
}

const matches = (error: unknown, expected: RegExp | (new (...args: never[]) => unknown)): boolean =>
  expected instanceof RegExp ? expected.test(String(error)) : error instanceof expected;

export function ok(value: unknown, message?: string | Error): asserts value {
  if (!value) raise(message, `expected a true value, got ${show(value)}`, value, true);
}
export function equal<T>(actual: unknown, expected: T, message?: string | Error): asserts actual is T {
  if (!Object.is(actual, expected)) raise(message, `expected ${show(expected)}, got ${show(actual)}`, actual, expected);
}
export function notEqual(actual: unknown, expected: unknown, message?: string | Error): void {
  if (Object.is(actual, expected)) raise(message, `expected anything but ${show(expected)}`, actual, expected);
}
export function deepEqual<T>(actual: unknown, expected: T, message?: string | Error): asserts actual is T {
  if (!same(actual, expected)) raise(message, `expected ${show(expected)}, got ${show(actual)}`, actual, expected);
}
export function notDeepEqual(actual: unknown, expected: unknown, message?: string | Error): void {
  if (same(actual, expected)) raise(message, `expected anything but ${show(expected)}`, actual, expected);
}
export function match(text: string, pattern: RegExp, message?: string | Error): void {
  if (!pattern.test(text)) raise(message, `expected ${pattern} to match ${show(text)}`, text, pattern);
}
export function doesNotMatch(text: string, pattern: RegExp, message?: string | Error): void {
  if (pattern.test(text)) raise(message, `expected ${pattern} not to match ${show(text)}`, text, pattern);
}
export function fail(message?: string | Error): never {
  raise(message, 'failed');
}
export function throws(run: () => unknown, expected?: RegExp | (new (...args: never[]) => unknown)): void {
  try {
    run();
  } catch (error) {
    if (expected !== undefined && !matches(error, expected))
      raise(undefined, `expected another error than ${String(error)}`, error, expected);
    return;
  }
  raise(undefined, 'expected an error');
}
export async function rejects(
  promise: PromiseLike<unknown> | (() => PromiseLike<unknown>),
  expected?: RegExp | (new (...args: never[]) => unknown),
): Promise<void> {
  try {
    await (typeof promise === 'function' ? promise() : promise);
  } catch (error) {
    if (expected !== undefined && !matches(error, expected))
      raise(undefined, `expected another error than ${String(error)}`, error, expected);
    return;
  }
  raise(undefined, 'expected a rejection');
}

export const strictEqual = equal;
export const notStrictEqual = notEqual;
export const deepStrictEqual = deepEqual;

const assert = Object.assign((value: unknown, message?: string | Error) => ok(value, message), {
  AssertionError,
  ok,
  equal,
  notEqual,
  deepEqual,
  notDeepEqual,
  match,
  doesNotMatch,
  fail,
  throws,
  rejects,
  strictEqual: equal,
  notStrictEqual: notEqual,
  deepStrictEqual: deepEqual,
});
export default assert;
