/** A scripted client: speaks the protocol to a server, in this process or in one of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
  createConnection,
  createProtocolConnection,
  ErrorCodes,
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { startServer, type ServerOptions } from '../../../src/lsp/server';

export interface ClientOptions extends ServerOptions {
  readonly capabilities?: ClientCapabilities;
  readonly files?: Readonly<Record<string, string>>;
  /** Answer to `workspace/configuration`. */
  settings?: unknown;
  readonly initializationOptions?: unknown;
  /** Answers every request of the server with an error. */
  readonly refuses?: boolean;
  /** Runs this command in place of a server in the same process. */
  readonly command?: readonly string[];
}

export class Client {
  readonly folder: string;
  readonly connection: ProtocolConnection;
  readonly child: ChildProcess | null = null;
  initialized!: InitializeResult;
  /** Requests of the server, by method. */
  readonly asked: string[] = [];
  readonly shown: string[] = [];
  private readonly published = new Map<string, PublishDiagnosticsParams[]>();
  private waiting: (() => void)[] = [];

  private constructor(readonly options: ClientOptions) {
    this.folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'fast-enough-lsp-')));
    for (const [name, text] of Object.entries(options.files ?? {})) this.write(name, text);
    if (options.command) {
      const [program, ...args] = options.command;
      const child = spawn(program!, args, { cwd: this.folder, stdio: ['pipe', 'pipe', 'inherit'] });
      this.child = child;
      this.connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    } else {
      const up = new PassThrough();
      const down = new PassThrough();
      const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
      startServer(server, options);
      server.listen();
      this.connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    }
  }

  static async start(options: ClientOptions = {}): Promise<Client> {
    const client = new Client(options);
    const { connection } = client;
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      client.published.set(params.uri, [...(client.published.get(params.uri) ?? []), params]);
      client.waiting.splice(0).forEach((wake) => wake());
    });
    connection.onRequest('workspace/configuration', (params: { items: unknown[] }) => {
      client.hear('workspace/configuration');
      return params.items.map(() => client.options.settings ?? null);
    });
    for (const method of [
      'client/registerCapability',
      'workspace/diagnostic/refresh',
      'workspace/codeLens/refresh',
      'workspace/inlayHint/refresh',
    ]) {
      connection.onRequest(method, () => {
        client.hear(method);
        return null;
      });
    }
    connection.onRequest('window/showDocument', ({ uri }: { uri: string }) => {
      client.shown.push(uri);
      return { success: true };
    });
    connection.listen();
    client.initialized = await connection.sendRequest('initialize', {
      processId: options.command ? process.pid : null,
      rootUri: null,
      capabilities: options.capabilities ?? {},
      workspaceFolders: [{ uri: pathToFileURL(client.folder).href, name: 'test' }],
      initializationOptions: options.initializationOptions,
    });
    await connection.sendNotification('initialized', {});
    return client;
  }

  private hear(method: string): void {
    this.asked.push(method);
    this.waiting.splice(0).forEach((wake) => wake());
    if (this.options.refuses) throw new ResponseError(ErrorCodes.InternalError, `${method} is refused`);
  }

  write(name: string, text: string): void {
    const file = path.join(this.folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  uri(name: string): string {
    return pathToFileURL(path.join(this.folder, name)).href;
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return this.connection.sendRequest(method, params);
  }

  async open(name: string, text: string, languageId = name.endsWith('.yaml') ? 'yaml' : 'markdown'): Promise<string> {
    const uri = this.uri(name);
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    return uri;
  }

  /** Sends one change; `range` in the positions of the text before it, none for the whole text. */
  async change(uri: string, version: number, ...contentChanges: { range?: unknown; text: string }[]): Promise<void> {
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  /** The diagnostics pushed for a document once they satisfy `when`. Fails after five seconds with what was there. */
  async diagnostics(uri: string, when: (diagnostics: readonly Diagnostic[]) => boolean = () => true): Promise<Diagnostic[]> {
    const last = (): Diagnostic[] | undefined => this.published.get(uri)?.at(-1)?.diagnostics;
    await this.until(() => {
      const now = last();
      return now !== undefined && when(now);
    }, `diagnostics of ${uri}`);
    return last()!;
  }

  publishedCount(uri: string): number {
    return this.published.get(uri)?.length ?? 0;
  }

  async until(condition: () => boolean, what: string): Promise<void> {
    const end = Date.now() + 5000;
    while (!condition()) {
      if (Date.now() > end)
        throw new Error(
          `waited five seconds for ${what}; published: ${JSON.stringify([...this.published].map(([u, p]) => [u, p.at(-1)]))}`,
        );
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 50);
        this.waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  /** Ends the session as the protocol asks; the exit status of a server in a process of its own. */
  async stop(): Promise<number | null> {
    await this.request('shutdown', null);
    const exited = this.child && new Promise<number | null>((resolve) => this.child!.once('exit', (code) => resolve(code)));
    // The server in this process would end this process.
    if (this.child) await this.connection.sendNotification('exit');
    const status = await exited;
    this.connection.dispose();
    rmSync(this.folder, { recursive: true, force: true });
    return status ?? null;
  }
}
