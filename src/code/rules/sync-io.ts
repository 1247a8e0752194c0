/** `code-sync-io`: a call that stops the whole process, on a path where others are waiting for an answer. */
import { type Call, type FunctionNode, type Node, calleeName, chainOf, isFunction, shown, some, unwrap } from '../ast';
import { type FileContext, functionName, isExported } from '../context';
import type { Found, RuleInput } from '../hint';
import { belongsTo, originOf } from '../origin';
import type { Model } from '../scope';

interface Blocking {
  readonly what: 'file system' | 'cryptography' | 'compression' | 'child process' | 'request';
  /** Password hashing takes a tenth of a second by design, wherever it stands. */
  readonly slow: boolean;
  readonly instead: string;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const MODULES: readonly (readonly [what: Blocking['what'], modules: ReadonlySet<string>, methods: RegExp])[] = [
  [
    'file system',
    words('fs node:fs fs-extra graceful-fs jsonfile glob fast-glob globby tinyglobby rimraf del'),
    /^(?!watch)\w+Sync$|^sync$/,
  ],
  [
    'cryptography',
    words('crypto node:crypto bcrypt bcryptjs @node-rs/bcrypt @node-rs/argon2 scrypt'),
    /^(?:pbkdf2Sync|scryptSync|generateKeyPairSync|generatePrimeSync|hashSync|compareSync|genSaltSync|verifySync|randomFillSync)$/,
  ],
  [
    'compression',
    words('zlib node:zlib pako'),
    /^(?:gzip|gunzip|deflate|inflate|deflateRaw|inflateRaw|unzip|brotliCompress|brotliDecompress|zstdCompress|zstdDecompress)Sync$/,
  ],
  [
    'child process',
    words('child_process node:child_process execa cross-spawn shelljs'),
    /^(?:exec|execFile|spawn|execa|execaCommand)Sync$|^sync$/,
  ],
  ['request', words('sync-request sync-fetch sync-rpc deasync'), /^/],
];
/** The same methods where a fence does not show its imports. */
const BY_NAME: readonly (readonly [what: Blocking['what'], owner: RegExp, methods: RegExp])[] = [
  [
    'file system',
    /^(?:fs|fse|fsExtra)?$/,
    /^(?:readFile|writeFile|appendFile|readdir|stat|lstat|exists|mkdir|rmdir|rm|unlink|copyFile|rename|open|read|write|access|realpath|readJson|writeJson|ensureDir)Sync$/,
  ],
  ['cryptography', /^(?:crypto|bcrypt|bcryptjs)?$/, /^(?:pbkdf2Sync|scryptSync|generateKeyPairSync|hashSync|compareSync|genSaltSync)$/],
  ['compression', /^(?:zlib)?$/, /^(?:gzip|gunzip|deflate|inflate|brotliCompress|brotliDecompress)Sync$/],
  ['child process', /^(?:child_process|childProcess|cp)?$/, /^(?:exec|execFile|spawn)Sync$/],
];
/** Functions whose name says that they run once, at start-up or from a command line. */
const ONCE =
  /^(?:main|run|cli|start\w*|restart\w*|reload\w*|stop\w*|init\w*|setup\w*|bootstrap\w*|boot\w*|build\w*|compile\w*|bundle\w*|configure\w*|register\w*|install\w*|create(?:App|Server|Application|Config|Logger)\w*|load\w*(?:Config|Settings|Env|Schema|Plugins?|Certs?|Keys?|Secrets?)\w*|\w*[cC]onfig\w*|generate\w*|migrat\w*|seed\w*|deploy\w*|release\w*|publish\w*|lint\w*|watch\w*|scaffold\w*|cleanup\w*|shutdown\w*|listen|connect\w*|prepare\w*|plugin|script|command)$/;

export function syncIo({ model, file }: RuleInput): Found[] {
  const found: Found[] = [];
  for (const call of model.calls) {
    const blocking = blockingCall(model, call);
    if (!blocking) continue;
    const place = requestPlace(call, blocking, file);
    if (place === null || file.offPath(call) || isRemembered(call)) continue;
    found.push({
      rule: 'code-sync-io',
      node: call.callee,
      data: {
        callee: shown(call.callee),
        what: blocking.what,
        handler: place.name,
        before: 'every request waits while it runs',
        after: 'only this request waits',
        suggestion: blocking.instead,
        strength: place.firm ? 'firm' : 'soft',
      },
    });
  }
  return found;
}

function blockingCall(model: Model, call: Call): Blocking | null {
  const name = calleeName(call) ?? '';
  const bare = unwrap(call.callee).type === 'Identifier';
  if (!/Sync$|^sync$/.test(name) && !bare && name !== 'wait') return null;
  const origin = originOf(model, call.callee);
  if (origin.module !== null) {
    const exported = origin.steps.filter((step) => step !== '()' && step !== '*' && step !== 'default').at(-1) ?? 'default';
    for (const [what, modules, methods] of MODULES)
      if (belongsTo(origin.module, modules) && methods.test(exported)) return describe(what, exported);
    return null;
  }
  if (origin.binding || origin.type) return null;
  const { root, steps } = chainOf(call.callee);
  const owner = bare ? '' : root.type === 'Identifier' && steps.length === 1 ? root.name : null;
  if (owner === null) return null;
  for (const [what, owners, methods] of BY_NAME) if (owners.test(owner) && methods.test(name)) return describe(what, name);
  return null;
}

function describe(what: Blocking['what'], method: string): Blocking {
  const own = method.replace(/Sync$/, '');
  switch (what) {
    case 'file system':
      return {
        what,
        slow: false,
        instead: own === 'exists' ? 'await the read itself and handle its error' : `await fs.promises.${own} or read it once at start-up`,
      };
    case 'cryptography':
      return {
        what,
        slow: /^(?:pbkdf2|scrypt|hash|compare|generateKeyPair)$/.test(own),
        instead: `the asynchronous ${own}, which runs on the thread pool`,
      };
    case 'compression':
      return { what, slow: false, instead: `the asynchronous ${own} or a stream` };
    case 'child process':
      return { what, slow: true, instead: `the asynchronous ${own}, or a worker started once` };
    case 'request':
      return { what, slow: true, instead: 'await an asynchronous request' };
  }
}

/** Whose request waits, or null where nobody's does. */
function requestPlace(call: Call, blocking: Blocking, file: FileContext): { name: string; firm: boolean } | null {
  const around: FunctionNode[] = [];
  for (let at = call.parent as Node | undefined; at; at = at.parent) if (isFunction(at)) around.push(at);
  for (const fn of around) {
    const name = file.handlers.get(fn);
    if (name !== undefined) return { name, firm: true };
  }
  const outer = around.at(-1);
  const name = outer ? functionName(outer) : null;
  if (!outer || name === null || file.tooling || ONCE.test(name)) return null;
  if (around.some((fn) => ONCE.test(functionName(fn) ?? ''))) return null;
  // Without a handler in sight: what is asynchronous and exported is called while something else waits, if this is a server at all.
  const server = file.server || (file.path === undefined && file.handlers.size === 0);
  const serves = isExported(outer) && outer.async;
  const hashes = blocking.slow && blocking.what === 'cryptography' && (isExported(outer) || file.path === undefined);
  return server && (serves || hashes) ? { name, firm: false } : null;
}

/** `cached ??= readFileSync(...)` or behind `if (!cached)`: paid once. */
function isRemembered(call: Call): boolean {
  let child: Node = call;
  for (let at = call.parent as Node | undefined; at && !isFunction(at); child = at, at = at.parent) {
    if (at.type === 'AssignmentExpression' && /^(?:\?\?|\|\|)=$/.test(at.operator)) return true;
    if (at.type !== 'IfStatement' || child !== at.consequent) continue;
    const { test } = at;
    const missing =
      test.type === 'UnaryExpression' && test.operator === '!'
        ? test.argument
        : test.type === 'BinaryExpression' && /^===?$/.test(test.operator)
          ? test.left
          : null;
    const { root } = missing ? chainOf(missing) : { root: null };
    if (root?.type !== 'Identifier' && root?.type !== 'ThisExpression') continue;
    const name = root.type === 'Identifier' ? root.name : null;
    if (
      some(at.consequent, (node) => node.type === 'AssignmentExpression' && same(node.left, name)) ||
      (name !== null &&
        some(at.consequent, (node) => node.type === 'CallExpression' && calleeName(node) === 'set' && same(node.callee, name)))
    )
      return true;
  }
  return false;
}

function same(node: Node, name: string | null): boolean {
  const { root } = chainOf(node);
  return name === null ? root.type === 'ThisExpression' : root.type === 'Identifier' && root.name === name;
}
