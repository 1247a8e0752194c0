// Sentences for the metamorphic tests: evidence in several wordings, claims with their denials, and a proposal that holds neither.

/** A proposal of which everything is still open, with room for one passage. */
export const PROPOSAL = (passage: string, about = 'the thumbnail service'): string => `# RFC: Rewrite ${about} in Rust

## Context

Today ${about} is written in Python and answers requests of the app. It is too slow, and it does not scale: load and concurrency grow with the
number of users, and so does the traffic.

${passage}
## Decision

We rewrite all of it in Rust, so that it gets faster.
`;

/** Where a sentence may stand, as a passage of the proposal. */
export const PLACES: Readonly<Record<string, (sentence: string) => string>> = {
  'in a paragraph': (s) => `${s}\n\n`,
  'as a list item': (s) => `- ${s}\n- The colours stay as they are.\n\n`,
  'in a section of its own': (s) => `## Details\n\n${s}\n\n`,
  'in bold': (s) => `**${s}**\n\n`,
  'in a table cell': (s) => `| Topic | Note |\n| --- | --- |\n| 1 | ${s} |\n\n`,
  'behind other sentences': (s) => `The team has talked about this since spring. The minutes are in the wiki. ${s}\n\n`,
};

export interface EvidenceCase {
  readonly gap: string;
  readonly sentences: readonly string[];
}

export const EVIDENCE: readonly EvidenceCase[] = [
  {
    gap: 'no-slo',
    sentences: [
      'p99 latency must stay under 200 ms.',
      'The target is a throughput of 4,000 requests per second per node.',
      'Our SLO is 200 ms at p95.',
    ],
  },
  {
    gap: 'no-workload-shape',
    sentences: ['The work is CPU-bound.', 'It is bound by I/O for most of a request.', 'Resizing an image is compute-bound work.'],
  },
  {
    gap: 'axis-not-named',
    sentences: ['What counts is tail latency.', 'Memory usage is what we are graded on.', 'Cold start is what users of the app notice.'],
  },
  {
    gap: 'no-profile',
    sentences: [
      'A flame graph of production shows that resizing takes 71 % of the time.',
      'We profiled the service in production: 71 % of the time goes into resizing.',
      'Traces of one week show 71 % of the time in resizing.',
    ],
  },
  {
    gap: 'no-amdahl',
    sentences: [
      'Resizing takes 71 % of the time of a request.',
      '71 % of the time of a request is spent on resizing.',
      'Waiting on storage is 20 % of the time of a request, all the rest is resizing.',
    ],
  },
  {
    gap: 'cheap-fixes-not-ruled-out',
    sentences: [
      'We tried a cache, and its hit rate was 6 %.',
      'An index on the lookup table was added and gave 40 ms.',
      'Caching cannot help, because no two images are alike.',
    ],
  },
  {
    gap: 'no-prototype-delta',
    sentences: [
      'A prototype on production images took 180 ms instead of 710 ms at p95.',
      'In a spike on production traffic we measured 4.1x the requests per second of today.',
      'The pilot ran for a week in production and took p99 from 710 ms to 180 ms.',
    ],
  },
  {
    gap: 'no-payback',
    sentences: [
      'It costs $96,000 once and saves $12,000 a month.',
      'Payback is 8 months.',
      'It pays back within 8 months at today’s prices.',
    ],
  },
  {
    gap: 'no-shadow-run',
    sentences: [
      'The new version runs in shadow mode for two weeks.',
      'We begin with a canary that gets 1 % of the traffic.',
      'A feature flag moves the traffic over step by step.',
    ],
  },
  {
    gap: 'no-kill-criterion',
    sentences: [
      'We stop if p99 is not below 200 ms by 1 March.',
      'Kill criterion: p99 above 200 ms in the second week.',
      'We roll back if the error rate exceeds 0.5 %.',
    ],
  },
  {
    gap: 'no-revisit-trigger',
    sentences: [
      'We revisit this decision when traffic passes 9,000 requests per second.',
      'This decision is reviewed again in January 2028.',
      'If traffic doubles, we will reconsider this decision.',
    ],
  },
  {
    gap: 'no-talent-cost',
    sentences: [
      'Nobody on the team knows Rust yet.',
      'Onboarding takes about five weeks per engineer.',
      'The learning curve is steep, and two of us can review.',
    ],
  },
  {
    gap: 'no-polyglot-alternative',
    sentences: [
      'A native extension for resizing alone was considered and would not do.',
      'PyO3 was considered, but objects would be copied in both directions.',
      'A sidecar for resizing would add a hop to every request.',
    ],
  },
  {
    gap: 'no-load-test',
    sentences: [
      'We load tested it with k6 up to 3,900 requests per second.',
      'In a load test it saturates at 3,900 requests per second.',
      'A stress test found the knee at 3,900 requests per second.',
    ],
  },
  {
    gap: 'no-opportunity-cost',
    sentences: [
      'Meanwhile the gallery waits until May.',
      'There is a feature freeze of three months.',
      'On the roadmap the gallery moves from March to May.',
    ],
  },
];

export interface ClaimCase {
  readonly rule: string;
  readonly said: string;
  readonly denied: readonly string[];
  readonly about?: string;
}

export const CLAIMS: readonly ClaimCase[] = [
  {
    rule: 'language-slow-claim',
    said: 'Rust is fast.',
    denied: ['Rust is not fast by itself.', 'Is Rust fast?', 'Rust is fast here: it scales an image in 40 ms, where Python needs 190 ms.'],
  },
  {
    rule: 'company-did-it',
    said: 'Discord rewrote a service in Rust.',
    denied: [
      'We do not do this because Discord rewrote a service in Rust.',
      'Did Discord rewrite a service in Rust for the same reason?',
      'Discord rewrote a service in Rust for reasons that are not ours.',
    ],
  },
  {
    rule: 'wholesale-because-better',
    said: 'Rust is the future of backend development.',
    denied: ['Rust is not the future of backend development.', 'Is Rust the future of backend development?'],
  },
  {
    rule: 'resume-driven',
    said: 'The team wants to learn Rust.',
    denied: ['The reason is not that the team wants to learn Rust.', 'Is it only that the team wants to learn Rust?'],
  },
  {
    rule: 'fastest-to-be-safe',
    said: 'With Rust we never have to worry about performance again.',
    denied: ['We do not choose Rust just in case.', 'Will we never have to worry about performance again?'],
  },
  {
    rule: 'dogma',
    said: 'There is no excuse for not using Rust.',
    denied: ['Is there no excuse for not using Rust?', 'Nobody says that there is no excuse for not using Rust.'],
  },
  {
    rule: 'org-wide-standardisation',
    said: 'We will use Rust for all new services.',
    denied: ['We will not use Rust for all new services.', 'Will we use Rust for all new services?'],
  },
  {
    rule: 'microbenchmark-only',
    said: 'In the TechEmpower benchmarks Rust is 20 times faster than Python.',
    denied: ['We do not rely on the TechEmpower benchmarks.', 'Do the TechEmpower benchmarks say anything about images?'],
  },
];
