/** The language server: the protocol's messages on one side, the engine's answers on the other. It decides nothing itself. */
import { fileURLToPath } from 'node:url';
import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  type CancellationToken,
  type ClientCapabilities,
  type Connection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { CONFIG_FILE_NAME } from '../core/config';
import { createLinter } from '../core/index';
import { VERSION } from '../cli/version';
import { CodeEvidence } from './codeEvidence';
import { codeActions, FIX_ALL, resolveAction } from './actions';
import { COMMANDS, runCommand } from './commands';
import { configCompletions, configHover } from './configFile';
import { configDiagnostics, findingDiagnostics } from './diagnostics';
import { Doc, Documents, type CreateLinter } from './documents';
import { hover } from './hover';
import { codeLenses, inlayHints } from './lens';
import { chooseEncoding, type Encoding } from './positions';
import { readSettings, DEFAULT_SETTINGS, type Settings } from './settings';
import { Workspace } from './workspace';

export interface ServerOptions {
  /** Replaceable for tests of the protocol alone. */
  readonly createLinter?: CreateLinter;
}

/** Registers everything on the connection; the caller starts listening. */
export function startServer(connection: Connection, options: ServerOptions = {}): void {
  const server = new Server(connection, options.createLinter ?? createLinter);
  server.register();
}

class Server {
  private client: ClientCapabilities = {};
  private encoding: Encoding = 'utf-16';
  private settings: Settings = DEFAULT_SETTINGS;
  private readonly workspace: Workspace;
  private readonly documents: Documents;
  private readonly code: CodeEvidence;
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** Grows with every change of configuration, so that a pulled report is known to be old. */
  private generation = 0;

  constructor(
    private readonly connection: Connection,
    create: CreateLinter,
  ) {
    const open = (path: string): string | null => this.documents.all().find((d) => d.isConfig && d.path === path)?.text ?? null;
    this.workspace = new Workspace([], this.settings, open, (message) => connection.console.warn(message));
    this.documents = new Documents(
      create,
      (path) => this.workspace.resolve(path),
      () => this.settings.enable,
    );
    this.code = new CodeEvidence(
      () => this.workspace.folders[0] ?? process.cwd(),
      (doc) => this.changed(doc),
      (message) => connection.console.warn(message),
    );
  }

