/** The servers live in bundles of their own, so that a plain check does not carry them. */
import { companion } from '../companion';
import { EXIT } from '../errors';

interface Server {
  /** Resolves when the client has gone, with the exit status. */
  readonly serve: () => Promise<number | void>;
}

const start = async (file: string): Promise<number> => (await companion<Server>(file).serve()) ?? EXIT.clean;

export const lsp = (): Promise<number> => start('lsp.cjs');
export const mcp = (): Promise<number> => start('mcp.cjs');
