/** Which names a piece of code reads, and which follow from the current element of a loop. */
import { type Node, children, isFunction, walk } from './ast';
import { type Loop, bound, callbackLoop } from './loops';
import type { Binding, Model } from './scope';

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
