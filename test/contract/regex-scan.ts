/** Finds every regular expression of the product and asks how its cost grows. */
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { analyse, type Report } from 'scslre';
import { globSync } from 'tinyglobby';
import ts from 'typescript';

export interface Pattern {
  /** `src/core/...`, relative to the repository. */
  readonly file: string;
  readonly line: number;
  readonly source: string;
  readonly flags: string;
}

/** `new RegExp(...)` in the sources. */
export interface Made {
  readonly file: string;
  readonly line: number;
  /** What it is made of, as far as the file says; null where it takes the source of another pattern, which is scanned where it stands. */
  readonly source: string | null;
  readonly flags: string;
}

/** All literal and all made patterns under `src`. */
export function patternsOf(root: string): { readonly literal: readonly Pattern[]; readonly made: readonly Made[] } {
  const literal: Pattern[] = [];
  const made: Made[] = [];
  for (const file of globSync(['src/**/*.ts', 'media/**/*.js'], { cwd: root, absolute: true }).sort()) {
    const text = readFileSync(file, 'utf8');
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false);
    const name = relative(root, file).replaceAll('\\', '/');
    const lineOf = (node: ts.Node): number => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const written = node.getText(source);
        const slash = written.lastIndexOf('/');
        literal.push({ file: name, line: lineOf(node), source: written.slice(1, slash), flags: written.slice(slash + 1) });
      }
      if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText(source) === 'RegExp') {
        const [of, flags] = node.arguments ?? [];
        const copies = of !== undefined && ts.isPropertyAccessExpression(of) && of.name.text === 'source';
        made.push({
          file: name,
          line: lineOf(node),
          source: of === undefined || copies ? null : textOf(of, source),
          flags: flags && ts.isStringLiteralLike(flags) ? flags.text : '',
        });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { literal, made };
}

/** The text that an expression stands for: strings, templates and constants of the file; a word where only the run knows. */
function textOf(node: ts.Expression, file: ts.SourceFile): string {
  const raw = ts.isTaggedTemplateExpression(node);
  const template = raw ? node.template : node;
  const piece = (part: ts.TemplateLiteralLikeNode | ts.StringLiteral): string =>
    raw && 'rawText' in part && part.rawText !== undefined ? part.rawText : part.text;
  if (ts.isStringLiteral(template) || ts.isNoSubstitutionTemplateLiteral(template)) return piece(template);
  if (ts.isTemplateExpression(template))
    return piece(template.head) + template.templateSpans.map((span) => textOf(span.expression, file) + piece(span.literal)).join('');
  if (ts.isIdentifier(node))
    for (const statement of file.statements)
      if (ts.isVariableStatement(statement))
        for (const { name, initializer } of statement.declarationList.declarations)
          if (initializer && ts.isIdentifier(name) && name.text === node.text) return textOf(initializer, file);
  return 'word';
}

export const ROOT = resolve(import.meta.dirname, '../..');

/** Ways in which the pattern can cost more than its text's length; none where it cannot. */
export function reportsOf(source: string, flags: string): readonly Report[] {
  return analyse({ source, flags }).reports;
}
