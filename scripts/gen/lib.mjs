// What the generator's steps share: reading content files, emitting data, editing between markers.
import { readFile, readdir } from 'node:fs/promises';
import { parse } from 'yaml';

/** Front matter (parsed) and the Markdown after it. Throws with the file's name, because a content error must stop the build. */
export async function readMatter(file) {
  const text = (await readFile(file, 'utf8')).replaceAll('\r\n', '\n');
  const match = /^---\n([\s\S]*?)\n---\n/.exec(text);
  if (!match) throw new Error(`${file}: no front matter`);
  return { file, data: parse(match[1]), body: text.slice(match[0].length).trim() };
}

/** All Markdown files of a content folder, by name. */
export async function readFolder(folder) {
  const names = (await readdir(folder)).filter((n) => n.endsWith('.md')).sort();
  return Promise.all(names.map((n) => readMatter(`${folder}/${n}`)));
}

/** Throws unless every named key is present and of the wanted type (`string`, `list`, `proofs`, or one of them with `?`). */
export function requireKeys({ file, data }, keys) {
  for (const [key, kind] of Object.entries(keys)) {
    const value = data[key];
    const optional = kind.endsWith('?');
    if (value === undefined && optional) continue;
    const ok = kind.startsWith('proofs')
      ? Array.isArray(value) && value.every((v) => typeof v?.kind === 'string' && typeof v.in === 'string' && typeof v.label === 'string')
      : kind.startsWith('list')
        ? Array.isArray(value) && value.every((v) => typeof v === 'string')
        : typeof value === 'string';
    if (!ok) throw new Error(`${file}: "${key}" should be a ${kind.replace('?', '')}`);
  }
  for (const key of Object.keys(data)) if (!(key in keys)) throw new Error(`${file}: unknown key "${key}"`);
}

/** Splits a Markdown body at its `## ` headings; the part before the first has the key ''. Fences do not occur in content files. */
export function sections(body) {
  const found = new Map();
  let title = '';
  let lines = [];
  const flush = () => found.set(title, lines.join('\n').trim());
  for (const line of body.split('\n')) {
    if (line.startsWith('## ')) {
      flush();
      title = line.slice(3).trim();
      lines = [];
    } else lines.push(line);
  }
  flush();
  return found;
}

export const tsHead = (source, script) => `// Generated from ${source} by scripts/gen/${script}. Do not edit.`;
export const mdHead = (source) => `<!-- Generated from ${source} by scripts/gen.mjs. Do not edit. -->`;

/** One exported constant; `as const` keeps the literals, so that types such as `Q${number}` hold. */
export const tsConst = (name, value) => `export const ${name} = ${JSON.stringify(value, null, 2)} as const;`;

/** Replaces what stands between `<!-- name -->` and `<!-- /name -->`; throws where the pair is missing. */
export function between(text, name, content, file) {
  const open = `<!-- ${name} -->`;
  const close = `<!-- /${name} -->`;
  const from = text.indexOf(open);
  const to = text.indexOf(close, from);
  if (from < 0 || to < 0) throw new Error(`${file}: markers ${open} ... ${close} not found`);
  return `${text.slice(0, from + open.length)}\n\n${content.trim()}\n\n${text.slice(to)}`;
}
