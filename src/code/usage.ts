/** How the result of a call is used: awaited here, started and kept, or only a part of a longer chain. */
import { type Call, type Node, calleeName, isFunction, outward, propertyName, unwrap } from './ast';

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
