// Judges documents with the engine as it is in the working tree, code fences read, as every door does.
import { importSource } from '../build/source.mjs';

/** What is asked of the engine; the same way of linting as the annotated texts use. */
const ENTRY = "export { lintWithCode } from './test/rules/linting';";

/**
 * @returns {Promise<(text: string) => import('./score.mjs').Judgement>}
 */
export async function loadJudge() {
  const { lintWithCode } = await importSource('evaluate/engine', ENTRY);
  return judgeWith(lintWithCode);
}

/**
 * @param {(text: string, config: {profile: 'full' | 'essential'}) => import('../../src/core/types.js').LintResult} lint
 * @returns {(text: string) => import('./score.mjs').Judgement}
 */
export function judgeWith(lint) {
  return (text) => {
    const full = lint(text, { profile: 'full' });
    const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((m) => m.index + m[0].length)];
    const lineOf = (/** @type {number} */ offset) => {
      let low = 0;
      let high = starts.length;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (/** @type {number} */ (starts[middle]) <= offset) low = middle;
        else high = middle;
      }
      return high;
    };
    return {
      proposal: /** @type {import('./score.mjs').Judgement['proposal']} */ (/** @type {unknown} */ (full.proposal)),
      findings: full.findings.map(({ rule, span }) => ({ rule, line: lineOf(span.from) })),
      evidence: full.evidence.map(({ kind, span }) => ({ kind, line: lineOf(span.from) })),
      alerts: lint(text, { profile: 'essential' }).findings.length,
    };
  };
}
