/** Text of a `.fastenough.yaml` to values and positioned problems. Never throws. Loaded only where there is such a file. */
import { parseDocument, type Node } from 'yaml';
import type { Severity, Thresholds } from '../types';
import { MAX_CONFIG_LENGTH, type ConfigProblem, type ParsedConfig, type PartialConfig } from './model';
import { OPTIONS, THRESHOLDS } from './options';
import { MAX_PATTERNS, patternProblem } from './patterns';
import { readPhrase } from './phrases';
import { Reader, show } from './reader';
import { hint } from './suggest';
import { PROFILES, SEVERITIES } from './vocabulary';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const broken = (problems: readonly ConfigProblem[]): ParsedConfig => ({ config: {}, problems, root: false, places: new Map() });

/**
 * Reads one configuration file. A file that is not YAML gives its problems and no values; in a readable file only what cannot be used is left out.
 * `path` is for messages of the YAML parser only; `ruleIds` are the built-in rules.
 */
export function parseConfigFile(text: string, path: string, ruleIds: readonly string[]): ParsedConfig {
  if (text.length > MAX_CONFIG_LENGTH) {
    return broken([{ message: `The file is larger than ${MAX_CONFIG_LENGTH / 1024} KB`, span: { from: 0, to: 1 }, severity: 'error' }]);
  }
  try {
    return read(text, ruleIds);
  } catch (error) {
    // The YAML parser is recursive: nesting of some thousands of levels ends its stack. That is the file's fault, not ours to die of.
    const why = error instanceof RangeError ? 'it is nested too deeply' : show(String(error instanceof Error ? error.message : error));
    return broken([
      { message: `${show(path)} cannot be read: ${why}`, span: { from: 0, to: Math.min(1, text.length) }, severity: 'error' },
    ]);
  }
}

function read(text: string, ruleIds: readonly string[]): ParsedConfig {
  // Repeated keys are found here, by `Reader`; the parser's own check compares every pair of keys.
  const doc = parseDocument(text, { prettyErrors: false, uniqueKeys: false, logLevel: 'error', strict: true });
  const reader = new Reader(doc, text.length);
  const error = doc.errors[0];
  // What follows the first mistake is mostly its echo.
  if (error) reader.problem(reader.widen(error.pos[0], error.pos[1]), `Not valid YAML: ${sentence(error.message)}`);
  if (reader.problems.length > 0) return broken(reader.problems);
  if (doc.contents === null || reader.scalar(doc.contents) === null) return broken([]);

  const builtIn = new Set(ruleIds);
  const config: Mutable<PartialConfig> = {};
  let root = false;
  for (const { key, keySpan, node } of reader.mapping(
    doc.contents,
    'The file',
    OPTIONS.map((o) => o.key),
  )) {
    // A key without a value says nothing; people leave them while they write.
    if (node === null || reader.scalar(node) === null) continue;
    reader.places.set(key, keySpan);
    const what = `"${key}"`;
    switch (key) {
      case 'root':
        root = reader.boolean(node, what) ?? false;
        break;
      case 'profile': {
        const profile = reader.choice(node, what, PROFILES);
        if (profile !== undefined) config.profile = profile;
        break;
      }
      case 'rules':
        config.rules = readSeverities(reader, node, ruleIds);
        break;
      case 'include':
      case 'exclude':
        config[key] = reader.list(node, what, (n) => readPattern(reader, n), MAX_PATTERNS);
        break;
      case 'thresholds':
        config.thresholds = readThresholds(reader, node);
        break;
      case 'phrases': {
        const taken = new Set<string>();
        config.phrases = reader.list(node, what, (n) => readPhrase(reader, n, builtIn, taken));
        break;
      }
      case 'sloWords':
      case 'ownCompanies':
      case 'languages':
      case 'profilers':
        config[key] = reader.list(node, what, (n) => reader.word(n, `An item of ${what}`));
        break;
    }
  }
  return { config, problems: reader.problems, root, places: reader.places };
}

function readSeverities(reader: Reader, node: Node | null, ruleIds: readonly string[]): Record<string, Severity> {
  // No prototype: a rule called "constructor" must not be found where nobody wrote it.
  const rules = Object.create(null) as Record<string, Severity>;
  for (const entry of reader.mapping(node, '"rules"', null)) {
    const severity = reader.choice(entry.node, `The severity of "${show(entry.key)}"`, SEVERITIES);
    if (!ruleIds.includes(entry.key)) {
      reader.problem(entry.keySpan, `Unknown rule "${show(entry.key)}"${hint(entry.key, ruleIds)}`, 'warning', {
        unknownRule: entry.key,
        ...reader.meant(entry.key, ruleIds),
      });
    }
    if (severity === undefined || entry.key === '__proto__') continue;
    rules[entry.key] = severity;
    reader.places.set(`rules.${entry.key}`, entry.keySpan);
  }
  return rules;
}

function readThresholds(reader: Reader, node: Node | null): Partial<Thresholds> {
  const thresholds: Partial<Mutable<Thresholds>> = {};
  for (const entry of reader.mapping(
    node,
    '"thresholds"',
    THRESHOLDS.map((t) => t.key),
  )) {
    const { key, below } = THRESHOLDS.find((t) => t.key === entry.key)!;
    const value = reader.number(entry.node, `"${key}"`, below);
    if (value === undefined) continue;
    thresholds[key] = value;
    reader.places.set(`thresholds.${key}`, entry.keySpan);
  }
  return thresholds;
}

function readPattern(reader: Reader, node: Node | null): string | undefined {
  const pattern = reader.word(node, 'A pattern', 400);
  if (pattern === undefined) return undefined;
  const problem = patternProblem(pattern);
  if (problem === null) return pattern;
  reader.problem(reader.span(node), `The pattern "${show(pattern)}" ${problem}`);
  return undefined;
}

/** The parser's message as one line, without its position, which is given apart. */
function sentence(message: string): string {
  if (message.includes('call stack')) return 'it is nested too deeply';
  const line = show(message.split('\n')[0] ?? '', 160);
  return line.endsWith(':') ? line.slice(0, -1) : line;
}
