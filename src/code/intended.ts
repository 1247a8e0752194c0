/** When one trip after another is what the author means: retries, pages, rate limits, chains, streams, first answers. */
import type { TSESTree } from '@typescript-eslint/typescript-estree';
import { type Node, calleeName, chainOf, isFunction, receiver, some, stringText, unwrap, within } from './ast';
import type { Io, Trip } from './io';
import { type Loop, endsLoop } from './loops';
import { collectionName } from './names';
import { mentions, reads } from './flow';
import { type Binding, type Model, constantValue } from './scope';
import * as v from './vocabulary';

/** Literal collections up to this many elements are part of the program, not of its data. */
const FEW = 24;

/** A collection that cannot grow with the data: a literal, a constant, an enum, a split of a literal. */
export function isFixed(model: Model, over: Node | null, hops = 6): boolean {
  if (!over || hops === 0) return false;
  const node = unwrap(over);
  switch (node.type) {
    case 'ArrayExpression':
      return node.elements.length <= FEW && node.elements.every((element) => element !== null && element.type !== 'SpreadElement');
    case 'ObjectExpression':
      return node.properties.every((property) => property.type === 'Property');
    case 'Literal':
    case 'TemplateLiteral':
      return true;
    case 'Identifier':
      return isFixedName(model, node, hops);
    case 'MemberExpression':
      return !node.computed && node.property.type === 'Identifier' && /^[A-Z][A-Z0-9_]+$/.test(node.property.name);
    case 'CallExpression': {
      const { root } = chainOf(node);
      if (root.type === 'Identifier' && /^(?:Object|Array|Set|Map)$/.test(root.name) && node.arguments[0])
        return isFixed(model, node.arguments[0], hops - 1);
      const callee = unwrap(node.callee);
      return (
        callee.type === 'MemberExpression' &&
        /^(?:map|filter|slice|entries|keys|values|reverse|sort|split|concat|flat)$/.test(calleeName(node) ?? '') &&
        isFixed(model, callee.object, hops - 1)
      );
    }
    case 'NewExpression':
      return node.arguments[0] !== undefined && isFixed(model, node.arguments[0], hops - 1);
    default:
      return false;
  }
}

function isFixedName(model: Model, node: TSESTree.Identifier, hops: number): boolean {
  const binding = model.resolve(node);
  if (/^[A-Z][A-Z0-9_]+$/.test(node.name)) return true;
  // `Object.values(Status)`: an enum or a table of constants; a model class is never iterated.
  if (/^[A-Z]/.test(node.name)) return true;
  const value = binding ? constantValue(binding) : null;
  if (!binding || !value || binding.kind !== 'const') return false;
  return (
    binding.mutations.length === 0 &&
    (value.type !== 'Identifier' || value.name !== node.name) &&
    !(value.type === 'ArrayExpression' && value.elements.length === 0) &&
    isFixed(model, value, hops - 1)
  );
}

/** Why the sequence is meant, or null. */
export function intendedSequence(model: Model, loop: Loop, trip: Trip, io: Io): string | null {
  const name = collectionName(loop.over) ?? '';
  const items = [...loop.items].map((b) => b.name);
  if (isFixed(model, loop.over)) return 'fixed list';
  if (v.FIXED_COLLECTION.test(name)) return 'part of the program';
  if (v.BATCH_COLLECTION.test(name) || items.some((item) => v.BATCH_COLLECTION.test(item))) return 'already batched';
  if (v.ATTEMPTS.test(name)) return 'attempts';
  if (
    loop.over &&
    unwrap(loop.over).type === 'CallExpression' &&
    /chunk|batch|paginat|page|split|slice|range|times|retry/i.test(calleeName(unwrap(loop.over) as never) ?? '')
  )
    return 'already batched';
  if (loop.kind === 'for await' && (io.write || io.kind !== 'database' || v.STREAMS.test(name))) return 'stream';
  if (io.kind === 'database' && picksTable(model, loop, trip)) return 'another table each time';
  if (loop.concurrent && isLimited(loop)) return 'limited';
  if (pauses(loop.body)) return 'rate limit';
  if (chained(model, loop, trip)) return 'each turn needs the one before';
  if (growsItself(model, loop)) return 'work list';
  if (endsLoop(loop, trip)) return 'runs once';
  if (isRemembered(model, loop, trip)) return 'remembered';
  if (firstAnswerWins(model, loop, trip, io)) return 'first answer wins';
  return null;
}

