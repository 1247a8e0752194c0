/** Which loops run a piece of code, over what, and which names stand for the current item. */
import type { TSESTree } from '@typescript-eslint/typescript-estree';
import {
  type Call,
  type FunctionNode,
  type Node,
  calleeName,
  children,
  isFunction,
  outward,
  propertyName,
  receiver,
  unwrap,
  walk,
} from './ast';
import type { Binding, Model } from './scope';

export interface Loop {
  readonly node: Node;
  /** As a person names it: `for…of`, `forEach`, `while`. */
  readonly kind: string;
  /** It goes through a collection one element at a time; `over` is that collection. */
  readonly data: boolean;
  readonly over: Node | null;
  readonly items: ReadonlySet<Binding>;
  readonly body: Node;
  /** All turns are started before the first is finished (`map(async ...)`, `forEach(async ...)`). */
  readonly concurrent: boolean;
}

/** Array methods that call their first argument once per element, with the element's parameter index. */
const METHODS: Readonly<Record<string, number>> = {
  forEach: 0,
  map: 0,
  flatMap: 0,
  filter: 0,
  some: 0,
  every: 0,
  find: 0,
  findIndex: 0,
  findLast: 0,
  reduce: 1,
  reduceRight: 1,
};
/** Helpers of the shape `each(collection, callback)`: lodash, async, Bluebird, p-map. */
const HELPERS =
  /^(?:forEach|each|eachSeries|eachLimit|eachOf|eachOfSeries|forEachSeries|map|mapSeries|mapLimit|flatMap|filter|some|every|find|reduce|pMap|pEach|pMapSeries|asyncMap|asyncForEach|mapAsync|forEachAsync|from)$/;
const HELPER_OWNERS = /^(?:_|lodash|async|Promise|Bluebird|Array|R|BPromise|bluebird)$/;
/** Callbacks of these run here and now, once: what surrounds them surrounds the code inside. */
const PASS_THROUGH =
  /^(?:then|catch|finally|retry\w*|withRetry|pRetry|withSpan|startActiveSpan|startSpan|trace|timed|measure|time|withTimeout|run|runInContext|runWith\w*|wrap|attempt|tryCatch|safe\w*)$/;

/** Loops around `node` from the innermost outwards, as far as its code runs within their turns. */
export function loopsAround(model: Model, node: Node): Loop[] {
  const found: Loop[] = [];
  let child = node;
  for (let at = node.parent as Node | undefined; at; child = at, at = at.parent as Node | undefined) {
    const loop = isFunction(at) ? callbackLoop(model, at) : statementLoop(model, at, child);
    if (loop) found.push(loop);
    else if (isFunction(at) && !runsInPlace(at)) break;
  }
  return found;
}

/** The loop that a statement is, if `child` is the part of it that is repeated. */
function statementLoop(model: Model, node: Node, child: Node): Loop | null {
  switch (node.type) {
    case 'ForOfStatement':
      if (child !== node.body) return null;
      return {
        node,
        kind: node.await ? 'for await' : 'for…of',
        data: true,
        over: unwrap(node.right),
        items: bound(model, node.left),
        body: node.body,
        concurrent: false,
      };
    case 'ForInStatement':
      if (child !== node.body) return null;
      return {
        node,
        kind: 'for…in',
        data: true,
        over: unwrap(node.right),
        items: bound(model, node.left),
        body: node.body,
        concurrent: false,
      };
    case 'ForStatement':
      if (child === node.init) return null;
      return { node, kind: 'for', ...counted(model, node), body: node.body, concurrent: false };
    case 'WhileStatement':
    case 'DoWhileStatement':
      return {
        node,
        kind: node.type === 'WhileStatement' ? 'while' : 'do…while',
        data: false,
        over: null,
        items: new Set(),
        body: node.body,
        concurrent: false,
      };
    default:
      return null;
  }
}

/** `for (let i = 0; i < rows.length; i++)` goes through `rows`; any other bound or step is a counter, a page or an attempt. */
function counted(model: Model, node: TSESTree.ForStatement): { data: boolean; over: Node | null; items: ReadonlySet<Binding> } {
  const none = { data: false, over: null, items: new Set<Binding>() };
  const { init, test, update } = node;
  if (init?.type !== 'VariableDeclaration' || test?.type !== 'BinaryExpression' || update?.type !== 'UpdateExpression') return none;
  const [counter] = init.declarations;
  if (counter?.id.type !== 'Identifier') return none;
  let size: Node = unwrap(test.right);
  if (test.left.type !== 'Identifier' || test.left.name !== counter.id.name) {
    // Counting down: `for (let i = rows.length - 1; i >= 0; i--)`.
    return none;
  }
  if (/^>/.test(test.operator) && counter.init?.type === 'BinaryExpression') size = unwrap(counter.init.left);
  if (size.type === 'Identifier') {
    const binding = model.resolve(size);
    if (binding?.init && binding.writes.length === 0) size = unwrap(binding.init);
  }
  if (size.type !== 'MemberExpression' || !/^(?:length|size)$/.test(propertyName(size) ?? '')) return none;
  return { data: true, over: unwrap(size.object), items: bound(model, init) };
}