  register(): void {
    const { connection } = this;
    connection.onInitialize((params) => this.initialize(params));
    connection.onInitialized(() => this.initialized());
    connection.onDidChangeConfiguration(({ settings }) => this.detached('settings', this.configure(settings)));
    connection.onDidChangeWatchedFiles(() => this.reload());
    connection.onDidOpenTextDocument(({ textDocument: t }) => {
      const doc = new Doc(t.uri, t.languageId, t.version, t.text, this.encoding);
      this.documents.add(doc);
      if (doc.isConfig) this.reload();
      this.push(doc, 0);
      this.readCode(doc);
    });
    connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
      const doc = this.documents.get(textDocument.uri);
      if (!doc) return;
      for (const change of contentChanges) doc.apply(change);
      doc.version = textDocument.version;
      if (doc.isConfig) this.reload(doc);
      this.push(doc, this.settings.debounce);
      this.readCode(doc);
    });
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
      const doc = this.documents.get(uri);
      this.documents.remove(uri);
      clearTimeout(this.timers.get(uri));
      this.timers.delete(uri);
      this.code.forget(uri);
      if (!this.pulls) this.detached('diagnostics', connection.sendDiagnostics({ uri, diagnostics: [] }));
      if (doc?.isConfig) this.reload();
    });
    this.features();
  }

  private features(): void {
    const { connection } = this;
    connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
      const doc = await this.current(textDocument.uri, token);
      if (!doc) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      const resultId = `${doc.opening}.${doc.version}.${this.generation}`;
      if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: await diagnosticsOf(doc) };
    });
    connection.onHover(async ({ textDocument, position }, token) => {
      const doc = await this.current(textDocument.uri, token);
      if (!doc) return null;
      return doc.isConfig ? configHover(doc, position) : hover(doc, position, this.settings.termCards);
    });
    connection.onCodeAction(async (params, token) => {
      const doc = await this.current(params.textDocument.uri, token);
      return doc ? codeActions(doc, params, this.actionClient) : [];
    });
    connection.onCodeActionResolve(async (action, token) => {
      const uri = (action.data as { uri?: unknown } | undefined)?.uri;
      const doc = typeof uri === 'string' ? await this.current(uri, token) : undefined;
      return resolveAction(doc, action, this.actionClient);
    });
    connection.onCodeLens(async ({ textDocument }, token) => {
      const doc = await this.current(textDocument.uri, token);
      return doc && this.settings.codeLens ? codeLenses(doc) : [];
    });
    connection.languages.inlayHint.on(async ({ textDocument, range }, token) => {
      const doc = await this.current(textDocument.uri, token);
      return doc && this.settings.inlayHints ? inlayHints(doc, range) : [];
    });
    connection.onCompletion(async ({ textDocument, position }, token) => {
      const doc = await this.current(textDocument.uri, token);
      return doc?.isConfig ? configCompletions(doc, position) : [];
    });
    connection.onExecuteCommand(async ({ command, arguments: args }) => {
      const uri = args?.[0] as unknown;
      const doc = typeof uri === 'string' ? this.documents.get(uri) : undefined;
      await doc?.ready;
      return runCommand(command, args ?? [], doc, connection, this.client.window?.showDocument?.support === true);
    });
  }

  private initialize(params: InitializeParams): InitializeResult {
    this.client = params.capabilities;
    this.encoding = chooseEncoding(params.capabilities.general?.positionEncodings);
    this.settings = readSettings(params.initializationOptions);
    const uris = params.workspaceFolders?.map((f) => f.uri) ?? (params.rootUri ? [params.rootUri] : []);
    this.workspace.reset(foldersOf(uris), this.settings);
    return {
      serverInfo: { name: 'fast-enough', version: VERSION },
      capabilities: {
        positionEncoding: this.encoding,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        diagnosticProvider: { identifier: 'fast-enough', interFileDependencies: false, workspaceDiagnostics: false },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL], resolveProvider: true },
        codeLensProvider: { resolveProvider: false },
        inlayHintProvider: { resolveProvider: false },
        completionProvider: { triggerCharacters: [':', ' ', '-'] },
        executeCommandProvider: { commands: [...COMMANDS] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  }

  private initialized(): void {
    const { connection, client } = this;
    if (client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders((event) => {
        const gone = new Set(foldersOf(event.removed.map((f) => f.uri)));
        const kept = this.workspace.folders.filter((f) => !gone.has(f));
        this.workspace.reset([...kept, ...foldersOf(event.added.map((f) => f.uri))]);
        this.reload();
      });
    }
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      const watchers = [{ globPattern: `**/${CONFIG_FILE_NAME}` }];
      this.detached('watching files', connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
    }
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
      this.detached('watching settings', connection.client.register(DidChangeConfigurationNotification.type, { section: 'fastEnough' }));
    }
    if (client.workspace?.configuration) this.detached('settings', this.configure(undefined));
  }

  /** Work that nobody waits for. A client may refuse any request of ours; it then goes without, and the session goes on. */
  private detached(what: string, work: Promise<unknown>): void {
    work.catch((error: unknown) => this.connection.console.warn(`${what}: ${error instanceof Error ? error.message : String(error)}`));
  }

  /** Clients that answer `workspace/configuration` are asked; others send their settings with the notification. */
  private async configure(sent: unknown): Promise<void> {
    const asks = this.client.workspace?.configuration === true;
    const value: unknown = asks ? await this.connection.workspace.getConfiguration('fastEnough') : sent;
    if (value === null || value === undefined) return;
    this.settings = readSettings(value);
    this.workspace.reset(this.workspace.folders, this.settings);
    this.reload();
  }

  /** Configuration may have changed: every document is judged anew. `except` is a configuration file that is being typed in. */
  private reload(except?: Doc): void {
    this.generation++;
    this.workspace.reset();
    this.documents.reload();
    for (const doc of this.documents.all()) {
      if (doc !== except) this.push(doc, this.settings.debounce);
      this.readCode(doc);
    }
    this.refresh();
  }

  /** A document has other findings than its text alone gives. */
  private changed(doc: Doc): void {
    this.generation++;
    this.push(doc, 0);
    this.refresh();
  }

  private readCode(doc: Doc): void {
    if (this.settings.code) this.code.schedule(doc);
  }

  /** Clients that ask for things are told to ask again. */
  private refresh(): void {
    const { connection, client } = this;
    if (this.pulls && client.workspace?.diagnostics?.refreshSupport) this.detached('refresh', connection.languages.diagnostics.refresh());
    if (client.workspace?.codeLens?.refreshSupport) this.detached('refresh', connection.sendRequest('workspace/codeLens/refresh'));
    if (client.workspace?.inlayHint?.refreshSupport) this.detached('refresh', connection.languages.inlayHint.refresh());
  }

  /** A client that pulls diagnostics gets none pushed: it would show everything twice. */
  private get pulls(): boolean {
    return this.client.textDocument?.diagnostic !== undefined;
  }

  private get actionClient(): { resolves: boolean; snippets: boolean } {
    return {
      resolves: this.client.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
      snippets: this.client.workspace?.workspaceEdit?.snippetEditSupport === true,
    };
  }

  private push(doc: Doc, delay: number): void {
    if (this.pulls) return;
    clearTimeout(this.timers.get(doc.uri));
    this.timers.set(
      doc.uri,
      setTimeout(() => this.detached('diagnostics', this.send(doc)), delay),
    );
  }

  private async send(doc: Doc): Promise<void> {
    await doc.ready;
    const { version } = doc;
    const diagnostics = await diagnosticsOf(doc);
    // Typed on or closed meanwhile: a later timer sends what is then true.
    if (this.documents.get(doc.uri) !== doc || doc.version !== version) return;
    await this.connection.sendDiagnostics({ uri: doc.uri, version, diagnostics });
  }

  /** The document once it stands for its configuration. A request that was cancelled meanwhile ends here. */
  private async current(uri: string, token: CancellationToken): Promise<Doc | undefined> {
    const doc = this.documents.get(uri);
    await doc?.ready;
    // Lets a `$/cancelRequest` that is already in the pipe be seen before any work is done.
    await new Promise((resolve) => setImmediate(resolve));
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    return doc;
  }
}

const diagnosticsOf = async (doc: Doc): Promise<Awaited<ReturnType<typeof configDiagnostics>>> =>
  doc.isConfig ? configDiagnostics(doc) : findingDiagnostics(doc);

/** Folders on disk; other schemes have no files that this process could read. */
function foldersOf(uris: readonly string[]): string[] {
  return uris.flatMap((uri) => {
    try {
      return uri.startsWith('file:') ? [fileURLToPath(uri)] : [];
    } catch {
      return [];
    }
  });
}
