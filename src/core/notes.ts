/** Notes beside numbers: the ceiling beside a promised speed-up, months beside a saving, headroom beside a growth figure. */
import type { Argument } from './argument';
import { amdahlOf, headroomOf, onlyAbove, paybackOf, theShare } from './derive';
import type { Derivation, NumberNote, Span } from './types';

/** The period of a rate: "$9,000 a month", "6 %/month". A hint between the two would read as part of it. */
const PERIOD = /^\s?(?:(?:a|an|per|each|every)\s|\/\s?)(?:hour|day|week|month|quarter|year)\b/i;
/** No period is longer, the character behind it included. */
const LONGEST_PERIOD = 20;

/** Behind a figure and its period, on the figure's own line. */
function behind(text: string, to: number): number {
  const line = /^.*/.exec(text.slice(to, to + LONGEST_PERIOD))?.[0] ?? '';
  return to + (PERIOD.exec(line)?.[0].length ?? 0);
}

/** `text` is that of the document. */
export function numberNotes(a: Argument, text: string): NumberNote[] {
  const out: NumberNote[] = [];
  const put = (span: Span, label: string, derivation: Derivation): void =>
    void out.push({ span, at: behind(text, span.to), label, derivation });
  const f = a.figures;
  const share = theShare(f);
  if (share)
    for (const s of f.speedups) {
      if (!s.overall) continue;
      const derivation = amdahlOf(share, onlyAbove(share, s));
      put(s.span, `at most ${derivation.shown} overall`, derivation);
    }
  const payback = paybackOf(f);
  const saving = payback?.inputs[1];
  if (payback && saving) put(saving.span, `pays back in ${payback.shown}`, payback);
  const headroom = headroomOf(f);
  const growth = headroom?.inputs.at(-1);
  if (headroom && growth && Number.isFinite(headroom.result)) put(growth.span, `${headroom.shown} of headroom`, headroom);
  return out.sort((x, y) => x.span.from - y.span.from);
}
