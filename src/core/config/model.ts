/** What a `.fastenough.yaml` says, what is in force for one document, and where each value came from. */
import type { LinterConfig, PhraseRule, Profile, Severity, Span, Thresholds } from '../types';

/** The only name that is looked for, in every folder from the document's own upwards. */
export const CONFIG_FILE_NAME = '.fastenough.yaml';

/** Larger files are refused: no honest configuration comes near it, and every later step may assume it. In UTF-16 code units. */
export const MAX_CONFIG_LENGTH = 256 * 1024;

/** Something in a configuration file that a person should look at. */
export interface ConfigProblem {
  readonly message: string;
  /** Offsets into the file's text; empty only where the file itself is empty. */
  readonly span: Span;
  /** `error`: the file or the value could not be used. `warning`: it was ignored, perhaps because it belongs to another version. */
  readonly severity: 'error' | 'warning';
  /** Set where only the cascade can tell whether the rule exists: a phrase rule of an outer file may carry that name. */
  readonly unknownRule?: string;
  /** The known word that was most likely meant, to stand at `span`. */
  readonly meant?: string;
}

/** The values one source states (a file, the editor's settings, command line options). Absent means: says nothing about it. */
export interface PartialConfig {
  readonly profile?: Profile;
  readonly rules?: Readonly<Record<string, Severity>>;
  /** Patterns as in `.gitignore`, relative to the folder of the file that states them. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly sloWords?: readonly string[];
  readonly ownCompanies?: readonly string[];
  readonly languages?: readonly string[];
  readonly profilers?: readonly string[];
  readonly thresholds?: Partial<Thresholds>;
  readonly phrases?: readonly PhraseRule[];
}

export interface ParsedConfig {
  readonly config: PartialConfig;
  readonly problems: readonly ConfigProblem[];
  /** `root: true`: outer folders are not asked. */
  readonly root: boolean;
  /** Where each stated value stands, by its dotted key (`rules.no-slo`, `thresholds.knee`, `phrases.house-word`). */
  readonly places: ReadonlyMap<string, Span>;
}

/** Where a value comes from. Lines are 1-based. */
export type Origin =
  | { readonly kind: 'default' }
  | { readonly kind: 'file'; readonly path: string; readonly line: number }
  | { readonly kind: 'setting' | 'option'; readonly name: string };

/** A source of values that is not a file: settings below the files, command line options above them. */
export interface ConfigLayer {
  readonly kind: 'setting' | 'option';
  readonly config: PartialConfig;
  /** How a person calls a value of this source, e.g. `--profile` for `profile`. */
  readonly name: (key: string) => string;
  /** Folder to which `include` and `exclude` are relative. */
  readonly folder?: string;
}

/** Patterns with the folder they are relative to. */
export interface ScopedPatterns {
  readonly folder: string;
  readonly patterns: readonly string[];
  readonly origin: Origin;
}

/** One configuration file that was read, outermost first. */
export interface ConfigFile {
  readonly path: string;
  readonly text: string;
  readonly problems: readonly ConfigProblem[];
}

/** What is in force for the documents of one folder. */
export interface EffectiveConfig {
  readonly config: LinterConfig;
  readonly files: readonly ConfigFile[];
  /** The nearest statement wins; null means every document. */
  readonly include: ScopedPatterns | null;
  /** All statements count. */
  readonly exclude: readonly ScopedPatterns[];
  /** Origin by dotted key. A key that is absent has its default. */
  readonly origins: ReadonlyMap<string, readonly Origin[]>;
  /** Equal for equal `config`, so that one linter serves every folder with the same rules. */
  readonly key: string;
}
