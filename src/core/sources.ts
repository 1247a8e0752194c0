/** Code that a proposal shows or links to: fences and relative links to TypeScript and JavaScript files. Nothing is opened here. */
import type { Doc } from './document/types';
import type { CodeSource } from './types';

const LANGUAGES = new Set(['ts', 'tsx', 'js', 'jsx', 'mjs', 'cjs', 'mts', 'cts', 'typescript', 'javascript']);
const FILE = /\.(?:[cm]?[tj]s|[tj]sx)$/i;

export function codeSources(doc: Doc): CodeSource[] {
  const out: CodeSource[] = [];
  for (let b = 0; b < doc.blocks.length; b++) {
    const block = doc.blocks[b];
    if (!block) continue;
    if (block.kind === 'code') {
      if (!LANGUAGES.has(block.language)) continue;
      const origin = doc.origin[b] as number;
      const from = origin + block.contentFrom;
      const span = doc.blockSpan(b);
      const end = doc.text.indexOf('\n', span.from);
      out.push({
        kind: 'fence',
        language: block.language,
        span: { from: span.from, to: end > span.from ? Math.min(end, span.to) : span.to },
        text: doc.text.slice(from, origin + block.contentTo),
        textFrom: from,
      });
      continue;
    }
    for (const l of block.links) {
      const [path = '', hash = ''] = l.href.split('#');
      if (!FILE.test(path) || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(path)) continue;
      const lines = /^L(\d{1,7})(?:-L?(\d{1,7}))?$/.exec(hash);
      let decoded = path;
      try {
        decoded = decodeURIComponent(path);
      } catch {
        // A broken escape stays as written; the file will simply not be found.
      }
      out.push({
        kind: 'link',
        path: decoded,
        lines: lines ? { from: Number(lines[1]), to: Number(lines[2] ?? lines[1]) } : null,
        span: doc.span(b, l.from, Math.max(l.to, l.from + 1)),
      });
    }
  }
  return out;
}
