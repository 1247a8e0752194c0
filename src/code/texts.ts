/** What the strings among the arguments say: SQL, addresses, and the library that is spoken to. */
import { type Call, type Node, stringText } from './ast';
import type { Origin } from './origin';

export const SQL = /^\s*(?:select|insert\s+into|update|delete\s+from|with|call|exec|merge|replace\s+into)\s/i;
/** Changes of the schema and of the session: a few, in order. */
export const DDL =
  /^\s*(?:begin|commit|rollback|set|lock|create|alter|drop|truncate|pragma|vacuum|analyze|reindex|grant|revoke|explain|show|use|savepoint|release|refresh)\s/i;
/** Many keys in one statement. */
export const BATCH_SQL = /\bin\s*\(\s*\?+|\bany\s*\(|\bin\s+\?|\bunnest\s*\(|\bin\s*\(\$/i;

/** The SQL that a call passes as a string, a template or `{ text }` / `{ sql }`. */
export function sqlText(call: Call): string | null {
  for (const argument of call.arguments.slice(0, 2)) {
    let text = stringText(argument);
    if (argument.type === 'ObjectExpression') {
      for (const p of argument.properties)
        if (p.type === 'Property' && p.key.type === 'Identifier' && /^(?:text|sql)$/.test(p.key.name)) text = stringText(p.value);
    }
    if (text !== null && SQL.test(text) && /\b(?:from|into|set|values|where|select)\b/i.test(text)) return text;
  }
  return null;
}

export function isUrl(node: Node | undefined): boolean {
  const text = stringText(node);
  if (text !== null) return /^(?:https?:|\/|\?)/.test(text);
  return node?.type === 'Identifier' && /url|uri|endpoint|href/i.test(node.name);
}

export function library(origin: Origin, names: readonly string[], sql: string | null): string | null {
  if (sql !== null) return 'sql';
  const text = `${origin.module ?? ''} ${origin.type?.name ?? ''} ${names.join(' ')}`.toLowerCase();
  for (const name of ['prisma', 'knex', 'typeorm', 'mongoose', 'mongodb', 'sequelize', 'drizzle', 'kysely'])
    if (text.includes(name)) return name;
  if (/repository|datasource|entitymanager/.test(text)) return 'typeorm';
  return null;
}

/** DynamoDB's client sends commands: `send(new GetCommand({ ... }))`. Those named after a batch or a transaction take many keys. */
export function isDocumentCommand(call: Call): boolean {
  return /^(?:Get|Put|Update|Delete|Query)(?:Item)?Command$/.test(commandName(call));
}

export function commandName(call: Call): string {
  const [command] = call.arguments;
  return command?.type === 'NewExpression' && command.callee.type === 'Identifier' ? command.callee.name : '';
}
