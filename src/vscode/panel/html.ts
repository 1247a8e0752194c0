/** The page of the review panel: a skeleton without content. The script fills it with text nodes, never with markup. */
import * as vscode from 'vscode';
import { escapeHtml } from '../../core/escape';

/** Random and unguessable; a script without it does not run. */
function nonce(): string {
  return [...globalThis.crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function panelHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const resource = (...path: string[]): string => escapeHtml(webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, ...path)).toString());
  const key = nonce();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${key}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(vscode.l10n.t('Review'))}</title>
<link rel="stylesheet" href="${resource('media', 'review.css')}">
</head>
<body>
<div id="review"><p class="quiet">${escapeHtml(vscode.l10n.t('Reading the document…'))}</p></div>
<script nonce="${key}" src="${resource('dist', 'review.js')}"></script>
</body>
</html>`;
}
