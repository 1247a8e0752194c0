/** How a message calls a collection and one element of it. */
import { type Node, calleeName, propertyName, receiver, unwrap } from './ast';
import type { Loop } from './loops';

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
