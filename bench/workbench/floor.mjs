/** The floor of every linter in this editor: an extension that marks a word as soon as a document changes, and reads nothing besides. */
import { join } from 'node:path';
import { inFolder } from '../lib/folder.mjs';
import { ROOT, manifest } from '../../scripts/host/paths.mjs';
import { run } from '../../scripts/host/processes.mjs';

const CODE = `
const vscode = require('vscode');
exports.activate = ({ subscriptions }) => {
  const marks = vscode.languages.createDiagnosticCollection('floor');
  const look = (document) => {
    if (document.languageId !== 'markdown') return;
    const text = document.getText();
    const at = text.indexOf('10x');
    const range = () => new vscode.Range(document.positionAt(at), document.positionAt(at + 3));
    marks.set(document.uri, at < 0 || !text.includes('95 %') ? [] : [new vscode.Diagnostic(range(), 'marked', vscode.DiagnosticSeverity.Warning)]);
  };
  subscriptions.push(marks, vscode.workspace.onDidChangeTextDocument(({ document }) => look(document)), vscode.workspace.onDidOpenTextDocument(look));
  vscode.workspace.textDocuments.forEach(look);
};
`;

/** Packages it; returns the path of the VSIX. */
export async function packageFloor() {
  const { engines } = manifest();
  const folder = inFolder({
    'package.json': JSON.stringify({
      name: 'floor',
      publisher: 'bench',
      version: '0.0.1',
      engines: { vscode: engines.vscode },
      main: './main.js',
      activationEvents: ['onLanguage:markdown'],
    }),
    'main.js': CODE,
    LICENSE: 'For measuring only.\n',
    'README.md': '# Floor\n\nFor measuring only.\n',
  });
  const vsix = join(folder, 'floor.vsix');
  const args = ['package', '--no-dependencies', '--allow-missing-repository', '--skip-license', '--out', vsix];
  await run(process.execPath, [join(ROOT, 'node_modules/@vscode/vsce/vsce'), ...args], { cwd: folder });
  return vsix;
}
