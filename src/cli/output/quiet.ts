/** JSON that a terminal may show. `JSON.stringify` leaves the C1 controls and the characters of direction as they are; some terminals obey them. */
const OBEYED = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** They stand inside strings only, so the escaped text means the same. */
export const quietJson = (value: unknown, indent?: number): string => JSON.stringify(value, null, indent).replace(OBEYED, escaped);
