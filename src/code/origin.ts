/** Where a value comes from: the module, type or name behind an expression, followed through bindings. */
import type { TSESTree } from '@typescript-eslint/typescript-estree';
import { type Chain, type Node, chainOf } from './ast';
import type { Binding, Model } from './scope';
import type { TypeHead } from './types';

export interface Origin {
  /** The module it is imported from, when that can be followed. */
  readonly module: string | null;
  /** Name of the export and every step since (`['Pool', 'new', 'query']`); without a module the steps after the root. */
  readonly steps: readonly string[];
  /** The declared type of the thing the steps start from. */
  readonly type: TypeHead | null;
  /** The plain name at the root (`db`, `this`), null for anything else. */
  readonly name: string | null;
  readonly binding: Binding | null;
}

const UNKNOWN: Origin = { module: null, steps: [], type: null, name: null, binding: null };

/** Follows an expression to what it is. Twelve hops are enough for code that people write, and they bound the work. */
export function originOf(model: Model, node: Node, hops = 12): Origin {
  const chain = chainOf(node);
  const root = rootOrigin(model, chain, hops);
  return chain.steps.length === 0 ? root : { ...root, steps: [...root.steps, ...rest(chain, root)] };
}

/** `this.repo` spends its first step on the class member that it names. */
function rest(chain: Chain, root: Origin): readonly string[] {
  return chain.root.type === 'ThisExpression' && root !== THIS && (root.type || root.module) ? chain.steps.slice(1) : chain.steps;
}

const THIS: Origin = { ...UNKNOWN, name: 'this' };

function rootOrigin(model: Model, chain: Chain, hops: number): Origin {
  const { root } = chain;
  if (hops <= 0) return UNKNOWN;
  switch (root.type) {
    case 'ThisExpression': {
      const member = chain.steps[0];
      if (member === undefined) return THIS;
      const type = model.members.typeOf(root, member);
      const init = model.members.initOf(root, member);
      const from = init ? originOf(model, init, hops - 1) : null;
      if (from?.module) return { ...from, name: member, type: from.type ?? type };
      const known = type ?? from?.type ?? null;
      return known ? { ...UNKNOWN, type: known, name: member } : THIS;
    }
    case 'NewExpression': {
      const made = originOf(model, root.callee, hops - 1);
      const last = made.steps.at(-1) ?? made.name;
      return { ...made, steps: [...made.steps, 'new'], type: made.type ?? (last ? { name: last, list: false } : null) };
    }
    case 'ImportExpression':
      return root.source.type === 'Literal' ? { ...UNKNOWN, module: String(root.source.value), steps: ['*'] } : UNKNOWN;
    case 'Identifier':
      return identifierOrigin(model, root, hops);
    default:
      return UNKNOWN;
  }
}

function identifierOrigin(model: Model, root: TSESTree.Identifier, hops: number): Origin {
  const binding = model.resolve(root);
  const named: Origin = { ...UNKNOWN, name: root.name, binding };
  if (!binding) return named;
  if (binding.imported) return { ...named, module: binding.imported.module, steps: [binding.imported.name] };
  if (binding.type) return { ...named, type: binding.type };
  if (!binding.init || binding.writes.length > 1) return named;
  const required = requiredModule(binding.init);
  if (required !== null) return { ...named, module: required, steps: binding.path.length > 0 ? binding.path : ['*'] };
  const from = originOf(model, binding.init, hops - 1);
  return { ...named, module: from.module, type: from.type, steps: from.module || from.type ? [...from.steps, ...binding.path] : [] };
}

function requiredModule(init: Node): string | null {
  const { root, steps } = chainOf(init);
  if (root.type !== 'Identifier' || root.name !== 'require' || steps[0] !== '()') return null;
  let call: Node = init;
  while (call.type === 'MemberExpression' || call.type === 'AwaitExpression')
    call = call.type === 'MemberExpression' ? call.object : call.argument;
  const [source] = call.type === 'CallExpression' ? call.arguments : [];
  return source?.type === 'Literal' && typeof source.value === 'string' ? source.value : null;
}

/** `mysql2/promise` belongs to `mysql2`, `drizzle-orm/node-postgres` to `drizzle-orm`. */
export function belongsTo(module: string | null, modules: ReadonlySet<string>): boolean {
  if (module === null) return false;
  if (modules.has(module)) return true;
  const parts = module.split('/');
  return modules.has(parts.slice(0, module.startsWith('@') ? 2 : 1).join('/'));
}
