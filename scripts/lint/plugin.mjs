// Two lint rules of our own: imports run one way, and a rule of the engine never looks at raw text.
import { dirname, relative, resolve, sep } from 'node:path';
import { ROOT } from '../host/paths.mjs';
import { objection } from './rooms.mjs';

const fromRoot = (/** @type {string} */ path) => relative(ROOT, path).split(sep).join('/');
const stem = (/** @type {string} */ path) => path.replace(/\.(d\.)?[cm]?[jt]s$/, '');

/** @type {import('eslint').Rule.RuleModule} */
const oneWay = {
  meta: { type: 'problem', schema: [], messages: { wrong: '{{why}}' } },
  create(context) {
    const importer = stem(fromRoot(context.filename));
    /** @param {any} node @param {any} source @param {boolean} typeOnly */
    const check = (node, source, typeOnly) => {
      if (typeof source?.value !== 'string') return;
      const isPackage = !source.value.startsWith('.');
      const imported = isPackage ? source.value : stem(fromRoot(resolve(dirname(context.filename), source.value)));
      const why = objection(importer, imported, { isPackage, typeOnly });
      if (why !== undefined) context.report({ node, messageId: 'wrong', data: { why } });
    };
    return {
      ImportDeclaration: (/** @type {any} */ node) => check(node, node.source, node.importKind === 'type'),
      ExportNamedDeclaration: (/** @type {any} */ node) => check(node, node.source, node.exportKind === 'type'),
      ExportAllDeclaration: (/** @type {any} */ node) => check(node, node.source, node.exportKind === 'type'),
      ImportExpression: (/** @type {any} */ node) => check(node, node.source, false),
      TSImportType: (/** @type {any} */ node) => check(node, node.source ?? node.argument?.literal, true),
    };
  },
};

export const plugin = { meta: { name: 'fast-enough' }, rules: { 'one-way': oneWay } };

const TEXT = 'A rule contains no regular expression and never looks at raw text: mend the fact it reads instead.';
/** For `no-restricted-syntax` in the rules: the ways to look at raw text. */
export const RAW_TEXT = [
  { selector: 'Literal[regex]', message: TEXT },
  { selector: "NewExpression[callee.name='RegExp'], CallExpression[callee.name='RegExp']", message: TEXT },
  { selector: 'CallExpression[callee.property.name=/^(match|matchAll|search)$/]', message: TEXT },
];
