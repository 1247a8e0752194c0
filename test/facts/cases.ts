/**
 * Annotated texts for facts: Markdown files whose prose says why, whose four-backtick `md` fences hold small documents, and whose `yaml` fences
 * say what has to be read there:
 *
 *     ````md
 *     The query takes 40 ms.
 *     <!-- or -->
 *     There are 40 tables.
 *     ````
 *
 *     ```yaml
 *     - 40 ms: { kind: time, value: 40 }
 *     - none
 *     ```
 *
 * - `<!-- or -->` on a line of its own separates the documents of a fence; the list in the `yaml` fence has one entry for each of them.
 * - An entry maps the words where a fact stands to its values; `none` says that nothing is read. Words that end in `...` are a beginning,
 *   ` #2` behind words means their second occurrence. Values that are not named do not matter; a plain value is the fact's main one.
 * - What is read and not named fails, and so does what is named and not read.
 * - Facts of a document as a whole (its kind, its tense) have no words: the entry holds the values.
 * - A fence `md frame` holds the document around the documents that follow under the same heading; they take the place of its line `{{case}}`.
 *   What the frame itself says is not asked for.
 * - The fact is named by the file, or by `fact=...` behind `md`.
 */
import assert from 'node:assert/strict';
import { parse } from 'yaml';

export interface FactCase {
  readonly title: string;
  /** 1-based line of the fence in its file. */
  readonly line: number;
  readonly fact: string;
  readonly text: string;
  /** Where the case stands in `text`; facts outside belong to the frame. */
  readonly from: number;
  readonly to: number;
  readonly expected: Readonly<Record<string, unknown>>;
}

const FENCE = /^(`{3,})(\w*)\s*(.*)$/;
const SLOT = '{{case}}';
const OR = /^<!-- or -->\n/m;

const isRecord = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null && !Array.isArray(x);

/** The document and the range of the case in it. */
function framed(part: string, frame: string | null): { readonly text: string; readonly from: number; readonly to: number } {
  if (frame === null) return { text: part, from: 0, to: part.length };
  const from = frame.indexOf(SLOT);
  const own = part.replace(/\n$/, '');
  return { text: frame.slice(0, from) + own + frame.slice(from + SLOT.length), from, to: from + own.length };
}

export function casesOf(markdown: string, fileFact: string): FactCase[] {
  const cases: FactCase[] = [];
  let heading = '';
  let frame: string | null = null;
  let open: { readonly line: number; readonly fact: string; readonly parts: readonly string[] } | null = null;
  const lines = markdown.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string;
    if (line.startsWith('#')) {
      heading = line.replace(/^#+\s*/, '');
      frame = null;
    }
    const fence = FENCE.exec(line);
    if (!fence) continue;
    const [, ticks = '', language = '', info = ''] = fence;
    const close = lines.indexOf(ticks, i + 1);
    assert.ok(close > 0, `the fence in line ${i + 1} has no end`);
    const body = `${lines.slice(i + 1, close).join('\n')}\n`;
    if (language === 'md' && info.split(/\s+/).includes('frame')) {
      assert.ok(body.split('\n').includes(SLOT), `the frame in line ${i + 1} has no line ${SLOT}`);
      frame = body;
    } else if (language === 'md') {
      assert.ok(open === null, `line ${i + 1}: nothing is expected of the text before`);
      open = { line: i + 1, fact: /fact=([\w-]+)/.exec(info)?.[1] ?? fileFact, parts: body.split(OR) };
    } else if (language === 'yaml') {
      const entries = parse(body) as unknown;
      assert.ok(open !== null && Array.isArray(entries), `line ${i + 1}: a list of expectations belongs to a text`);
      assert.equal(entries.length, open.parts.length, `line ${i + 1}: one entry for each document`);
      for (const [n, part] of open.parts.entries()) {
        const entry = entries[n] as unknown;
        assert.ok(entry === 'none' || isRecord(entry), `line ${i + 1}, entry ${n + 1}: a mapping, or none`);
        const first = part.split('\n').find((l) => l.trim() !== '') ?? '';
        const expected = entry === 'none' ? {} : entry;
        cases.push({ title: `${heading}: ${first.slice(0, 90)}`, line: open.line, fact: open.fact, expected, ...framed(part, frame) });
      }
      open = null;
    }
    i = close;
  }
  assert.ok(open === null, 'nothing is expected of the last text');
  return cases;
}
