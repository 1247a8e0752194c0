// What the models say of documents that they have not seen, scored as the engine is scored everywhere else.
import { GAPS } from '../evaluate/guide.mjs';
import { headlines, scoreOf, total } from '../evaluate/score.mjs';
import { score } from './logistic.mjs';
import { gateOf } from './sentences.mjs';

const KINDS = ['rewrite', 'switch', 'greenfield', 'advocacy'];
const TENSES = ['proposed', 'decided', 'done'];
const SCOPES = ['whole', 'part'];

/** @returns {import('../evaluate/score.mjs').Judgement} */
function judgementOf(
  /** @type {any} */ corridor,
  /** @type {any} */ d,
  /** @type {readonly string[]} */ labels,
  /** @type {Float32Array} */ thresholds,
  /** @type {readonly any[]} */ documents,
) {
  const named = new Map(documents.map((f) => [f.label.name, f]));
  const over = (/** @type {string} */ name) => {
    const f = named.get(name);
    // Attributes are fitted to documents that apply; of others the whole fit is asked.
    return (f.out.get(d) ?? score(f.weights, d.dx) + (d.best.get(name) ?? 0)) - f.threshold;
  };
  const best = (/** @type {string} */ group, /** @type {readonly string[]} */ of) =>
    of.reduce((a, b) => (over(`${group}:${b}`) > over(`${group}:${a}`) ? b : a));
  const proposal = {
    applies: over('applies') > 0,
    kind: best('kind', KINDS),
    tense: best('tense', TENSES),
    scope: best('scope', SCOPES),
    service: over('service') > 0,
    newLanguage: over('new-language') > 0,
    speedupArgued: over('speed-up') > 0,
    capacityArgued: over('capacity') > 0,
    exempt: over('exempt:cpu-bound') > 0 ? 'cpu-bound' : over('exempt:latency-product') > 0 ? 'latency-product' : null,
  };
  if (!proposal.applies) return { proposal, findings: [], evidence: [], alerts: 0 };
  const at = (/** @type {string} */ label) => labels.indexOf(label);
  const surplus = (/** @type {any} */ s, /** @type {string} */ label) => s.out[at(label)] - /** @type {number} */ (thresholds[at(label)]);
  const clearest = new Map();
  const put = (/** @type {string} */ key, /** @type {number} */ z, /** @type {object} */ place) => {
    if (!clearest.has(key) || clearest.get(key).z < z) clearest.set(key, { z, place });
  };
  for (const label of labels) {
    if (label === 'language-slow-claim' || label === 'fast-without-number' || label.startsWith('shows:')) continue;
    const gate = gateOf(corridor, label);
    for (const s of d.sentences) {
      const z = gate(s) ? surplus(s, label) : -99;
      if (z <= 0) continue;
      if (corridor.EVIDENCE.includes(label)) put(label, z, { kind: label, line: s.lineFrom });
      else {
        const rule =
          label !== 'speed'
            ? label
            : surplus(s, 'language-slow-claim') > surplus(s, 'fast-without-number')
              ? 'language-slow-claim'
              : 'fast-without-number';
        put(`${rule} ${s.section}`, z, { rule, line: s.lineFrom });
      }
    }
  }
  const places = [...clearest.values()].map((x) => x.place);
  const evidence = places.filter((p) => p.kind !== undefined);
  const kinds = new Set(evidence.map((e) => e.kind));
  const label = {
    ...proposal,
    new_language: proposal.newLanguage,
    speedup_argued: proposal.speedupArgued,
    capacity_argued: proposal.capacityArgued,
  };
  const gaps = Object.entries(GAPS)
    .filter(([, { closedBy, charged }]) => charged(/** @type {any} */ (label)) && !closedBy.some((k) => kinds.has(k)))
    .map(([rule]) => ({ rule, line: 1 }));
  return { proposal, findings: [...places.filter((p) => p.rule !== undefined), ...gaps], evidence, alerts: 0 };
}

/** The score of documents by sums that have not seen them. */
export const headline = (
  /** @type {any} */ corridor,
  /** @type {readonly any[]} */ docs,
  /** @type {readonly string[]} */ labels,
  /** @type {Float32Array} */ thresholds,
  /** @type {readonly any[]} */ documents,
) => total(scoresOf(corridor, docs, labels, thresholds, documents));

/** The same document by document. */
export const scoresOf = (
  /** @type {any} */ corridor,
  /** @type {readonly any[]} */ docs,
  /** @type {readonly string[]} */ labels,
  /** @type {Float32Array} */ thresholds,
  /** @type {readonly any[]} */ documents,
) => docs.map((d) => scoreOf(d, judgementOf(corridor, d, labels, thresholds, documents)));

export function shown(/** @type {import('../evaluate/score.mjs').Score} */ score) {
  const h = /** @type {Record<string, number>} */ (headlines(score));
  const three = (/** @type {string} */ name) => `${name} ${['P', 'R', 'F1'].map((x) => `${x} ${h[`${name} ${x}`].toFixed(3)}`).join(' ')}`;
  return `${['applies', 'claims', 'gaps', 'evidence'].map(three).join(' | ')} | traps ${score.traps.sprung}/${score.traps.of} | alarms ${score.quiet.loud}/${score.quiet.of} | ${Object.entries(
    score.attributes,
  )
    .map(([k, v]) => `${k} ${(v.right / v.of).toFixed(2)}`)
    .join(' ')}`;
}
