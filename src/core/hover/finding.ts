/** The card over a finding: what was read, why it matters, the document's own numbers worked through, the Q&A. */
import { escapeMarkdown, shorten } from '../escape';
import type { Finding, LintResult, RuleMeta } from '../types';
import { chartImage, derivationLines, lineOf } from './derivation';
import { linked, type HoverDoor } from './door';

const QUOTE_LENGTH = 160;

/** The first sentence or two of a card: a hover is glanced at, the page is one click away. */
function opening(short: string, max = 420): string {
  const sentences = short.replace(/\s+/g, ' ').split(/(?<=[.!?]) (?=[A-Z"])/);
  let text = '';
  for (const sentence of sentences) {
    if (text !== '' && text.length + sentence.length > max) break;
    text = text === '' ? sentence : `${text} ${sentence}`;
  }
  return text;
}

function related(finding: Finding, text: string, door: HoverDoor): string {
  const lines = finding.related.map((other) => {
    const place = linked(door.t('line {line}', { line: lineOf(text, other.span.from) }), door.links.place(other.span));
    return `- ${escapeMarkdown(other.message)} (${place})`;
  });
  return lines.join('\n');
}

/**
 * Markdown for one finding. The finding's own sentence is not repeated: every editor shows the diagnostic above the card.
 * @param rule The rule's metadata; without it the card leaves out the reason.
 */
export function findingHover(finding: Finding, result: LintResult, rule: RuleMeta | undefined, door: HoverDoor): string {
  const { t, links } = door;
  const quote = shorten(result.text.slice(finding.span.from, finding.span.to), QUOTE_LENGTH);
  const card = door.card(finding.question);
  const why = rule ? [`**${t('Why it matters')}** ${escapeMarkdown(t(rule.why))}`] : [];
  const parts: string[] = [];
  if (finding.derivation) {
    // The document's own numbers come first: the editor shows the top of a card and lets the rest be scrolled to.
    const image = chartImage(finding.derivation, result, door);
    parts.push(derivationLines(finding.derivation, result.text, door), ...(image === '' ? [] : [image]), ...why);
  } else {
    // A gap is anchored where it matters; the words there are not what is wrong.
    if (finding.kind !== 'gap' && finding.kind !== 'meta') parts.push(`**${t('Read')}** “${escapeMarkdown(quote)}”`);
    parts.push(...why);
    if (finding.related.length > 0) parts.push(related(finding, result.text, door));
  }
  if (card) {
    const title = `${finding.question} · ${escapeMarkdown(card.title)}`;
    parts.push('---', `**${linked(title, links.card(finding.question))}** ${opening(card.short)}`);
  }
  const doors = [linked(t('Open Q&A'), links.card(finding.question)), linked(t('Open review'), links.review())].filter((words) =>
    words.startsWith('['),
  );
  if (doors.length > 0) parts.push(doors.join(' · '));
  return parts.join('\n\n');
}
