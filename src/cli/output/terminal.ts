/** What may be shown on a terminal, and how. Text of documents and paths is hostile: it must not move the cursor or colour the screen. */
import type { Io, Sink } from '../io';

/** What some terminals obey beyond the C0 controls: C1 controls, separators of lines and paragraphs, marks of direction. By code unit. */
export const isObeyed = (code: number): boolean =>
  (code >= 0x7f && code <= 0x9f) ||
  (code >= 0x200e && code <= 0x200f) ||
  (code >= 0x2028 && code <= 0x202e) ||
  (code >= 0x2066 && code <= 0x2069);

/** One line, control and direction characters made visible. */
export function plain(text: string): string {
  let out = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 32 && !isObeyed(code)) continue;
    out += text.slice(from, i) + (code === 9 || code === 10 || code === 13 || code === 0x2028 || code === 0x2029 ? ' ' : '\u{fffd}');
    from = i + 1;
  }
  return from === 0 ? text : out + text.slice(from);
}

/** As `plain`, line breaks kept. */
export const plainLines = (text: string): string => text.split('\n').map(plain).join('\n');

export type Paint = (text: string) => string;

export interface Style {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly yellow: Paint;
  readonly cyan: Paint;
  readonly green: Paint;
  /** A link where the terminal has them, else the text. `target` is a URL, which holds no control characters. */
  readonly link: (text: string, target: string) => string;
}

const same: Paint = (text) => text;

export function style(colours: boolean, links: boolean): Style {
  const paint = (on: number, off: number): Paint => (colours ? (text) => `\x1b[${on}m${text}\x1b[${off}m` : same);
  return {
    bold: paint(1, 22),
    dim: paint(2, 22),
    red: paint(31, 39),
    yellow: paint(33, 39),
    cyan: paint(36, 39),
    green: paint(32, 39),
    link: links ? (text, target) => `\x1b]8;;${target}\x1b\\${text}\x1b]8;;\x1b\\` : same,
  };
}

/** `--color` / `--no-color`, else the conventions NO_COLOR and FORCE_COLOR, else whether it is a terminal. */
export function wantsColour(io: Io, sink: Sink, asked: boolean | undefined): boolean {
  if (asked !== undefined) return asked;
  if (io.env['NO_COLOR']) return false;
  const force = io.env['FORCE_COLOR'];
  if (force !== undefined) return force !== '0' && force !== 'false';
  return sink.isTTY && io.env['TERM'] !== 'dumb';
}

/** Terminals that are known to draw links, by the variables they set; others show the escape as rubbish. */
export function wantsLinks(io: Io, sink: Sink, colour: boolean): boolean {
  const { env } = io;
  if (env['FORCE_HYPERLINK'] !== undefined) return env['FORCE_HYPERLINK'] !== '0';
  if (!colour || !sink.isTTY || env['CI'] || env['TMUX'] || env['STY']) return false;
  return Boolean(
    env['WT_SESSION'] ||
    env['KITTY_WINDOW_ID'] ||
    Number(env['VTE_VERSION'] ?? 0) >= 5000 ||
    ['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper'].includes(env['TERM_PROGRAM'] ?? ''),
  );
}
