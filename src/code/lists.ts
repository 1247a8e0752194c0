/** Whether a value is a list, as far as its declaration tells: `includes` and `indexOf` are methods of strings too. */
import type { TSESTree } from '@typescript-eslint/typescript-estree';
import { type Node, calleeName, chainOf, receiver, unwrap } from './ast';
import type { Binding, Model } from './scope';

const LIST_METHODS =
  /^(?:map|filter|slice|concat|split|sort|reverse|flat|flatMap|toSorted|toReversed|from|keys|values|entries|toArray|pluck|uniq|uniqBy|of)$/;
const TEXT_METHODS =
  /^(?:toLowerCase|toUpperCase|trim|join|toString|substring|substr|padStart|replace|replaceAll|charAt|repeat|toFixed|toISOString)$/;

export function rootBinding(model: Model, node: Node): Binding | null {
  const { root } = chainOf(node);
  return root.type === 'Identifier' ? model.resolve(root) : null;
}

/** `list` where the code shows it, `other` for text, sets and maps, `unknown` where nothing is said. */
export function listEvidence(model: Model, node: Node, hops = 4): 'list' | 'other' | 'unknown' {
  const at = unwrap(node);
  switch (at.type) {
    case 'ArrayExpression':
      return 'list';
    case 'Literal':
    case 'TemplateLiteral':
    case 'NewExpression':
      return 'other';
    case 'ConditionalExpression':
      return hops > 0 ? listEvidence(model, at.consequent, hops - 1) : 'unknown';
    case 'LogicalExpression':
      return hops > 0 ? listEvidence(model, at.right, hops - 1) : 'unknown';
    case 'CallExpression':
      return ofCall(model, at, hops);
    case 'Identifier': {
      const binding = model.resolve(at);
      if (!binding) return 'unknown';
      if (binding.type)
        return binding.type.list
          ? 'list'
          : /^(?:string|Set|Map|ReadonlySet|ReadonlyMap|String)$/.test(binding.type.name)
            ? 'other'
            : 'unknown';
      if (!binding.init || hops === 0) return 'unknown';
      return binding.path.length === 0 ? listEvidence(model, binding.init, hops - 1) : 'unknown';
    }
    case 'MemberExpression': {
      if (at.object.type !== 'ThisExpression' || at.property.type !== 'Identifier' || at.computed) return 'unknown';
      const type = model.members.typeOf(at, at.property.name);
      return type ? (type.list ? 'list' : type.name === 'string' ? 'other' : 'unknown') : 'unknown';
    }
    default:
      return 'unknown';
  }
}

function ofCall(model: Model, call: TSESTree.CallExpression, hops: number): 'list' | 'other' | 'unknown' {
  const name = calleeName(call) ?? '';
  if (TEXT_METHODS.test(name) || name === 'String') return 'other';
  if (LIST_METHODS.test(name)) {
    const object = receiver(call);
    // `slice` and `concat` keep what they are called on.
    return object && hops > 0 && /^(?:slice|concat)$/.test(name) && listEvidence(model, object, hops - 1) === 'other' ? 'other' : 'list';
  }
  return 'unknown';
}
