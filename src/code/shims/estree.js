/**
 * `parse` of typescript-estree without the options that reach for a project on disk: the same compiler call, the same converter.
 * Only bundled; unbundled code gets the package's own `parse`.
 */
import { astConverter } from 'estree-dist/ast-converter';
import { createSourceFile, JSDocParsingMode, ScriptKind, ScriptTarget } from 'typescript';

/**
 * @param {string} code
 * @param {{ jsx?: boolean, filePath?: string, allowInvalidAST?: boolean }} [options]
 */
export function parse(code, options = {}) {
  const name = options.filePath ?? (options.jsx ? 'estree.tsx' : 'estree.ts');
  const kind = scriptKind(name);
  // A module, so that `await (...)` at the top level is no call of a function named await.
  const setExternalModuleIndicator = (source) => void (source.externalModuleIndicator = true);
  const reading = { jsDocParsingMode: JSDocParsingMode.ParseNone, languageVersion: ScriptTarget.Latest, setExternalModuleIndicator };
  const file = createSourceFile(name, code, reading, true, kind);
  const settings = {
    allowInvalidAST: options.allowInvalidAST === true,
    comment: false,
    errorOnUnknownASTType: false,
    loc: true,
    range: true,
    suppressDeprecatedPropertyWarnings: true,
    tokens: null,
  };
  return astConverter(file, settings, false).estree;
}

/** As typescript-estree decides it: by the extension. */
function scriptKind(name) {
  if (name.endsWith('.tsx')) return ScriptKind.TSX;
  if (name.endsWith('.jsx')) return ScriptKind.JSX;
  if (name.endsWith('.js')) return ScriptKind.JS;
  return ScriptKind.TS;
}
