/** What quick fixes may fill in: figures and names that the document already states. */
import type { Argument } from './argument';
import { amdahlOf, headroomOf, paybackOf, showFactor, showShare, theShare } from './derive';
import { ceiling } from './arithmetic/amdahl';
import type { TemplateValues, Value } from './fixes';

export function templateValues(a: Argument): TemplateValues {
  const f = a.figures;
  const share = theShare(f);
  const speed = f.speedups.find((s) => s.overall) ?? f.speedups[0] ?? null;
  const payback = paybackOf(f);
  const headroom = headroomOf(f);
  const saving = f.money.find((m) => m.role === 'saving');
  const cost = f.money.find((m) => m.role === 'cost');
  const target = f.latencies.find((l) => l.role === 'target');
  const today = f.latencies.find((l) => l.role === 'today' && (!target || l.percentile === target.percentile));
  const shape = a.evidence.get('workload-shape');
  const put = (name: keyof TemplateValues, shown: string | undefined): Partial<Record<keyof TemplateValues, Value>> =>
    shown === undefined || shown === '' ? {} : { [name]: { shown } };
  const metric =
    target && target.percentile !== '' ? `${target.percentile} ${target.metric === 'startup' ? 'start-up time' : 'latency'}` : undefined;
  return {
    ...put('timeShare', share ? showShare(share.value) : undefined),
    ...put('waiting', share ? showShare(1 - share.value) : undefined),
    ...put('speedup', speed?.shown),
    ...put('overall', share && speed ? amdahlOf(share, speed).shown : undefined),
    ...put('ceiling', share ? showFactor(ceiling(share.value)) : undefined),
    ...put('slo', target?.shown),
    ...put('today', today?.shown),
    ...put('metric', metric),
    ...put('load', f.load[0]?.shown),
    ...put('capacity', f.capacity[0]?.shown),
    ...put('growth', f.growth[0] ? `${f.growth[0].shown} a month` : undefined),
    ...put('headroom', headroom?.shown),
    ...put('monthlySaving', saving?.monthly ? `${saving.currency}${Math.round(saving.monthly).toLocaleString('en-US')}` : undefined),
    ...put('oneTimeCost', cost?.shown),
    ...put('paybackMonths', payback?.shown),
    ...put(
      'shape',
      shape
        ? /\b(?:i\/o|io|cpu|memory|network|disk|database|latency|compute|gc|lock|gpu)[- ](?:bound|heavy|intensive)\b/i.exec(
            shape.quote,
          )?.[0]
        : undefined,
    ),
    ...put('fromLanguage', a.proposal.from[0]),
    ...put('toLanguage', a.proposal.to[0]),
  };
}
