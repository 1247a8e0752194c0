/** The syntax tree as the rules read it: small questions about nodes, asked in one place. */
import type { TSESTree } from '@typescript-eslint/typescript-estree';
import { visitorKeys } from '@typescript-eslint/visitor-keys';

export type Node = TSESTree.Node;
export type Call = TSESTree.CallExpression;
export type Expression = TSESTree.Expression;
export type FunctionNode = TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

/** Direct children in source order; type annotations are left out, because no rule looks for code inside them. */
export function children(node: Node): Node[] {
  const found: Node[] = [];
  for (const key of visitorKeys[node.type] ?? []) {
    if (key === 'typeAnnotation' && node.type !== 'TSAsExpression' && node.type !== 'TSSatisfiesExpression') continue;
    const value = (node as unknown as Record<string, unknown>)[key];
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item) && !isType(item)) found.push(item);
    } else if (isNode(value) && !isType(value)) found.push(value);
  }
  return found;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

function isType(node: Node): boolean {
  const { type } = node;
  return type.startsWith('TSType') || type.endsWith('Keyword') || type === 'TSInterfaceDeclaration' || type === 'TSUnionType';
}

/** Visits `node` and everything below it; `enter` may return `false` to leave a subtree out. */
export function walk(node: Node, enter: (node: Node) => boolean | void): void {
  if (enter(node) === false) return;
  for (const child of children(node)) walk(child, enter);
}

/** True where something below `node` (or itself) satisfies `test`; `within` says which subtrees are looked at. */
export function some(node: Node, test: (node: Node) => boolean, within: (node: Node) => boolean = () => true): boolean {
  if (test(node)) return true;
  return children(node).some((child) => within(child) && some(child, test, within));
}

export function isFunction(node: Node | null | undefined): node is FunctionNode {
  return node?.type === 'ArrowFunctionExpression' || node?.type === 'FunctionExpression' || node?.type === 'FunctionDeclaration';
}

/** The expression without what changes nothing at run time or only waits: parentheses, casts, `!`, `await`, optional chains. */
export function unwrap(node: Node): Node {
  for (;;) {
    if (node.type === 'AwaitExpression') node = node.argument;
    else if (node.type === 'TSAsExpression' || node.type === 'TSNonNullExpression' || node.type === 'TSSatisfiesExpression')
      node = node.expression;
    // `(0, module_1.name)(...)`, as compilers write a call of an import.
    else if (node.type === 'SequenceExpression') node = node.expressions.at(-1)!;
    else if (node.type === 'ChainExpression' || node.type === 'TSTypeAssertion') node = node.expression;
    else return node;
  }
}

/** The nearest ancestor that is not such a wrapper, and the child through which it was reached. */
export function outward(node: Node): { parent: Node | undefined; child: Node } {
  let child = node;
  let parent = node.parent;
  while (
    parent &&
    (parent.type === 'ChainExpression' ||
      parent.type.startsWith('TSAs') ||
      parent.type === 'TSNonNullExpression' ||
      parent.type === 'TSSatisfiesExpression')
  ) {
    child = parent;
    parent = parent.parent;
  }
  return { parent, child };
}

/** `a.b.c` and `a['b']` as names; null where a step is computed. */
export function propertyName(node: TSESTree.MemberExpression): string | null {
  if (!node.computed)
    return node.property.type === 'Identifier'
      ? node.property.name
      : `#${node.property.type === 'PrivateIdentifier' ? node.property.name : ''}`;
  return node.property.type === 'Literal' && typeof node.property.value === 'string' ? node.property.value : null;
}

/** The key of an object property or class member where it is a plain name. */
export function keyName(node: { readonly computed: boolean; readonly key: Node }): string | null {
  if (node.computed) return null;
  if (node.key.type === 'Identifier') return node.key.name;
  if (node.key.type === 'PrivateIdentifier') return `#${node.key.name}`;
  return node.key.type === 'Literal' && typeof node.key.value === 'string' ? node.key.value : null;
}

export interface Chain {
  /** What the chain starts from: an identifier, `this`, or any other expression. */
  readonly root: Node;
  /** Member names from the root outwards; `()` stands for a call, `[]` for a computed step. */
  readonly steps: readonly string[];
}

/** `this.db.users.find(x).limit(3)` as a root and its steps. */
export function chainOf(node: Node): Chain {
  const steps: string[] = [];
  let at = unwrap(node);
  for (;;) {
    if (at.type === 'MemberExpression') {
      steps.push(propertyName(at) ?? '[]');
      at = unwrap(at.object);
    } else if (at.type === 'CallExpression') {
      steps.push('()');
      at = unwrap(at.callee);
    } else if (at.type === 'TaggedTemplateExpression') {
      steps.push('()');
      at = unwrap(at.tag);
    } else return { root: at, steps: steps.reverse() };
  }
}

/** The method or function name that a call calls, or null (`f()`, `a.f()`, `a[0]()`). */
export function calleeName(call: Call): string | null {
  const callee = unwrap(call.callee);
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' ? propertyName(callee) : null;
}

/** The object on which a method is called, or null for a plain function. */
export function receiver(call: Call): Node | null {
  const callee = unwrap(call.callee);
  return callee.type === 'MemberExpression' ? unwrap(callee.object) : null;
}

/** A short plain name for a message: `knex(…).where(…).first`, at most 60 characters. */
export function shown(node: Node): string {
  const { root, steps } = chainOf(node);
  let text = rootText(root);
  for (const step of steps) text += step === '()' ? '(…)' : step === '[]' ? '[…]' : `.${step}`;
  return text.length <= 60 ? text : `…${text.slice(-58)}`;
}

function rootText(root: Node): string {
  switch (root.type) {
    case 'Identifier':
      return root.name;
    case 'ThisExpression':
      return 'this';
    case 'Super':
      return 'super';
    case 'NewExpression':
      return `new ${shown(root.callee)}`;
    case 'ArrayExpression':
      return '[…]';
    default:
      return '(…)';
  }
}

/** The function that runs `node`, or null at the top level of the file. */
export function enclosingFunction(node: Node): FunctionNode | null {
  for (let at = node.parent; at; at = at.parent) if (isFunction(at)) return at;
  return null;
}

export function within(inner: Node, outer: Node): boolean {
  return inner.range[0] >= outer.range[0] && inner.range[1] <= outer.range[1];
}

/** The text of a string literal, or of a template with `?` in place of its values; null for anything else. */
export function stringText(node: Node | undefined): string | null {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral') return node.quasis.map((quasi) => quasi.value.cooked ?? quasi.value.raw).join('?');
  if (node?.type === 'BinaryExpression' && node.operator === '+') {
    const left = stringText(node.left);
    const right = stringText(node.right);
    return left === null && right === null ? null : `${left ?? '?'}${right ?? '?'}`;
  }
  return null;
}