/** `db.collection(name).find()`, `getRepository(type)`, `from ${table}`: every turn asks another table, so that no one query could answer. */
function picksTable(model: Model, loop: Loop, trip: Trip): boolean {
  const text = trip.type === 'CallExpression' ? trip.arguments[0] : trip.quasi;
  if (
    text?.type === 'TemplateLiteral' &&
    trip.type === 'CallExpression' &&
    /\b(?:from|into|update|table|join)\s+["'`[]?\?/i.test(stringText(text) ?? '')
  )
    return true;
  let at: Node = trip.type === 'CallExpression' ? unwrap(trip.callee) : trip.tag;
  while (at.type === 'MemberExpression' || at.type === 'CallExpression') {
    if (at.type === 'MemberExpression' && at.computed && mentions(model, at.property, loop.items)) return true;
    const selects = at.type === 'CallExpression' && (at.callee.type === 'Identifier' || SELECTORS.test(calleeName(at) ?? ''));
    if (selects && at.type === 'CallExpression' && at.arguments[0] && mentions(model, at.arguments[0], loop.items)) return true;
    at = unwrap(at.type === 'CallExpression' ? at.callee : at.object);
  }
  return false;
}

const SELECTORS =
  /^(?:collection|getRepository|getMongoRepository|getModel|model|documents|table|from|into|insertInto|selectFrom|updateTable|deleteFrom|entityManager|getCollection|db|query|container|schema|withSchema)$/;

/** `limit(() => ...)` around the turn, or a concurrency given to the helper that runs them. */
function isLimited(loop: Loop): boolean {
  const call = loop.node;
  if (call.type !== 'CallExpression') return false;
  if (
    call.arguments.some(
      (a) =>
        a.type === 'ObjectExpression' &&
        a.properties.some((p) => p.type === 'Property' && p.key.type === 'Identifier' && p.key.name === 'concurrency'),
    )
  )
    return true;
  return some(
    loop.body,
    (node) => node.type === 'CallExpression' && v.LIMITERS.test(calleeName(node) ?? '') && node.arguments.some((a) => isFunction(a)),
  );
}

function pauses(body: Node): boolean {
  const isTimer = (node: Node): boolean => node.type === 'CallExpression' && /^set(?:Timeout|Immediate)$/.test(calleeName(node) ?? '');
  const isPause = (node: Node): boolean => {
    if (node.type === 'NewExpression') return node.callee.type === 'Identifier' && node.callee.name === 'Promise' && some(node, isTimer);
    return node.type === 'AwaitExpression' && node.argument.type === 'CallExpression' && v.PAUSES.test(calleeName(node.argument) ?? '');
  };
  // What a callback waits for later does not slow this turn down.
  return some(body, isPause, (node) => !isFunction(node));
}

/** `if (!known) { known = await load(id); cache.set(id, known); }`: asked once for every key, however many elements share it. */
function isRemembered(model: Model, loop: Loop, trip: Trip): boolean {
  for (let at: Node | undefined = trip; at && at !== loop.body && !isFunction(at); at = at.parent) {
    if (at.type !== 'IfStatement' || !within(trip, at.consequent)) continue;
    const stored = some(at.consequent, (node) => {
      const cache = node.type === 'CallExpression' && calleeName(node) === 'set' ? receiver(node) : null;
      const binding = cache?.type === 'Identifier' ? model.resolve(cache) : null;
      return binding !== null && !within(binding.node, loop.body);
    });
    if (stored && isMissing(at.test)) return true;
  }
  return false;
}

/** The call reads something that an earlier turn wrote: a cursor, a token, the parent found last. */
function chained(model: Model, loop: Loop, trip: Trip): boolean {
  const inputs = trip.type === 'CallExpression' ? trip.arguments : [trip.quasi];
  for (const input of inputs) {
    for (const binding of reads(model, input)) {
      if (loop.items.has(binding) || within(binding.node, loop.node)) continue;
      if (binding.writes.some((write) => within(write, loop.body) && write.type !== 'UpdateExpression')) return true;
      if (
        some(
          loop.body,
          (node) =>
            node.type === 'AssignmentExpression' &&
            node.left.type === 'MemberExpression' &&
            !node.left.computed &&
            rootOf(model, node.left) === binding &&
            mentionsMember(input, node.left),
        )
      )
        return true;
    }
  }
  return false;
}

function rootOf(model: Model, node: Node): Binding | null {
  const { root } = chainOf(node);
  return root.type === 'Identifier' ? model.resolve(root) : null;
}

/** `state.cursor` is read by the call when the loop writes `state.cursor`. */
function mentionsMember(input: Node, written: TSESTree.MemberExpression): boolean {
  const { property } = written;
  return (
    property.type === 'Identifier' &&
    some(input, (node) => node.type === 'MemberExpression' && node.property.type === 'Identifier' && node.property.name === property.name)
  );
}

/** A loop that adds to what it walks through discovers its work as it goes. */
function growsItself(model: Model, loop: Loop): boolean {
  const over = loop.over ? unwrap(loop.over) : null;
  const binding = over?.type === 'Identifier' ? model.resolve(over) : null;
  return (
    binding?.mutations.some((call) => within(call, loop.body) && /^(?:push|unshift|splice|add|shift|pop)$/.test(calleeName(call) ?? '')) ??
    false
  );
}

/** `return` or `break` as soon as an answer is good: trying sources in turn, not fetching rows. */
function firstAnswerWins(model: Model, loop: Loop, trip: Trip, io: Io): boolean {
  if (loop.node.type === 'CallExpression') return false;
  const results = resultBindings(model, trip);
  const aboutResult = (test: Node): boolean => within(trip, test) || [...reads(model, test)].some((binding) => results.has(binding));
  const statements = loop.body.type === 'BlockStatement' ? loop.body.body : [loop.body];
  const visit = (statement: Node, always: boolean): boolean => {
    switch (statement.type) {
      case 'ReturnStatement':
        return always;
      case 'BreakStatement':
        return always && statement.label === null;
      case 'TryStatement':
        return visit(statement.block, always);
      case 'BlockStatement':
        return statement.body.some((inner) => visit(inner, always));
      case 'IfStatement':
        if (aboutResult(statement.test)) return endsSearch(model, statement, results, io);
        return visit(statement.consequent, false) || (statement.alternate !== null && visit(statement.alternate, false));
      default:
        return false;
    }
  };
  return statements.some((statement) => visit(statement, true));
}

function resultBindings(model: Model, trip: Trip): Set<Binding> {
  for (let at: Node | undefined = trip; at && !isFunction(at) && at.type !== 'BlockStatement'; at = at.parent) {
    if (at.type === 'VariableDeclarator') return reads(model, at.id);
    if (at.type === 'AssignmentExpression') return reads(model, at.left);
  }
  return new Set();
}

/** The turn that brought an answer ends the loop; a loop that ends because an answer is missing was a check of every row. */
function endsSearch(model: Model, statement: TSESTree.IfStatement, results: ReadonlySet<Binding>, io: Io): boolean {
  const { consequent, test } = statement;
  const last = consequent.type === 'BlockStatement' ? consequent.body.at(-1) : consequent;
  if (last?.type === 'BreakStatement') return true;
  if (last?.type !== 'ReturnStatement') return false;
  if (last.argument && [...reads(model, last.argument)].some((binding) => results.has(binding))) return true;
  return !isMissing(test) && (!last.argument || io.kind !== 'database');
}

/** `!user`, `user === null`, `rows.length === 0`, `status !== 'ok'`. */
function isMissing(test: Node): boolean {
  if (test.type === 'UnaryExpression') return test.operator === '!';
  if (test.type === 'LogicalExpression') return isMissing(test.left) || isMissing(test.right);
  if (test.type !== 'BinaryExpression') return false;
  const { operator, right } = test;
  const nothing =
    (right.type === 'Literal' && (right.value === null || right.value === 0 || right.value === false)) ||
    (right.type === 'Identifier' && right.name === 'undefined');
  if (operator === '===' || operator === '==') return nothing;
  if (operator === '!==' || operator === '!=') return !nothing;
  return operator === '<' || operator === '<=';
}
