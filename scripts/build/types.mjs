// The types of the package as one file: dist/index.d.mts and .d.cts. The public vocabulary (src/core/types.ts) imports nothing, so it is taken as it
// is; what else src/core/index.ts exports is declared after it, in the words of the type checker. Run by `npm pack`.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const VOCABULARY = path.join(ROOT, 'src/core/types.ts');
const DOOR = path.join(ROOT, 'src/core/index.ts');

/** What the door exports besides the vocabulary, as declarations with their comments. */
export function declaredValues() {
  const program = ts.createProgram([DOOR], {
    ...ts.getDefaultCompilerOptions(),
    strict: true,
    exactOptionalPropertyTypes: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    resolveJsonModule: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const door = program.getSourceFile(DOOR);
  const symbol = door && checker.getSymbolAtLocation(door);
  if (!door || !symbol) throw new Error(`${DOOR} is no module`);
  const FLAGS = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope;
  const found = [];
  for (const exported of checker.getExportsOfModule(symbol)) {
    const target = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const [declaration] = target.declarations ?? [];
    if (!declaration || declaration.getSourceFile().fileName === VOCABULARY) continue;
    const type = checker.getTypeOfSymbolAtLocation(target, declaration);
    const [signature] = type.getCallSignatures();
    const name = exported.getName();
    const comment = ts.displayPartsToString(target.getDocumentationComment(checker));
    const text = signature
      ? `export declare function ${name}${checker.signatureToString(signature, undefined, FLAGS)};`
      : `export declare const ${name}: ${checker.typeToString(type, undefined, FLAGS)};`;
    if (text.includes('import(')) throw new Error(`${name}: its type is not part of the public vocabulary: ${text}`);
    found.push({ name, comment, text });
  }
  return found;
}

/** The whole file. */
export async function publicTypes() {
  const vocabulary = await readFile(VOCABULARY, 'utf8');
  const values = declaredValues().map(({ comment, text }) => `${comment ? `/** ${comment.replaceAll('\n', '\n * ')} */\n` : ''}${text}`);
  return `${vocabulary}\n${values.join('\n\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await publicTypes();
  const dist = path.join(ROOT, 'dist');
  await mkdir(dist, { recursive: true });
  for (const name of ['index.d.mts', 'index.d.cts']) await writeFile(path.join(dist, name), text);
}