/** The loop that a function is the body of, being the callback of an array method or of a helper. */
function callbackLoop(model: Model, fn: FunctionNode): Loop | null {
  const call = fn.parent as Node | undefined;
  if (call?.type !== 'CallExpression') return null;
  const name = calleeName(call) ?? '';
  const object = receiver(call);
  const at = call.arguments.indexOf(fn as never);
  let over: Node | null = null;
  let param = METHODS[name] ?? 0;
  if (at === 0 && object && name in METHODS) over = object;
  else if (
    at >= 1 &&
    HELPERS.test(name) &&
    (object === null ? /^(?:p[EM]|async|map[AS]|forEach|each)/.test(name) : object.type === 'Identifier' && HELPER_OWNERS.test(object.name))
  ) {
    over = unwrap(call.arguments[0] as Node);
    param = name === 'reduce' ? 1 : 0;
  }
  if (!over) return null;
  const item = fn.params[param];
  const index = fn.params[param + 1];
  const items = new Set([...(item ? bound(model, item) : []), ...(index ? bound(model, index) : [])]);
  return { node: call, kind: name, data: true, over, items, body: fn.body, concurrent: !/Series$|^reduce/.test(name) };
}

/** An immediately invoked function, or a callback that its callee runs once on the way. */
function runsInPlace(fn: Node): boolean {
  const { parent, child } = outward(fn);
  if (parent?.type !== 'CallExpression') return false;
  return parent.callee === child || PASS_THROUGH.test(calleeName(parent) ?? '');
}

/** The bindings that a pattern or declaration introduces. */
function bound(model: Model, node: Node): Set<Binding> {
  const found = new Set<Binding>();
  const add = (target: Node): void => {
    if (target.type === 'Identifier') {
      const binding = model.resolve(target);
      if (binding) found.add(binding);
    } else if (target.type === 'VariableDeclaration') target.declarations.forEach((d) => add(d.id));
    else if (target.type === 'Property') add(target.value);
    else if (target.type === 'AssignmentPattern') add(target.left);
    else if (target.type === 'ObjectPattern' || target.type === 'ArrayPattern' || target.type === 'RestElement')
      children(target).forEach(add);
  };
  add(node);
  return found;
}

/** Every binding that `node` reads: names of members and keys are not reads. */
export function reads(model: Model, node: Node): Set<Binding> {
  const found = new Set<Binding>();
  const visit = (at: Node): void => {
    if (at.type === 'Identifier') {
      const binding = model.resolve(at);
      if (binding) found.add(binding);
    } else if (at.type === 'MemberExpression') {
      visit(at.object);
      if (at.computed) visit(at.property);
    } else if (at.type === 'Property') {
      if (at.computed) visit(at.key);
      visit(at.value);
    } else children(at).forEach(visit);
  };
  visit(node);
  return found;
}

export function mentions(model: Model, node: Node, bindings: ReadonlySet<Binding>): boolean {
  for (const binding of reads(model, node)) if (bindings.has(binding)) return true;
  return false;
}

/** The items of a loop and everything inside it that is computed from them. */
export function derived(model: Model, loop: Loop): Set<Binding> {
  const found = new Set(loop.items);
  walk(loop.body, (node) => {
    if (node.type === 'VariableDeclarator' && node.init && mentions(model, node.init, found))
      for (const b of bound(model, node.id)) found.add(b);
    if ((node.type === 'ForOfStatement' || node.type === 'ForInStatement') && mentions(model, node.right, found))
      for (const b of bound(model, node.left)) found.add(b);
    if (node.type === 'AssignmentExpression' && node.left.type === 'Identifier' && mentions(model, node.right, found))
      for (const b of bound(model, node.left)) found.add(b);
    if (isFunction(node)) {
      const inner = callbackLoop(model, node);
      if (inner?.over && mentions(model, inner.over, found)) for (const b of inner.items) found.add(b);
    }
  });
  return found;
}

