/** JSON that a terminal may show. `JSON.stringify` leaves the C1 controls and the characters of direction as they are; some terminals obey them. */
import { isObeyed } from './terminal';

const BEYOND_ASCII = /[\u007f-\uffff]/g;

function escaped(char: string): string {
  const code = char.charCodeAt(0);
  return isObeyed(code) ? `\\u${code.toString(16).padStart(4, '0')}` : char;
}

/** They stand inside strings only, so the escaped text means the same. */
export const quietJson = (value: unknown, indent?: number): string => JSON.stringify(value, null, indent).replace(BEYOND_ASCII, escaped);
