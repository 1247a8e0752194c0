/** Reads `phrases`: house rules made of word lists. */
import type { Node } from 'yaml';
import type { PhraseRule } from '../types';
import { PHRASE_KEYS, UNLESS_KEYS } from './options';
import type { Entry, Reader } from './reader';
import { show } from './reader';
import { EVIDENCE_KINDS, SECTION_ROLES, SEVERITIES } from './vocabulary';

const MAX_MESSAGE = 300;
const MAX_WITHIN = 50;

/** Lower-case letters, digits and single hyphens between them, so that an id can stand in a suppression comment. */
export function isRuleId(id: string): boolean {
  if (id.length === 0 || id.length > 60 || id.startsWith('-') || id.endsWith('-') || id.includes('--')) return false;
  for (const char of id) if (!((char >= 'a' && char <= 'z') || (char >= '0' && char <= '9') || char === '-')) return false;
  return true;
}

function readUnless(reader: Reader, entry: Entry): PhraseRule['unless'] | undefined {
  let evidence: PhraseRule['unless'] extends infer U | undefined ? (U extends { evidence: infer E } ? E : never) : never = [];
  let within = 2;
  const fields = reader.mapping(
    entry.node,
    '"unless"',
    UNLESS_KEYS.map((k) => k.key),
  );
  for (const field of fields) {
    if (field.key === 'evidence')
      evidence = reader.list(field.node, '"evidence"', (n) => reader.choice(n, 'A kind of evidence', EVIDENCE_KINDS));
    else within = Math.round(reader.number(field.node, '"within"', MAX_WITHIN) ?? within);
  }
  if (evidence.length > 0) return { evidence, within: Math.max(1, within) };
  if (!fields.some((f) => f.key === 'evidence')) reader.problem(entry.keySpan, '"unless" needs "evidence", a list of kinds');
  return undefined;
}

/** One entry, or undefined where it lacks what it needs (said so). `builtIn` are ids it may not take. */
export function readPhrase(reader: Reader, node: Node | null, builtIn: ReadonlySet<string>, taken: Set<string>): PhraseRule | undefined {
  const fields = new Map(
    reader
      .mapping(
        node,
        'A phrase rule',
        PHRASE_KEYS.map((k) => k.key),
      )
      .map((e) => [e.key, e]),
  );
  if (fields.size === 0) return undefined;
  for (const { key, required } of PHRASE_KEYS) {
    if (required && !fields.has(key)) {
      reader.problem(reader.span(node), `A phrase rule needs "${key}"`);
      return undefined;
    }
  }
  const idNode = fields.get('id')!.node;
  const id = reader.word(idNode, 'The id of a phrase rule');
  const message = reader.word(fields.get('message')!.node, 'The message of a phrase rule', MAX_MESSAGE);
  const phrases = reader.list(fields.get('phrases')!.node, '"phrases"', (n) => reader.word(n, 'A phrase'));
  const severity = fields.has('severity')
    ? reader.choice(
        fields.get('severity')!.node,
        '"severity"',
        SEVERITIES.filter((s) => s !== 'off'),
      )
    : undefined;
  const sections = fields.has('sections')
    ? reader.list(fields.get('sections')!.node, '"sections"', (n) => reader.choice(n, 'A section role', SECTION_ROLES))
    : [];
  const unless = fields.has('unless') ? readUnless(reader, fields.get('unless')!) : undefined;
  if (id === undefined || message === undefined) return undefined;
  if (!isRuleId(id)) reader.problem(reader.span(idNode), `"${show(id)}" is no rule id: lower-case letters, digits and hyphens only`);
  else if (builtIn.has(id)) reader.problem(reader.span(idNode), `"${id}" is the id of a built-in rule`);
  else if (taken.has(id)) reader.problem(reader.span(idNode), `"${id}" is the id of an earlier phrase rule`);
  else if (phrases.length === 0) reader.problem(reader.span(fields.get('phrases')!.node), `The phrase rule "${id}" has no phrases`);
  else {
    taken.add(id);
    reader.places.set(`phrases.${id}`, reader.span(node));
    const rule: PhraseRule = { id, message, severity: severity ?? 'information', phrases, sections };
    return unless === undefined ? rule : { ...rule, unless };
  }
  return undefined;
}
