/** Words of the shared cards: translation is handed in, so that the core needs neither `vscode` nor a language bundle. */

/** Puts `data` into `{name}` slots of an English template, after looking the template up in the reader's language. */
export type Translate = (message: string, data?: Readonly<Record<string, string | number>>) => string;

/** Fills the slots and changes nothing else. A slot without a value stays as written. */
export const english: Translate = (message, data = {}) =>
  message.replace(/\{(\w+)\}/g, (slot, name: string) => (Object.hasOwn(data, name) ? String(data[name]) : slot));

/** A number as a person writes it: at most `digits` significant digits, no exponent, no trailing zeros. */
export function shownNumber(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : value < 0 ? '-∞' : '?';
  if (value === 0) return '0';
  const magnitude = Math.floor(Math.log10(Math.abs(value)));
  const decimals = Math.min(Math.max(0, digits - 1 - magnitude), 8);
  const rounded = value.toFixed(decimals);
  return decimals > 0 ? rounded.replace(/\.?0+$/, '') : rounded;
}

/** A money amount in short form, e.g. `$1.2M`. `currency` is a symbol or an ISO code and may be empty. */
export function shownMoney(amount: number, currency: string): string {
  const sign = amount < 0 ? '-' : '';
  const size = Math.abs(amount);
  const [scaled, unit] = size >= 1e9 ? [size / 1e9, 'B'] : size >= 1e6 ? [size / 1e6, 'M'] : size >= 1e4 ? [size / 1e3, 'k'] : [size, ''];
  const digits = `${shownNumber(scaled)}${unit}`;
  return currency.length > 1 ? `${sign}${digits} ${currency}` : `${sign}${currency}${digits}`;
}
