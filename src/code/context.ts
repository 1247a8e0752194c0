/** Where code runs: on a request path, or in a test, a migration, a script or at start-up, where blocking and repetition do no harm. */
import type { TSESTree } from '@typescript-eslint/typescript-estree';
import { type Call, type FunctionNode, type Node, calleeName, chainOf, isFunction, keyName, outward, some, stringText } from './ast';
import { enclosingClass } from './members';
import type { Model } from './scope';
import { typeHead } from './types';

const OFF_PATH =
  /(?:^|[\\/])(?:__tests__|__mocks__|tests?|testing|e2e|specs?|fixtures?|cypress|playwright|stories|examples?|demos?|bench(?:marks?)?|scripts?|[\w-]*migrations?[\w-]*|seeds?|seeders?|codemods?|cli|bin|codegen|installers?|upgrades?)[\\/]|\.(?:test|spec|e2e|cy|stories|bench|migration|seed|fixture|config|d)\.[cm]?[jt]sx?$|(?:[mM]igrations?|[sS]eed(?:er)?s?)\.[cm]?[jt]s$|(?:^|[\\/])(?:gulpfile|gruntfile|install|setup|upgrade|bootstrap|webpack|rollup|vite|jest|karma|esbuild|seed)[\w.]*\.[cm]?[jt]s$/i;
const TOOLING =
  /(?:^|[\\/])(?:cli|bin|build|tools?|tooling|codegen|generators?|commands?|config|configs|setup|install(?:er)?|bootstrap|dev|vite|webpack|compiler|bundler)[\\/]|(?:^|[\\/])(?:cli|setup|bootstrap|install|generate|build|compile|start|config)\.[cm]?[jt]sx?$/i;
const SERVER_PATH =
  /(?:^|[\\/.])(?:routes?|routers?|controllers?|handlers?|api|server|middlewares?|endpoints|resolvers?|gateways?|webhooks?)(?:[\\/.]|$)/i;
const SERVER_MODULES =
  /^(?:express|fastify|koa|@?koa-router|@koa\/router|hono|@hapi\/hapi|restify|polka|h3|next(?:\/.*)?|@nestjs\/(?:common|graphql|microservices)|@fastify\/.+|apollo-server.*|@apollo\/server|@trpc\/server|elysia|@remix-run\/node|@sveltejs\/kit|routing-controllers|aws-lambda)$/;
const CLI_MODULES =
  /^(?:commander|yargs(?:\/.*)?|@oclif\/.*|cac|meow|inquirer|@inquirer\/.*|prompts|ora|chalk|enquirer|minimist|gluegun|@clack\/.*|listr2?|vite|webpack|rollup|esbuild|tsup)$/;
const VERBS = /^(?:get|post|put|patch|delete|del|all|use|head|options|route|addHook|onRequest|preHandler|query|mutation|subscription)$/;
const ROUTERS = /(?:^|[a-z])(?:app|application|router|routes?|server|fastify|api|koa|hono|web|express|instance)$/i;
const REQUEST_TYPES =
  /^(?:Request|Response|NextRequest|NextApiRequest|NextApiResponse|FastifyRequest|FastifyReply|IncomingMessage|ServerResponse|ExpressRequest|APIGatewayProxyEvent\w*|APIGatewayEvent|HttpRequest|HonoRequest|LoaderFunctionArgs|ActionFunctionArgs|GetServerSidePropsContext|RequestEvent|ExecutionContext)$/;
const ROUTE_DECORATORS =
  /^(?:Get|Post|Put|Patch|Delete|All|Head|Options|Query|Mutation|ResolveField|FieldResolver|Subscription|MessagePattern|EventPattern|SubscribeMessage|GrpcMethod)$/;
const TEST_CALLS =
  /^(?:describe|it|test|suite|context|specify|beforeEach|afterEach|beforeAll|afterAll|before|after|bench|Given|When|Then)$/;

