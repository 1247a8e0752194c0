/**
 * One look at the editor's API instead of one copy per file. For `import * as vscode from 'vscode'` esbuild copies every property of the
 * API into a namespace object, in each of some forty files: a third of the time that activation takes. The API is a plain CommonJS module,
 * so the files may as well share it. (`vscode` cannot be imported any other way, and nothing of ours is named so.)
 */
import { readFileSync } from 'node:fs';

/** @type {import('esbuild').Plugin} */
export const oneVscode = {
  name: 'one-vscode',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/](?:vscode[\\/].*|extension)\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(
        "import * as vscode from 'vscode';",
        "const vscode = require('vscode') as typeof import('vscode');",
      ),
      loader: 'ts',
    }));
  },
};
