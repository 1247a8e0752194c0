/** `code-quadratic`: work that grows with the square of the data where a Map, a Set or one array that grows in place would do. */
import type { TSESTree } from '@typescript-eslint/typescript-estree';
import {
  type Call,
  type FunctionNode,
  type Node,
  calleeName,
  chainOf,
  children,
  isFunction,
  propertyName,
  receiver,
  shown,
  some,
  unwrap,
  within,
} from '../ast';
import type { Found, RuleInput } from '../hint';
import { isFixed } from '../intended';
import { type Loop, collectionName, derived, loopsAround, mentions } from '../loops';
import { listEvidence, rootBinding } from '../lists';
import type { Binding, Model } from '../scope';
import { SMALL_COLLECTION, SMALL_OWNER } from '../vocabulary';

export function quadratic({ model, file }: RuleInput): Found[] {
  const found: Found[] = [];
  const items = new Map<Node, ReadonlySet<Binding>>();
  const itemsOf = (loop: Loop): ReadonlySet<Binding> => {
    let own = items.get(loop.node);
    if (!own) items.set(loop.node, (own = derived(model, loop)));
    return own;
  };
  for (const call of model.calls) {
    const hint = search(model, call, itemsOf) ?? copying(model, call);
    if (hint && !file.offPath(call)) found.push(hint);
  }
  for (const loop of model.loops) {
    const hint = join(model, loop, itemsOf);
    if (hint && !file.offPath(loop)) found.push(hint);
  }
  for (const hint of accumulation(model)) if (!file.offPath(hint.node)) found.push(hint);
  return found;
}

const BY_CALLBACK = /^(?:find|findIndex|findLast|findLastIndex|filter|some)$/;
const BY_VALUE = /^(?:includes|indexOf|lastIndexOf)$/;

/** A linear search through one collection for every element of another. */
function search(model: Model, call: Call, itemsOf: (loop: Loop) => ReadonlySet<Binding>): Found | null {
  const name = calleeName(call) ?? '';
  const target = receiver(call);
  if (!target || !(BY_CALLBACK.test(name) || BY_VALUE.test(name))) return null;
  if (target.type !== 'Identifier' && target.type !== 'MemberExpression') return null;
  const loop = dataLoop(model, call, target, itemsOf);
  if (!loop) return null;
  const own = itemsOf(loop);
  const [argument] = call.arguments;
  if (!argument || isSmall(model, target) || isSmall(model, loop.over)) return null;
  if (
    BY_CALLBACK.test(name)
      ? !(isFunction(argument) && matchesKey(model, argument, own))
      : !(mentions(model, argument, own) && isLongList(model, call, target, argument, loop))
  )
    return null;
  const over = collectionName(loop.over) ?? 'items';
  const root = rootBinding(model, target);
  const inner = root && isCollectionParameter(loop, root) ? over : (collectionName(target) ?? 'items');
  return {
    rule: 'code-quadratic',
    node: call.callee,
    data: {
      callee: shown(call.callee),
      shape: 'search',
      loop: loop.kind,
      over,
      inner,
      ...orders(over, inner),
      suggestion:
        name === 'filter'
          ? `group ${inner} into a Map by key once, before the loop`
          : BY_VALUE.test(name)
            ? `put ${inner} into a Set once and ask has()`
            : `index ${inner} in a Map by key once, before the loop`,
      strength: 'firm',
    },
  };
}

function orders(over: string, inner: string): { before: string; after: string } {
  return over === inner ? { before: 'O(n²)', after: 'O(n)' } : { before: `O(${over} × ${inner})`, after: `O(${over} + ${inner})` };
}

/** The loop around the search that goes through other data than the searched collection hangs on. */
function dataLoop(model: Model, call: Call, target: Node, itemsOf: (loop: Loop) => ReadonlySet<Binding>): Loop | null {
  const loops = loopsAround(model, call);
  const root = rootBinding(model, target);
  for (const loop of loops) {
    if (!loop.data) return null;
    const own = itemsOf(loop);
    // The list belongs to the element (`order.lines`), or is made anew in every turn.
    const selfParameter = root !== null && isCollectionParameter(loop, root);
    if (!selfParameter && mentions(model, target, own)) return null;
    if (!selfParameter && root && within(root.node, loop.body)) return null;
    return loop;
  }
  return null;
}

