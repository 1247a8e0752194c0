/** Completion and hover inside `.fastenough.yaml`, shared by the editor and the language server. */
import type { RuleMeta, Span } from '../types';
import { OPTIONS, PHRASE_KEYS, THRESHOLDS, UNLESS_KEYS } from './options';
import { EVIDENCE_KINDS, PROFILES, SECTION_ROLES, SEVERITIES } from './vocabulary';

export interface ConfigCompletion {
  readonly label: string;
  /** Text to put in place of `replace`. */
  readonly insert: string;
  readonly kind: 'key' | 'value' | 'rule';
  readonly detail: string;
  readonly replace: Span;
}

export interface ConfigHover {
  /** Markdown made of our own words only; nothing of the file is repeated in it. */
  readonly markdown: string;
  readonly span: Span;
}

interface Word {
  readonly label: string;
  readonly detail: string;
  readonly kind: ConfigCompletion['kind'];
}

const key = (k: { readonly key: string; readonly summary: string }): Word => ({ label: k.key, detail: k.summary, kind: 'key' });
const value = (label: string): Word => ({ label, detail: '', kind: 'value' });

/**
 * The caret's place is read from indentation, as a person reads it, because a file that is being written is seldom valid YAML.
 * `path` are the keys of the enclosing lines, outermost first; `key` is the key of the caret's own line where the caret is past its colon.
 */
interface Place {
  readonly path: readonly string[];
  readonly key: string | null;
  readonly word: Span;
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** The key a line states, with the `- ` of a list item taken off; null where it states none. */
function keyOf(line: string): { key: string; indent: number } | null {
  let rest = line.trimStart();
  let indent = line.length - rest.length;
  while (rest.startsWith('- ')) {
    const inner = rest.slice(2).trimStart();
    indent += rest.length - inner.length;
    rest = inner;
  }
  const colon = rest.indexOf(':');
  if (colon <= 0 || rest.startsWith('#')) return null;
  const name = rest.slice(0, colon).trim();
  return { key: name.replaceAll('"', '').replaceAll("'", ''), indent };
}

function placeAt(text: string, offset: number): Place {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  const isWord = (i: number): boolean => i >= 0 && i < text.length && !' \t\r\n:,[]{}"\'#'.includes(text[i]!);
  let from = offset;
  while (from > lineStart && isWord(from - 1)) from--;
  let to = offset;
  while (isWord(to)) to++;

  const own = keyOf(before);
  const itemIndent = indentOf(before);
  const stripped = before.trimStart();
  // The keys of a list item stand two columns in from its dash; the dash itself belongs to the key above it.
  let limit = own ? own.indent : stripped.startsWith('-') ? itemIndent + 1 : before.trim() === '' ? before.length : itemIndent;
  if (own && stripped.startsWith('- ')) limit = own.indent;
  const path: string[] = [];
  let end = lineStart - 1;
  while (end > 0 && limit > 0) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(start, end);
    const found = keyOf(line);
    if (found && found.indent < limit) {
      path.unshift(found.key);
      limit = found.indent;
      // A key inside a list item: what encloses it stands left of the dash.
      if (line.trimStart().startsWith('- ')) limit = indentOf(line) + 1;
    }
    end = start - 1;
  }
  return { path, key: own?.key ?? null, word: { from, to } };
}

function candidates(place: Place, rules: readonly RuleMeta[]): readonly Word[] {
  const [first, second] = place.path;
  if (place.key !== null) return values(place, first);
  if (place.path.length === 0) return OPTIONS.map(key);
  if (first === 'rules') return rules.map((r) => ({ label: r.id, detail: `${r.question}: ${r.title}`, kind: 'rule' as const }));
  if (first === 'thresholds') return THRESHOLDS.map(key);
  if (first === 'phrases') {
    if (second === 'unless') return place.path[2] === 'evidence' ? EVIDENCE_KINDS.map(value) : UNLESS_KEYS.map(key);
    if (second === 'sections') return SECTION_ROLES.map(value);
    return second === undefined ? PHRASE_KEYS.map(key) : [];
  }
  return [];
}

function values(place: Place, first: string | undefined): readonly Word[] {
  if (first === undefined) {
    if (place.key === 'profile') return PROFILES.map(value);
    if (place.key === 'root') return [value('true'), value('false')];
    return [];
  }
  if (first === 'rules') return SEVERITIES.map(value);
  if (first === 'phrases') {
    if (place.key === 'severity') return SEVERITIES.filter((s) => s !== 'off').map(value);
    if (place.key === 'sections') return SECTION_ROLES.map(value);
    if (place.key === 'evidence') return EVIDENCE_KINDS.map(value);
  }
  return [];
}

/** What may stand at the caret. `offset` is in UTF-16 code units. */
export function completeConfig(text: string, offset: number, rules: readonly RuleMeta[]): ConfigCompletion[] {
  const place = placeAt(text, offset);
  const colonFollows = text.slice(place.word.to).trimStart().startsWith(':');
  return candidates(place, rules).map((word) => ({
    label: word.label,
    insert:
      word.kind === 'value'
        ? place.key !== null && text[place.word.from - 1] === ':'
          ? ` ${word.label}`
          : word.label
        : colonFollows
          ? word.label
          : `${word.label}: `,
    kind: word.kind,
    detail: word.detail,
    replace: place.word,
  }));
}

/** What the key or rule under the caret means, or null. */
export function hoverConfig(text: string, offset: number, rules: readonly RuleMeta[]): ConfigHover | null {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset);
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd);
  const found = keyOf(line);
  if (found === null) return null;
  const from = lineStart + found.indent;
  const span = { from, to: from + found.key.length };
  if (offset < span.from || offset > span.to) return null;
  const { path } = placeAt(text, from);
  const markdown = describe(found.key, path, rules);
  return markdown === null ? null : { markdown, span };
}

function describe(name: string, path: readonly string[], rules: readonly RuleMeta[]): string | null {
  const within = path[0];
  if (within === undefined) {
    const option = OPTIONS.find((o) => o.key === name);
    return option
      ? `**${option.key}**: ${option.summary} ${option.detail}\n\n*Outer files:* ${option.cascade}\n\n\`\`\`yaml\n${option.example}\n\`\`\``
      : null;
  }
  if (within === 'rules') {
    const rule = rules.find((r) => r.id === name);
    return rule ? `**${rule.id}** (${rule.question}): ${rule.title}\n\n${rule.summary}\n\nOwn severity: \`${rule.severity}\`.` : null;
  }
  const table: readonly { readonly key: string; readonly summary: string }[] =
    within === 'thresholds' ? THRESHOLDS : within === 'phrases' ? (path[1] === 'unless' ? UNLESS_KEYS : PHRASE_KEYS) : [];
  const known = table.find((k) => k.key === name);
  return known ? `**${known.key}**: ${known.summary}` : null;
}
