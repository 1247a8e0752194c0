/** `.gitignore` files of a workspace folder, read on the way down to a file, each once. */
import * as vscode from 'vscode';
import ignore, { type Ignore } from 'ignore';
import { patternProblem } from '../../core/config/patterns';

const MAX_LINES = 2000;

export class IgnoreFiles {
  private readonly matchers = new Map<string, Promise<Ignore | null>>();
  private readonly folders = new Map<string, Promise<boolean>>();

  constructor(private readonly root: vscode.Uri) {}

  /** Whether git would leave this file out. `path` is relative to the root, with forward slashes and without one in front. */
  async ignores(path: string): Promise<boolean> {
    const slash = path.lastIndexOf('/');
    if (slash >= 0 && (await this.folderIgnored(path.slice(0, slash)))) return true;
    return this.decide(path);
  }

  /** A folder that is left out takes everything below it along, whatever deeper files say. */
  private folderIgnored(folder: string): Promise<boolean> {
    let known = this.folders.get(folder);
    if (known === undefined) {
      const slash = folder.lastIndexOf('/');
      const parent = slash < 0 ? Promise.resolve(false) : this.folderIgnored(folder.slice(0, slash));
      known = parent.then((ignored) => ignored || this.decide(`${folder}/`));
      this.folders.set(folder, known);
    }
    return known;
  }

  /** The deepest file that has a word on it decides. */
  private async decide(path: string): Promise<boolean> {
    const parts = path.replace(/\/$/, '').split('/');
    for (let depth = parts.length - 1; depth >= 0; depth--) {
      const matcher = await this.matcherOf(parts.slice(0, depth).join('/'));
      if (!matcher) continue;
      const below = parts.slice(depth).join('/') + (path.endsWith('/') ? '/' : '');
      const { ignored, unignored } = matcher.test(below);
      if (ignored || unignored) return ignored;
    }
    return false;
  }

  private matcherOf(folder: string): Promise<Ignore | null> {
    let matcher = this.matchers.get(folder);
    if (matcher === undefined) {
      matcher = this.load(folder);
      this.matchers.set(folder, matcher);
    }
    return matcher;
  }

  private async load(folder: string): Promise<Ignore | null> {
    try {
      const file = vscode.Uri.joinPath(this.root, folder, '.gitignore');
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
      // A pattern that would cost more than a linear look at a path is anybody's text and is left out.
      const patterns = text.split(/\r?\n/, MAX_LINES).filter((line) => line.trim() !== '' && patternProblem(line) === null);
      // With case, as the command line and git read it.
      return ignore({ ignorecase: false }).add(patterns);
    } catch {
      return null;
    }
  }
}