/** The plain name of a collection: `orders`, `orders` for `Object.values(orders)`, `this.state.orders`, `getOrders()`. */
export function collectionName(node: Node | null): string | null {
  if (!node) return null;
  const at = unwrap(node);
  if (at.type === 'Identifier') return at.name;
  if (at.type === 'MemberExpression') return propertyName(at) ?? collectionName(at.object);
  // `order.lines ?? []`
  if (at.type === 'LogicalExpression') return collectionName(at.left);
  if (at.type !== 'CallExpression') return null;
  const object = receiver(at);
  const name = calleeName(at) ?? '';
  // `await Promise.all(rows.map(...))` is the rows again.
  if (object?.type === 'Identifier' && /^(?:Object|Array|Promise|_|lodash)$/.test(object.name))
    return at.arguments[0] ? collectionName(at.arguments[0]) : null;
  if (object && /^(?:values|keys|entries|filter|map|slice|sort|reverse|concat|toArray|flat|flatMap|all|toSorted|toReversed)$/.test(name))
    return collectionName(object);
  const noun = /^(?:get|fetch|find|load|list|query|read|all)(?:All)?([A-Z]\w*)$/.exec(name)?.[1];
  return noun ? noun[0]!.toLowerCase() + noun.slice(1) : name || null;
}

/** How one turn is called in a message: the item's own name, else the singular of its collection. */
export function itemName(loop: Loop): string {
  const names = [...loop.items].filter((b) => b.path.length === 0).map((b) => b.name);
  const name = names[0];
  if (loop.kind !== 'for' && name && name.length > 2 && !/^(?:idx|index|item|key|value|val|elem|element|entry|cur|current|acc)$/.test(name))
    return name;
  return singular(collectionName(loop.over));
}

function singular(name: string | null): string {
  const last = name?.replace(/^.*[._$]/, '').replace(/(?:List|Array|Set|Map)$/, '') ?? '';
  if (/^\w+ies$/.test(last)) return `${last.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(last)) return last.slice(0, -2);
  if (/[^s]s$/.test(last) && last.length > 2) return last.slice(0, -1);
  return last.length > 2 && last.length < 30 ? last : 'item';
}

/** The call that ends a chain of calls on one value: `knex('t').where(x).first()` for its first part. */
export function isInnerOfChain(call: Node): boolean {
  const { parent, child } = outward(call);
  if (parent?.type !== 'MemberExpression' || parent.object !== child) return false;
  const next = outward(parent).parent;
  return (
    next?.type === 'CallExpression' &&
    next.callee !== call &&
    unwrap(next.callee) === parent &&
    !/^(?:then|catch|finally)$/.test(propertyName(parent) ?? '')
  );
}

/** How the result of a call is used: awaited in this turn, started and kept, or neither. */
export function fired(node: Node): 'awaited' | 'started' | null {
  let { parent, child } = outward(node);
  for (;;) {
    if (!parent) return null;
    if (parent.type === 'AwaitExpression') return 'awaited';
    if (parent.type === 'MemberExpression' && parent.object === child && /^(?:then|catch|finally)$/.test(propertyName(parent) ?? '')) {
      const call = outward(parent);
      const next = call.parent;
      if (next?.type !== 'CallExpression') return 'started';
      ({ parent, child } = outward(next));
      if (parent?.type === 'ExpressionStatement') return 'started';
      continue;
    }
    if (parent.type === 'ReturnStatement' || (parent.type === 'ArrowFunctionExpression' && parent.body === child)) return 'started';
    if (
      parent.type === 'ArrayExpression' ||
      parent.type === 'ConditionalExpression' ||
      parent.type === 'LogicalExpression' ||
      parent.type === 'SpreadElement'
    ) {
      ({ parent, child } = outward(parent));
      continue;
    }
    if (parent.type === 'CallExpression' && parent.callee !== child) {
      const name = calleeName(parent) ?? '';
      if (/^(?:push|add|all|allSettled|race|any)$/.test(name)) return 'started';
      // A wrapper such as `timeout(query)` or `camelCase(await ...)` passes its argument on.
      ({ parent, child } = outward(parent));
      if (parent?.type !== 'AwaitExpression') return null;
      continue;
    }
    return null;
  }
}

/** A method call whose last argument is a Node-style callback, so that it starts without being awaited. */
export function hasNodeCallback(call: Call): boolean {
  const last = call.arguments.at(-1);
  const first = isFunction(last) ? last.params[0] : undefined;
  return first?.type === 'Identifier' && /^(?:e|er|err|error)$/.test(first.name);
}
