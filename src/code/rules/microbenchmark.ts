/** `code-microbenchmark`: a stopwatch around a few lines whose reading says little about the program. */
import type { TSESTree } from '@typescript-eslint/typescript-estree';
import {
  type FunctionNode,
  type Node,
  calleeName,
  chainOf,
  enclosingFunction,
  isFunction,
  shown,
  some,
  unwrap,
  walk,
  within,
} from '../ast';
import { type FileContext, functionName, isExported } from '../context';
import type { Found, RuleInput } from '../hint';
import { loopsAround } from '../loops';
import { type Region, regions } from '../stopwatch';
import { type Model, constantValue } from '../scope';

type Flaw = 'one iteration' | 'no warm-up' | 'result unused' | 'coarse clock' | 'measures the console';

const BENCH_NAME = /bench|perf(?:ormance)?(?:Test)?$|compare|measure|timeIt|timeFn|profile|^time[A-Z]|speed/i;
const BENCH_LIBRARIES =
  /^(?:tinybench|benchmark|mitata|benny|vitest|cronometro|nanobench|@stdlib\/bench.*|bench-node|k6(?:\/.*)?|autocannon|kelonio)$/;
const BENCH_PATH = /(?:^|[\\/])(?:bench(?:marks?)?|perf)[\\/]|bench(?:mark)?s?\.[cm]?[jt]sx?$/i;

export function microbenchmark({ model, file }: RuleInput): Found[] {
  for (const module of model.modules) if (BENCH_LIBRARIES.test(module)) return [];
  const found: Found[] = [];
  walk(model.program, (node) => {
    const statements = node.type === 'Program' || node.type === 'BlockStatement' ? node.body : null;
    if (!statements) return;
    for (const region of regions(model, node, statements)) {
      const flaws = judge(model, region, file);
      if (flaws.length > 0) found.push(describe(region, flaws));
    }
  });
  return found;
}

/** What is wrong with the measurement; empty where it is sound, or is no benchmark at all. */
function judge(model: Model, region: Region, file: FileContext): Flaw[] {
  const fn = enclosingFunction(region.at);
  if (region.statements.length === 0 || waits(region)) return [];
  const repetition = region.statements.find(isRepetition);
  const bench = isBench(model, fn, file);
  // A stopwatch around the day's work is telemetry; around a counting loop, or in something called a benchmark, it is an experiment.
  if (!repetition && !(bench && region.statements.length <= 3 && printed(region, fn))) return [];
  if (repetition && !bench && !printed(region, fn)) return [];
  const measured = calls(repetition ?? region.statements[0]!, region, repetition !== undefined);
  if (measured.length === 0 && !repetition) return [];
  const flaws: Flaw[] = [];
  const repeated = repetition !== undefined || isRepeated(model, region, fn);
  if (!repeated) flaws.push('one iteration');
  if (region.statements.some(logs)) flaws.push('measures the console');
  if (repetition && discards(model, repetition)) flaws.push('result unused');
  if (repetition && !isWarm(model, region, fn, measured)) flaws.push('no warm-up');
  const turns = repetition ? turnsOf(model, repetition) : 1;
  if (region.clock === 'Date.now' && turns !== null && turns <= 1000) flaws.push('coarse clock');
  return flaws;
}

/** The region waits for something outside: then it measures that, and the language has little to do with it. */
function waits(region: Region): boolean {
  return region.statements.some((s) =>
    some(
      s,
      (node) => node.type === 'AwaitExpression' || (node.type === 'ForOfStatement' && node.await),
      (node) => !isFunction(node),
    ),
  );
}

/** `for (let i = 0; i < 1e6; i++)`: a count of turns, not a walk through data. */
function isRepetition(statement: Node): boolean {
  if (statement.type === 'ForStatement') {
    const bound = statement.test?.type === 'BinaryExpression' ? unwrap(statement.test.right) : null;
    if (!bound || statement.update?.type !== 'UpdateExpression') return false;
    return (
      bound.type === 'Literal' ||
      (bound.type === 'Identifier' &&
        /^(?:n|N|iterations?|ITERATIONS?|runs|RUNS|count|COUNT|times|TIMES|loops|LOOPS|rounds|ROUNDS|reps|REPS|samples|ITERS?|iters?|max|MAX|numIterations|NUM_\w+|\w*(?:Iterations|Runs|ITERATIONS|RUNS))$/.test(
          bound.name,
        )) ||
      (bound.type === 'BinaryExpression' && bound.left.type === 'Literal') ||
      (bound.type === 'MemberExpression' && bound.property.type === 'Identifier' && /^(?:iterations|runs|times)$/.test(bound.property.name))
    );
  }
  return statement.type === 'WhileStatement' && statement.test.type === 'UpdateExpression';
}

function isBench(model: Model, fn: FunctionNode | null, file: FileContext): boolean {
  if (file.path !== undefined && BENCH_PATH.test(file.path)) return true;
  if (!fn) return !model.program.body.some((s) => s.type === 'ExportNamedDeclaration' || s.type === 'ExportDefaultDeclaration');
  return (
    BENCH_NAME.test(functionName(fn) ?? '') ||
    (!isExported(fn) && enclosingFunction(fn) === null && /^(?:main|run|test\w*)$/.test(functionName(fn) ?? ''))
  );
}

