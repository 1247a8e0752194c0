/** Which calls leave the process: a query, a request, a cache lookup, a file read, or a function that we can see doing one of them. */
import type { TSESTree } from '@typescript-eslint/typescript-estree';
import { type Call, type FunctionNode, type Node, calleeName, chainOf, isFunction, receiver, some, stringText, unwrap, walk } from './ast';
import { isTransactional, takesMany } from './batching';
import { fired } from './usage';
import { BATCH_SQL, DDL, SQL, commandName, isDocumentCommand, isUrl, library, sqlText } from './texts';
import { type Origin, belongsTo, originOf } from './origin';
import { type Model, constantValue } from './scope';
import * as v from './vocabulary';

export type Trip = Call | TSESTree.TaggedTemplateExpression;

export interface Io {
  readonly kind: v.IoKind;
  readonly write: boolean;
  /** It already takes many keys or rows at once. */
  readonly batched: boolean;
  /** Runs on a transaction handle, where order is meant. */
  readonly transactional: boolean;
  /** `prisma`, `knex`, ...: so that the advice can speak the library's own words. */
  readonly library: string | null;
  /** Seen inside a function of this file that the call calls. */
  readonly via: string | null;
  /** Building it and running it look alike (`raw`, a method by its verb), so that it counts only where it is awaited. */
  readonly lazy: boolean;
  /** Nothing but the method's name speaks for a database, so that a result merely returned proves nothing. */
  readonly guess: boolean;
  /** Only the name says so: the rule asks for a key of the row among the arguments. */
  readonly byName: boolean;
}

const DATA_METHOD =
  /^(?:create|createMany|createOne|(?:find|get|count|query|select|insert|update|delete|save|upsert|remove|exists|load|fetch|list|search|aggregate|destroy)(?:[A-Z]\w*)?)$/;
const UNPACKING = /^(?:promise|json|text|buffer|blob|arrayBuffer|toPromise|unwrap|lean)$/;
/** With a name such as `db` these are queries too. */
const NAMED_METHOD =
  /^(?:one|oneOrNone|many|manyOrNone|first|raw|execute|exec|where|lean|populate|returning|any|all|run|put|increment|decrement|merge)$/;
const WRITE_METHOD =
  /^(?:insert|update|delete|save|create|upsert|remove|destroy|set|put|add|increment|decrement|merge|patch|replace|softDelete|restore|\$executeRaw)/;
const GLOBALS = new Set(
  'Object Array Math JSON Promise Number String Date Reflect Symbol Intl Buffer URL Map Set WeakMap Atomics Proxy BigInt Boolean Error RegExp Response Request'.split(
    ' ',
  ),
);
const SDK =
  /^(?:stripe|twilio|openai|googleapis|@octokit\/.+|@slack\/web-api|@aws-sdk\/client-(?!dynamodb).+|aws-sdk(?:\/.*)?|@sendgrid\/mail|nodemailer|@azure\/.+|@google-cloud\/(?!firestore|spanner|bigquery).+|algoliasearch|@hubspot\/.+|@shopify\/.+)$/;

/** How many functions deep a call is followed. */
const DEEPEST = 12;

/** Classifies calls of one file; remembers what the file's own functions do. */
export class IoReader {
  readonly #summaries = new Map<FunctionNode, Io | null>();
  #depth = 0;

  constructor(private readonly model: Model) {}

  /** What the call does outside the process, or null. Whether it is awaited is not asked here. */
  read(trip: Trip): Io | null {
    if (trip.type === 'TaggedTemplateExpression') return this.#template(trip);
    const origin = originOf(this.model, trip);
    // `got(url).json()`, `documents.get(key).promise()`: the last call only unpacks what the one before brings.
    const before = UNPACKING.test(calleeName(trip) ?? '') ? receiver(trip) : null;
    if (before?.type === 'CallExpression') return this.read(before);
    return (
      this.#database(trip, origin) ??
      this.#cache(trip, origin) ??
      this.#http(trip, origin) ??
      this.#file(trip, origin) ??
      this.#own(trip) ??
      this.#named(trip, origin)
    );
  }

