/** A file to text, or the reason why it is no text. */
import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';

export type Decoded = { readonly text: string; readonly note: string | null } | { readonly text: null; readonly why: string };

/** Files past this size are no proposals. The engine itself is linear; this keeps the memory of a run bounded. */
export const MAX_BYTES = 32 * 1024 * 1024;

const TOO_LARGE: Decoded = { text: null, why: `is larger than ${MAX_BYTES / 1024 / 1024} MB` };
/** What a shell hands over: its descriptors may be pipes, with a writer at the other end. */
const DESCRIPTOR = /^\/dev\/(?:stdin|fd\/\d+)$/;

/** Throws as the system does where there is no such file or it may not be read. A pipe in a folder would never end, a device neither. */
export function readDocument(absolute: string): Decoded {
  const stat = statSync(absolute);
  if (!stat.isFile() && !stat.isDirectory() && !DESCRIPTOR.test(absolute)) return { text: null, why: 'is no regular file' };
  return stat.size > MAX_BYTES ? TOO_LARGE : decode(readFileSync(absolute));
}

/** UTF-8, or UTF-16 by its byte order mark. A byte order mark is no character of line 1. Invalid bytes become U+FFFD, and that is said. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length > MAX_BYTES) return TOO_LARGE;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), note: null };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), note: null };
  if (bytes.subarray(0, 8192).includes(0)) return { text: null, why: 'looks binary' };
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset + start, bytes.byteLength - start);
  return { text: buffer.toString('utf8'), note: isUtf8(buffer) ? null : 'is not valid UTF-8; unreadable bytes were replaced' };
}
