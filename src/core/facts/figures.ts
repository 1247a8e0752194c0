/** The document's own numbers, ready for arithmetic: time shares, promised speed-ups, targets and measurements, money, load. */
import type { Span } from '../types';
import type { Doc } from '../document/types';
import type { Located } from './collect';
import { within } from './context';
import { has, mask } from './lexicon';
import type { Quantity } from './quantities';

export interface Figure {
  readonly value: number;
  readonly shown: string;
  readonly span: Span;
  readonly section: number;
}

/** Share of the time that our own code takes (`f`, 0 to 1): what a faster language can reach. */
export interface TimeShare extends Figure {
  /** Number of the table the row stands in, -1 outside tables. */
  readonly table: number;
  /** The share as written is the waiting (`1 - f`). */
  readonly waits: boolean;
}

export interface SpeedUp extends Figure {
  /** Of the whole (request, service, end to end) or nothing narrower named; false for a component. */
  readonly overall: boolean;
  /** Upper end of a range. */
  readonly high: number;
  readonly hedged: boolean;
  /** Promised, not measured. */
  readonly promised: boolean;
}

export interface LatencyFigure extends Figure {
  /** `p99`, `p95`, `p50`, `mean` or ''. */
  readonly percentile: string;
  readonly role: 'target' | 'today' | 'after' | 'other';
  readonly metric: 'latency' | 'startup';
}

export interface Money extends Figure {
  readonly role: 'saving' | 'cost';
  /** Saving per month in currency units. */
  readonly monthly: number | null;
  readonly currency: string;
  /** Said to be the sum of others. */
  readonly total: boolean;
}

export interface Figures {
  readonly shares: readonly TimeShare[];
  readonly speedups: readonly SpeedUp[];
  readonly latencies: readonly LatencyFigure[];
  readonly money: readonly Money[];
  readonly growth: readonly Figure[];
  readonly load: readonly Figure[];
  readonly capacity: readonly Figure[];
  readonly utilisation: readonly Figure[];
}

const M = { plan: mask('plan'), neg: mask('neg'), faster: mask('faster', 'fastest'), lang: mask('lang', 'runtime') };

const WAITS =
  /\b(?:wait(?:s|ing)?|idle|blocked|database|db|postgres\w*|mysql|mongodb|redis|dynamodb|sql|queries|query|i\/?o\b|network|disk|downstream|external|upstream|remote|third[- ]party|http calls?|rpc|s3|sleep\w*)\b/i;
const OWN_CODE =
  /\b(?:our (?:own )?code|application code|app code|business logic|python code|ruby code|node code|user code|in code|own code|cpu(?: time| work)?|computation|computing|the interpreter|interpreter|(?:python|ruby|node|javascript|java|php) itself|parsing|serializ\w+|serialis\w+|encoding|rendering|handler code|in (?:python|ruby|javascript|java|php|go|node))\b/i;
const SHARE = /\b(?:of|spent|spends|time|wall|request|latency|cpu|takes|accounts?|waits?|waiting|idle|share)\b/i;

