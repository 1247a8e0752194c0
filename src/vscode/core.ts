/**
 * The engine for the editor, loaded after activation. `dist/extension.js` holds only what talks to the editor, so that opening a Markdown
 * file costs a few milliseconds; everything that reads documents stands in `dist/core.js` and is there before the first analysis is.
 * Whoever gets here without an analysis or a configuration in hand awaits `loadCore` first.
 */
import type * as vscode from 'vscode';
import type * as Bundle from './coreBundle';
import { loadCompanion } from './code/companion';

let bundle: typeof Bundle | undefined;
let loading: Promise<typeof Bundle> | undefined;
let extensionUri: vscode.Uri | undefined;

/** Says where the bundle lies. Called once, by activation; loads nothing. */
export function placeCore(uri: vscode.Uri): void {
  extensionUri = uri;
}

/** The engine, loaded once. */
export async function loadCore(): Promise<typeof Bundle> {
  if (!extensionUri) throw new Error('loadCore before activation');
  loading ??= loadCompanion<typeof Bundle>(extensionUri, 'core.js');
  bundle = await loading;
  return bundle;
}

/** The engine where it is certain to be loaded: after an analysis, a resolved configuration, or `loadCore`. */
export function core(): typeof Bundle {
  if (!bundle) throw new Error('the engine is asked for before it was loaded');
  return bundle;
}
