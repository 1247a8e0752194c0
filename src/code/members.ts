/** What a class says about `this`: types and first values of its members, and its methods. Read once per class. */
import type { TSESTree } from '@typescript-eslint/typescript-estree';
import { type FunctionNode, type Node, isFunction, keyName } from './ast';
import { type TypeHead, typeHead } from './types';

type Class = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

interface Member {
  type: TypeHead | null;
  init: Node | null;
  method: FunctionNode | null;
}

export class Members {
  readonly #known = new Map<Class, ReadonlyMap<string, Member>>();

  /** The type that the class around `from` declares for `this.name`, in a property or a constructor parameter. */
  typeOf(from: Node, name: string): TypeHead | null {
    return this.#member(from, name)?.type ?? null;
  }

  /** The value that the class around `from` gives `this.name` first, in its property or its constructor. */
  initOf(from: Node, name: string): Node | null {
    return this.#member(from, name)?.init ?? null;
  }

  /** The method, or the function property, `name` of the class around `from`. */
  method(from: Node, name: string): FunctionNode | null {
    return this.#member(from, name)?.method ?? null;
  }

  #member(from: Node, name: string): Member | undefined {
    const owner = enclosingClass(from);
    if (!owner) return undefined;
    let members = this.#known.get(owner);
    if (!members) this.#known.set(owner, (members = readClass(owner)));
    return members.get(name);
  }
}

export function enclosingClass(node: Node): Class | null {
  for (let at: Node | undefined = node; at; at = at.parent) {
    if (at.type === 'ClassDeclaration' || at.type === 'ClassExpression') return at;
  }
  return null;
}

function readClass(owner: Class): ReadonlyMap<string, Member> {
  const found = new Map<string, Member>();
  const at = (name: string): Member => {
    let member = found.get(name);
    if (!member) found.set(name, (member = { type: null, init: null, method: null }));
    return member;
  };
  for (const member of owner.body.body) {
    if (member.type !== 'MethodDefinition' && member.type !== 'PropertyDefinition') continue;
    const name = keyName(member);
    if (member.type === 'MethodDefinition' && member.kind === 'constructor') readConstructor(member.value, at);
    else if (name !== null) {
      const entry = at(name);
      if (member.type === 'PropertyDefinition') {
        entry.type ??= typeHead(member.typeAnnotation);
        entry.init = member.value ?? entry.init;
      }
      if (isFunction(member.value)) entry.method ??= member.value;
    }
  }
  return found;
}

/** `constructor(private readonly users: Repository<User>)` and `this.pool = new Pool()`. */
function readConstructor(fn: TSESTree.MethodDefinition['value'], at: (name: string) => Member): void {
  for (const param of fn.params) {
    if (param.type !== 'TSParameterProperty') continue;
    const inner = param.parameter.type === 'AssignmentPattern' ? param.parameter.left : param.parameter;
    if (inner.type === 'Identifier') at(inner.name).type ??= typeHead(inner.typeAnnotation);
  }
  for (const statement of fn.body?.body ?? []) {
    const set =
      statement.type === 'ExpressionStatement' && statement.expression.type === 'AssignmentExpression' ? statement.expression : null;
    if (set?.left.type !== 'MemberExpression' || set.left.object.type !== 'ThisExpression') continue;
    const name = keyName({ computed: set.left.computed, key: set.left.property });
    if (name !== null) at(name).init ??= set.right;
  }
}