/** A test, a fixture, a migration, a seed, a script: by its path, its shape, or the block around the code. */
function isOffPath(model: Model, node: Node, path: string | undefined): boolean {
  if (path !== undefined && OFF_PATH.test(path)) return true;
  for (let at: Node | undefined = node; at; at = at.parent) {
    if (at.type === 'CallExpression') {
      const { root } = chainOf(at.callee);
      if (root.type === 'Identifier' && TEST_CALLS.test(root.name) && !model.resolve(root)?.declaration) return true;
    }
    if (
      at.type === 'ClassDeclaration' &&
      (at.implements.some((i) => i.expression.type === 'Identifier' && /Migration|Seeder/.test(i.expression.name)) ||
        /Migration|Seeder$/.test(at.id?.name ?? ''))
    )
      return true;
    if (
      isFunction(at) &&
      /^(?:up|down|seed(?:[A-Z]\w*)?|runSeeds?)$|migrat|[sS]eed(?:s|er|Database)?$|backfill/.test(functionName(at) ?? '')
    )
      return true;
  }
  return false;
}

/** Command-line tools and build steps: nobody waits in a queue behind them. */
function isTooling(model: Model, path: string | undefined): boolean {
  if (path !== undefined && TOOLING.test(path)) return true;
  if (model.source.startsWith('#!')) return true;
  for (const module of model.modules) if (CLI_MODULES.test(module)) return true;
  return some(
    model.program,
    (node) =>
      node.type === 'MemberExpression' &&
      !node.computed &&
      node.object.type === 'Identifier' &&
      node.object.name === 'process' &&
      node.property.type === 'Identifier' &&
      node.property.name === 'argv',
  );
}

/** Evidence in the file or its path that it belongs to a server. */
function isServerFile(model: Model, path: string | undefined): boolean {
  if (path !== undefined && SERVER_PATH.test(path)) return true;
  for (const module of model.modules) if (SERVER_MODULES.test(module)) return true;
  return false;
}

/** How the handler is called in a message (`GET /orders`, `OrdersController.list`), when `fn` answers requests itself; else null. */
export function handlerName(model: Model, fn: FunctionNode): string | null {
  return routeCallback(model, fn) ?? handlerMethod(fn) ?? byParameters(fn) ?? exportedHandler(fn);
}

function routeCallback(model: Model, fn: FunctionNode): string | null {
  const { parent: holder, child } = outward(fn);
  const call: Node | undefined = holder?.type === 'Property' && keyName(holder) === 'handler' ? holder.parent?.parent : holder;
  if (call?.type !== 'CallExpression' || call.callee === child) return null;
  const name = calleeName(call) ?? '';
  const first = stringText(call.arguments[0]);
  if (/^createServer$/.test(name) && fn.params.length >= 1) return 'the server callback';
  const { root, steps } = chainOf(call.callee);
  const owner = steps.at(-2) && steps.at(-2) !== '()' ? (steps.at(-2) as string) : root.type === 'Identifier' ? root.name : '';
  // A message on a socket is a request too; the end of the process is not.
  if (
    name === 'on' &&
    /^(?:socket|ws|client|connection|io|nsp|wss)$/i.test(owner) &&
    first !== null &&
    !/^(?:close|end|exit|error|listening|disconnect)$/.test(first)
  )
    return `${owner}.on ${first}`;
  if (call.callee.type !== 'MemberExpression' || !VERBS.test(name)) return null;
  const route = first !== null && first.startsWith('/') ? `${name.toUpperCase()} ${first}` : null;
  if (route !== null && (ROUTERS.test(owner) || fn.params.length >= 1 || model.modules.size === 0))
    return name === 'use' ? `${owner}.use` : route;
  if (
    ROUTERS.test(owner) &&
    (name === 'use' || name === 'addHook' || name === 'route') &&
    fn.params.length >= 1 &&
    fn.params.length <= 4 &&
    looksLikeRequest(fn)
  )
    return `${owner}.${name}`;
  if (/^(?:query|mutation)$/.test(name) && /procedure/i.test([root.type === 'Identifier' ? root.name : '', ...steps].join(' ')))
    return `a tRPC ${name}`;
  return null;
}

