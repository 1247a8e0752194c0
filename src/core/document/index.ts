/** The document layer's door: text in, blocks of plain prose with exact places out. */
import { Session } from './session';
import type { Doc, DocSession } from './types';

export { sentencesOf } from './sentences';
export type * from './types';

/** Reads a whole document. Total: any string is a document. */
export function parseDocument(text: string): Doc {
  return new Session(text).doc;
}

/** Opens a document for editing; every `edit` gives the same document as reading the new text afresh. */
export function openDocument(text: string): DocSession {
  return new Session(text);
}