  #template(trip: TSESTree.TaggedTemplateExpression): Io | null {
    const { root, steps } = chainOf(trip.tag);
    const name = steps.at(-1) ?? (root.type === 'Identifier' ? root.name : '');
    const text = trip.quasi.quasis.map((quasi) => quasi.value.raw).join('?');
    if (!/^(?:sql|\$queryRaw|\$executeRaw|query|db|pg|client|conn)$/.test(name) || !SQL.test(text)) return null;
    return io('database', {
      write: !/^\s*(?:select|with)/i.test(text),
      batched: BATCH_SQL.test(text),
      transactional: isTransactional(trip, name === 'sql' ? '' : name),
      library: 'sql',
    });
  }

  #database(call: Call, origin: Origin): Io | null {
    if (call.arguments.slice(0, 2).some((argument) => DDL.test(stringText(argument) ?? ''))) return null;
    const { root, steps } = chainOf(call);
    const methods = steps.filter((step) => step !== '()' && step !== '[]');
    const method = steps.at(-1) === '()' ? (steps.at(-2) ?? null) : null;
    const sql = sqlText(call);
    if (v.DATABASE_ADMIN.has(method ?? '') && sql === null) return null;
    if (method === 'send' && isDocumentCommand(call))
      return io('database', { write: !/^(?:Get|Query|Scan)/.test(commandName(call)), library: 'dynamodb' });
    const names = [root.type === 'Identifier' ? root.name : null, ...methods.slice(0, -1)].filter((name): name is string => name !== null);
    if (!sql && !this.#isDatabase(method, origin, names, root)) return null;
    const text = sql ?? '';
    return io('database', {
      write:
        sql !== null ? !/^\s*(?:select|with)/i.test(sql) : methods.some((name) => WRITE_METHOD.test(name) || v.DISTINCT_WRITES.has(name)),
      batched: BATCH_SQL.test(text) || methods.some((name) => v.BATCH_METHODS.has(name)) || takesMany(call),
      transactional: names.some((name) => v.TRANSACTION_NAMES.test(name)) || isTransactional(call, names[0] ?? ''),
      library: library(origin, names, sql),
      guess: sql === null && !isProven(origin, names, root),
      lazy:
        sql === null &&
        (method === 'raw' ||
          method === 'create' ||
          !(
            v.READS.has(method ?? '') ||
            v.WRITES.has(method ?? '') ||
            v.DISTINCT_READS.has(method ?? '') ||
            v.DISTINCT_WRITES.has(method ?? '')
          )),
    });
  }

  #isDatabase(method: string | null, origin: Origin, names: readonly string[], root: Node): boolean {
    const module = belongsTo(origin.module, v.MODULES.database);
    const type =
      origin.type !== null && !origin.type.list && (v.DATABASE_TYPES.has(origin.type.name) || v.DATABASE_SUFFIX.test(origin.type.name));
    if (method === null || method === 'new') return module && origin.name === 'knex';
    const fits =
      v.READS.has(method) ||
      v.WRITES.has(method) ||
      v.DISTINCT_READS.has(method) ||
      v.DISTINCT_WRITES.has(method) ||
      v.BATCH_METHODS.has(method) ||
      DATA_METHOD.test(method);
    if (module || type) return fits;
    // A name of the file that is known to be something else is believed over how it sounds.
    if (origin.module !== null && !origin.module.startsWith('.') && !origin.module.startsWith('@/') && !origin.module.startsWith('~'))
      return false;
    if (origin.type && /^(?:Map|Set|WeakMap|Array|string|number|Cache|LRUCache)$|\[\]$/.test(origin.type.list ? 'Array' : origin.type.name))
      return false;
    const binding = origin.binding;
    const value = binding ? constantValue(binding) : null;
    if (
      value &&
      (value.type === 'ArrayExpression' ||
        value.type === 'ObjectExpression' ||
        (value.type === 'NewExpression' && value.callee.type === 'Identifier' && /^(?:Map|Set|WeakMap)$/.test(value.callee.name)))
    )
      return false;
    if (v.DISTINCT_READS.has(method) || v.DISTINCT_WRITES.has(method)) return true;
    const named = names.some((name) => v.DATABASE_NAMES.has(name) || v.DATABASE_SUFFIX.test(name));
    if (named) return [method, ...names].some((name) => DATA_METHOD.test(name)) || NAMED_METHOD.test(method);
    return root.type === 'Identifier' && names.length === 1 && this.#isModel(root, method, origin);
  }

  /** `User.findAll(...)`: a class of the data model, by its capital and a query method. */
  #isModel(root: TSESTree.Identifier, method: string, origin: Origin): boolean {
    if (!/^[A-Z][a-z]/.test(root.name) || GLOBALS.has(root.name) || origin.binding?.declaration) return false;
    if (/^(?:find|findAll|findBy|count|countBy|destroy|upsert|where|query|aggregate|exists|distinct)$/.test(method)) return true;
    return /model|entit|schema|\bdb\b|database|orm/i.test(origin.module ?? '') && DATA_METHOD.test(method);
  }

  #cache(call: Call, origin: Origin): Io | null {
    const method = calleeName(call) ?? '';
    const object = receiver(call);
    if (!object || !(v.CACHE_READS.has(method) || v.CACHE_WRITES.has(method))) return null;
    const { root, steps } = chainOf(object);
    const name = steps.filter((step) => step !== '()').at(-1) ?? (root.type === 'Identifier' ? root.name : '');
    const proven = belongsTo(origin.module, v.MODULES.cache) || (origin.type !== null && v.CACHE_TYPES.has(origin.type.name));
    const local = origin.type !== null && /^(?:Map|Set|WeakMap|LRUCache|LRU)$/.test(origin.type.name);
    if (
      !proven &&
      (local || origin.module?.startsWith('.') === false || !/redis|^cache(?:Manager|Service|Client)?$|^memcached$|^kv$/i.test(name))
    )
      return null;
    return io('cache', { write: v.CACHE_WRITES.has(method), transactional: /multi|pipeline|tx/i.test(name), library: 'redis' });
  }

  #http(call: Call, origin: Origin): Io | null {
    const callee = unwrap(call.callee);
    const method = calleeName(call) ?? '';
    const write =
      /^(?:post|put|patch|delete)$/.test(method) ||
      some(
        call,
        (node) =>
          node.type === 'Property' &&
          node.key.type === 'Identifier' &&
          node.key.name === 'method' &&
          /^(?:post|put|patch|delete)$/i.test(stringText(node.value) ?? ''),
      );
    if (callee.type === 'Identifier') {
      const direct = (callee.name === 'fetch' || callee.name === '$fetch') && origin.module === null && !origin.binding;
      return direct || (belongsTo(origin.module, v.MODULES.http) && origin.steps.filter((step) => step !== '()').length <= 1)
        ? io('http', { write })
        : null;
    }
    const object = receiver(call);
    if (!object) return null;
    if (SDK.test(origin.module ?? ''))
      return /^(?:send|request|retrieve|get|list|find|fetch|create|update|del|delete|search|query|upload|download)/.test(method)
        ? io('http', { write: WRITE_METHOD.test(method) })
        : null;
    if (!v.HTTP_METHODS.has(method)) return null;
    if (belongsTo(origin.module, v.MODULES.http) || (origin.type !== null && v.HTTP_TYPES.has(origin.type.name)))
      return io('http', { write });
    if (origin.module !== null && !origin.module.startsWith('.')) return null;
    const { root, steps } = chainOf(object);
    const name = steps.filter((step) => step !== '()').at(-1) ?? (root.type === 'Identifier' ? root.name : '');
    if (!v.HTTP_NAMES.has(name) && !/(?:Http|HttpClient|ApiClient|Axios)$/.test(name)) return null;
    return /^axios|http(?:Client|Service)/i.test(name) || isUrl(call.arguments[0]) ? io('http', { write }) : null;
  }

  #file(call: Call, origin: Origin): Io | null {
    const method = calleeName(call) ?? '';
    if (!v.FILE_READS.has(method)) return null;
    const known =
      belongsTo(origin.module, v.MODULES.file) ||
      (origin.module === null && !origin.binding && /^(?:fs|fsp|fsPromises|fse)$/.test(origin.name ?? ''));
    return known ? io('file', {}) : null;
  }

  /** A function of this file, read through: what it awaits, its caller awaits. */
  #own(call: Call): Io | null {
    const summary = this.#summary(call);
    return summary && !summary.transactional && isTransactional(call, '') ? { ...summary, transactional: true } : summary;
  }

  #summary(call: Call): Io | null {
    const target = this.#target(call);
    if (!target) return null;
    const known = this.#summaries.get(target);
    if (known !== undefined) return known;
    if (this.#depth >= DEEPEST) return null;
    this.#summaries.set(target, null);
    this.#depth++;
    let found: Io | null = null;
    let remembers = false;
    walk(target.body, (node) => {
      if (isFunction(node) && node !== target) return false;
      if (node.type === 'CallExpression' && /^(?:has|getCached|fromCache|memoi[sz]e\w*)$/.test(calleeName(node) ?? '')) remembers = true;
      if (found === null && (node.type === 'CallExpression' || node.type === 'TaggedTemplateExpression')) {
        const inner = fired(node) === null ? null : this.read(node);
        if (inner && inner.kind !== 'file' && inner.kind !== 'remote') found = { ...inner, via: inner.via ?? calleeText(node) };
      }
      return undefined;
    });
    this.#depth--;
    const result = remembers ? null : found;
    this.#summaries.set(target, result);
    return result;
  }

  /** The function that a call runs, when this file holds it. */
  #target(call: Call): FunctionNode | null {
    const callee = unwrap(call.callee);
    if (callee.type === 'MemberExpression')
      return callee.object.type === 'ThisExpression' ? this.model.members.method(callee, calleeName(call) ?? '') : null;
    const binding = callee.type === 'Identifier' ? this.model.resolve(callee) : null;
    if (binding?.declaration && isFunction(binding.declaration)) return binding.declaration;
    const value = binding ? constantValue(binding) : null;
    return isFunction(value) ? value : null;
  }

  /** Nothing but the name says it: `getUser(order.userId)`, `this.pricing.fetchPrice(sku)`. */
  #named(call: Call, origin: Origin): Io | null {
    const method = calleeName(call) ?? '';
    if (!v.REMOTE_FUNCTION.test(method) || this.#target(call)) return null;
    if (origin.module !== null && !/^(?:\.|@\/|~)/.test(origin.module)) return null;
    const object = receiver(call);
    if (object === null) return origin.binding && !origin.binding.imported ? null : io('remote', { byName: true });
    const { root, steps } = chainOf(object);
    const name = steps.at(-1) ?? (root.type === 'Identifier' ? root.name : '');
    return v.REMOTE_RECEIVER.test(name) || v.REMOTE_RECEIVER.test(origin.type?.name ?? '') ? io('remote', { byName: true }) : null;
  }
}

/** The module, the type or a name on the way says database. */
function isProven(origin: Origin, names: readonly string[], root: Node): boolean {
  if (belongsTo(origin.module, v.MODULES.database) || (origin.type !== null && v.DATABASE_TYPES.has(origin.type.name))) return true;
  if (origin.type !== null && v.DATABASE_SUFFIX.test(origin.type.name)) return true;
  return (
    names.some((name) => v.DATABASE_NAMES.has(name) || v.DATABASE_SUFFIX.test(name)) ||
    (root.type === 'Identifier' && /^[A-Z]/.test(root.name))
  );
}

function io(kind: v.IoKind, rest: Partial<Io>): Io {
  return {
    kind,
    write: false,
    batched: false,
    transactional: false,
    library: null,
    via: null,
    byName: false,
    lazy: false,
    guess: false,
    ...rest,
  };
}

function calleeText(node: Trip): string {
  const { root, steps } = chainOf(node);
  const names = [root.type === 'Identifier' ? root.name : '', ...steps.filter((step) => step !== '()' && step !== '[]')];
  return names.filter(Boolean).join('.');
}
