/** Who declares a name, where its value comes from and who changes it: lexical scopes without a type checker. */
import type { TSESTree } from '@typescript-eslint/typescript-estree';
import { Members } from './members';
import { type TypeHead, memberTypeOf, typeHead } from './types';
import { type Call, type FunctionNode, type Node, calleeName, children, isFunction, keyName, receiver, unwrap } from './ast';

export interface Binding {
  readonly name: string;
  readonly kind: 'import' | 'const' | 'let' | 'param' | 'function' | 'class' | 'catch';
  readonly node: Node;
  /** The expression that the first value comes from, and the way into it when destructured (`[]` for an element). */
  readonly init: Node | null;
  readonly path: readonly string[];
  readonly type: TypeHead | null;
  readonly imported: { readonly module: string; readonly name: string } | null;
  /** Assignments after the declaration, and calls that change an array or a set in place. */
  readonly writes: Node[];
  readonly mutations: Call[];
  /** For a declared function or class: the declaration. */
  readonly declaration: Node | null;
}

type Scope = Map<string, Binding>;

export interface Model {
  readonly program: TSESTree.Program;
  readonly source: string;
  readonly calls: readonly Call[];
  readonly functions: readonly FunctionNode[];
  readonly templates: readonly TSESTree.TaggedTemplateExpression[];
  readonly loops: readonly Node[];
  readonly modules: ReadonlySet<string>;
  /** The binding that an identifier refers to, or null for a global or undeclared name. */
  resolve(identifier: TSESTree.Identifier): Binding | null;
  readonly members: Members;
}

const MUTATORS = new Set(['push', 'unshift', 'splice', 'add', 'set', 'delete', 'clear', 'pop', 'shift', 'fill', 'sort']);

