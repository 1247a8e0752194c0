/** Notes beside numbers: the ceiling beside a promised speed-up, months beside a saving, headroom beside a growth figure. */
import type { Argument } from './argument';
import { amdahlOf, headroomOf, onlyAbove, paybackOf, theShare } from './derive';
import type { NumberNote } from './types';

export function numberNotes(a: Argument): NumberNote[] {
  const out: NumberNote[] = [];
  const f = a.figures;
  const share = theShare(f);
  if (share)
    for (const s of f.speedups) {
      if (!s.overall) continue;
      const derivation = amdahlOf(share, onlyAbove(share, s));
      out.push({ span: s.span, label: `at most ${derivation.shown} overall`, derivation });
    }
  const payback = paybackOf(f);
  const saving = payback?.inputs[1];
  if (payback && saving) out.push({ span: saving.span, label: `pays back in ${payback.shown}`, derivation: payback });
  const headroom = headroomOf(f);
  const growth = headroom?.inputs.at(-1);
  if (headroom && growth && Number.isFinite(headroom.result))
    out.push({ span: growth.span, label: `${headroom.shown} of headroom`, derivation: headroom });
  return out.sort((x, y) => x.span.from - y.span.from);
}