/** `(item, index, all) =>`: the third parameter is the collection itself. */
function isCollectionParameter(loop: Loop, binding: Binding): boolean {
  if (loop.node.type !== 'CallExpression' || binding.kind !== 'param') return false;
  const fn = loop.node.arguments.find((a) => isFunction(a));
  return isFunction(fn) && fn.params[2] === binding.node;
}

function isSmall(model: Model, over: Node | null): boolean {
  if (!over || isFixed(model, over)) return true;
  const node = unwrap(over);
  // The keys of one object are its shape far more often than its data.
  if (node.type === 'CallExpression') {
    const object = receiver(node);
    if (object?.type === 'Identifier' && object.name === 'Object' && !/(?:ById|ByKey|Map|Index|Cache)$/.test(collectionName(node) ?? ''))
      return true;
    if (/^(?:split|match|matchAll)$/.test(calleeName(node) ?? '')) return true;
    if (object && /^(?:filter|map|slice|sort|reverse|toSorted|flat)$/.test(calleeName(node) ?? '')) return isSmall(model, object);
  }
  const binding = node.type === 'Identifier' ? model.resolve(node) : null;
  if (
    binding?.init &&
    binding.path.length === 0 &&
    binding.mutations.length === 0 &&
    unwrap(binding.init) !== node &&
    unwrap(binding.init).type === 'CallExpression' &&
    isSmall(model, binding.init)
  )
    return true;
  if (node.type === 'MemberExpression' && chainNames(node.object).some((name) => SMALL_OWNER.test(name))) return true;
  return SMALL_COLLECTION.test(collectionName(node) ?? '');
}

function chainNames(node: Node): string[] {
  const { root, steps } = chainOf(node);
  return [root.type === 'Identifier' ? root.name : '', ...steps];
}

/** The callback compares a key of its own element with something of the outer one: an equality, so a Map can answer. */
function matchesKey(model: Model, fn: FunctionNode, outer: ReadonlySet<Binding>): boolean {
  const [param] = fn.params;
  if (!param) return false;
  const body =
    fn.body.type === 'BlockStatement'
      ? fn.body.body.length === 1 && fn.body.body[0]?.type === 'ReturnStatement'
        ? fn.body.body[0].argument
        : null
      : fn.body;
  return body ? isKeyTest(model, body, (node) => within(node, fn) && ownRoot(model, node, param), outer) : false;
}

function ownRoot(model: Model, node: Node, param: Node): boolean {
  const binding = rootBinding(model, node);
  return binding !== null && within(binding.node, param);
}

/** `a.id === b.userId`, alone or as a conjunct. */
function isKeyTest(model: Model, test: Node, isInner: (node: Node) => boolean, outer: ReadonlySet<Binding>): boolean {
  if (test.type === 'LogicalExpression')
    return test.operator === '&&' && (isKeyTest(model, test.left, isInner, outer) || isKeyTest(model, test.right, isInner, outer));
  if (test.type !== 'BinaryExpression' || !/^===?$/.test(test.operator)) return false;
  const [left, right] = [keyed(test.left), keyed(test.right)];
  if (!left || !right || (left.type === 'Identifier' && right.type === 'Identifier' && !(isInner(left) || isInner(right)))) return false;
  return (isInner(left) && mentions(model, right, outer)) || (isInner(right) && mentions(model, left, outer));
}

/** A name, a member, or such a thing turned into text: what can be a key. */
function keyed(node: Node): Node | null {
  const at = unwrap(node);
  if (at.type === 'Identifier' || at.type === 'MemberExpression') return at;
  if (at.type === 'CallExpression' && /^(?:toString|toLowerCase|toUpperCase|trim|valueOf|toHexString)$/.test(calleeName(at) ?? ''))
    return keyed(receiver(at) ?? at.callee);
  return at.type === 'CallExpression' && /^(?:String|Number)$/.test(calleeName(at) ?? '') && at.arguments[0]
    ? keyed(at.arguments[0])
    : null;
}

