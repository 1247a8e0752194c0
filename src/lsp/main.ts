/** Entry of dist/lsp.cjs: the language server over standard input and output. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './server';

/** Runs until the client says `exit` or goes away; the library then ends the process with the status that the protocol asks for. */
export function serve(): Promise<never> {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  startServer(connection);
  connection.listen();
  return new Promise(() => undefined);
}
