/** The settings `fastEnough.*`, read for a resource each time: a multi-root workspace may hold different values. */
import * as vscode from 'vscode';
import type { Profile, Severity } from '../core';

export const SECTION = 'fastEnough';

export interface Settings {
  readonly enable: boolean;
  readonly run: 'onType' | 'onSave';
  /** Milliseconds of quiet after a keystroke before the document is read again. */
  readonly debounce: number;
  readonly quietAtCaret: boolean;
  readonly inlayHints: boolean;
  readonly codeLens: boolean;
  readonly termCards: boolean;
  readonly preview: boolean;
  readonly scan: 'open' | 'workspace';
}

const DEFAULTS: Settings = {
  enable: true,
  run: 'onType',
  debounce: 0,
  quietAtCaret: true,
  inlayHints: true,
  codeLens: true,
  termCards: true,
  preview: true,
  scan: 'open',
};

/** A value of another type than the default is a typing error in settings.json and counts as absent. */
export function readSettings(resource: vscode.Uri | undefined): Settings {
  const section = vscode.workspace.getConfiguration(SECTION, resource ?? null);
  const read = <K extends keyof Settings>(key: K): Settings[K] => {
    const value = section.get<unknown>(key);
    return typeof value === typeof DEFAULTS[key] ? (value as Settings[K]) : DEFAULTS[key];
  };
  return {
    enable: read('enable'),
    run: read('run'),
    debounce: Math.min(Math.max(read('debounce'), 0), 10_000),
    quietAtCaret: read('quietAtCaret'),
    inlayHints: read('inlayHints'),
    codeLens: read('codeLens'),
    termCards: read('termCards'),
    preview: read('preview'),
    scan: read('scan'),
  };
}

/** What the settings say about the judgement itself; absent where the user said nothing, so that a default is not taken for a choice. */
export interface StatedSettings {
  readonly profile?: Profile;
  readonly rules?: Readonly<Record<string, Severity>>;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

const SEVERITIES: ReadonlySet<unknown> = new Set<Severity>(['off', 'hint', 'information', 'warning', 'error']);

export function readStated(resource: vscode.Uri | undefined): StatedSettings {
  const section = vscode.workspace.getConfiguration(SECTION, resource ?? null);
  const stated = (key: string): unknown => {
    const all = section.inspect<unknown>(key);
    return all?.workspaceFolderValue ?? all?.workspaceValue ?? all?.globalValue;
  };
  const profile = stated('profile');
  // Objects are merged over the scopes by the editor, so the merged value is the stated one.
  const rules = Object.entries(section.get<Record<string, unknown>>('rules') ?? {}).filter(([, severity]) => SEVERITIES.has(severity));
  const patterns = (key: string): readonly string[] | undefined => {
    const value = stated(key);
    return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : undefined;
  };
  const include = patterns('include');
  const exclude = patterns('exclude');
  return {
    ...(profile === 'essential' || profile === 'full' ? { profile } : {}),
    ...(rules.length > 0 ? { rules: Object.fromEntries(rules) as Record<string, Severity> } : {}),
    ...(include && include.length > 0 ? { include } : {}),
    ...(exclude && exclude.length > 0 ? { exclude } : {}),
  };
}
