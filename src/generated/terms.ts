// Generated from src/content/terms by scripts/gen/terms.mjs. Do not edit.
export const TERM_DATA = [
  {
    "id": "amdahl",
    "title": "Amdahl's law",
    "question": "Q6",
    "words": [
      "amdahl",
      "amdahl's law",
      "amdahl's",
      "amdahl ceiling"
    ],
    "body": "Speeding up a share f of the time by a factor s gives 1 / ((1 - f) + f / s) overall. The part you do not touch sets the ceiling, 1 / (1 - f), whatever s is."
  },
  {
    "id": "cold-start",
    "title": "Cold start",
    "question": "Q10",
    "words": [
      "cold start",
      "cold starts",
      "cold-start",
      "cold-starts",
      "start-up time",
      "startup time"
    ],
    "body": "The time from nothing to the first answer: process, runtime, class loading, just-in-time compilation, connections. It is the graded axis for functions and command lines, and nearly irrelevant for a service that runs for weeks."
  },
  {
    "id": "cpu-bound",
    "title": "CPU-bound",
    "question": "Q3",
    "words": [
      "cpu-bound",
      "cpu bound",
      "compute-bound",
      "compute bound"
    ],
    "body": "Most of the wall-clock time is the program's own computing: parsing, arithmetic, encoding. Here a better algorithm and, after it, a faster language can arrive almost whole. High CPU use alone does not prove it."
  },
  {
    "id": "error-budget",
    "title": "Error budget",
    "question": "Q2",
    "words": [
      "error budget",
      "error budgets"
    ],
    "body": "What a target leaves over: 99.9 % in 30 days allows 43 minutes, or one request in a thousand. While it lasts, more speed is not urgent; when it is gone early, the gap has a number."
  },
  {
    "id": "escape-hatch",
    "title": "Escape hatch",
    "question": "Q17",
    "words": [
      "escape hatch",
      "escape hatches",
      "native extension",
      "native extensions",
      "ffi",
      "foreign function interface",
      "pyo3",
      "napi-rs",
      "cgo",
      "jni",
      "native addon",
      "native addons"
    ],
    "body": "A native extension, foreign function call or sidecar for the hot part, while the rest of the service keeps its language. It usually brings most of the gain for a small part of the cost."
  },
  {
    "id": "flame-graph",
    "title": "Flame graph",
    "question": "Q3",
    "words": [
      "flame graph",
      "flame graphs",
      "flamegraph",
      "flamegraphs"
    ],
    "body": "A picture of a profile: the width of a box is the share of samples in which that function was running. A CPU flame graph shows nothing of the waiting; an off-CPU or wall-clock one does."
  },
  {
    "id": "gc-pause",
    "title": "GC pause",
    "question": "Q11",
    "words": [
      "gc pause",
      "gc pauses",
      "gc-pause",
      "gc-pauses",
      "stop-the-world",
      "stop the world",
      "garbage collection pause",
      "garbage collection pauses",
      "garbage collector pauses"
    ],
    "body": "Time in which the garbage collector holds the program still. It shows at p99 and beyond, and it follows the amount of live data and the collector's settings, so tuning both comes before leaving the language."
  },
  {
    "id": "io-bound",
    "title": "I/O-bound",
    "question": "Q3",
    "words": [
      "i/o-bound",
      "i/o bound",
      "io-bound",
      "io bound",
      "network-bound",
      "network bound",
      "database-bound",
      "database bound"
    ],
    "body": "Most of the wall-clock time goes into waiting for a database, a disk, the network or another service. A faster language cannot shorten the waiting; fewer round trips, an index or a cache can."
  },
  {
    "id": "kill-criterion",
    "title": "Kill criterion",
    "question": "Q9",
    "words": [
      "kill criterion",
      "kill criteria",
      "stop criterion",
      "stop criteria",
      "rollback criterion",
      "rollback criteria",
      "exit criterion",
      "exit criteria"
    ],
    "body": "A number, a date and a person: if the measured gain is below this by then, the work stops and the old version stays. It is written before the work starts, while nobody has to defend what was spent."
  },
  {
    "id": "knee",
    "title": "Knee of the load curve",
    "question": "Q14",
    "words": [
      "knee",
      "knee of the curve",
      "knee point",
      "saturation point",
      "load cliff",
      "latency cliff"
    ],
    "body": "The load at which latency leaves its flat part. Waiting grows as 1 / (1 - utilisation), so it lies around 70 to 80 % of what the tightest resource can do, and only a load test that goes beyond it finds it."
  },
  {
    "id": "n-plus-one",
    "title": "N+1 queries",
    "question": "Q4",
    "words": [
      "n+1",
      "n + 1",
      "n+1 query",
      "n+1 queries",
      "n+1 problem"
    ],
    "body": "One query for a list and then one more for each of its rows. At 1 ms a round trip, 200 rows cost 200 ms in any language; a join, or one second query with `IN (...)`, makes it one or two round trips."
  },
  {
    "id": "payback",
    "title": "Payback period",
    "question": "Q9",
    "words": [
      "payback",
      "payback period",
      "payback time",
      "pays for itself",
      "break-even",
      "break even"
    ],
    "body": "One-time cost divided by monthly saving, in months. The cost includes the features that wait; the saving comes from a prototype on this workload. Up to about twelve months is usually worth funding."
  },
  {
    "id": "percentile",
    "title": "Percentile",
    "question": "Q10",
    "words": [
      "p50",
      "p75",
      "p90",
      "p95",
      "p99",
      "p999",
      "p99.9",
      "95th percentile",
      "99th percentile",
      "percentile",
      "percentiles"
    ],
    "body": "p99 is the value that 99 of 100 requests stay under. Percentiles do not average: the p99 of two machines is not the mean of their p99s, and a page of 50 calls meets the p99 of a single call in two views out of five."
  },
  {
    "id": "shadow-run",
    "title": "Shadow run",
    "question": "Q9",
    "words": [
      "shadow run",
      "shadow runs",
      "shadow traffic",
      "shadow mode",
      "dark launch",
      "dark launches",
      "dual run"
    ],
    "body": "The new version receives a copy of production traffic and its answers are compared but not used. It finds wrong results and missing speed before any user does."
  },
  {
    "id": "slo",
    "title": "Service level objective",
    "question": "Q2",
    "words": [
      "slo",
      "slos",
      "service level objective",
      "service level objectives",
      "service-level objective",
      "service-level objectives",
      "latency target",
      "latency budget"
    ],
    "body": "A limit that a measured quantity has to keep: metric, percentile, limit and period, for example p99 under 250 ms over 28 days. It turns \"slow\" into a test that passes or fails."
  },
  {
    "id": "tail-latency",
    "title": "Tail latency",
    "question": "Q10",
    "words": [
      "tail latency",
      "tail latencies",
      "latency tail",
      "long tail latency"
    ],
    "body": "The latency of the slowest few requests, usually p99 and beyond. It comes from queues, collector pauses, retries and cold caches rather than from the speed of a language, and the busiest users meet it most often."
  },
  {
    "id": "talent-cost",
    "title": "Talent cost",
    "question": "Q18",
    "words": [
      "talent cost",
      "talent tax",
      "talent pool",
      "bus factor",
      "ramp-up time",
      "ramp-up period"
    ],
    "body": "What a language costs in people: a smaller pool of candidates, longer onboarding, fewer reviewers, fewer who can be on call. It is paid every year, unlike the rewrite."
  },
  {
    "id": "throughput",
    "title": "Throughput",
    "question": "Q10",
    "words": [
      "throughput",
      "requests per second",
      "queries per second",
      "transactions per second"
    ],
    "body": "Work finished per unit of time. More throughput often costs latency (batching, larger heaps), so state the latency at which a rate was reached."
  }
] as const;
