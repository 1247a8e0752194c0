/**
 * The editor's door. Activation only builds the services and registers the features; nothing is read, scanned or parsed before it
 * returns. The same file serves the Node and the web-worker extension host.
 */
import * as vscode from 'vscode';
import { registerCards } from './vscode/cards';
import { registerCodeActions } from './vscode/codeActions';
import { registerCodeLens } from './vscode/codeLens';
import { CodeEvidence } from './vscode/code/codeEvidence';
import { registerSourceDiagnostics } from './vscode/code/sourceDiagnostics';
import { registerGeneral } from './vscode/commands/general';
import { registerNotUseful } from './vscode/commands/notUseful';
import { registerOverrule } from './vscode/commands/overrule';
import { registerQuickReview } from './vscode/commands/quickReview';
import { registerReveal } from './vscode/commands/reveal';
import { registerShowConfig } from './vscode/commands/showConfig';
import { registerTurnDown } from './vscode/commands/turnDown';
import { registerConfigFile } from './vscode/configFile/register';
import { ConfigService } from './vscode/configService';
import { registerContextKeys } from './vscode/contextKeys';
import { placeCore } from './vscode/core';
import { registerDiagnostics } from './vscode/diagnostics';
import { EngineHost } from './vscode/engineHost';
import { registerHover } from './vscode/hover';
import { registerInlayHints } from './vscode/inlayHints';
import { registerReview } from './vscode/panel/register';
import { createPreview, type MarkdownIt } from './vscode/preview/register';
import { ClosedFiles } from './vscode/proposals/closedFiles';
import { registerReviewAll } from './vscode/proposals/reviewAll';
import { registerTree } from './vscode/proposals/tree';
import type { Services } from './vscode/services';
import { registerStatus } from './vscode/status';
import { registerTasks } from './vscode/tasks';
import { registerTermCards } from './vscode/termCards';
import { registerTool } from './vscode/tool';

/** What the built-in Markdown extension asks of us; nothing else is exported. */
export interface Exports {
  readonly extendMarkdownIt: (md: MarkdownIt) => MarkdownIt;
}

/** Time that the editor gets for itself before a scan that the settings ask for begins. Milliseconds. */
const SCAN_DELAY = 2000;

export function activate(context: vscode.ExtensionContext): Exports {
  placeCore(context.extensionUri);
  const log = vscode.window.createOutputChannel('Fast Enough', { log: true });
  const configs = new ConfigService(log);
  const code = new CodeEvidence(context.extensionUri, log);
  const engine = new EngineHost(configs, code, log);
  const closedFiles = new ClosedFiles(engine, configs, log);
  const services: Services = { context, log, configs, engine, code, closedFiles };
  const preview = createPreview(services);
  const scan = setTimeout(() => closedFiles.scanIfWanted(), SCAN_DELAY);
  context.subscriptions.push(
    log,
    configs,
    code,
    engine,
    closedFiles,
    { dispose: () => clearTimeout(scan) },
    registerDiagnostics(services),
    registerSourceDiagnostics(services),
    registerHover(services),
    registerCodeActions(services),
    registerCodeLens(services),
    registerInlayHints(services),
    registerStatus(services),
    registerContextKeys(services),
    registerTermCards(services),
    registerCards(),
    registerReview(services),
    registerTree(services),
    registerReviewAll(services),
    registerReveal(),
    registerOverrule(services),
    registerNotUseful(services),
    registerTurnDown(services),
    registerShowConfig(services),
    registerQuickReview(services),
    registerGeneral(services),
    registerConfigFile(),
    registerTool(services),
    registerTasks(),
    preview.disposable,
  );
  return { extendMarkdownIt: preview.extendMarkdownIt };
}
