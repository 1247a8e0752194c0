/** Finds the files that speak for a document, from its own folder upwards. The same resolver serves every door. */
import { DEFAULT_CONFIG, RULES } from '../engine';
import { cascade, type FoundFile } from './cascade';
import { CONFIG_FILE_NAME, type ConfigLayer, type EffectiveConfig } from './model';

/**
 * Text of the configuration file in a folder, null where there is none. The caller decides what may be read: it answers null for every
 * folder outside the workspace or repository. Folders are absolute paths or URIs with forward slashes and no slash at the end.
 */
export type ReadConfig = (folder: string) => string | null | Promise<string | null>;

export interface ResolveOptions {
  readonly layers?: readonly ConfigLayer[];
  /** One file that is used in place of a search, as `--config` names it. */
  readonly only?: { readonly path: string; readonly text: string };
}

/** The folder of a path or URI, or null at the top (`/`, `c:`, `file://`). */
export function parentFolder(path: string): string | null {
  const cut = path.lastIndexOf('/');
  if (cut < 0 || path.endsWith('://')) return null;
  if (cut === 0) return path === '/' ? null : '/';
  return path[cut - 1] === '/' ? null : path.slice(0, cut);
}

/** Resolves configuration for many documents; each folder is read once until `clear`. */
export class ConfigResolver {
  private readonly folders = new Map<string, Promise<readonly FoundFile[]>>();
  private readonly effective = new Map<readonly FoundFile[], EffectiveConfig>();
  private readonly none: readonly FoundFile[] = [];
  private fixed: Promise<readonly FoundFile[]> | null = null;

  constructor(
    private readonly read: ReadConfig,
    private readonly options: ResolveOptions = {},
  ) {}

  /** Forgets what was read, for instance because a file was saved. */
  clear(): void {
    this.folders.clear();
    this.effective.clear();
    this.fixed = null;
  }

  async resolve(path: string): Promise<EffectiveConfig> {
    const folder = parentFolder(path);
    const files = await (this.options.only ? this.only() : folder === null ? this.none : this.find(folder));
    let effective = this.effective.get(files);
    if (effective === undefined) {
      effective = cascade(DEFAULT_CONFIG, this.options.layers ?? [], files);
      this.effective.set(files, effective);
    }
    return effective;
  }

  private only(): Promise<readonly FoundFile[]> {
    const { path, text } = this.options.only!;
    return (this.fixed ??= parse(path, parentFolder(path) ?? '', text).then((file) => [file]));
  }

  /** Folders without a file of their own share their parent's list, so a list stands for a set of rules. */
  private find(folder: string): Promise<readonly FoundFile[]> {
    let found = this.folders.get(folder);
    if (found === undefined) {
      found = this.load(folder);
      this.folders.set(folder, found);
    }
    return found;
  }

  private async load(folder: string): Promise<readonly FoundFile[]> {
    const parent = parentFolder(folder);
    const outer = (): Promise<readonly FoundFile[]> => (parent === null ? Promise.resolve(this.none) : this.find(parent));
    const text = await this.read(folder);
    if (text === null) return outer();
    const file = await parse(folder.endsWith('/') ? folder + CONFIG_FILE_NAME : `${folder}/${CONFIG_FILE_NAME}`, folder, text);
    return file.parsed.root ? [file] : [...(await outer()), file];
  }
}

/** The YAML parser is the largest library of the product; a run without configuration never loads it. */
async function parse(path: string, folder: string, text: string): Promise<FoundFile> {
  const { parseConfigFile } = await import('./parse');
  const ids = RULES.map((r) => r.id);
  return { folder, path, text, parsed: parseConfigFile(text, path, ids) };
}

/** What is in force for one document. */
export function resolveConfig(path: string, read: ReadConfig, options: ResolveOptions = {}): Promise<EffectiveConfig> {
  return new ConfigResolver(read, options).resolve(path);
}
