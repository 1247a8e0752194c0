/** Folders, paths and configuration files of the client's workspace. */
import { fileURLToPath } from 'node:url';
import { CONFIG_FILE_NAME, ConfigResolver, type EffectiveConfig } from '../core/config';
import { slashes } from '../cli/input/arguments';
import { configReader } from '../cli/input/folders';
import { settingLayers, type Settings } from './settings';

/** Path of a document with forward slashes, as the resolver wants it; the URI itself where it is no file. */
export function pathOf(uri: string): string {
  try {
    return uri.startsWith('file:') ? slashes(fileURLToPath(uri)) : uri;
  } catch {
    // `file:` URIs with a host or an encoded slash name no path here.
    return uri;
  }
}

export const isConfigFile = (uri: string): boolean => uri.endsWith(`/${CONFIG_FILE_NAME}`);

export class Workspace {
  private resolver!: ConfigResolver;

  /** `openText` gives the text of an open buffer: what is on the screen counts, not what is on disk. */
  constructor(
    public folders: readonly string[],
    private settings: Settings,
    private readonly openText: (path: string) => string | null,
    private readonly log: (message: string) => void,
  ) {
    this.reset(folders, settings);
  }

  /** Forgets everything that was read. */
  reset(folders: readonly string[] = this.folders, settings: Settings = this.settings): void {
    this.folders = folders;
    this.settings = settings;
    const read = configReader(folders[0] ?? '/', folders);
    const first = folders[0];
    this.resolver = new ConfigResolver(
      (folder) => {
        const open = this.openText(`${folder === '/' ? '' : folder}/${CONFIG_FILE_NAME}`);
        if (open !== null) return open;
        // A document that is no file has no folders to look into.
        if (folder.includes('://')) return null;
        try {
          return read(folder);
        } catch (error) {
          this.log(`${folder}/${CONFIG_FILE_NAME}: ${error instanceof Error ? error.message : String(error)}`);
          return null;
        }
      },
      { layers: settingLayers(settings, first === undefined ? null : slashes(first)) },
    );
  }

  resolve(path: string): Promise<EffectiveConfig> {
    return this.resolver.resolve(path);
  }
}
