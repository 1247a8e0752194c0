/** Reads values out of a YAML tree with their places. Lenient: a value that cannot be used is named and left out, the rest counts. */
import { isAlias, isMap, isScalar, isSeq, type Document, type Node, type ParsedNode } from 'yaml';
import type { Span } from '../types';
import type { ConfigProblem } from './model';
import { hint, nearest } from './suggest';

/** An alias costs a walk over the document, so there is an end to them. The schema is four levels deep, so they cannot multiply. */
const MAX_ALIASES = 100;
const MAX_ITEMS = 2000;
const MAX_PROBLEMS = 50;
const MAX_WORD = 120;

export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly node: Node | null;
}

type Unknown = Pick<ConfigProblem, 'unknownRule' | 'meant'>;

export class Reader {
  readonly problems: ConfigProblem[] = [];
  readonly places = new Map<string, Span>();
  private aliases = 0;

  constructor(
    private readonly doc: Document.Parsed,
    private readonly length: number,
  ) {}

  problem(span: Span, message: string, severity: ConfigProblem['severity'] = 'error', more: Unknown = {}): void {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push({ message, span, severity, ...more });
  }

  /** What to say of an unknown word besides that it is: the known one that was most likely meant. */
  meant(word: string, known: readonly string[]): Unknown {
    const meant = nearest(word, known);
    return meant === null ? {} : { meant };
  }

  /** The node itself, or what it is an alias of. */
  private follow(node: Node | null): Node | null {
    if (!isAlias(node)) return node;
    if (++this.aliases > MAX_ALIASES) {
      this.problem(this.span(node), `More than ${MAX_ALIASES} aliases; write the value out`);
      return null;
    }
    const target = node.resolve(this.doc) ?? null;
    if (target === null) this.problem(this.span(node), `Unknown alias "*${node.source}"`);
    return target;
  }

  span(node: Node | null | undefined): Span {
    const range = (node as ParsedNode | null | undefined)?.range;
    return this.widen(range ? range[0] : 0, range ? range[1] : 0);
  }

  /** Spans of a text that has characters are never empty, so that every problem can be seen. */
  widen(from: number, to: number): Span {
    const start = Math.max(0, Math.min(from, this.length - 1));
    return { from: start, to: Math.max(Math.min(to, this.length), Math.min(start + 1, this.length)) };
  }

  /** The entries of a mapping whose keys are known (or of any mapping); unknown and repeated keys are named and left out. */
  mapping(node: Node | null, what: string, known: readonly string[] | null): Entry[] {
    const map = this.follow(node);
    if (!isMap(map)) {
      this.problem(this.span(node), `${what} must be a mapping of keys to values`);
      return [];
    }
    const entries: Entry[] = [];
    const seen = new Set<string>();
    for (const pair of map.items) {
      const keyNode = this.follow(pair.key as Node | null);
      const keySpan = this.span(pair.key as Node | null);
      if (!isScalar(keyNode) || (typeof keyNode.value !== 'string' && typeof keyNode.value !== 'number')) {
        this.problem(keySpan, `${what}: a key must be a plain word`);
        continue;
      }
      const key = String(keyNode.value);
      if (known !== null && !known.includes(key)) {
        this.problem(keySpan, `Unknown key "${show(key)}"${hint(key, known)}`, 'warning', this.meant(key, known));
      } else if (seen.has(key)) {
        this.problem(keySpan, `"${show(key)}" is stated twice; the first one counts`, 'warning');
      } else if (entries.length >= MAX_ITEMS) {
        this.problem(keySpan, `${what}: more than ${MAX_ITEMS} entries; the rest is left out`);
        break;
      } else {
        seen.add(key);
        entries.push({ key, keySpan, node: (pair.value as Node | null) ?? null });
      }
    }
    return entries;
  }

  scalar(node: Node | null): unknown {
    const followed = this.follow(node);
    return isScalar(followed) ? followed.value : undefined;
  }

  boolean(node: Node | null, what: string): boolean | undefined {
    const value = this.scalar(node);
    if (typeof value === 'boolean') return value;
    this.problem(this.span(node), `${what} must be true or false`);
    return undefined;
  }

  choice<T extends string>(node: Node | null, what: string, known: readonly T[]): T | undefined {
    const value = this.scalar(node);
    const found = known.find((k) => k === value);
    if (found !== undefined) return found;
    const shown =
      typeof value === 'string' ? `"${show(value)}"` : value === undefined ? 'a list or mapping' : show(JSON.stringify(value) ?? '');
    const help = typeof value === 'string' ? hint(value, known) : `; known are ${known.map((k) => `"${k}"`).join(', ')}`;
    const meant = typeof value === 'string' && !isAlias(node) ? this.meant(value, known) : {};
    this.problem(this.span(node), `${what} cannot be ${shown}${help}`, 'error', meant);
    return undefined;
  }

  /** A number above 0 and below `below`. */
  number(node: Node | null, what: string, below: number): number | undefined {
    const value = this.scalar(node);
    if (typeof value === 'number' && value > 0 && value < below) return value;
    const meant = below === 1 && typeof value === 'number' && value >= 1 && value < 100 && !isAlias(node) ? `${value / 100}` : undefined;
    const percent = meant === undefined ? '' : `; did you mean ${meant}?`;
    const message = `${what} must be a number above 0 and below ${below}${percent}`;
    this.problem(this.span(node), message, 'error', meant === undefined ? {} : { meant });
    return undefined;
  }

  /** A word or phrase: one line, not empty, no control characters. */
  word(node: Node | null, what: string, longest = MAX_WORD): string | undefined {
    const value = this.scalar(node);
    const text = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
    if (text === '') this.problem(this.span(node), `${what} must be a word or phrase`);
    else if (text.length > longest) this.problem(this.span(node), `${what} is longer than ${longest} characters`);
    else if (hasControl(text)) this.problem(this.span(node), `${what} must stand on one line, without control characters`);
    else return text;
    return undefined;
  }

  /** A list, or one value in place of a list of one. Each item is read by `read`; items that cannot be used are left out. */
  list<T>(node: Node | null, what: string, read: (item: Node | null) => T | undefined, most = MAX_ITEMS): T[] {
    const followed = this.follow(node);
    if (followed === null || (isScalar(followed) && followed.value === null)) return [];
    if (isMap(followed)) {
      this.problem(this.span(node), `${what} must be a list`);
      return [];
    }
    if (!isSeq(followed)) {
      const only = read(node);
      return only === undefined ? [] : [only];
    }
    const values: T[] = [];
    for (const item of followed.items as (Node | null)[]) {
      if (values.length >= most) {
        this.problem(this.span(item), `${what}: more than ${most} items; the rest is left out`);
        break;
      }
      const value = read(item);
      if (value !== undefined) values.push(value);
    }
    return values;
  }
}

/** A foreign word as it may stand in a message: short and on one line. */
export function show(text: string, longest = 60): string {
  let plain = '';
  for (const char of text.slice(0, longest)) plain += hasControl(char) ? '\u{fffd}' : char;
  return text.length > longest ? `${plain}…` : plain;
}

export function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 || (code >= 127 && code < 160) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)) return true;
  }
  return false;
}