function shares(l: Located, doc: Doc, out: TimeShare[]): void {
  const { s, c } = l;
  if (s.question || within(c, 'rejected', 'references', 'prior-art', 'targets', 'non-goals') || has(s, M.plan)) return;
  const one = s.quantities.filter((q) => q.kind === 'percent' && q.value > 0 && q.value < 100 && q.value === q.high);
  if (one.length === 0) return;
  const put = (q: Quantity, waits: boolean): void => {
    const f = waits ? 1 - q.value / 100 : q.value / 100;
    out.push({
      value: f,
      shown: q.shown,
      waits,
      span: doc.span(c.block, q.from, q.to),
      section: c.section,
      table: c.kind === 'row' ? (doc.chunkFrom[c.block] as number) : -1,
    });
  };
  if (c.kind === 'row') {
    const q = one[0] as Quantity;
    if (
      one.length === 1 &&
      /\b(?:share|time|%|portion|percent|wall)\b|%/.test(c.header) &&
      !/\b(?:improve|reduction|gain|change|faster)\b/.test(c.header)
    ) {
      if (WAITS.test(c.rowHead)) put(q, true);
      else if (OWN_CODE.test(c.rowHead)) put(q, false);
    }
    return;
  }
  if (
    /\b(?:improv\w+|reduc\w+|faster|slower|less|more|fewer|fell|fall(?:s|en)?|went (?:up|down)|rose|rises?|drop\w*|cuts?|by \d|save\w*|gain|increase\w*|decrease\w*|growth|grow\w*|uptime|availability|coverage|users|customers|traffic)\b/i.test(
      s.text,
    ) &&
    !/\b(?:spent|spends|waiting|waits)\b/i.test(s.text)
  )
    return;
  for (let i = 0; i < one.length; i++) {
    const q = one[i] as Quantity;
    const at = q.from - s.from;
    const prev = one[i - 1];
    const next = one[i + 1];
    const left = s.text.slice(Math.max(prev ? prev.to - s.from : 0, at - 50), at);
    const right = s.text.slice(q.to - s.from, Math.min(next ? next.from - s.from : s.text.length, q.to - s.from + 80));
    if (!SHARE.test(left + right)) continue;
    if (WAITS.test(right)) put(q, true);
    else if (OWN_CODE.test(right)) put(q, false);
    else if (WAITS.test(left) && /\b(?:takes|accounts? for|is|for|spends|waits|idle|consumes)\s*~?\(?$/i.test(left)) put(q, true);
    else if (OWN_CODE.test(left) && /\b(?:takes|accounts? for|is|for|spends|consumes)\s*~?(?:only |about |just )*$/i.test(left))
      put(q, false);
  }
}

const COMPONENT =
  /\b(?:parser|parsing|serializ\w+|deserializ\w+|json|startup|start-up|cold start|build|compile|compilation|hot path|hot loop|inner loop|function|algorithm|module|component|regex|encoding|decoding|hashing|sort\w*|formula|rendering|render|help|lint|format|compute|computation|cpu[- ]bound|raw|benchmark|microbenchmark|on average for|per core|install|bundl\w+|test\w*)\b/i;
const OVERALL =
  /\b(?:service|api|request|requests|end[- ]to[- ]end|overall|latency|response|p9\d|endpoint|application|system|the (?:rewrite|migration|new)|orders?|checkout|users?|whole|everything|throughput|platform|performance)\b/i;

function speedups(l: Located, doc: Doc, out: SpeedUp[]): void {
  const { s, c } = l;
  if (s.question || c.quoted || within(c, 'rejected', 'references', 'prior-art', 'non-goals')) return;
  for (const q of s.quantities) {
    if (q.kind !== 'factor' || q.value <= 1) continue;
    const tail = s.text.slice(q.to - s.from, q.to - s.from + 40);
    const head = s.text.slice(Math.max(0, q.from - s.from - 50), q.from - s.from);
    if (
      !/^\s*(?:\(?[^)]{0,18}\)?\s*)?(?:faster|quicker|speed|performance|improvement|gain|throughput|lower latency|higher|better|the (?:speed|performance|throughput))/i.test(
        tail,
      ) &&
      !/\b(?:faster|speed\w*|quicker|improve\w*|accelerat\w+)\b[^.]{0,30}$/i.test(head)
    )
      continue;
    if (/\b(?:not|never|no)\b[^.]{0,20}$/i.test(head)) continue;
    const around = s.text.slice(Math.max(0, q.from - s.from - 60), q.to - s.from + 60);
    // "The pricing code will be 10x faster" is a part, whatever the rest of the sentence says.
    const component =
      COMPONENT.test(around) ||
      COMPONENT.test(c.rowHead) ||
      /\b(?:our |the )?[\w-]* ?(?:code|step|stage|query|loop|kernel|phase)\b[^.;,]{0,30}$/i.test(head);
    const overall = !component && (OVERALL.test(s.text) || c.kind === 'heading' || !/\b(?:than|vs\.?)\b/i.test(tail));
    out.push({
      value: q.value,
      high: q.high,
      shown: q.shown,
      overall,
      hedged: q.cmp === '<',
      promised:
        /\b(?:will|would|expect\w*|promis\w*|should|target|goal|aim|make|give|get|deliver|achieve)\b/i.test(s.text) ||
        within(c, 'goals', 'summary', 'context', 'decision'),
      span: doc.span(c.block, q.from, q.to),
      section: c.section,
    });
  }
}

const PERCENTILE = /\bp(?:50|75|90|95|99(?:\.9)?|999)\b|\b(?:median|mean|average|avg)\b/i;

