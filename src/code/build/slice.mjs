/**
 * Cuts the few hundred kilobytes that parse out of the nine megabytes of the TypeScript compiler.
 *
 * The compiler ships as one file: thousands of top-level functions inside one wrapper. A bundler cannot drop what nobody uses there,
 * because namespaces, code fixes and refactorings register themselves by running. We know which of those statements belong to which
 * name, so we can: a statement is kept when a kept statement mentions a name that it declares. Nothing inside a statement is changed.
 */
import ts from 'typescript';

/**
 * @param {string} source text of `typescript/lib/typescript.js`
 * @param {Iterable<string>} roots exported names that are needed
 * @param {Readonly<Record<string, string>>} cuts functions that are given another body
 * @returns {string} an ES module that exports the roots
 */
export function slice(source, roots, cuts) {
  const file = ts.createSourceFile('typescript.js', source, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);
  const statements = wrapperBody(file);
  const exported = exportTable(statements);
  const cut = new Set(Object.keys(cuts));

  /** @type {Map<string, number[]>} name -> statements that declare it or complete it */
  const owners = new Map();
  const texts = [];
  const declares = [];
  statements.forEach((statement, index) => {
    const names = namesOf(statement).filter((name) => !cut.has(name));
    texts.push(source.slice(statement.pos, statement.end));
    declares.push(names);
    for (const name of names) owners.set(name, [...(owners.get(name) ?? []), index]);
  });

  const kept = new Set();
  const messages = new Set();
  const stubs = new Set();
  const seen = new Set();
  const queue = [];
  const want = (name) => {
    if (seen.has(name)) return;
    seen.add(name);
    if (cut.has(name)) stubs.add(name);
    else queue.push(...(owners.get(name) ?? []));
  };
  const local = (name) => {
    const inner = exported.get(name);
    if (inner === undefined) throw new Error(`typescript exports no ${name}: the slice must be looked at again`);
    return inner;
  };
  // The compiler's syntax nodes get their methods from the services layer; it installs them when the module runs.
  want('setObjectAllocator');
  want('getServicesObjectAllocator');
  const wanted = [...roots].map((name) => [name, local(name)]);
  for (const [, inner] of wanted) want(inner);
  while (queue.length > 0) {
    const index = queue.pop();
    if (kept.has(index)) continue;
    kept.add(index);
    // The table of messages is cut down at the end, when it is known which of them are asked for; all it needs itself is its constructor.
    if (declares[index].includes('Diagnostics')) {
      want('diag');
      continue;
    }
    for (const name of mentioned(statements[index], messages)) want(name);
  }

  const text = (index) => (declares[index].includes('Diagnostics') ? onlyMessages(statements[index], messages, source) : texts[index]);
  const lines = [...kept].sort((a, b) => a - b).map(text);
  const helpers = [...stubs].map((name) => `function ${name}() { ${cuts[name]} }`);
  const exports = wanted.map(([name, inner]) => (name === inner ? name : `${inner} as ${name}`));
  return [...helpers, ...lines, 'setObjectAllocator(getServicesObjectAllocator());', `export { ${exports.join(', ')} };`].join('\n');
}

/** The statements inside `((module) => { ... })({...})`. */
function wrapperBody(file) {
  for (const statement of file.statements) {
    if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) continue;
    const callee = ts.isParenthesizedExpression(statement.expression.expression) ? statement.expression.expression.expression : undefined;
    if (callee && ts.isArrowFunction(callee) && ts.isBlock(callee.body)) return callee.body.statements;
  }
  throw new Error('the wrapper of typescript.js has changed: the slice must be looked at again');
}

/** `__export(typescript_exports, { name: () => inner, ... })` as a map. */
function exportTable(statements) {
  const table = new Map();
  for (const statement of statements) {
    const call = ts.isExpressionStatement(statement) && ts.isCallExpression(statement.expression) ? statement.expression : undefined;
    if (!call || call.arguments[0]?.getText === undefined) continue;
    const [target, getters] = call.arguments;
    if (!ts.isIdentifier(target) || target.text !== 'typescript_exports' || !getters || !ts.isObjectLiteralExpression(getters)) continue;
    for (const property of getters.properties) table.set(property.name.text, property.initializer.body.text);
  }
  if (table.size === 0) throw new Error('the export table of typescript.js has changed: the slice must be looked at again');
  return table;
}

/** Names that a top-level statement declares, or that it completes (`Parser` for `((Parser2) => ...)(Parser || (Parser = {}))`). */
function namesOf(statement) {
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return statement.name ? [statement.name.text] : [];
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap((d) => bindingNames(d.name));
  if (!ts.isExpressionStatement(statement)) return [];
  const { expression } = statement;
  if (ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    let target = expression.left;
    while (ts.isPropertyAccessExpression(target)) target = target.expression;
    return ts.isIdentifier(target) && target.text !== 'module' ? [target.text] : [];
  }
  if (!ts.isCallExpression(expression)) return [];
  const [first] = expression.arguments;
  if (ts.isIdentifier(expression.expression) && expression.expression.text === '__export' && first && ts.isIdentifier(first)) {
    return first.text === 'typescript_exports' ? [] : [first.text];
  }
  if (first && ts.isBinaryExpression(first) && ts.isIdentifier(first.left)) return [first.left.text];
  return [];
}

function bindingNames(name) {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : bindingNames(element.name)));
}

/** Every identifier in the statement that could refer to a top-level name (too many is safe, too few is not); messages are collected apart. */
function mentioned(statement, messages) {
  const names = new Set();
  const visit = (node) => {
    if (ts.isIdentifier(node)) names.add(node.text);
    else if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'Diagnostics') {
      names.add('Diagnostics');
      messages.add(node.name.text);
    } else if (ts.isPropertyAccessExpression(node)) visit(node.expression);
    else if (ts.isPropertyAssignment(node)) {
      if (ts.isComputedPropertyName(node.name)) visit(node.name);
      visit(node.initializer);
    } else ts.forEachChild(node, visit);
  };
  visit(statement);
  return names;
}

/** The table of two thousand error messages, reduced to those that a kept statement names. */
function onlyMessages(statement, messages, source) {
  const [declaration] = statement.declarationList.declarations;
  const properties = declaration.initializer.properties.filter((property) => messages.has(property.name.text));
  return `var Diagnostics = {${properties.map((property) => source.slice(property.pos, property.end)).join(',')}};`;
}
