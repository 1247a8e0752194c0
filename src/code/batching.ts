/** Calls that take many rows at once, and calls whose order a transaction fixes. */
import { type Call, type Node, calleeName, isFunction, some } from './ast';
import type { Trip } from './io';
import { TRANSACTION_NAMES } from './vocabulary';

/** The call stands inside the callback of a transaction, or hands one over. */
export function isTransactional(node: Trip, handle: string): boolean {
  if (
    node.type === 'CallExpression' &&
    node.arguments.some(
      (a) =>
        a.type === 'ObjectExpression' &&
        a.properties.some(
          (p) => p.type === 'Property' && p.key.type === 'Identifier' && /^(?:transaction|session|transacting|trx|tx)$/.test(p.key.name),
        ),
    )
  )
    return true;
  if (handle !== '' && TRANSACTION_NAMES.test(handle)) return true;
  for (let at = node.parent as Node | undefined; at; at = at.parent) {
    if (!isFunction(at) || at.parent?.type !== 'CallExpression') continue;
    if (
      /^\$?(?:transaction|withTransaction|runInTransaction|inTransaction|transactional|runTransaction|begin|tx|executeInTransaction)$/.test(
        calleeName(at.parent) ?? '',
      )
    )
      return true;
  }
  return false;
}

/** `find({ id: { in: ids } })`, `In(ids)`, `inArray(users.id, ids)`, `insert(rows)`: many rows in one call. */
export function takesMany(call: Call): boolean {
  return call.arguments.some((argument) =>
    some(
      argument,
      (node) => {
        if (node.type === 'Property')
          return !node.computed && node.key.type === 'Identifier'
            ? /^(?:\$in|in|_in|\$or|OR|inq)$/.test(node.key.name)
            : node.key.type === 'Literal' && node.key.value === '$in';
        if (node.type === 'CallExpression') return /^(?:In|inArray|whereIn|any|join|anyOf)$/.test(calleeName(node) ?? '');
        return node.type === 'MemberExpression' && node.property.type === 'Identifier' && node.property.name === 'in' && node.computed;
      },
      (node) => !isFunction(node),
    ),
  );
}
