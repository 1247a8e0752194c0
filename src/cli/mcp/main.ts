/** Entry of dist/mcp.cjs: the server for agents over standard input and output. */
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { createMcpServer } from './server';

/** Runs until the client closes standard input. */
export async function serve(): Promise<void> {
  const server = createMcpServer(process.cwd());
  const closed = new Promise<void>((resolve) => {
    process.stdin.once('end', resolve);
    process.stdin.once('close', resolve);
  });
  await server.connect(new StdioServerTransport());
  await closed;
  await server.close();
}