/** A method with a route decorator, or any public method of a controller, resolver, gateway or handler class. */
function handlerMethod(fn: FunctionNode): string | null {
  const member = fn.parent as Node | undefined;
  if (member?.type !== 'MethodDefinition' && member?.type !== 'PropertyDefinition') return null;
  if (member.type === 'MethodDefinition' && member.kind !== 'method') return null;
  const owner = enclosingClass(member);
  const name = keyName(member) ?? 'method';
  const full = `${owner?.id?.name ?? 'class'}.${name}`;
  if (member.decorators.some((d) => ROUTE_DECORATORS.test(decoratorName(d)))) return full;
  if (
    /^(?:constructor|onModuleInit|onModuleDestroy|onApplicationBootstrap|init|initialize|setup|configure|register|bootstrap|start|load)$/.test(
      name,
    ) ||
    member.accessibility === 'private'
  )
    return null;
  const isHandlerClass =
    /(?:Controller|Resolver|Gateway|RequestHandler|RouteHandler)$/.test(owner?.id?.name ?? '') ||
    owner?.decorators.some((d) => /^(?:Controller|RestController|JsonController|Resolver|WebSocketGateway)$/.test(decoratorName(d)));
  return isHandlerClass ? full : null;
}

function decoratorName(decorator: TSESTree.Decorator): string {
  const { expression } = decorator;
  const target = expression.type === 'CallExpression' ? expression.callee : expression;
  return target.type === 'Identifier' ? target.name : '';
}

/** `(req, res)`, `(request: FastifyRequest, reply)`, `(req: Request)`. */
function byParameters(fn: FunctionNode): string | null {
  return looksLikeRequest(fn) ? (functionName(fn) ?? 'the request handler') : null;
}

function looksLikeRequest(fn: FunctionNode): boolean {
  const params = fn.params.map((p) => (p.type === 'AssignmentPattern' ? p.left : p));
  const names = params.map((p) => (p.type === 'Identifier' ? p.name : ''));
  const types = params.map((p) => ('typeAnnotation' in p ? (typeHead(p.typeAnnotation)?.name ?? '') : ''));
  if (types.some((type) => REQUEST_TYPES.test(type)) && !/^fetch/i.test(functionName(fn) ?? '')) return true;
  if (/^_?(?:req|request)$/.test(names[0] ?? '') && /^_?(?:res|response|reply|h)$/.test(names[1] ?? '')) return true;
  return /^_?err(?:or)?$/.test(names[0] ?? '') && /^_?req$/.test(names[1] ?? '') && /^_?res$/.test(names[2] ?? '');
}

/** Next.js, Remix and Lambda give meaning to exported names. */
function exportedHandler(fn: FunctionNode): string | null {
  const name = functionName(fn);
  if (!name || !isExported(fn)) return null;
  if (/^(?:GET|POST|PUT|PATCH|DELETE|getServerSideProps)$/.test(name)) return name;
  return name === 'handler' && fn.params.length > 0 ? name : null;
}

export function isExported(fn: FunctionNode): boolean {
  for (let at = fn.parent as Node | undefined, depth = 0; at && depth < 4; at = at.parent, depth++) {
    if (at.type === 'ExportNamedDeclaration' || at.type === 'ExportDefaultDeclaration') return true;
    if (at.type === 'AssignmentExpression' && /^(?:module\.)?exports\b/.test(memberPath(at.left))) return true;
    if (isFunction(at)) return false;
  }
  return false;
}

function memberPath(node: Node): string {
  const { root, steps } = chainOf(node);
  return [root.type === 'Identifier' ? root.name : '', ...steps].join('.');
}