/** `includes` and `indexOf` are fine on a handful: the list must be seen to grow, or be one of keys. */
function isLongList(model: Model, call: Call, target: Node, argument: Node, loop: Loop): boolean {
  const evidence = listEvidence(model, target);
  if (evidence === 'other') return false;
  const binding = rootBinding(model, target);
  // A position in the list itself: `rows.indexOf(row)` inside a walk through `rows`, or the idiom that keeps first occurrences.
  if (loop.over && sameValue(model, target, loop.over)) return isItem(model, argument, loop);
  if (binding && isCollectionParameter(loop, binding)) return isItem(model, argument, loop);
  // Collecting without repeats: `if (!seen.includes(x)) seen.push(x)`.
  const grows =
    binding?.mutations.some((m) => calleeName(m) === 'push' && within(m, loop.body) && sameValue(model, receiver(m) ?? m, target)) ?? false;
  if (grows) return true;
  if (evidence !== 'list') return false;
  const key = argument.type === 'MemberExpression' ? (propertyName(argument) ?? '') : argument.type === 'Identifier' ? argument.name : '';
  const named = collectionName(target) ?? '';
  return (
    /(?:Ids|IDs|Emails|Skus|Uuids|Slugs)$|^(?:ids|emails|skus|uuids|slugs)$/.test(named) ||
    (/^(?:id|_id|uuid|sku|slug|email)$|(?:Id|ID|Sku|Email|Slug)$/.test(key) && call.type === 'CallExpression')
  );
}

function isItem(model: Model, node: Node, loop: Loop): boolean {
  const binding = rootBinding(model, node);
  return binding !== null && loop.items.has(binding);
}

function sameValue(model: Model, a: Node, b: Node): boolean {
  const [x, y] = [unwrap(a), unwrap(b)];
  if (x.type === 'Identifier' && y.type === 'Identifier') return x.name === y.name && model.resolve(x) === model.resolve(y);
  if (x.type === 'MemberExpression' && y.type === 'MemberExpression')
    return !x.computed && propertyName(x) === propertyName(y) && sameValue(model, x.object, y.object);
  return x.type === 'ThisExpression' && y.type === 'ThisExpression';
}

/** A loop inside a loop whose only use is to find the pairs with equal keys. */
function join(model: Model, node: Node, itemsOf: (loop: Loop) => ReadonlySet<Binding>): Found | null {
  if (node.type !== 'ForOfStatement' && node.type !== 'ForStatement') return null;
  const body = node.body.type === 'BlockStatement' ? node.body.body[0] : node.body;
  if (!body) return null;
  const [inner, outer] = loopsAround(model, body);
  if (!inner?.data || inner.node !== node || !inner.over || !outer?.data || !outer.over) return null;
  const statements = node.body.type === 'BlockStatement' ? node.body.body : [node.body];
  const decides = statements.find((s) => s.type === 'IfStatement');
  if (!decides || decides.type !== 'IfStatement' || decides.alternate || statements.length > 2) return null;
  if (mentions(model, inner.over, itemsOf(outer)) || isSmall(model, inner.over) || isSmall(model, outer.over)) return null;
  const root = rootBinding(model, inner.over);
  if (root && within(root.node, outer.body)) return null;
  const own = itemsOf(inner);
  const isInner = (at: Node): boolean => mentions(model, at, own);
  const outerOnly = new Set([...itemsOf(outer)].filter((b) => !own.has(b)));
  if (!isKeyTest(model, decides.test, isInner, outerOnly) || computesIndex(decides.test)) return null;
  const over = collectionName(outer.over) ?? 'items';
  const second = collectionName(inner.over) ?? 'items';
  return {
    rule: 'code-quadratic',
    node: decides.test,
    data: {
      callee: `${inner.kind} inside ${outer.kind}`,
      shape: 'join',
      loop: outer.kind,
      over,
      inner: second,
      ...orders(over, second),
      suggestion: `index ${second} in a Map by key once, before the outer loop`,
      strength: 'firm',
    },
  };
}

/** `a[i - 1] === b[j - 1]`: a table of sub-problems, quadratic by nature. */
function computesIndex(test: Node): boolean {
  return some(test, (node) => node.type === 'MemberExpression' && node.computed && node.property.type === 'BinaryExpression');
}

