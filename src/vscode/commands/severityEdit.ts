/** One severity in a configuration file. */
import { isMap, parseDocument } from 'yaml';
import type { Severity } from '../../core';

/** The text of a configuration file with one severity changed; comments and order stay. Null where the file is not readable. */
export function withSeverity(text: string, rule: string, severity: Severity): string | null {
  const document = parseDocument(text);
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) return null;
  document.setIn(['rules', rule], severity);
  return document.toString({ lineWidth: 0 });
}
