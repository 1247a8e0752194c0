/** One character typed or deleted inside one realistic proposal, at places all over it. */
import { lezerIncremental } from '../lib/peers.mjs';
import { RUMDL, openServer } from '../lib/rumdl.mjs';
import { measure, ms, quantile, ratio, table } from '../lib/measure.mjs';
import { editPlaces, proposal } from '../lib/texts.mjs';

const SEED = 4;
/** What is typed: a sentence that argues and one that does not, in turn. */
const SENTENCES = [
  'The new service answers in 40 ms at p99, far faster than Python. ',
  'The library writes one line per request, and nobody reads it. ',
];

/** The edits of `bursts` sentences, each typed and then deleted again, one character at a time. */
function* edits(text, bursts) {
  for (const [i, place] of editPlaces(text, bursts).entries()) {
    const typed = SENTENCES[i % SENTENCES.length];
    for (let k = 0; k < typed.length; k++) yield { from: place + k, to: place + k, insert: typed[k] };
    for (let k = typed.length; k > 0; k--) yield { from: place + k - 1, to: place + k, insert: '' };
  }
}

/** Milliseconds of each edit after the first two sentences, which warm up. */
function times(edit, text, bursts) {
  const warm = 2 * 2 * SENTENCES[0].length;
  const found = [];
  for (const change of edits(text, bursts)) {
    const start = performance.now();
    edit(change);
    found.push(performance.now() - start);
  }
  return found.slice(warm);
}

/** The whole text after each edit, for those that read it from its beginning. */
function versions(text, n) {
  const list = [];
  let now = text;
  for (const { from, to, insert } of edits(text, Math.ceil(n / 100))) {
    now = now.slice(0, from) + insert + now.slice(to);
    if (list.push(now) >= n) break;
  }
  return list;
}

async function rows(size, bursts, { linter, peers, quick }) {
  const text = proposal(size, SEED);
  const session = linter.open(text);
  const ours = times((change) => void session.edit(change).findings.length, text, bursts);
  const found = [['Fast Enough, session', ours]];
  const later = versions(text, 60);
  const again = async (run) => measure((i) => run(later[i % later.length]), { n: 40, warm: 5, budget: quick });
  found.push(['Fast Enough, the whole text again', await again((t) => linter.lint(t).findings.length)]);
  if (RUMDL !== undefined) {
    const server = await openServer(text);
    found.push(['rumdl, language server', await again((t) => server.edit(t))]);
    server.close();
  }
  for (const { name, kind, run } of peers) if (kind === 'peer') found.push([`${name}, the whole text again`, await again(run)]);
  const lezer = await lezerIncremental();
  if (lezer !== null) found.push(['floor: lezer, GFM, incremental', times(lezer(text), text, bursts)]);
  for (const { name, kind, run } of peers) if (kind === 'floor') found.push([`floor: ${name}, the whole text again`, await again(run)]);
  const first = quantile(ours, 0.5);
  return found.map(([name, list]) => [name, ms(quantile(list, 0.5)), ms(quantile(list, 0.99)), ratio(quantile(list, 0.5) / first)]);
}

export async function keystroke(context) {
  const small = await rows(20_000, 30, { ...context, quick: 6000 });
  const large = await rows(200_000, 10, { ...context, quick: 3000 });
  const head = (size) => [`a keystroke in ${size}`, 'p50 ms', 'p99 ms', 'p50, theirs / ours'];
  return `${table(head('20 KB'), small)}\n\n${table(head('200 KB'), large)}`;
}
