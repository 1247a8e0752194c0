/**
 * The engine's own troubles, each said once. A document is read at every keystroke, and a log in which the same line stands a thousand times
 * hides the one that matters.
 */
import type { InternalIssue } from '../core';

export class IssueLog {
  /** Rules that have crashed, wherever that was. */
  private readonly crashed = new Set<string>();
  /** What is wrong with a document at present, by its address. */
  private readonly known = new Map<string, ReadonlySet<string>>();

  constructor(private readonly say: (line: string) => void) {}

  /** Issues of a document as they are now; what is new among them is said. */
  take(address: string, name: string, issues: readonly InternalIssue[]): void {
    const before = this.known.get(address);
    const now = new Set<string>();
    for (const { kind, message } of issues) {
      const line = `${name}: ${kind}: ${message}`;
      if (kind === 'rule-crashed') {
        const rule = message.split(':', 1)[0] ?? '';
        if (this.crashed.has(rule)) continue;
        this.crashed.add(rule);
        this.say(line);
      } else {
        now.add(line);
        if (!before?.has(line)) this.say(line);
      }
    }
    if (now.size > 0) this.known.set(address, now);
    else this.known.delete(address);
  }

  forget(address: string): void {
    this.known.delete(address);
  }

  /** After a restart everything may be said again. */
  clear(): void {
    this.crashed.clear();
    this.known.clear();
  }
}
