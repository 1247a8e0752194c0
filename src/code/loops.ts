/** Which loops run a piece of code, over what, and which names stand for the current item. */
import type { TSESTree } from '@typescript-eslint/typescript-estree';
import { type FunctionNode, type Node, calleeName, children, isFunction, outward, propertyName, receiver, unwrap } from './ast';
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
const METHODS: ReadonlyMap<string, number> = new Map([
  ...['forEach', 'map', 'flatMap', 'filter', 'some', 'every', 'find', 'findIndex', 'findLast'].map((name) => [name, 0] as const),
  ['reduce', 1],
  ['reduceRight', 1],
]);
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
  for (let at = node.parent; at; child = at, at = at.parent) {
    const loop = isFunction(at) ? callbackLoop(model, at) : statementLoop(model, at, child);
    if (loop) found.push(loop);
    else if (isFunction(at) && !runsInPlace(at)) break;
  }
  return found;
}

/** The turn that runs `node` is the last one: its block ends by leaving the loop, so that `node` runs once at most. */
export function endsLoop(loop: Loop, node: Node): boolean {
  if (loop.node.type === 'CallExpression') return false;
  for (let at: Node | undefined = node; at && at !== loop.node; at = at.parent) {
    if (isFunction(at)) return false;
    const last = at.type === 'BlockStatement' ? at.body.at(-1) : undefined;
    if (last && /^(?:Return|Break|Throw)Statement$/.test(last.type) && last !== node) return true;
  }
  return false;
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
export function callbackLoop(model: Model, fn: FunctionNode): Loop | null {
  const call = fn.parent as Node | undefined;
  if (call?.type !== 'CallExpression') return null;
  const name = calleeName(call) ?? '';
  const object = receiver(call);
  const at = call.arguments.indexOf(fn as never);
  let over: Node | null = null;
  let param = METHODS.get(name) ?? 0;
  if (at === 0 && object && METHODS.has(name)) over = object;
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
export function bound(model: Model, node: Node): Set<Binding> {
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
