/** `code-n-plus-one`: one query, request or lookup per element of a collection, where one for all of them would do. */
import { type Call, type Node, calleeName, chainOf, enclosingFunction, outward, receiver, shown, some, stringText, unwrap } from '../ast';
import type { FileContext } from '../context';
import type { Found, RuleInput } from '../hint';
import { intendedSequence } from '../intended';
import { isId, memberName } from '../keys';
import type { Io, IoReader, Trip } from '../io';
import { type Loop, loopsAround } from '../loops';
import { collectionName, itemName } from '../names';
import { derived, mentions } from '../flow';
import { fired, hasNodeCallback, isInnerOfChain } from '../usage';
import type { Binding, Model } from '../scope';

interface Site {
  readonly loop: Loop;
  readonly trip: Trip;
  readonly io: Io;
  readonly soft: boolean;
  count: number;
}

/** Calls of one loop that are looked at. Every look may read the whole loop, so that without a bound a generated one would cost the square. */
const MOST_CALLS = 60;

export function nPlusOne({ model, io: reader, file }: RuleInput): Found[] {
  const sites = new Map<Node, Map<string, Site>>();
  const items = new Map<Node, ReadonlySet<Binding>>();
  const judged = new Map<Node, number>();
  for (const trip of [...model.calls, ...model.templates]) {
    const [loop] = loopsAround(model, trip);
    if (!loop?.data || isInnerOfChain(trip)) continue;
    const io = reader.read(trip) ?? rowMethod(model, reader, trip, loop);
    if (!io || io.batched || io.transactional) continue;
    const seen = (judged.get(loop.node) ?? 0) + 1;
    judged.set(loop.node, seen);
    if (seen > MOST_CALLS) continue;
    const how = fired(trip) ?? (io.kind === 'database' && trip.type === 'CallExpression' && hasNodeCallback(trip) ? 'started' : null);
    if (
      how === null ||
      (how === 'started' && (io.lazy || (io.guess && !isGathered(loop)))) ||
      (how === 'started' && io.kind !== 'database' && !loop.concurrent)
    )
      continue;
    let own = items.get(loop.node);
    if (!own) items.set(loop.node, (own = derived(model, loop)));
    if (!dependsOn(model, trip, own, io) || (io.byName && !hasKey(model, trip, own))) continue;
    if (intendedSequence(model, loop, trip, io) !== null || file.offPath(trip)) continue;
    const weight = weigh(loop, trip, io, file);
    if (weight === null) continue;
    const known = sites.get(loop.node) ?? sites.set(loop.node, new Map()).get(loop.node)!;
    const site = known.get(io.kind);
    if (site) site.count++;
    else known.set(io.kind, { loop, trip, io, soft: weight === 'soft', count: 1 });
  }
  return [...sites.values()].flatMap((kinds) => [...kinds.values()].map(describe));
}

const ROW = 'the row itself';

/** `await user.save()` where `users` came from the database: the row carries its own query. */
function rowMethod(model: Model, reader: IoReader, trip: Trip, loop: Loop): Io | null {
  if (trip.type !== 'CallExpression' || !/^(?:save|destroy|reload|populate|remove|deleteOne|updateOne)$/.test(calleeName(trip) ?? ''))
    return null;
  const row = receiver(trip);
  const binding = row?.type === 'Identifier' ? model.resolve(row) : null;
  if (!binding || !loop.items.has(binding) || !loop.over) return null;
  const { root } = chainOf(loop.over);
  const source = root.type === 'Identifier' ? (model.resolve(root)?.init ?? null) : loop.over;
  const fromDatabase = source !== null && some(source, (node) => node.type === 'CallExpression' && reader.read(node)?.kind === 'database');
  return fromDatabase
    ? {
        kind: 'database',
        write: calleeName(trip) !== 'populate',
        batched: false,
        transactional: false,
        library: null,
        via: ROW,
        byName: false,
        lazy: false,
        guess: false,
      }
    : null;
}

/** The call is about the current element: its arguments, or the row it is called on. */
function dependsOn(model: Model, trip: Trip, items: ReadonlySet<Binding>, io: Io): boolean {
  if (io.via === ROW) return true;
  if (trip.type === 'TaggedTemplateExpression') return mentions(model, trip.quasi, items);
  if (trip.arguments.some((argument) => mentions(model, argument, items))) return true;
  // A chain says it anywhere: `knex('users').where({ id: order.userId }).first()`. A handle per element (one database per tenant) is not a row.
  let at: Node = unwrap(trip.callee);
  while (at.type === 'MemberExpression' || at.type === 'CallExpression') {
    if (at.type === 'CallExpression' && at.arguments.some((argument) => mentions(model, argument, items))) return true;
    at = unwrap(at.type === 'CallExpression' ? at.callee : at.object);
  }
  return false;
}