/** The name by which people know a function: its own, its variable's, its property's. */
export function functionName(fn: FunctionNode): string | null {
  if (fn.type !== 'ArrowFunctionExpression' && fn.id) return fn.id.name;
  const parent = fn.parent as Node | undefined;
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return parent.id.name;
  if (parent?.type === 'Property' || parent?.type === 'MethodDefinition' || parent?.type === 'PropertyDefinition') return keyName(parent);
  if (parent?.type === 'AssignmentExpression')
    return chainOf(parent.left).steps.at(-1) ?? (parent.left.type === 'Identifier' ? parent.left.name : null);
  return null;
}

/** Functions of the file that run while a request is answered: handlers, and what they call in the same file. Maps each to its handler. */
function requestFunctions(model: Model): Map<FunctionNode, string> {
  const found = new Map<FunctionNode, string>();
  const queue: FunctionNode[] = [];
  const add = (fn: FunctionNode, name: string): void => {
    if (found.has(fn)) return;
    found.set(fn, name);
    queue.push(fn);
  };
  for (const fn of model.functions) {
    const name = handlerName(model, fn);
    if (name !== null) add(fn, name);
  }
  if (found.size === 0) return found;
  const calledFrom = new Map<FunctionNode, Call[]>();
  for (const call of model.calls) {
    let fn: Node | undefined = call;
    do fn = fn.parent;
    while (fn && !isFunction(fn));
    if (!fn || !isFunction(fn)) continue;
    const known = calledFrom.get(fn);
    if (known) known.push(call);
    else calledFrom.set(fn, [call]);
  }
  for (let fn = queue.pop(); fn; fn = queue.pop()) {
    const name = found.get(fn)!;
    for (const inner of model.functions) if (inner !== fn && isDirectlyIn(inner, fn) && !isDeferred(inner)) add(inner, name);
    for (const call of calledFrom.get(fn) ?? []) {
      const target = ownTarget(model, call);
      if (target) add(target, name);
    }
  }
  return found;
}

function isDirectlyIn(inner: FunctionNode, outer: FunctionNode): boolean {
  for (let at = inner.parent as Node | undefined; at; at = at.parent) if (isFunction(at)) return at === outer;
  return false;
}

/** A function that a handler only registers for later: a process event, a timer. */
function isDeferred(fn: FunctionNode): boolean {
  const call = fn.parent as Node | undefined;
  return call?.type === 'CallExpression' && /^(?:once|setInterval|listen)$/.test(calleeName(call) ?? '');
}

function ownTarget(model: Model, call: Call): FunctionNode | null {
  const { callee } = call;
  if (callee.type === 'Identifier') {
    const binding = model.resolve(callee);
    if (binding?.declaration && isFunction(binding.declaration)) return binding.declaration;
    return binding?.kind === 'const' && isFunction(binding.init) ? binding.init : null;
  }
  if (callee.type === 'MemberExpression' && callee.object.type === 'ThisExpression')
    return model.members.method(callee, calleeName(call) ?? '');
  return null;
}

/** What holds for the whole file, found out when first asked. */
export class FileContext {
  #handlers: Map<FunctionNode, string> | undefined;
  #tooling: boolean | undefined;
  #server: boolean | undefined;

  constructor(
    private readonly model: Model,
    readonly path: string | undefined,
  ) {}

  /** Functions that run while a request is answered, each with the name of its handler. */
  get handlers(): ReadonlyMap<FunctionNode, string> {
    return (this.#handlers ??= requestFunctions(this.model));
  }

  get tooling(): boolean {
    return (this.#tooling ??= isTooling(this.model, this.path));
  }

  get server(): boolean {
    return (this.#server ??= isServerFile(this.model, this.path));
  }

  offPath(node: Node): boolean {
    return isOffPath(this.model, node, this.path);
  }
}
