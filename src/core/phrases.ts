/** House rules: word lists with section scope and "unless evidence within N sentences". No regular expressions. */
import type { Analysis } from './engine';
import type { Finding, LinterConfig } from './types';

/** Where a phrase stands as whole words in lower-case text; -1 where it does not. */
function find(text: string, phrase: string, from: number): number {
  const word = (c: string | undefined): boolean => c !== undefined && /[\p{L}\p{N}_]/u.test(c);
  for (let i = text.indexOf(phrase, from); i >= 0; i = text.indexOf(phrase, i + 1))
    if (!word(text[i - 1]) && !word(text[i + phrase.length])) return i;
  return -1;
}

export function phraseFindings(analysis: Analysis, config: LinterConfig): Finding[] {
  const out: Finding[] = [];
  if (config.phrases.length === 0) return out;
  const { doc, evidence } = analysis;
  for (const rule of config.phrases) {
    const phrases = rule.phrases.map((p) => p.trim().toLowerCase().replace(/\s+/g, ' ')).filter((p) => p !== '');
    for (let b = 0; b < doc.blocks.length; b++) {
      const block = doc.blocks[b];
      if (!block || block.kind === 'code' || block.text === '') continue;
      const section = doc.sections[doc.sectionOf[b] as number];
      if (
        rule.sections.length > 0 &&
        !(section && (rule.sections.includes(section.role) || section.path.some((r) => rule.sections.includes(r))))
      )
        continue;
      const text = block.text.toLowerCase();
      if (text.length !== block.text.length) continue;
      for (const phrase of phrases) {
        const at = find(text, phrase, 0);
        if (at < 0) continue;
        const span = doc.span(b, at, at + phrase.length);
        if (rule.unless) {
          // A sentence is taken as 120 characters: the distance is a courtesy, not a proof.
          const reach = (rule.unless.within + 1) * 120;
          if (evidence.some((e) => rule.unless?.evidence.includes(e.kind) && Math.abs(e.span.from - span.from) <= reach)) continue;
        }
        out.push({
          rule: rule.id,
          question: 'Q2',
          kind: 'phrase',
          severity: rule.severity,
          span,
          message: rule.message,
          messageId: 'phrase',
          data: { phrase },
          related: [],
        });
        break;
      }
    }
  }
  return out;
}
