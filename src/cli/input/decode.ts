/** Bytes of a file to text, or the reason why it is no text. */
import { isUtf8 } from 'node:buffer';

export type Decoded = { readonly text: string; readonly note: string | null } | { readonly text: null; readonly why: string };

/** Files past this size are no proposals. The engine itself is linear; this keeps the memory of a run bounded. */
export const MAX_BYTES = 32 * 1024 * 1024;

/** UTF-8, or UTF-16 by its byte order mark. A byte order mark is no character of line 1. Invalid bytes become U+FFFD, and that is said. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), note: null };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), note: null };
  if (bytes.subarray(0, 8192).includes(0)) return { text: null, why: 'looks binary' };
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset + start, bytes.byteLength - start);
  return { text: buffer.toString('utf8'), note: isUtf8(buffer) ? null : 'is not valid UTF-8; unreadable bytes were replaced' };
}