/** `reduce((all, x) => [...all, x], [])`, `{ ...all, [k]: v }`, `all.concat(x)`: a copy of everything so far in every turn. */
function copying(model: Model, call: Call): Found | null {
  if (!/^reduce(?:Right)?$/.test(calleeName(call) ?? '') || call.arguments.length < 2) return null;
  const over = receiver(call);
  const [fn, initial] = call.arguments;
  if (!over || !isFunction(fn) || !initial || isSmall(model, over)) return null;
  const start = unwrap(initial);
  if (start.type !== 'ArrayExpression' && start.type !== 'ObjectExpression') return null;
  const [accumulator] = fn.params;
  const name = accumulator?.type === 'Identifier' ? accumulator : null;
  if (!name) return null;
  const binding = model.resolve(name);
  for (const value of returned(fn)) {
    const copy = copyOf(model, value, binding);
    if (copy)
      return copyFound(
        copy,
        collectionName(over) ?? 'items',
        'reduce',
        start.type === 'ArrayExpression' ? 'push onto one array' : 'set keys on one object or Map',
      );
  }
  return null;
}

function returned(fn: FunctionNode): Node[] {
  if (fn.body.type !== 'BlockStatement') return branches(fn.body);
  const found: Node[] = [];
  const visit = (node: Node): void => {
    if (isFunction(node)) return;
    if (node.type === 'ReturnStatement' && node.argument) found.push(...branches(node.argument));
    children(node).forEach(visit);
  };
  visit(fn.body);
  return found;
}

function branches(node: Node): Node[] {
  const at = unwrap(node);
  return at.type === 'ConditionalExpression' ? [...branches(at.consequent), ...branches(at.alternate)] : [at];
}

/** The expression when it copies `binding` and adds to it. */
function copyOf(model: Model, value: Node, binding: Binding | null): Node | null {
  const is = (node: Node): boolean => node.type === 'Identifier' && binding !== null && model.resolve(node) === binding;
  if (value.type === 'ArrayExpression' && value.elements.length > 1)
    return value.elements.some((e) => e?.type === 'SpreadElement' && is(e.argument)) ? value : null;
  // Fixed keys only rewrite a record of a few fields; a computed key or another spread makes it grow.
  if (value.type === 'ObjectExpression') {
    const grows = value.properties.some((p) => p.type === 'Property' && p.computed);
    return grows && value.properties.some((p) => p.type === 'SpreadElement' && is(p.argument)) ? value : null;
  }
  if (value.type !== 'CallExpression' || value.arguments.length === 0) return null;
  const object = receiver(value);
  return calleeName(value) === 'concat' && object && is(object) ? value : null;
}

/** The same in a loop: `all = [...all, x]`, `all = all.concat(x)`, `index = { ...index, [k]: v }`. */
function accumulation(model: Model): Found[] {
  const found: Found[] = [];
  const visit = (node: Node): void => {
    if (node.type === 'AssignmentExpression' && node.operator === '=' && node.left.type === 'Identifier') {
      const hint = growing(model, node as TSESTree.AssignmentExpression & { left: TSESTree.Identifier });
      if (hint) found.push(hint);
    }
    children(node).forEach(visit);
  };
  visit(model.program);
  return found;
}

function growing(model: Model, node: TSESTree.AssignmentExpression & { left: TSESTree.Identifier }): Found | null {
  const binding = model.resolve(node.left);
  if (!binding || !binding.init || (binding.type && binding.type.name === 'string')) return null;
  const start = unwrap(binding.init);
  if (start.type !== 'ArrayExpression' && start.type !== 'ObjectExpression') return null;
  const copy = copyOf(model, unwrap(node.right), binding);
  const [loop] = copy ? loopsAround(model, node) : [];
  if (!copy || !loop?.data || loop.kind === 'for await' || within(binding.node, loop.body) || isSmall(model, loop.over)) return null;
  if (
    some(
      loop.body,
      (inner) => inner.type === 'AwaitExpression',
      (inner) => !isFunction(inner),
    )
  )
    return null;
  return copyFound(
    copy,
    collectionName(loop.over) ?? 'items',
    loop.kind,
    start.type === 'ArrayExpression' ? 'push onto the array' : 'set the key on the object',
  );
}

function copyFound(node: Node, over: string, loop: string, fix: string): Found {
  const callee = node.type === 'ArrayExpression' ? '[...spread]' : node.type === 'ObjectExpression' ? '{...spread}' : 'concat';
  return {
    rule: 'code-quadratic',
    node,
    data: {
      callee,
      shape: 'copy',
      loop,
      over,
      inner: over,
      before: 'O(n²) copies',
      after: 'O(n)',
      suggestion: `${fix} instead of copying it in every turn`,
      strength: 'firm',
    },
  };
}
