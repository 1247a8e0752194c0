/** The servers are loaded only when asked for. */
import { EXIT } from '../errors';

export async function lsp(): Promise<number> {
  await (await import('../../lsp/main')).serve();
  return EXIT.clean;
}

export async function mcp(): Promise<number> {
  await (await import('../mcp/main')).serve();
  return EXIT.clean;
}
