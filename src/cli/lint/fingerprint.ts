/** Names for findings that survive moved lines, changed wrapping and unrelated edits. */
import type { Finding } from '../../core/types';

/** 64 bits of FNV-1a in two lanes, as 16 hexadecimal digits. It names findings within one file; it protects nothing. */
export function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ (code + 0x7f), 0x01000193) ^ (b >>> 15);
  }
  const hex = (n: number): string => (n >>> 0).toString(16).padStart(8, '0');
  return hex(a) + hex(b);
}

/**
 * A gap speaks of the whole document, so its rule is its name. Anything else is named by its rule and the words it stands on, white space and
 * case folded; the second finding of one rule on the same words gets a number.
 */
export function fingerprints(text: string, findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map((f) => {
    const words = f.kind === 'gap' ? '' : text.slice(f.span.from, f.span.to).toLowerCase().split(/\s+/).join(' ').trim();
    const base = `${f.rule}\0${words}`;
    const count = seen.get(base) ?? 0;
    seen.set(base, count + 1);
    return hash(`${base}\0${count}`);
  });
}
