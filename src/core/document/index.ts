/** The document layer's door: text in, blocks of plain prose with exact places out. */
import { BlockReader } from './blocks';
import { frontMatterDirectives } from './directives';
import { ParsedDoc } from './document';
import { readFrontMatter } from './frontMatter';
import { structureOf } from './structure';
import type { Doc, DocSession } from './types';

export { sentencesOf } from './sentences';
export type * from './types';

/** Reads a whole document. Total: any string is a document. */
export function parseDocument(text: string): Doc {
  const frontMatter = readFrontMatter(text);
  const bodyFrom = frontMatter?.span.to ?? 0;
  const tops = structureOf(text, bodyFrom, text.length);
  const reader = new BlockReader(text);
  const chunks = tops.map((top) => reader.chunk(top));
  const head = frontMatter === null ? [] : frontMatterDirectives(frontMatter.data, frontMatter.span, text);
  return new ParsedDoc(
    text,
    frontMatter,
    head,
    chunks,
    tops.map((top) => top.from),
  );
}

/** Opens a document for editing. */
export function openDocument(text: string): DocSession {
  let doc = parseDocument(text);
  let reread = doc.blocks.length;
  return {
    get doc() {
      return doc;
    },
    get reread() {
      return reread;
    },
    edit({ from, to, insert }) {
      doc = parseDocument(doc.text.slice(0, from) + insert + doc.text.slice(to));
      reread = doc.blocks.length;
      return doc;
    },
  };
}
