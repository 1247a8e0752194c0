/** The JSON schema of `.fastenough.yaml`, from the same table the parser reads by. Written to schemas/ by a test that guards it. */
import { OPTIONS, PHRASE_KEYS, THRESHOLDS, UNLESS_KEYS, type OptionSpec } from './options';
import { EVIDENCE_KINDS, PROFILES, SECTION_ROLES, SEVERITIES } from './vocabulary';

type Schema = Readonly<Record<string, unknown>>;

const plain = (markdown: string): string => markdown.replaceAll('`', '');
const words = (item: Schema): Schema => ({ anyOf: [{ type: 'array', items: item }, item] });
const WORD: Schema = { type: ['string', 'number'] };

/** `rules` are the built-in rules with their titles, for completion in editors that read the schema. */
export function configSchema(rules: readonly { readonly id: string; readonly title: string }[]): Schema {
  const describe = (o: OptionSpec): string => plain(`${o.summary} ${o.detail} ${o.cascade}`);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Fast Enough configuration (.fastenough.yaml)',
    type: ['object', 'null'],
    additionalProperties: false,
    properties: Object.fromEntries(OPTIONS.map((o) => [o.key, { description: describe(o), ...orNull(valueSchema(o, rules)) }])),
  };
}

/** A key whose value is not written yet says nothing; it is no mistake. */
function orNull(schema: Schema): Schema {
  if (typeof schema['type'] === 'string')
    return { ...schema, type: [schema['type'], 'null'], ...(schema['enum'] ? { enum: [...(schema['enum'] as []), null] } : {}) };
  return { anyOf: [...(schema['anyOf'] as Schema[]), { type: 'null' }] };
}

function valueSchema(option: OptionSpec, rules: readonly { readonly id: string; readonly title: string }[]): Schema {
  switch (option.kind) {
    case 'boolean':
      return { type: 'boolean' };
    case 'profile':
      return { type: 'string', enum: [...PROFILES] };
    case 'severities':
      return {
        type: 'object',
        properties: Object.fromEntries(rules.map((r) => [r.id, { description: r.title, enum: [...SEVERITIES] }])),
        additionalProperties: { enum: [...SEVERITIES] },
      };
    case 'patterns':
    case 'words':
      return words(WORD);
    case 'thresholds':
      return {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          THRESHOLDS.map((t) => [t.key, { description: t.summary, type: 'number', exclusiveMinimum: 0, exclusiveMaximum: t.below }]),
        ),
      };
    case 'phrases':
      return { type: 'array', items: phraseSchema() };
  }
}

function phraseSchema(): Schema {
  const values: Record<(typeof PHRASE_KEYS)[number]['key'], Schema> = {
    id: { type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' },
    message: { type: 'string', minLength: 1, maxLength: 300 },
    phrases: words(WORD),
    severity: { enum: SEVERITIES.filter((s) => s !== 'off') },
    sections: words({ enum: [...SECTION_ROLES] }),
    unless: {
      type: 'object',
      additionalProperties: false,
      required: UNLESS_KEYS.filter((k) => k.required).map((k) => k.key),
      properties: {
        evidence: { description: UNLESS_KEYS[0].summary, ...words({ enum: [...EVIDENCE_KINDS] }) },
        within: { description: UNLESS_KEYS[1].summary, type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 50 },
      },
    },
  };
  return {
    type: 'object',
    additionalProperties: false,
    required: PHRASE_KEYS.filter((k) => k.required).map((k) => k.key),
    properties: Object.fromEntries(PHRASE_KEYS.map((k) => [k.key, { description: k.summary, ...values[k.key] }])),
  };
}
