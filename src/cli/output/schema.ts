/** The JSON schema of `check --format json`, written to schemas/ by `npm run gen`; tests hold real output against it. */
import { EVIDENCE_KINDS } from '../../core/config';
import { JSON_VERSION } from './json';

type Schema = Readonly<Record<string, unknown>>;

const TEXT: Schema = { type: 'string' };
const COUNT: Schema = { type: 'integer', minimum: 0 };
const LINE: Schema = { type: 'integer', minimum: 1, description: '1-based' };
const COLUMN: Schema = { type: 'integer', minimum: 1, description: '1-based, in UTF-16 code units' };
const QUESTION: Schema = { type: 'string', pattern: '^Q([1-9]|1[0-8])$' };
const oneOf = (...values: readonly (string | null)[]): Schema => ({ enum: values });
const list = (items: Schema): Schema => ({ type: 'array', items });

/** Closed now, so that a misspelt key of ours is found; readers must expect further keys within a version all the same. */
const object = (properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((key) => !optional.includes(key)),
  additionalProperties: false,
});

const related = object({ line: LINE, column: COLUMN, message: TEXT });
const derivation = object({ formula: TEXT, worked: TEXT, shown: TEXT, result: { type: ['number', 'null'] }, question: QUESTION });

const FINDING = {
  rule: { type: 'string', description: 'Id of the rule, as `explain` knows it' },
  question: QUESTION,
  kind: oneOf('claim', 'gap', 'arithmetic', 'code', 'meta', 'phrase'),
  severity: oneOf('error', 'warning', 'information', 'hint'),
  line: LINE,
  column: COLUMN,
  endLine: LINE,
  endColumn: COLUMN,
  message: { type: 'string', description: 'One sentence, plain text' },
  fingerprint: { type: 'string', pattern: '^[0-9a-f]{16}$', description: 'Stays the same when the finding moves to other lines' },
  related: list(related),
  derivation: { ...derivation, description: "The document's own numbers worked through" },
} satisfies Record<string, Schema>;

const finding = object(FINDING, ['derivation']);

const proposal = object({
  applies: { type: 'boolean', description: 'Whether the document is a proposal that argues with performance; others get no findings' },
  kind: oneOf('rewrite', 'switch', 'greenfield', 'advocacy', 'none'),
  from: list(TEXT),
  to: list(TEXT),
  scope: oneOf('whole', 'part', null),
  reasons: list(object({ line: LINE, column: COLUMN, quote: TEXT, shows: oneOf('change', 'performance', 'override', 'status') })),
  tense: oneOf('proposed', 'decided', 'done', null),
  service: { type: 'boolean' },
  newLanguage: { type: 'boolean' },
  speedupArgued: { type: 'boolean' },
  capacityArgued: { type: 'boolean' },
  exempt: oneOf('cpu-bound', 'latency-product', null),
  retired: { type: 'boolean', description: 'Superseded, deprecated or rejected by its own status' },
  title: TEXT,
  why: { type: 'string', description: 'One sentence: why it counts or does not' },
});

const evidence = object(
  { kind: { enum: [...EVIDENCE_KINDS] }, line: LINE, column: COLUMN, quote: TEXT, value: { type: 'number' }, unit: TEXT },
  ['value', 'unit'],
);

const document = object({
  path: { type: 'string', description: 'Relative to the working folder, with forward slashes' },
  proposal,
  findings: list(finding),
  evidence: { ...list(evidence), description: 'What closes a gap, and where it stands' },
  suppressed: { ...list(object({ ...FINDING, reason: TEXT }, ['derivation'])), description: 'Silenced by a directive of the document' },
  accepted: { ...list(finding), description: 'Accepted in the baseline' },
  issues: list(
    object({ kind: oneOf('rule-crashed', 'front-matter', 'too-large'), message: TEXT, line: LINE, column: COLUMN }, ['line', 'column']),
  ),
});

const summary = object({
  documents: COUNT,
  proposals: COUNT,
  findings: COUNT,
  bySeverity: object({ error: COUNT, warning: COUNT, information: COUNT, hint: COUNT }),
  suppressed: COUNT,
  accepted: COUNT,
  failing: { ...COUNT, description: 'Findings at or above --fail-on' },
  skipped: COUNT,
  errors: { ...COUNT, description: 'Inputs that could not be used; the exit status is 2' },
});

const problem = object({ severity: oneOf('error', 'warning', 'note'), path: TEXT, line: LINE, column: COLUMN, message: TEXT }, [
  'line',
  'column',
]);

export function outputSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Output of fast-enough check --format json',
    ...object({ version: { const: JSON_VERSION }, documents: list(document), summary, problems: list(problem) }),
  };
}