function latencies(l: Located, doc: Doc, out: LatencyFigure[]): void {
  const { s, c } = l;
  if (s.question || within(c, 'rejected', 'options', 'prior-art', 'references')) return;
  for (const q of s.quantities) {
    if (q.kind !== 'time' || q.value !== q.high) continue;
    const at = q.from - s.from;
    const left = s.text.slice(Math.max(0, at - 60), at);
    const right = s.text.slice(q.to - s.from, q.to - s.from + 30);
    const row = c.kind === 'row' ? c.rowHead + ' ' + c.header : '';
    const p = PERCENTILE.exec(row) ?? lastMatch(left, PERCENTILE) ?? /^\s*(?:at |\()?(p\d\d\w*)/i.exec(right);
    const percentile = p
      ? (p[1] ?? p[0])
          .toLowerCase()
          .replace(/average|avg/, 'mean')
          .replace('median', 'p50')
      : '';
    const metric = /\b(?:start-?up|cold start|boot)\b/i.test(row + left) ? 'startup' : 'latency';
    let role: LatencyFigure['role'] = 'other';
    if (c.kind === 'row')
      role = /\b(?:target|goal|slo|required?|budget|objective)\b/.test(c.header)
        ? 'target'
        : /\b(?:current|today|now|baseline|before|measured)\b/.test(c.header)
          ? 'today'
          : /\b(?:after|new|rust|go|expected|prototype|proposed|with)\b/.test(c.header)
            ? 'after'
            : 'other';
    else if (
      /\b(?:must|slo|target|objective|budget|under|below|within|at most|goal|requirement|no more than|shall)\b/i.test(left) ||
      q.cmp === '<'
    )
      role = 'target';
    else if (
      /\b(?:today|currently|current|measured|now|is|was|stands at|runs at|we see|observed|at present)\b/i.test(left) ||
      /^\s*(?:today|now|currently|at present|in production)/i.test(right)
    )
      role = 'today';
    if (
      /\b(?:would|will be|expect\w*|after|prototype|computed|estimated|close to)\b/i.test(left) ||
      /^[,;]? (?:close to|computed|estimated)/i.test(right)
    )
      role = 'after';
    // A condition is neither a target nor today's value: "stop if p99 is above 300 ms on 15 November".
    if (/\b(?:if|when|once|unless|until)\b/i.test(left) && role === 'today') role = 'other';
    const pair = pairRole(s.text, at, q.to - s.from);
    if (pair !== null && c.kind !== 'row') role = pair;
    out.push({ value: q.value, shown: q.shown, span: doc.span(c.block, q.from, q.to), section: c.section, percentile, role, metric });
  }
}

/** "from 720 ms to 214 ms": the first is today's, the second comes after. */
function pairRole(text: string, from: number, to: number): 'today' | 'after' | null {
  if (
    /\bfrom\s(?:about |around |~)?$/i.test(text.slice(Math.max(0, from - 14), from)) &&
    /^\s(?:down )?to\s/i.test(text.slice(to, to + 10))
  )
    return 'today';
  if (
    /\b(?:down )?to\s(?:about |around |~)?$/i.test(text.slice(Math.max(0, from - 14), from)) &&
    /\bfrom\b[^.;]{0,40}$/i.test(text.slice(0, from))
  )
    return 'after';
  return null;
}

function lastMatch(text: string, re: RegExp): RegExpExecArray | null {
  let best: RegExpExecArray | null = null;
  const g = new RegExp(re.source, 'gi');
  for (let m = g.exec(text); m; m = g.exec(text)) best = m;
  return best;
}

function money(l: Located, doc: Doc, out: Money[]): void {
  const { s, c } = l;
  if (s.question || within(c, 'rejected', 'options', 'prior-art', 'references')) return;
  if (c.kind === 'row' && /\b(?:source|note|notes|how|basis|comment|remarks?|where)\b/.test(c.header)) return;
  for (const q of s.quantities) {
    if (q.kind !== 'money') continue;
    const at = q.from - s.from;
    const left = s.text.slice(Math.max(0, at - 70), at);
    const right = s.text.slice(q.to - s.from, q.to - s.from + 40);
    const span = doc.span(c.block, q.from, q.to);
    const base = {
      value: q.value,
      shown: q.shown,
      span,
      section: c.section,
      currency: q.unit,
      total: /\b(?:in total|total(?:s|ling)?(?: of)?|altogether|sums? to|that makes)\s*$/i.test(left),
    };
    if (base.total && !q.perMonths) {
      out.push({ ...base, role: 'cost', monthly: null });
      continue;
    }
    if (
      q.perMonths &&
      (/\b(?:sav(?:e|es|ing|ings)|cuts?|cutting|reduc\w+)\b/i.test(left + right) || /\bsaving/i.test(c.rowHead)) &&
      !/\b(?:from|currently|today|bill is|costs?)\s*(?:\w+ )?$/i.test(left)
    )
      out.push({ ...base, role: 'saving', monthly: q.value / q.perMonths });
    else if (
      !q.perMonths &&
      (/\b(?:cost|costs|one-time|one time|rewrite|migration|engineer\w*|invest\w*|effort|budget|spend)\b/i.test(left + ' ' + right) ||
        /\b(?:cost|effort)/i.test(c.rowHead)) &&
      !/\bsav/i.test(left)
    )
      out.push({ ...base, role: 'cost', monthly: null });
  }
}

function loads(l: Located, doc: Doc, f: { growth: Figure[]; load: Figure[]; capacity: Figure[]; utilisation: Figure[] }): void {
  const { s, c } = l;
  if (s.question || within(c, 'rejected', 'options', 'prior-art', 'references')) return;
  const make = (q: Quantity, value = q.value): Figure => ({
    value,
    shown: q.shown,
    span: doc.span(c.block, q.from, q.to),
    section: c.section,
  });
  for (const q of s.quantities) {
    const at = q.from - s.from;
    const left = s.text.slice(Math.max(0, at - 60), at);
    const right = s.text.slice(q.to - s.from, q.to - s.from + 40);
    if (q.kind === 'percent' && q.value === q.high) {
      const per =
        /^\s*(?:a|per|each|every|\/)\s?(month|year|quarter|week)|^\s*(monthly|month over month|mom|annually|yearly|year over year|yoy)/i.exec(
          right,
        );
      if (per && /\b(?:grow\w*|increas\w*|rising|rises|climb\w*)\b/i.test(left + right)) {
        const unit = (per[1] ?? per[2] ?? '').toLowerCase();
        const months = /^(?:year|annual|yoy|yearly)/.test(unit) ? 12 : unit === 'quarter' ? 3 : unit === 'week' ? 7 / 30.4 : 1;
        f.growth.push(make(q, Math.pow(1 + q.value / 100, 1 / months) - 1));
      } else if (
        /\b(?:utili[sz]ation|cpu (?:is )?at|utili[sz]ed|busy|cpu load)\b/i.test(left.slice(-40) + right.slice(0, 24)) &&
        q.value <= 100 &&
        !/\b(?:target|below|under|keep|threshold|alert)\b/i.test(left)
      )
        f.utilisation.push(make(q, q.value / 100));
    } else if (q.kind === 'rate' && q.value === q.high) {
      // The words nearest before the figure say what it is; a revisit trigger ("when load passes") is neither.
      const own = left.slice(Math.max(left.lastIndexOf(','), left.lastIndexOf(';')) + 1);
      if (/\b(?:when|if|once|until|passes|reaches|exceeds)\b/i.test(own)) continue;
      if (
        /\b(?:capacity|saturat\w+|knee|limit|tops out|maximum|max|up to|handles? at most|holds? at|drains? at most|sustain\w*)\b/i.test(own)
      )
        f.capacity.push(make(q));
      else if (/\b(?:peak|today|currently|current|load|traffic|serves?|we (?:see|handle)|now)\b/i.test(own)) f.load.push(make(q));
    }
  }
}

export function figuresOf(all: readonly Located[], doc: Doc): Figures {
  const f = {
    shares: [] as TimeShare[],
    speedups: [] as SpeedUp[],
    latencies: [] as LatencyFigure[],
    money: [] as Money[],
    growth: [] as Figure[],
    load: [] as Figure[],
    capacity: [] as Figure[],
    utilisation: [] as Figure[],
  };
  for (const l of all) {
    if (l.s.quantities.length === 0) continue;
    shares(l, doc, f.shares);
    speedups(l, doc, f.speedups);
    latencies(l, doc, f.latencies);
    money(l, doc, f.money);
    loads(l, doc, f);
  }
  // Rows of one split: what our own code takes is what a language can reach; the waiting beside it is another row, not another answer.
  const code = new Set(f.shares.filter((x) => x.table >= 0 && !x.waits).map((x) => x.table));
  return { ...f, shares: f.shares.filter((x) => !(x.table >= 0 && x.waits && code.has(x.table))) };
}
