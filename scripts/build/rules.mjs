/**
 * Rules without their manual. A rule's file holds documents that it flags and documents that it leaves alone, a summary and when not to
 * use it; tests, the pages of the rules, SARIF and the command line's `explain` read them, the editor never does. They are half of a
 * rule's weight.
 */
import { readFileSync } from 'node:fs';
import ts from 'typescript';

const EXAMPLES = new Set(['bad', 'good']);
const TEXTS = new Set(['summary', 'whenNotToUse']);

/** The text of a rule with its examples and manual texts emptied; what only they used falls to the bundler. */
export function withoutManual(text, path = 'rule.ts') {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false);
  /** @type {{ from: number, to: number, by: string }[]} */
  const cuts = [];
  const visit = (node) => {
    const name = ts.isPropertyAssignment(node) ? node.name.getText(file) : '';
    const value = node.initializer;
    const by =
      EXAMPLES.has(name) && ts.isArrayLiteralExpression(value) ? '[]' : TEXTS.has(name) && ts.isStringLiteralLike(value) ? "''" : null;
    if (by !== null) cuts.push({ from: value.getStart(file), to: value.getEnd(), by });
    else ts.forEachChild(node, visit);
  };
  visit(file);
  let out = text;
  for (const { from, to, by } of cuts.reverse()) out = out.slice(0, from) + by + out.slice(to);
  return out;
}

/** @type {import('esbuild').Plugin} */
export const rulesWithoutManual = {
  name: 'rules-without-manual',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/]core[\\/]rules[\\/][\w-]+\.ts$/ }, ({ path }) => ({
      contents: withoutManual(readFileSync(path, 'utf8'), path),
      loader: 'ts',
    }));
  },
};
