/** Type annotations as far as the rules care. */
import type { TSESTree } from '@typescript-eslint/typescript-estree';
import { keyName } from './ast';

/** A type annotation as far as the rules care: its head name and whether it is a list. */
export interface TypeHead {
  readonly name: string;
  readonly list: boolean;
}

/** `Repository<User>` is `Repository`, `User[]` is a list of `User`, `Promise<X>` and `X | null` are `X`. */
export function typeHead(annotation: TSESTree.TSTypeAnnotation | undefined): TypeHead | null {
  return annotation ? head(annotation.typeAnnotation) : null;
}

function head(type: TSESTree.TypeNode): TypeHead | null {
  switch (type.type) {
    case 'TSArrayType':
    case 'TSTupleType':
      return { name: type.type === 'TSArrayType' ? (head(type.elementType)?.name ?? 'Array') : 'Tuple', list: true };
    case 'TSTypeOperator':
      return type.typeAnnotation ? head(type.typeAnnotation) : null;
    case 'TSStringKeyword':
      return { name: 'string', list: false };
    case 'TSNumberKeyword':
      return { name: 'number', list: false };
    case 'TSUnionType': {
      const heads = type.types.filter((t) => t.type !== 'TSNullKeyword' && t.type !== 'TSUndefinedKeyword').map(head);
      return heads.length === 1 ? (heads[0] ?? null) : null;
    }
    case 'TSTypeReference': {
      const name =
        type.typeName.type === 'Identifier'
          ? type.typeName.name
          : type.typeName.type === 'TSQualifiedName'
            ? type.typeName.right.name
            : 'this';
      const [first] = type.typeArguments?.params ?? [];
      if (name === 'Array' || name === 'ReadonlyArray') return { name: first ? (head(first)?.name ?? 'Array') : 'Array', list: true };
      if (name === 'Promise' && first) return head(first);
      return { name, list: false };
    }
    default:
      return null;
  }
}

/** `{ users }: { users: User[] }`: the type of one destructured member. */
export function memberTypeOf(annotation: TSESTree.TSTypeAnnotation | undefined, key: string | null): TypeHead | null {
  const literal = annotation?.typeAnnotation;
  if (literal?.type !== 'TSTypeLiteral' || key === null) return null;
  for (const member of literal.members)
    if (member.type === 'TSPropertySignature' && keyName(member) === key) return typeHead(member.typeAnnotation);
  return null;
}
