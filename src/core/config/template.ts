/** The commented file that `init` writes and the option table of docs/CONFIGURATION.md, both from the one table. */
import { OPTIONS } from './options';

const plain = (markdown: string): string => markdown.replaceAll('`', '');

/** Breaks a sentence at spaces so that no comment line is longer than `width`. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines;
}

/** A configuration file that changes nothing: every option is there, explained, and commented out. */
export function configTemplate(): string {
  const parts = OPTIONS.map((o) => {
    const words = wrap(plain(`${o.summary} ${o.detail} ${o.cascade}`), 96).map((l) => `# ${l}`);
    const example = o.example.split('\n').map((l) => `#${l}`);
    return [...words, ...example].join('\n');
  });
  return ['# Fast Enough. Every value below is commented out; take the # away to state it.', '', parts.join('\n\n'), ''].join('\n');
}

/** The reference part of docs/CONFIGURATION.md. */
export function configReference(): string {
  return OPTIONS.map((o) =>
    [`### \`${o.key}\``, '', `${o.summary} ${o.detail}`, '', `*Outer files:* ${o.cascade}`, '', '```yaml', o.example, '```'].join('\n'),
  ).join('\n\n');
}
