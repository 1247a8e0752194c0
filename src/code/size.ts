/** Which collections stay small whatever the traffic: what belongs to the shape of the program, not to its data. */
import { type Node, calleeName, chainOf, receiver, unwrap } from './ast';
import { isFixed } from './intended';
import { collectionName } from './names';
import type { Model } from './scope';
import { SMALL_COLLECTION, SMALL_OWNER, SMALL_SUBJECT } from './vocabulary';

export function isSmall(model: Model, over: Node | null, hops = 6): boolean {
  if (hops === 0) return false;
  if (!over || isFixed(model, over)) return true;
  const node = unwrap(over);
  if (node.type === 'LogicalExpression') return isSmall(model, node.left, hops - 1);
  // The keys of one object are its shape far more often than its data.
  if (node.type === 'CallExpression') {
    const object = receiver(node);
    if (object?.type === 'Identifier' && object.name === 'Object' && !/(?:ById|ByKey|Map|Index|Cache)$/.test(collectionName(node) ?? ''))
      return true;
    if (/^(?:split|match|matchAll)$/.test(calleeName(node) ?? '')) return true;
    if (object && /^(?:filter|map|slice|sort|reverse|toSorted|flat)$/.test(calleeName(node) ?? '')) return isSmall(model, object, hops - 1);
  }
  const binding = node.type === 'Identifier' ? model.resolve(node) : null;
  if (
    binding?.init &&
    binding.path.length === 0 &&
    binding.mutations.length === 0 &&
    unwrap(binding.init) !== node &&
    unwrap(binding.init).type === 'CallExpression' &&
    isSmall(model, binding.init, hops - 1)
  )
    return true;
  if (node.type === 'MemberExpression' && chainNames(node.object).some((name) => SMALL_OWNER.test(name))) return true;
  const name = collectionName(node) ?? '';
  return SMALL_COLLECTION.test(name) || SMALL_SUBJECT.test(name);
}

function chainNames(node: Node): string[] {
  const { root, steps } = chainOf(node);
  return [root.type === 'Identifier' ? root.name : '', ...steps];
}
