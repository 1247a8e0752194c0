/** docs/PERFORMANCE.md: what stands between two markers of a name is written by a run, everything else by people. */
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

const PAGE = 'docs/PERFORMANCE.md';

/** @param {Readonly<Record<string, string>>} tables by the name of their markers */
export async function intoPage(tables) {
  let page = readFileSync(PAGE, 'utf8');
  for (const [name, text] of Object.entries(tables)) {
    const markers = new RegExp(`(<!-- ${name} -->)[^]*?(<!-- /${name} -->)`);
    if (!markers.test(page)) throw new Error(`${PAGE} has no markers for ${name}.`);
    page = page.replace(markers, (_, open, close) => `${open}\n\n${text}\n\n${close}`);
  }
  writeFileSync(PAGE, await format(page, { ...(await resolveConfig(PAGE)), filepath: PAGE }));
}