export function buildModel(program: TSESTree.Program, source: string): Model {
  const scopes = new Map<Node, Scope>();
  const calls: Call[] = [];
  const functions: FunctionNode[] = [];
  const templates: TSESTree.TaggedTemplateExpression[] = [];
  const loops: Node[] = [];
  const modules = new Set<string>();
  const assignments: { target: Node; node: Node }[] = [];

  const declare = (at: Node, name: string, kind: Binding['kind'], node: Node, extra: Partial<Binding> = {}): void => {
    const scope = scopeAt(at);
    // Two snippets in one fence may declare a name twice; the first one stays, a later one counts as a change.
    const known = scope.get(name);
    if (known) return void known.writes.push(node);
    scope.set(name, {
      name,
      kind,
      node,
      init: null,
      path: [],
      type: null,
      imported: null,
      writes: [],
      mutations: [],
      declaration: null,
      ...extra,
    });
  };
  const scopeAt = (node: Node): Scope => {
    let scope = scopes.get(node);
    if (!scope) scopes.set(node, (scope = new Map()));
    return scope;
  };
  const pattern = (
    at: Node,
    target: Node,
    kind: Binding['kind'],
    init: Node | null,
    path: readonly string[],
    type: TypeHead | null,
  ): void => {
    switch (target.type) {
      case 'Identifier':
        return declare(at, target.name, kind, target, { init, path, type: typeHead(target.typeAnnotation) ?? type });
      case 'ObjectPattern':
        for (const property of target.properties) {
          if (property.type === 'RestElement') pattern(at, property.argument, kind, init, [...path, '...'], null);
          else
            pattern(
              at,
              property.value,
              kind,
              init,
              [...path, keyName(property) ?? '[]'],
              memberTypeOf(target.typeAnnotation, keyName(property)),
            );
        }
        return;
      case 'ArrayPattern':
        for (const element of target.elements) if (element) pattern(at, element, kind, init, [...path, '[]'], null);
        return;
      case 'AssignmentPattern':
        return pattern(at, target.left, kind, init ?? target.right, path, type);
      case 'RestElement':
        return pattern(at, target.argument, kind, init, [...path, '...'], typeHead(target.typeAnnotation) ?? { name: 'Array', list: true });
      case 'TSParameterProperty':
        return pattern(at, target.parameter, kind, init, path, type);
    }
  };

  const visit = (node: Node, block: Node, fn: Node): void => {
    switch (node.type) {
      case 'ImportDeclaration':
        modules.add(node.source.value);
        for (const s of node.specifiers) {
          const name =
            s.type === 'ImportDefaultSpecifier'
              ? 'default'
              : s.type === 'ImportNamespaceSpecifier'
                ? '*'
                : s.imported.type === 'Identifier'
                  ? s.imported.name
                  : s.imported.value;
          declare(program, s.local.name, 'import', s.local, { imported: { module: node.source.value, name } });
        }
        return;
      case 'TSImportEqualsDeclaration':
        if (node.moduleReference.type === 'TSExternalModuleReference' && node.moduleReference.expression.type === 'Literal') {
          const module = String(node.moduleReference.expression.value);
          modules.add(module);
          declare(program, node.id.name, 'import', node.id, { imported: { module, name: '*' } });
        }
        return;
      case 'VariableDeclaration':
        for (const d of node.declarations)
          pattern(node.kind === 'var' ? fn : block, d.id, node.kind === 'const' ? 'const' : 'let', d.init, [], null);
        break;
      case 'ClassDeclaration':
        if (node.id) declare(block, node.id.name, 'class', node.id, { declaration: node });
        break;
      case 'AssignmentExpression':
        assignments.push({ target: node.left, node });
        break;
      case 'UpdateExpression':
        assignments.push({ target: node.argument, node });
        break;
      case 'ForOfStatement':
      case 'ForInStatement':
        if (node.left.type !== 'VariableDeclaration') assignments.push({ target: node.left, node });
        loops.push(node);
        break;
      case 'ForStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
        loops.push(node);
        break;
      case 'CallExpression':
        calls.push(node);
        if (node.callee.type === 'Identifier' && node.callee.name === 'require' && node.arguments[0]?.type === 'Literal')
          modules.add(String(node.arguments[0].value));
        break;
      case 'TaggedTemplateExpression':
        templates.push(node);
        break;
      case 'CatchClause':
        if (node.param) pattern(node, node.param, 'catch', null, [], null);
        break;
    }
    if (isFunction(node)) {
      functions.push(node);
      if (node.type === 'FunctionDeclaration' && node.id) declare(block, node.id.name, 'function', node.id, { declaration: node });
      if (node.type === 'FunctionExpression' && node.id) declare(node, node.id.name, 'function', node.id, { declaration: node });
      for (const param of node.params) pattern(node, param, 'param', null, [], null);
    }
    const scoped =
      isFunction(node) ||
      /^(?:BlockStatement|For\w*Statement|CatchClause|SwitchStatement|Class\w+|StaticBlock|TSModuleBlock)$/.test(node.type);
    for (const child of children(node)) {
      child.parent = node;
      visit(child, scoped ? node : block, isFunction(node) ? node : fn);
    }
  };
  visit(program, program, program);

  const resolve = (identifier: TSESTree.Identifier): Binding | null => {
    for (let at: Node | undefined = identifier; at; at = at.parent) {
      const binding = scopes.get(at)?.get(identifier.name);
      if (binding) return binding;
    }
    return null;
  };
  for (const { target, node } of assignments) for (const name of targets(target)) resolve(name)?.writes.push(node);
  for (const call of calls) {
    const object = MUTATORS.has(calleeName(call) ?? '') ? receiver(call) : null;
    if (object?.type === 'Identifier') resolve(object)?.mutations.push(call);
  }

  return {
    program,
    source,
    calls,
    functions,
    templates,
    loops,
    modules,
    resolve,
    members: new Members(),
  };
}

/** The plain names that an assignment changes. */
function targets(node: Node): TSESTree.Identifier[] {
  if (node.type === 'Identifier') return [node];
  if (node.type === 'ObjectPattern' || node.type === 'ArrayPattern' || node.type === 'Property') return children(node).flatMap(targets);
  return node.type === 'AssignmentPattern' ? targets(node.left) : [];
}

/** The value of a binding that is set once, without the wrappers; null when it may have been something else meanwhile. */
export function constantValue(binding: Binding): Node | null {
  return binding.init && binding.writes.length === 0 && binding.path.length === 0 ? unwrap(binding.init) : null;
}
