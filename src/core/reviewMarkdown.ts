/** The review (Q12) as Markdown for a pull request: the same content as the panel, in the order in which a reviewer reads. */
import { escapeMarkdown, inlineCode, shorten } from './escape';
import { lineOf } from './hover/derivation';
import { english, type Translate } from './hover/words';
import type { Criterion, Finding, LintResult, Review } from './types';

export interface ReviewMarkdownOptions {
  readonly t?: Translate;
  /** Shown under the title, e.g. the document's path relative to the workspace. */
  readonly path?: string;
  /** Link target of a line, e.g. `docs/rfc.md#L12`; null leaves the line number plain. */
  readonly lineLink?: (line: number) => string | null;
  /** The verdict in the reader's language. */
  readonly verdict?: string;
  /** The finding's sentence in the reader's language. */
  readonly message?: (finding: Finding) => string;
}

const BOXES: Readonly<Record<Criterion['status'], string>> = { met: '[x]', open: '[ ]', contradicted: '[ ]', 'not-asked': '[x]' };

/** A Markdown document that ends in a line break. Text of the proposal is escaped. */
export function reviewMarkdown(result: LintResult, options: ReviewMarkdownOptions = {}): string {
  const review = result.review();
  const t = options.t ?? english;
  const place = (offset: number): string => {
    const line = lineOf(result.text, offset);
    const words = t('line {line}', { line });
    const target = options.lineLink?.(line) ?? null;
    return target === null ? words : `[${words}](${target})`;
  };
  const message = options.message ?? ((finding: Finding): string => finding.message);
  const title = escapeMarkdown(review.proposal.title || t('Untitled proposal'));
  const parts: string[] = [`## ${t('Review')}: ${title}`, `**${escapeMarkdown(options.verdict ?? review.verdict)}**`];
  if (options.path) parts.push(inlineCode(options.path));
  if (!review.proposal.applies) parts.push(escapeMarkdown(review.proposal.why));
  parts.push(...greenlight(review, t, place), ...refusal(review, t, place, message), ...numbers(review, t, place));
  parts.push(
    ...findings(result, t, place, message),
    ...list(t('Questions for the author'), review.questions, t),
    ...list(t('Advice'), review.advice, t),
  );
  return `${parts.join('\n\n')}\n`;
}

type Place = (offset: number) => string;

function greenlight(review: Review, t: Translate, place: Place): string[] {
  if (review.greenlight.length === 0) return [];
  const lines = review.greenlight.map((criterion) => {
    const head = `- ${BOXES[criterion.status]} **${escapeMarkdown(t(criterion.title))}** (${criterion.question})${state(criterion, t)}`;
    const quotes = criterion.evidence.map((e) => `  - “${escapeMarkdown(shorten(e.quote, 140))}” (${place(e.span.from)})`);
    const shown = [...new Set(quotes)].slice(0, 2);
    return [head, ...shown].join('\n');
  });
  return [`### ${t('Greenlight criteria')}: ${t('{met} of {asked} met', { met: review.met, asked: review.asked })}`, lines.join('\n')];
}

function state(criterion: Criterion, t: Translate): string {
  const note = criterion.note ? escapeMarkdown(t(criterion.note)) : '';
  if (criterion.status === 'not-asked') return `: ${t('not asked')}${note === '' ? '' : `, ${note}`}`;
  if (criterion.status === 'contradicted') return `: ${t('contradicted')}${note === '' ? '' : `, ${note}`}`;
  return note === '' ? '' : `: ${note}`;
}

function refusal(review: Review, t: Translate, place: Place, message: (f: Finding) => string): string[] {
  const signs = review.refuse.filter((sign) => sign.findings.length > 0);
  if (signs.length === 0) return [];
  const lines = signs.flatMap((sign) => [
    `- **${escapeMarkdown(t(sign.title))}** (${sign.question})`,
    ...sign.findings.slice(0, 3).map((finding) => `  - ${escapeMarkdown(message(finding))} (${place(finding.span.from)})`),
  ]);
  return [`### ${t('Reasons to refuse')}`, lines.join('\n')];
}

function numbers(review: Review, t: Translate, place: Place): string[] {
  if (review.derivations.length === 0) return [];
  const lines = review.derivations.map((d) => {
    const inputs = d.inputs
      .map((input) => `${escapeMarkdown(input.name)} = ${escapeMarkdown(input.shown)} (${place(input.span.from)})`)
      .join(', ');
    return `- **${escapeMarkdown(d.shown)}** = ${inlineCode(d.worked)}${inputs === '' ? '' : `; ${inputs}`} (${d.question})`;
  });
  return [`### ${t('Numbers recomputed')}`, lines.join('\n')];
}

function findings(result: LintResult, t: Translate, place: Place, message: (f: Finding) => string): string[] {
  if (result.findings.length === 0) return [];
  const lines = result.findings.map((f) => `- ${f.question} ${inlineCode(f.rule)}: ${escapeMarkdown(message(f))} (${place(f.span.from)})`);
  return [`### ${t('Findings')}`, lines.join('\n')];
}

function list(title: string, items: readonly string[], t: Translate): string[] {
  return items.length === 0 ? [] : [`### ${title}`, items.map((item) => `- ${escapeMarkdown(t(item))}`).join('\n')];
}
