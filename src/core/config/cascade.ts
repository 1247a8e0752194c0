/** Lays sources of configuration over each other, nearest last, and remembers where each value came from. */
import { Lines } from '../lines';
import type { LinterConfig, PhraseRule, Severity, Thresholds } from '../types';
import type { ConfigFile, ConfigLayer, EffectiveConfig, Origin, ParsedConfig, PartialConfig, ScopedPatterns } from './model';

/** A parsed file with its folder and text, outermost first when in a list. */
export interface FoundFile {
  readonly folder: string;
  readonly path: string;
  readonly text: string;
  readonly parsed: ParsedConfig;
}

interface Source {
  readonly config: PartialConfig;
  readonly folder: string;
  readonly origin: (key: string) => Origin;
}

const WORD_LISTS = ['sloWords', 'ownCompanies', 'languages', 'profilers'] as const;

function fileSource(file: FoundFile): Source {
  const lines = new Lines(file.text);
  return {
    config: file.parsed.config,
    folder: file.folder,
    origin: (key) => ({ kind: 'file', path: file.path, line: lines.position(file.parsed.places.get(key)?.from ?? 0).line }),
  };
}

const layerSource = (layer: ConfigLayer): Source => ({
  config: layer.config,
  folder: layer.folder ?? '',
  origin: (key) => ({ kind: layer.kind, name: layer.name(key) }),
});

/** The configuration in force: defaults, then settings, then the files from the outermost in, then options. */
export function cascade(defaults: LinterConfig, layers: readonly ConfigLayer[], files: readonly FoundFile[]): EffectiveConfig {
  const sources = [
    ...layers.filter((l) => l.kind === 'setting').map(layerSource),
    ...files.map(fileSource),
    ...layers.filter((l) => l.kind === 'option').map(layerSource),
  ];
  const origins = new Map<string, Origin[]>();
  let profile = defaults.profile;
  const rules = Object.assign(Object.create(null), defaults.rules) as Record<string, Severity>;
  const words = {
    sloWords: [...defaults.sloWords],
    ownCompanies: [...defaults.ownCompanies],
    languages: [...defaults.languages],
    profilers: [...defaults.profilers],
  };
  const thresholds: { -readonly [K in keyof Thresholds]: Thresholds[K] } = { ...defaults.thresholds };
  const phrases = new Map<string, PhraseRule>(defaults.phrases.map((p) => [p.id, p]));
  let include: ScopedPatterns | null = null;
  const exclude: ScopedPatterns[] = [];

  for (const { config, folder, origin } of sources) {
    if (config.profile !== undefined) {
      profile = config.profile;
      origins.set('profile', [origin('profile')]);
    }
    for (const [id, severity] of Object.entries(config.rules ?? {})) {
      rules[id] = severity;
      origins.set(`rules.${id}`, [origin(`rules.${id}`)]);
    }
    for (const list of WORD_LISTS) {
      const added = (config[list] ?? []).filter((w) => !words[list].includes(w));
      if (added.length === 0) continue;
      words[list].push(...added);
      origins.set(list, [...(origins.get(list) ?? []), origin(list)]);
    }
    for (const key of ['paybackMonths', 'knee', 'horizonMonths'] as const) {
      const value = config.thresholds?.[key];
      if (value === undefined) continue;
      thresholds[key] = value;
      origins.set(`thresholds.${key}`, [origin(`thresholds.${key}`)]);
    }
    for (const phrase of config.phrases ?? []) {
      phrases.set(phrase.id, phrase);
      origins.set(`phrases.${phrase.id}`, [origin(`phrases.${phrase.id}`)]);
    }
    if (config.include !== undefined && config.include.length > 0) {
      include = { folder, patterns: config.include, origin: origin('include') };
      origins.set('include', [include.origin]);
    }
    if (config.exclude !== undefined && config.exclude.length > 0) {
      exclude.push({ folder, patterns: config.exclude, origin: origin('exclude') });
      origins.set('exclude', [...(origins.get('exclude') ?? []), origin('exclude')]);
    }
  }

  const config: LinterConfig = { profile, rules, ...words, thresholds, phrases: [...phrases.values()] };
  const known = (problem: { readonly unknownRule?: string }): boolean =>
    problem.unknownRule !== undefined && phrases.has(problem.unknownRule);
  const read = files.map((f): ConfigFile => ({ path: f.path, text: f.text, problems: f.parsed.problems.filter((p) => !known(p)) }));
  // Rules are sorted in the key so that the order of writing does not make two linters of one configuration.
  const sorted = Object.entries(rules).sort(([a], [b]) => (a < b ? -1 : 1));
  return { config, files: read, include, exclude, origins, key: JSON.stringify([profile, sorted, words, thresholds, config.phrases]) };
}