/** `Promise.all(rows.map(...))`: what the callback returns is waited for, so it was started. */
function isGathered(loop: Loop): boolean {
  const { parent } = outward(loop.node);
  return parent?.type === 'CallExpression' && /^(?:all|allSettled|promiseAll)$/.test(calleeName(parent) ?? '');
}

/** A key of the element among the arguments: `order.userId`, `id`, `{ sku: line.sku }`. */
function hasKey(model: Model, trip: Trip, items: ReadonlySet<Binding>): boolean {
  const isKey = (node: Node): boolean => isId(memberName(node)) && mentions(model, node, items);
  if (trip.type !== 'CallExpression') return false;
  return trip.arguments.some((argument) => {
    const node = unwrap(argument);
    if (node.type !== 'ObjectExpression') return isKey(node);
    return node.properties.some((property) => property.type === 'Property' && isKey(property.value));
  });
}

/** Requests that run at once are already the usual fix; what is left to say about them is softer. */
function weigh(loop: Loop, trip: Trip, io: Io, file: FileContext): 'firm' | 'soft' | null {
  if (io.kind === 'database') return 'firm';
  if (loop.concurrent) return io.kind === 'http' && trip.type === 'CallExpression' && asksForOneRow(trip) ? 'soft' : null;
  if (io.kind === 'file') {
    if (file.tooling) return null;
    const fn = enclosingFunction(trip);
    const handlers = file.handlers;
    return fn && handlers.has(fn) ? 'firm' : 'soft';
  }
  return io.kind === 'remote' ? 'soft' : 'firm';
}

/** `/users/${order.userId}`: the same address with another key each time, so that a bulk endpoint could answer. */
function asksForOneRow(trip: Call): boolean {
  const [address] = trip.arguments;
  return /[/=]\?/.test(
    address?.type === 'TemplateLiteral' || address?.type === 'BinaryExpression' ? (stringText(address) ?? '').replace(/^\?/, '') : '',
  );
}

const NOUNS = {
  database: ['query', 'queries'],
  http: ['request', 'requests'],
  cache: ['round trip', 'round trips'],
  file: ['file read', 'file reads'],
  remote: ['call', 'calls'],
} as const;

function describe({ loop, trip, io, soft, count }: Site): Found {
  const [one, many] = NOUNS[io.kind];
  const item = itemName(loop);
  const noun = `${count} ${count === 1 ? one : many}`;
  const overlapping = io.kind === 'http' || io.kind === 'file' || io.kind === 'remote';
  return {
    rule: 'code-n-plus-one',
    node: trip.type === 'CallExpression' ? trip.callee : trip.tag,
    data: {
      callee: shown(trip.type === 'CallExpression' ? trip.callee : trip.tag),
      ...(io.via === null || io.via === ROW ? {} : { via: io.via }),
      io: io.kind,
      loop: loop.kind,
      over: collectionName(loop.over) ?? '',
      item,
      before: `${noun} per ${item}${loop.concurrent ? '' : ', one after another'}`,
      after: overlapping ? `${noun} for all, or a bounded number at once` : noun,
      suggestion: advice(io),
      strength: soft ? 'soft' : 'firm',
    },
  };
}

const READ_ADVICE: Readonly<Record<string, string>> = {
  prisma: 'one findMany with { in: ids } before the loop, then a Map by id',
  knex: 'one whereIn over the ids before the loop, then a Map by id',
  typeorm: 'one find with In(ids) or a join before the loop, then a Map by id',
  mongoose: 'one find with $in before the loop (or populate), then a Map by id',
  mongodb: 'one find with $in (or $lookup) before the loop, then a Map by id',
  sequelize: 'one findAll with Op.in or include before the loop, then a Map by id',
  drizzle: 'one select with inArray before the loop, then a Map by id',
  kysely: "one select with where(..., 'in', ids) before the loop, then a Map by id",
};
const WRITE_ADVICE: Readonly<Record<string, string>> = {
  prisma: 'one createMany or updateMany for all rows',
  knex: 'one insert with an array of rows, or batchInsert',
  typeorm: 'one save or insert with an array of rows',
  mongoose: 'one insertMany or bulkWrite for all rows',
  mongodb: 'one insertMany or bulkWrite for all rows',
  sequelize: 'one bulkCreate or update for all rows',
};

function advice(io: Io): string {
  switch (io.kind) {
    case 'database':
      if (io.write) return WRITE_ADVICE[io.library ?? ''] ?? 'one statement for all rows, or batches of them';
      return READ_ADVICE[io.library ?? ''] ?? 'one query with the ids in an IN list (or a join) before the loop, then a Map by id';
    case 'cache':
      return io.write ? 'one pipeline for all keys' : 'one MGET or pipeline for all keys';
    case 'file':
      return 'read the files at once with a limit';
    case 'http':
    case 'remote':
      return 'a bulk call for all keys, or several at once with a limit';
  }
}
