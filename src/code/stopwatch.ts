/** Where code starts a clock, where it reads it again, and what stands in between. */
import { type Node, isFunction, shown, some, unwrap } from './ast';
import { type Model, constantValue } from './scope';

export type Clock = 'Date.now' | 'performance.now' | 'process.hrtime' | 'console.time';

export interface Region {
  readonly clock: Clock;
  /** The statement that starts the clock; the finding stands on its call. */
  readonly at: Node;
  readonly start: number;
  readonly statements: readonly Node[];
  /** The block that holds it. */
  readonly block: Node;
  readonly end: Node;
}

/** A stopwatch is read within this many statements, and one block holds at most so many of them. */
const REACH = 40;
const MOST = 50;

/** Pairs of start and stop among the statements of one block. */
export function regions(model: Model, block: Node, statements: readonly Node[]): Region[] {
  const found: Region[] = [];
  statements.forEach((statement, index) => {
    const started = startOf(statement);
    if (!started) return;
    const offset = statements.slice(index + 1, index + 1 + REACH).findIndex((later) => stops(model, later, started));
    if (offset <= 0 || found.length >= MOST) return;
    const stop = index + 1 + offset;
    found.push({
      clock: started.clock,
      at: started.call,
      start: index,
      statements: statements.slice(index + 1, stop),
      block,
      end: statements[stop]!,
    });
  });
  return found;
}

interface Started {
  readonly clock: Clock;
  readonly call: Node;
  /** The variable that holds the start, or the label of `console.time`. */
  readonly name: string;
}

function startOf(statement: Node): Started | null {
  if (statement.type === 'ExpressionStatement' && statement.expression.type === 'CallExpression') {
    const call = statement.expression;
    return shown(call.callee) === 'console.time' ? { clock: 'console.time', call, name: literal(call.arguments[0]) } : null;
  }
  const declared = statement.type === 'VariableDeclaration' && statement.declarations.length === 1 ? statement.declarations[0] : null;
  const clock = declared?.init ? clockOf(declared.init) : null;
  return declared?.id.type === 'Identifier' && declared.init && clock
    ? { clock, call: unwrap(declared.init), name: declared.id.name }
    : null;
}

function clockOf(node: Node): Clock | null {
  const at = unwrap(node);
  if (at.type === 'NewExpression')
    return at.callee.type === 'Identifier' && at.callee.name === 'Date' && at.arguments.length === 0 ? 'Date.now' : null;
  if (at.type === 'UnaryExpression' && at.operator === '+') return clockOf(at.argument);
  if (at.type !== 'CallExpression') return null;
  switch (shown(at.callee)) {
    case 'Date.now':
      return 'Date.now';
    case 'performance.now':
    case 'window.performance.now':
      return 'performance.now';
    case 'process.hrtime':
    case 'process.hrtime.bigint':
      return 'process.hrtime';
    case 'new Date.getTime':
      return 'Date.now';
    default:
      return null;
  }
}

/** The statement reads the clock again against the start. */
function stops(model: Model, statement: Node, started: Started): boolean {
  if (started.clock === 'console.time') {
    return (
      statement.type === 'ExpressionStatement' &&
      statement.expression.type === 'CallExpression' &&
      shown(statement.expression.callee) === 'console.timeEnd' &&
      literal(statement.expression.arguments[0]) === started.name
    );
  }
  if (/^(?:For|While|DoWhile|If|Try|Switch)/.test(statement.type)) return false;
  const usesStart = (node: Node): boolean => some(node, (at) => at.type === 'Identifier' && at.name === started.name);
  const isClock = (node: Node): boolean => clockOf(node) !== null;
  return some(
    statement,
    (node) =>
      (node.type === 'BinaryExpression' &&
        node.operator === '-' &&
        usesStart(node.right) &&
        (isClock(node.left) || isLaterReading(model, node.left))) ||
      (node.type === 'CallExpression' && shown(node.callee) === 'process.hrtime' && node.arguments.some(usesStart)) ||
      (statement.type === 'VariableDeclaration' && node.type === 'VariableDeclarator' && node.init !== null && isClock(node.init)),
    (node) => !isFunction(node),
  );
}

function isLaterReading(model: Model, node: Node): boolean {
  const at = unwrap(node);
  const binding = at.type === 'Identifier' ? model.resolve(at) : null;
  const value = binding ? constantValue(binding) : null;
  return value !== null && clockOf(value) !== null;
}

function literal(node: Node | undefined): string {
  return node?.type === 'Literal'
    ? String(node.value)
    : node?.type === 'TemplateLiteral'
      ? node.quasis.map((q) => q.value.raw).join('?')
      : node?.type === 'Identifier'
        ? `$${node.name}`
        : '';
}
