/** What the features share. Each feature is one file with one `register…`, takes this and gives back a `Disposable`. */
import type * as vscode from 'vscode';
import type { CodeEvidence } from './code/codeEvidence';
import type { ClosedFiles } from './proposals/closedFiles';
import type { ConfigService } from './configService';
import type { EngineHost } from './engineHost';

export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  readonly configs: ConfigService;
  readonly engine: EngineHost;
  readonly code: CodeEvidence;
  readonly closedFiles: ClosedFiles;
}
