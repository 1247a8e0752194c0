/** The third shape of `code-quadratic`: a growing value that is copied whole in every turn. */
import type { TSESTree } from '@typescript-eslint/typescript-estree';
import { type Call, type FunctionNode, type Node, calleeName, children, isFunction, receiver, some, unwrap, walk, within } from '../ast';
import type { Found } from '../hint';
import { collectionName } from '../names';
import { loopsAround } from '../loops';
import type { Binding, Model } from '../scope';
import { isSmall } from '../size';
import { ROWS } from '../vocabulary';

export function copies(model: Model): Found[] {
  const found = model.calls.map((call) => copying(model, call));
  walk(model.program, (node) => {
    if (node.type === 'AssignmentExpression' && node.operator === '=' && node.left.type === 'Identifier') {
      found.push(growing(model, node as TSESTree.AssignmentExpression & { left: TSESTree.Identifier }));
    }
  });
  return found.filter((hint) => hint !== null);
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
function growing(model: Model, node: TSESTree.AssignmentExpression & { left: TSESTree.Identifier }): Found | null {
  const binding = model.resolve(node.left);
  if (!binding || !binding.init || (binding.type && binding.type.name === 'string')) return null;
  const start = unwrap(binding.init);
  if (start.type !== 'ArrayExpression' && start.type !== 'ObjectExpression') return null;
  const copy = copyOf(model, unwrap(node.right), binding);
  const [loop] = copy ? loopsAround(model, node) : [];
  if (
    !copy ||
    !loop?.data ||
    loop.kind === 'for await' ||
    loop.kind === 'for…in' ||
    within(binding.node, loop.body) ||
    isSmall(model, loop.over)
  )
    return null;
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
      // How much is copied depends on how long the list gets, and most lists that are folded this way are short.
      strength: ROWS.test(over) ? 'firm' : 'soft',
    },
  };
}
