/** `code-quadratic`: work that grows with the square of the data where a Map, a Set or one array that grows in place would do. */
import { type Call, type Node, calleeName, isFunction, propertyName, receiver, shown, some, unwrap, within } from '../ast';
import type { Found, RuleInput } from '../hint';
import { type Strength, callbackMatch, isId, isIdList, keyMatch, keyWeight, memberName, shapeMatch } from '../keys';
import { type Loop, endsLoop, loopsAround } from '../loops';
import { collectionName } from '../names';
import { derived, mentions } from '../flow';
import { listEvidence, rootBinding } from '../lists';
import type { Binding, Model } from '../scope';
import { isSmall } from '../size';
import { copies } from './copies';

export function quadratic({ model, file }: RuleInput): Found[] {
  const found: Found[] = [];
  const items = new Map<Node, ReadonlySet<Binding>>();
  const itemsOf = (loop: Loop): ReadonlySet<Binding> => {
    let own = items.get(loop.node);
    if (!own) items.set(loop.node, (own = derived(model, loop)));
    return own;
  };
  for (const call of model.calls) {
    const hint = search(model, call, itemsOf);
    if (hint && !file.offPath(call)) found.push(hint);
  }
  for (const loop of model.loops) {
    const hint = join(model, loop, itemsOf);
    if (hint && !file.offPath(loop)) found.push(hint);
  }
  for (const hint of copies(model)) if (!file.offPath(hint.node)) found.push(hint);
  return found;
}

const BY_CALLBACK = /^(?:find|findIndex|findLast|findLastIndex|filter|some)$/;
const BY_VALUE = /^(?:includes|indexOf|lastIndexOf)$/;

/** A linear search through one collection for every element of another. */
function search(model: Model, call: Call, itemsOf: (loop: Loop) => ReadonlySet<Binding>): Found | null {
  const name = calleeName(call) ?? '';
  // `_.find(users, test)` is `users.find(test)`.
  const library = receiver(call)?.type === 'Identifier' && /^(?:_|lodash)$/.test(shown(receiver(call)!)) && call.arguments.length >= 2;
  const target = library ? unwrap(call.arguments[0]!) : receiver(call);
  if (!target || !(BY_CALLBACK.test(name) || BY_VALUE.test(name))) return null;
  if (target.type !== 'Identifier' && target.type !== 'MemberExpression') return null;
  const loop = dataLoop(model, call, target, itemsOf);
  if (!loop || endsLoop(loop, call)) return null;
  const own = itemsOf(loop);
  const argument = call.arguments[library ? 1 : 0];
  if (!argument || isSmall(model, target) || isSmall(model, loop.over)) return null;
  const strength = BY_CALLBACK.test(name)
    ? isFunction(argument)
      ? callbackMatch(model, argument, own)
      : library
        ? shapeMatch(model, argument, own)
        : null
    : mentions(model, argument, own)
      ? valueMatch(model, target, argument, loop)
      : null;
  if (!strength) return null;
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
      strength,
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
    // The keys of one object are few.
    if (!loop.data || loop.kind === 'for…in') return null;
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

/** `includes` and `indexOf` are fine on a handful: the list must be seen to grow, or be one of keys. */
function valueMatch(model: Model, target: Node, argument: Node, loop: Loop): Strength | null {
  const evidence = listEvidence(model, target);
  if (evidence === 'other') return null;
  const binding = rootBinding(model, target);
  // A position in the list itself: `rows.indexOf(row)` inside a walk through `rows`, or the idiom that keeps first occurrences.
  if (loop.over && sameValue(model, target, loop.over)) return isItem(model, argument, loop) ? 'firm' : null;
  if (binding && isCollectionParameter(loop, binding)) return isItem(model, argument, loop) ? 'firm' : null;
  // Collecting without repeats: `if (!seen.includes(x)) seen.push(x)`.
  const grows = binding?.mutations.some(
    (call) => calleeName(call) === 'push' && within(call, loop.body) && sameValue(model, receiver(call) ?? call, target),
  );
  const key = keyWeight(memberName(argument), '');
  if (grows) return key;
  return evidence === 'list' && (isIdList(collectionName(target) ?? '') || isId(memberName(argument))) ? key : null;
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
  const strength = keyMatch(model, decides.test, isInner, outerOnly);
  if (!strength || computesIndex(decides.test)) return null;
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
      strength,
    },
  };
}

/** `a[i - 1] === b[j - 1]`: a table of sub-problems, quadratic by nature. */
function computesIndex(test: Node): boolean {
  return some(test, (node) => node.type === 'MemberExpression' && node.computed && node.property.type === 'BinaryExpression');
}
