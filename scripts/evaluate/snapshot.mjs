// Findings on the labelled documents as lines of text, so that a change of judgement shows in review: ids, rules and lines, never words of a document.

/**
 * @param {readonly {id: string, judgement: import('./score.mjs').Judgement}[]} judged
 * @returns {string}
 */
export function snapshotOf(judged) {
  const out = [
    '# Written by `npm run evaluate -- --snapshot`: document (kind, tense), then line and rule of each finding, then line and kind of evidence.',
  ];
  for (const { id, judgement } of judged) {
    const { proposal, findings, evidence } = judgement;
    if (!proposal.applies && findings.length === 0) continue;
    out.push('', `${id} (${String(proposal['kind'])}, ${String(proposal['tense'])})`);
    // Places first, then names: the order of findings at one line is no judgement.
    const lines = findings.map(({ rule, line }) => ({ line, text: `  ${line} ${rule}` }));
    const proofs = evidence.map(({ kind, line }) => ({ line, text: `  ${line} + ${kind}` }));
    const byPlace = (/** @type {{line: number, text: string}} */ a, /** @type {{line: number, text: string}} */ b) =>
      a.line - b.line || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
    out.push(...[...lines.sort(byPlace), ...proofs.sort(byPlace)].map((l) => l.text));
  }
  return `${out.join('\n')}\n`;
}