/** The reading goes to a person or back to the caller, and not into a metric, a log line of the service or a deadline. */
function printed(region: Region, fn: FunctionNode | null): boolean {
  if (region.clock === 'console.time') return true;
  const block = fn?.body ?? region.block;
  return (
    some(
      block,
      (node) =>
        node.type === 'CallExpression' &&
        /^(?:console\.(?:log|info|table|warn|debug)|process\.stdout\.write|print)$/.test(shown(node.callee)),
      (node) => node.range[1] > region.at.range[0],
    ) ||
    (fn !== null &&
      BENCH_NAME.test(functionName(fn) ?? '') &&
      some(block, (node) => node.type === 'ReturnStatement' && node.argument !== null))
  );
}

/** What is measured: the calls in the region, by name. */
function calls(root: Node, region: Region, loop: boolean): string[] {
  const names: string[] = [];
  for (const statement of loop ? [root] : region.statements)
    walk(statement, (node) => void (node.type === 'CallExpression' && names.push(shown(node.callee))));
  return names.filter((name) => !name.startsWith('console.'));
}

function logs(statement: Node): boolean {
  return some(
    statement,
    (node) =>
      node.type === 'CallExpression' && /^(?:console\.(?:log|info|warn|error|debug)|process\.stdout\.write)$/.test(shown(node.callee)),
  );
}

/** Every statement of the loop is a bare call or a value that nothing reads: free to be optimised away. */
function discards(model: Model, loop: Node): boolean {
  const body = loop.type === 'ForStatement' || loop.type === 'WhileStatement' ? loop.body : loop;
  const statements = body.type === 'BlockStatement' ? body.body : [body];
  return (
    statements.length > 0 &&
    statements.every((s) => {
      if (s.type === 'ExpressionStatement')
        return s.expression.type === 'CallExpression' && !mutates(s.expression) && !isGiven(model, s.expression);
      if (s.type !== 'VariableDeclaration') return false;
      return s.declarations.every((d) => d.id.type === 'Identifier' && !isRead(model, d.id, body));
    })
  );
}

/** `fn()` where `fn` is a parameter: what it leaves behind is not in sight. */
function isGiven(model: Model, call: TSESTree.CallExpression): boolean {
  const { root } = chainOf(call.callee);
  return root.type === 'Identifier' && model.resolve(root)?.kind === 'param';
}

/** `list.push(i)` leaves something behind. */
function mutates(call: TSESTree.CallExpression): boolean {
  const { root, steps } = chainOf(call.callee);
  return (
    steps.length > 0 &&
    root.type === 'Identifier' &&
    /^(?:push|add|set|append|write|unshift|splice|insert|delete|emit|enqueue|update|next)$/.test(calleeName(call) ?? '')
  );
}

function isRead(model: Model, id: TSESTree.Identifier, scope: Node): boolean {
  const binding = model.resolve(id);
  return some(scope, (node) => node.type === 'Identifier' && node !== id && node.name === id.name && model.resolve(node) === binding);
}

/** The same code ran before the clock started: in the block, in the function, or through an earlier call of the function. */
function isWarm(model: Model, region: Region, fn: FunctionNode | null, measured: readonly string[]): boolean {
  const scope: Node = fn?.body ?? model.program;
  const before = (node: Node): boolean => node.range[1] <= region.at.range[0];
  const earlier = some(
    scope,
    (node) =>
      (node.type === 'CallExpression' && before(node) && !isDefinition(node, region) && measured.includes(shown(node.callee))) ||
      (node.type === 'Identifier' && before(node) && /warm/i.test(node.name)),
  );
  return (
    earlier ||
    isRepeated(model, region, fn) ||
    some(model.program, (node) => node.type === 'Identifier' && /^warm(?:-?up|ing)?/i.test(node.name))
  );
}

function isDefinition(node: Node, region: Region): boolean {
  const inner = enclosingFunction(node);
  return inner !== null && !within(region.at, inner);
}

/** The whole measurement is taken several times over. */
function isRepeated(model: Model, region: Region, fn: FunctionNode | null): boolean {
  if (loopsAround(model, region.at).length > 0) return true;
  const name = fn ? functionName(fn) : null;
  return (
    name !== null &&
    model.calls.some(
      (call) =>
        calleeName(call) === name &&
        loopsAround(model, call).some((loop) => loop.data === false || loop.over !== null) &&
        !within(call, fn!),
    )
  );
}

/** How many turns the loop makes, where the code says it. */
function turnsOf(model: Model, loop: Node): number | null {
  const bound = loop.type === 'ForStatement' && loop.test?.type === 'BinaryExpression' ? unwrap(loop.test.right) : null;
  if (bound?.type === 'Literal') return Number(bound.value);
  const binding = bound?.type === 'Identifier' ? model.resolve(bound) : null;
  const value = binding ? constantValue(binding) : null;
  return value?.type === 'Literal' ? Number(value.value) : null;
}

const CURES: Readonly<Record<Flaw, string>> = {
  'one iteration': 'repeat it many times and report the spread',
  'measures the console': 'keep output outside the measured part',
  'result unused': 'use the result, or the compiler may remove the work',
  'no warm-up': 'run it for a while before the clock starts',
  'coarse clock': 'use performance.now or process.hrtime.bigint',
};

function describe(region: Region, flaws: readonly Flaw[]): Found {
  return {
    rule: 'code-microbenchmark',
    node: region.at.type === 'CallExpression' ? region.at.callee : region.at,
    data: {
      callee: region.clock,
      flaw: flaws[0]!,
      flaws: flaws.join(', '),
      before: flaws.join(', '),
      after: 'a repeated measurement of the real work',
      suggestion: flaws.map((flaw) => CURES[flaw]).join('; '),
      strength: 'firm',
    },
  };
}
