/** The server for agents: three tools and the cards as resources. Every answer is what another door gives, as data and as text. */
import { McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { CARDS, card, cardPage } from '../../core/cards';
import { hint } from '../../core/config/suggest';
import { RULES } from '../../core/index';
import { reviewMarkdown } from '../../core/reviewMarkdown';
import { amdahlOf } from '../commands/calculate';
import { ruleMarkdown } from '../commands/explain';
import { reviewJson } from '../commands/review';
import { reason } from '../errors';
import { shownPath } from '../input/arguments';
import { MAX_BYTES, readDocument } from '../input/decode';
import { wayInside } from '../input/paths';
import { Job } from '../lint/job';
import { reportOf } from '../lint/report';
import { documentJson } from '../output/json';
import { VERSION } from '../version';

const CARD_URI = (question: string): string => `fast-enough://cards/${question}`;

const text = (markdown: string, structured?: object): CallToolResult => ({
  content: [{ type: 'text', text: markdown }],
  ...(structured ? { structuredContent: structured as Record<string, unknown> } : {}),
});

const failed = (message: string): CallToolResult => ({ content: [{ type: 'text', text: message }], isError: true });

/** `cwd` is the folder the agent works in; no document outside it is read, nor what lies around one. */
export function createMcpServer(cwd: string): McpServer {
  const server = new McpServer(
    { name: 'fast-enough', version: VERSION },
    {
      instructions:
        'Checks the performance argument of proposals to rewrite or switch language, runtime or stack. Call review_proposal on an RFC or ADR before judging it, and again after editing it.',
    },
  );
  const readOnly = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

  server.registerTool(
    'review_proposal',
    {
      title: 'Review a proposal',
      description:
        'Reviews a rewrite RFC or ADR in Markdown: whether it is one, which greenlight criteria its text meets (with quotes and lines), which claims and contradictions it holds, the numbers recomputed, and what to ask the author. Give the path of a file in the workspace, or its text.',
      inputSchema: {
        path: z.string().optional().describe('Path of a Markdown file, relative to the workspace'),
        text: z.string().max(MAX_BYTES).optional().describe('The document itself, in place of a path or for a text that is not saved'),
        profile: z.enum(['essential', 'full']).optional().describe('How much is asked; full where not stated'),
      },
      annotations: readOnly,
    },
    async ({ path: file, text: given, profile }) => {
      if (file === undefined && given === undefined) return failed('Give a path or a text.');
      const absolute = path.resolve(cwd, file ?? 'proposal.md');
      // Also for a text of its own: its path says which configuration and which linked files are read.
      if (!isInside(cwd, absolute)) return failed(`${file}: lies outside the workspace`);
      let source = given;
      if (source === undefined) {
        const read = textOf(absolute);
        if (typeof read !== 'string') return failed(`${file}: ${read.why}`);
        source = read;
      }
      const names = { profile: 'profile' };
      const job = new Job({
        cwd,
        named: [],
        layers: [{ config: { profile: profile ?? 'full' }, names }],
        only: null,
        code: true,
        lines: false,
        review: false,
      });
      const effective = await job.config(absolute);
      const input = { absolute, shown: shownPath(cwd, absolute), explicit: true };
      const result = await job.lint(source, input, effective);
      const report = documentJson(reportOf(input.shown, result, { lines: false, review: false }, () => ''));
      return text(reviewMarkdown(result, { path: input.shown }), {
        document: report,
        review: reviewJson(result),
        problems: job.takeRemarks(),
      });
    },
  );

  server.registerTool(
    'explain_smell',
    {
      title: 'Explain a smell',
      description:
        'Explains a rule (for example no-slo) or a question of the Q&A (Q1 to Q18): what it flags, why, what a strong document shows.',
      inputSchema: { id: z.string().max(80).describe('A rule id or Q1 to Q18') },
      annotations: readOnly,
    },
    ({ id }) => {
      const rule = RULES.find((r) => r.id === id.toLowerCase());
      if (rule) return text(ruleMarkdown(rule));
      const found = card(id.toUpperCase());
      if (found) return text(cardPage(found, CARD_URI));
      return failed(`There is no rule or question "${id}"${hint(id, [...RULES.map((r) => r.id), ...CARDS.map((c) => c.id)])}`);
    },
  );

  server.registerTool(
    'amdahl',
    {
      title: "Amdahl's law",
      description: 'The overall speed-up when a share f of the time gets s times faster; without s the ceiling 1 / (1 - f).',
      inputSchema: {
        f: z.number().min(0).max(1).describe('Share of the time that gets faster, 0 to 1'),
        s: z.number().positive().optional().describe('How many times faster that share gets'),
      },
      outputSchema: { formula: z.string(), worked: z.string(), result: z.number().nullable(), shown: z.string(), meaning: z.string() },
      annotations: readOnly,
    },
    ({ f, s }) => {
      const c = amdahlOf(f, s ?? null);
      return text(`${c.shown} = ${c.worked}\n${c.meaning}`, c);
    },
  );

  server.registerResource(
    'card',
    new ResourceTemplate(CARD_URI('{question}'), {
      list: () => ({
        resources: CARDS.map((c) => ({
          uri: CARD_URI(c.id),
          name: c.id,
          title: c.title,
          description: c.question,
          mimeType: 'text/markdown',
        })),
      }),
      complete: { question: (start) => CARDS.map((c) => c.id as string).filter((id) => id.toLowerCase().startsWith(start.toLowerCase())) },
    }),
    { title: 'Q&A card', description: 'One of the eighteen questions behind the rules', mimeType: 'text/markdown' },
    (uri, { question }) => {
      const found = card(String(question).toUpperCase());
      if (!found) throw new Error(`There is no card ${uri.href}`);
      return { contents: [{ uri: uri.href, mimeType: 'text/markdown', text: cardPage(found, CARD_URI) }] };
    },
  );
  return server;
}

/** Whether a path leads into the workspace, by every link on the way. Of a path that is not there yet, the part that is there counts. */
function isInside(cwd: string, absolute: string): boolean {
  try {
    let there = absolute;
    while (!existsSync(there) && path.dirname(there) !== there) there = path.dirname(there);
    return wayInside(realpathSync(cwd), realpathSync(there)) !== null;
  } catch {
    return false;
  }
}

/** A file's text, or why it cannot be read. */
function textOf(absolute: string): string | { readonly why: string } {
  try {
    const decoded = readDocument(absolute);
    return decoded.text ?? decoded;
  } catch (error) {
    return { why: reason(error) };
  }
}
