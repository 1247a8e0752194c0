/**
 * Reads code as people quote it: whole files, statements, a method without its class, an object without its braces, `...` for what does
 * not matter here, a function cut off at the end of the slide. Every attempt keeps the length of what it replaces, so that a place in the
 * tree is a place in the original after one subtraction.
 */
import { parse } from '@typescript-eslint/typescript-estree';
import type { TSESTree } from '@typescript-eslint/typescript-estree';
import { createSourceFile, ScriptKind, ScriptTarget } from 'typescript';
import { blank, closers, withoutEllipses } from './mend';

export type Language = 'ts' | 'tsx' | 'js' | 'jsx';
/** `failed` is a fault of ours, kept apart so that tests can insist on its absence. */
export type SkipReason = 'failed' | 'empty' | 'too-large' | 'minified' | 'too-deep' | 'unparseable';

export interface Parsed {
  readonly program: TSESTree.Program;
  /** The text that was parsed; as long as `shift` + the original, or longer. */
  readonly text: string;
  /** Subtract from an offset of the tree to get one of the original. */
  readonly shift: number;
  /** Something had to be left out. */
  readonly partial: boolean;
}

/** UTF-16 units. Above it a file is no longer something that a person wrote. */
export const MAX_LENGTH = 1_000_000;
/** A file of this size whose lines are on average longer than `MINIFIED_LINE` was written by a tool. */
const MINIFIED_LENGTH = 20_000;
const MINIFIED_LINE = 400;
/** Mending is for what is quoted in a document or edited right now; a large file that does not parse is not that. */
const MENDABLE_LENGTH = 200_000;
/** A fragment without its class or its braces is quoted, and quotations are short; every wrapper costs a parse. */
const FRAGMENT_LENGTH = 20_000;
const ROUNDS = 6;

const WRAPPERS: readonly (readonly [before: string, after: string])[] = [
  ['', ''],
  ['class _ {', '\n}'],
  ['({', '\n})'],
  ['(', '\n)'],
  ['async function* _() {', '\n}'],
];

export function parseSource(source: string, language: Language): Parsed | SkipReason {
  if (source.trim() === '') return 'empty';
  if (source.length > MAX_LENGTH) return 'too-large';
  if (source.length > MINIFIED_LENGTH && source.length / (count(source, '\n') + 1) > MINIFIED_LINE) return 'minified';
  try {
    return attempts(source, language) ?? 'unparseable';
  } catch (error) {
    return error instanceof RangeError ? 'too-deep' : 'unparseable';
  }
}

function attempts(source: string, language: Language): Parsed | null {
  const names = fileNames(language);
  for (const name of names) {
    const program = tryParse(source, name);
    if (program) return { program, text: source, shift: 0, partial: false };
  }
  if (source.length > MENDABLE_LENGTH) return null;
  const plain = withoutEllipses(source);
  for (const text of plain === source ? [source] : [plain, source]) {
    for (const [before, after] of source.length > FRAGMENT_LENGTH ? WRAPPERS.slice(0, 1) : WRAPPERS) {
      for (const name of names) {
        const whole = before + text + after;
        const program = tryParse(whole, name);
        if (program) return { program, text: whole, shift: before.length, partial: false };
      }
    }
  }
  for (const text of [plain + closers(plain), plain]) {
    for (const [before, after] of WRAPPERS.slice(0, source.length > FRAGMENT_LENGTH ? 1 : 2)) {
      const mended = mend(before + text + after, names[0]!);
      if (mended) return { ...mended, shift: before.length, partial: true };
    }
  }
  return null;
}

/** Leaves out the top-level statements that hold errors, a few times over, and keeps what parses. */
function mend(text: string, name: string): { program: TSESTree.Program; text: string } | null {
  let left = text;
  for (let round = 0; round < ROUNDS; round++) {
    const program = tryParse(left, name);
    if (program) return program.body.length > 0 ? { program, text: left } : null;
    const broken = brokenStatements(left, name);
    if (broken.length === 0) return null;
    for (const [from, to] of broken) left = blank(left, from, to);
  }
  return null;
}

function brokenStatements(text: string, name: string): [number, number][] {
  const file = createSourceFile(name, text, ScriptTarget.Latest, false, name.endsWith('x') ? ScriptKind.TSX : ScriptKind.TS);
  const errors = (file as unknown as { parseDiagnostics: readonly { start?: number }[] }).parseDiagnostics.map((d) => d.start ?? 0);
  const spans = file.statements.map((s): [number, number] => [s.pos, s.end]);
  const hit = spans.filter(([from, to]) => errors.some((at) => at >= from && at <= to) && text.slice(from, to).trim() !== '');
  // Errors that no statement owns, or that the converter alone found: give up what follows the first of them.
  return hit.length > 0 ? hit : errors.length > 0 ? [[errors[0]!, text.length]] : [];
}

function tryParse(text: string, name: string): TSESTree.Program | null {
  try {
    return parse(text, {
      sourceType: 'module',
      loc: true,
      range: true,
      errorOnUnknownASTType: false,
      allowInvalidAST: true,
      filePath: name,
      jsx: name.endsWith('x'),
    });
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return null;
  }
}

/** The labels of fences are loose: a `ts` fence may hold JSX, a `tsx` one an old cast, a `js` one types. */
function fileNames(language: Language): string[] {
  switch (language) {
    case 'tsx':
      return ['source.tsx', 'source.ts'];
    case 'js':
    case 'jsx':
      return ['source.jsx', 'source.tsx', 'source.ts'];
    case 'ts':
      return ['source.ts', 'source.tsx'];
  }
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) found++;
  return found;
}
