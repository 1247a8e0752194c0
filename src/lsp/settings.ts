/** The client's settings `fastEnough.*`, from `workspace/configuration` or `initializationOptions`. Anything of the wrong type counts as absent. */
import { PROFILES, SEVERITIES, type ConfigLayer } from '../core/config';
import type { PartialConfig } from '../core/config';
import type { Severity } from '../core/types';

export interface Settings {
  readonly enable: boolean;
  readonly codeLens: boolean;
  readonly inlayHints: boolean;
  readonly termCards: boolean;
  /** Judge TypeScript and JavaScript in fences and linked files. */
  readonly code: boolean;
  /** Milliseconds of quiet after a change before diagnostics are pushed. */
  readonly debounce: number;
  readonly config: PartialConfig;
}

export const DEFAULT_SETTINGS: Settings = {
  enable: true,
  codeLens: true,
  inlayHints: true,
  termCards: true,
  code: true,
  debounce: 100,
  config: {},
};

const words = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) && value.length > 0 ? value.filter((v): v is string => typeof v === 'string') : undefined;

/** Accepts the section itself or an object that holds it under `fastEnough`. */
export function readSettings(value: unknown): Settings {
  const outer = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const inner = outer['fastEnough'];
  const section = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : outer;
  const flag = (key: 'enable' | 'codeLens' | 'inlayHints' | 'termCards' | 'code'): boolean =>
    typeof section[key] === 'boolean' ? section[key] : DEFAULT_SETTINGS[key];
  const debounce = section['debounce'];
  const config: { -readonly [K in keyof PartialConfig]: PartialConfig[K] } = {};
  const profile = PROFILES.find((p) => p === section['profile']);
  if (profile) config.profile = profile;
  const rules = section['rules'];
  if (typeof rules === 'object' && rules !== null) {
    const stated = Object.entries(rules).filter((e): e is [string, Severity] => SEVERITIES.includes(e[1] as Severity));
    config.rules = Object.assign(Object.create(null) as Record<string, Severity>, Object.fromEntries(stated));
  }
  const include = words(section['include']);
  const exclude = words(section['exclude']);
  if (include) config.include = include;
  if (exclude) config.exclude = exclude;
  return {
    enable: flag('enable'),
    codeLens: flag('codeLens'),
    inlayHints: flag('inlayHints'),
    termCards: flag('termCards'),
    code: flag('code'),
    debounce: typeof debounce === 'number' && debounce >= 0 ? Math.min(debounce, 10_000) : DEFAULT_SETTINGS.debounce,
    config,
  };
}

export function settingLayers(settings: Settings, folder: string | null): readonly ConfigLayer[] {
  const layer = { kind: 'setting' as const, config: settings.config, name: (key: string) => `fastEnough.${key}` };
  return [folder === null ? layer : { ...layer, folder }];
}
