/** Equalities between a key of one element and a key of another: what a Map or a Set could answer. */
import { type FunctionNode, type Node, calleeName, keyName, propertyName, receiver, unwrap, within } from './ast';
import { rootBinding } from './lists';
import { mentions } from './flow';
import type { Binding, Model } from './scope';

/** `soft` where the key is one that definitions have as often as rows. */
export type Strength = 'firm' | 'soft';

const ID = /^(?:id|_id|uuid|guid|sku|email|isbn|symbol|ticker)$|(?:Id|ID|_id|Uuid|UUID|Guid|Sku|SKU|Email)$/;
const ID_LIST = /(?:Ids|IDs|Emails|Skus|Uuids|_ids)$|^(?:ids|emails|skus|uuids|guids)$/;
/** By these, definitions are told apart, and definitions are few: fields of a form, columns, locales, handlers, blocks, aliases. */
const SHAPE =
  /^(?:type|kind|alias|target|field|fieldKey|fieldName|column|columnName|collection|property|propertyName|propertyPath|attribute|path|role|tag|method|event|eventName|handler|schema|table|tableName|locale|language|languageCode|lang|blockType|block|relation|constructor|metadata|environment|env|level|mode|variant|format|scope|provider|plugin|tool|action|step|format|extension|ext|mimeType|operator|param|parameter|arg|option|setting|identifier|selector|prefix|namespace|module|version|index|i|j|idx|position|order|priority)$|(?:Type|Kind|Alias|Name|Key|Path|Code)$/;
const EITHER =
  /^(?:name|code|key|slug|label|title|value|status|state|date|day|month|year|hour|time|timestamp|href|url|host|number|country|currency|category|group)$/;

export const isId = (name: string): boolean => ID.test(name);
export const isIdList = (name: string): boolean => ID_LIST.test(name);

/** How far a pair of key names speaks for rows of data; null where it speaks for definitions. */
export function keyWeight(inner: string, outer: string): Strength | null {
  if (ID.test(inner) || (ID.test(outer) && !SHAPE.test(inner))) return 'firm';
  if (SHAPE.test(inner) || (inner === '' && SHAPE.test(outer))) return null;
  return EITHER.test(inner === '' ? outer : inner) ? 'soft' : 'firm';
}

/** The last name of `order.user.id`, the name of a plain variable, nothing for anything else. */
export function memberName(node: Node): string {
  const at = keyed(node);
  if (at?.type === 'MemberExpression') return propertyName(at) ?? '';
  return at?.type === 'Identifier' ? at.name : '';
}

/** `(user) => user.id === order.userId`: the callback compares a key of its own element with something of the outer one. */
export function callbackMatch(model: Model, fn: FunctionNode, outer: ReadonlySet<Binding>): Strength | null {
  const [param] = fn.params;
  if (!param) return null;
  let body: Node | null = fn.body;
  if (body.type === 'BlockStatement') {
    const [only] = body.body;
    body = body.body.length === 1 && only?.type === 'ReturnStatement' ? only.argument : null;
  }
  const isInner = (node: Node): boolean => {
    const binding = rootBinding(model, node);
    return binding !== null && within(binding.node, param);
  };
  return body ? keyMatch(model, body, isInner, outer) : null;
}

/** lodash's `{ id: order.userId }`: an equality for every property. */
export function shapeMatch(model: Model, shape: Node, outer: ReadonlySet<Binding>): Strength | null {
  if (shape.type !== 'ObjectExpression') return null;
  let best: Strength | null = null;
  for (const property of shape.properties) {
    if (property.type !== 'Property' || !mentions(model, property.value, outer)) continue;
    const weight = keyWeight(keyName(property) ?? '', memberName(property.value));
    best = best === 'firm' ? best : (weight ?? best);
  }
  return best;
}

/** `a.id === b.userId`, alone or as a conjunct. */
export function keyMatch(model: Model, test: Node, isInner: (node: Node) => boolean, outer: ReadonlySet<Binding>): Strength | null {
  if (test.type === 'LogicalExpression') {
    if (test.operator !== '&&') return null;
    const [left, right] = [keyMatch(model, test.left, isInner, outer), keyMatch(model, test.right, isInner, outer)];
    return left === 'firm' || right === 'firm' ? 'firm' : (left ?? right);
  }
  if (test.type !== 'BinaryExpression' || !/^===?$/.test(test.operator)) return null;
  const [left, right] = [keyed(test.left), keyed(test.right)];
  if (!left || !right) return null;
  if (isInner(left) && mentions(model, right, outer)) return weigh(model, left, right);
  return isInner(right) && mentions(model, left, outer) ? weigh(model, right, left) : null;
}

function weigh(model: Model, inner: Node, outer: Node): Strength | null {
  // A bare parameter is the whole element (`ids.find((id) => id === row.id)`); a destructured one is named after its key, as members are.
  const name = inner.type === 'Identifier' ? (model.resolve(inner)?.path.at(-1) ?? '') : memberName(inner);
  return keyWeight(name, memberName(outer));
}

/** A name, a member, or such a thing turned into text: what can be a key. */
function keyed(node: Node): Node | null {
  const at = unwrap(node);
  if (at.type === 'Identifier' || at.type === 'MemberExpression') return at;
  if (at.type !== 'CallExpression') return null;
  const name = calleeName(at) ?? '';
  if (/^(?:toString|toLowerCase|toUpperCase|trim|valueOf|toHexString)$/.test(name)) return keyed(receiver(at) ?? at.callee);
  return /^(?:String|Number)$/.test(name) && at.arguments[0] ? keyed(at.arguments[0]) : null;
}
