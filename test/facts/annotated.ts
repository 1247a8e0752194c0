/** Compares what is read from the documents of annotated texts (`cases.ts`) with what they expect. */
import assert from 'node:assert/strict';
import type { FactCase } from './cases';
import { READERS, type Fact } from './readers';

const isRecord = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null && !Array.isArray(x);

const equal = (want: unknown, got: unknown): boolean =>
  typeof want === 'number' && typeof got === 'number'
    ? Math.abs(want - got) <= Math.abs(want) * 1e-3 + 1e-9
    : Array.isArray(want) && Array.isArray(got)
      ? want.length === got.length && want.every((w, i) => equal(w, got[i]))
      : want === got;

const matches = (words: string, spoken: string): boolean =>
  words.endsWith('...') ? spoken.startsWith(words.slice(0, -3).trimEnd()) : spoken === words;

const shown = (f: Fact): string => `  ${JSON.stringify(f.words)}: ${JSON.stringify(f.values)}`;

/** Fails where what is read is not what the case says. */
export function checkFacts(c: FactCase): void {
  const reader = READERS[c.fact];
  assert.ok(reader, `there is no fact called ${c.fact}`);
  const facts = reader.read(c.text).filter((f) => f.to > c.from && f.from < c.to);
  const said = `read:\n${facts.map(shown).join('\n') || '  nothing'}\n--- document ---\n${c.text}`;
  const compare = (wanted: unknown, got: Fact): void => {
    const values = isRecord(wanted) ? wanted : { [reader.main]: wanted };
    for (const [name, value] of Object.entries(values))
      assert.ok(
        equal(value, got.values[name]),
        `“${got.words}”: ${name} should be ${JSON.stringify(value)}, is ${JSON.stringify(got.values[name])}; ${said}`,
      );
  };
  if (reader.whole === true) {
    const [only] = reader.read(c.text);
    assert.ok(only, said);
    compare(c.expected, only);
    return;
  }
  const left = [...facts];
  for (const [key, wanted] of Object.entries(c.expected)) {
    const words = key.replace(/ #\d+$/, '');
    const at = left.findIndex((f) => matches(words, f.words));
    assert.ok(at >= 0, `nothing is read at “${words}”; ${said}`);
    compare(wanted, left[at] as Fact);
    left.splice(at, 1);
  }
  assert.deepEqual(left.map(shown), [], `more is read than was said; ${said}`);
}

/** What a case asks for: each named fact, and once that nothing else is read. */
export const expectationsIn = (c: FactCase): number =>
  READERS[c.fact]?.whole === true ? Object.keys(c.expected).length : Math.max(1, Object.keys(c.expected).length);
