// Generated from src/content/templates by scripts/gen/templates.mjs. Do not edit.
export const TEMPLATE_DATA = [
  {
    "heading": "Amdahl estimate",
    "id": "amdahl",
    "title": "Insert Amdahl estimate",
    "closes": [
      "no-amdahl",
      "claim-above-ceiling"
    ],
    "after": [
      "evidence",
      "problem",
      "context",
      "drivers",
      "goals",
      "summary"
    ],
    "place": "section",
    "body": "The change touches ${timeShare:percent} of the time of a request, as ${timeShareSource:profile or trace} shows.\n\n| Quantity | Value | Source |\n| --- | ---: | --- |\n| f, share of the time that the change touches | ${timeShare} | see above |\n| s, factor on that part | ${speedup:factor} | ${speedupSource:prototype on this workload} |\n| Overall, `1 / ((1 - f) + f / s)` | ${overall:factor} | computed |\n| Ceiling, `1 / (1 - f)` | ${ceiling:factor} | computed |"
  },
  {
    "heading": "What we are graded on",
    "id": "axis",
    "title": "Insert graded axis",
    "closes": [
      "axis-not-named",
      "axis-conflict",
      "io-bound-rewrite"
    ],
    "after": [
      "goals",
      "targets",
      "drivers",
      "problem",
      "context",
      "summary"
    ],
    "place": "section",
    "body": "- Graded: ${axis:tail latency, throughput, memory, start-up, size or money}\n- Because: ${reason:who grades it, and why}\n- Given up: ${tradeOff:which of the others gets worse, and by how much}"
  },
  {
    "heading": "Cheaper fixes",
    "id": "cheap-fixes",
    "title": "Insert cheap-fixes checklist",
    "closes": [
      "cheap-fixes-not-ruled-out",
      "algorithm-before-language"
    ],
    "after": [
      "options",
      "evidence",
      "problem",
      "context"
    ],
    "place": "section",
    "body": "| Fix in the present system | Outcome |\n| --- | --- |\n| Index or query plan | ${index:before and after, or why it cannot help} |\n| Fewer round trips (N+1, batching) | ${roundTrips:before and after, or why it cannot help} |\n| Cache | ${cache:hit rate, or why it cannot help} |\n| Algorithm or data structure | ${algorithm:complexity now and then, or why it is optimal} |\n| Pool, heap or runtime settings | ${settings:before and after, or why they cannot help} |"
  },
  {
    "heading": "What a miss means",
    "id": "consequence",
    "title": "Insert what a miss means",
    "closes": [
      "slo-without-consequence"
    ],
    "after": [
      "targets",
      "goals",
      "drivers",
      "problem",
      "context"
    ],
    "place": "section",
    "body": "- Who notices: ${who:group of people, and how many}\n- What follows: ${consequence:lost orders, contract penalty, bill, churn}\n- Known from: ${source:incident, experiment or contract}"
  },
  {
    "heading": "Moving only the hot part",
    "id": "escape-hatch",
    "title": "Insert escape hatch",
    "closes": [
      "no-polyglot-alternative",
      "whole-service-rewrite"
    ],
    "after": [
      "options",
      "rejected",
      "decision",
      "design"
    ],
    "place": "section",
    "body": "- Part: ${hotPath:functions that take most of the time, with their share}\n- Technique: ${technique:native extension, sidecar, separate process, by name}\n- Factor for the whole request: ${overall:computed for this part alone}\n- Taken or not: ${reason:decision, with its reason}"
  },
  {
    "heading": "When the old version stays",
    "id": "kill-criterion",
    "title": "Insert kill criterion",
    "closes": [
      "no-kill-criterion"
    ],
    "after": [
      "plan",
      "risks",
      "consequences",
      "decision"
    ],
    "place": "section",
    "body": "- Watched: ${metric:metric and percentile, or saving}\n- Limit: ${threshold:we stop if the gain is below this number}\n- By: ${date:date or milestone}\n- Then: ${then:what is rolled back, and what stays}\n- Called by: ${owner:team or role}"
  },
  {
    "heading": "Where it breaks",
    "id": "load-test",
    "title": "Insert load test",
    "closes": [
      "no-load-test",
      "slo-already-met"
    ],
    "after": [
      "testing",
      "evidence",
      "context",
      "problem",
      "goals"
    ],
    "place": "section",
    "body": "- Method: ${tool:load generator}, ${mix:mix of requests, data size, machines}\n- Latency leaves the flat part at: ${knee:rate with unit}\n- What gives way there: ${resource:CPU, collector, connection pool, memory bandwidth}\n- Rate today: ${load:rate with unit}\n- Growth: ${growth:percent per month}\n- Months left: ${headroom:months}"
  },
  {
    "heading": "What waits meanwhile",
    "id": "opportunity-cost",
    "title": "Insert what waits meanwhile",
    "closes": [
      "no-opportunity-cost"
    ],
    "after": [
      "plan",
      "consequences",
      "decision"
    ],
    "place": "section",
    "body": "- Waiting: ${features:what is postponed, by name}\n- Until: ${period:month, or number of months}\n- Worth: ${value:currency per month of delay}"
  },
  {
    "heading": "Payback",
    "id": "payback",
    "title": "Insert payback table",
    "closes": [
      "no-payback"
    ],
    "after": [
      "consequences",
      "decision",
      "plan",
      "evidence"
    ],
    "place": "section",
    "body": "| Item | Figure | Source |\n| --- | ---: | --- |\n| Bill of this service today | ${monthlyCost:currency per month} | ${billSource:invoice or dashboard} |\n| Saving | ${monthlySaving:currency per month} | ${savingSource:reduction seen in the prototype} |\n| One-time cost | ${oneTimeCost:currency} | ${costSource:engineers × months × loaded rate, and work that waits} |\n| Payback | ${paybackMonths:months} | one-time cost divided by saving |"
  },
  {
    "heading": "",
    "id": "precedent",
    "title": "Insert comparison with the precedent",
    "closes": [
      "company-did-it"
    ],
    "place": "after-block",
    "after": [],
    "body": "| Compared | ${company:them} | Ours |\n| --- | --- | --- |\n| Axis | ${theirAxis:what they were graded on} | ${axis:what we are graded on} |\n| Work | ${theirWork:what their system did} | ${ourWork:what ours does} |\n| Scope | ${theirScope:what they moved} | ${ourScope:what we would move} |"
  },
  {
    "heading": "Where the time goes",
    "id": "profile",
    "title": "Insert profile evidence",
    "closes": [
      "no-profile",
      "dev-data-benchmark"
    ],
    "after": [
      "context",
      "problem",
      "evidence",
      "summary",
      "drivers",
      "goals"
    ],
    "place": "section",
    "body": "Tool: ${profiler:profiler or tracer}. System: ${system:production, or data of its size}, ${date:date}, at ${load:load with unit}.\n\n| Part of a request | Time | Share of wall-clock time |\n| --- | ---: | ---: |\n| ${waitingOn:waiting, and on what} | ${waitingTime:with unit} | ${waiting:percent} |\n| ${hotPath:hottest function of ours} | ${ownTime:with unit} | ${timeShare:percent} |\n| ${rest:everything else} | ${restTime:with unit} | ${restShare:percent} |"
  },
  {
    "heading": "Prototype figures",
    "id": "prototype",
    "title": "Insert prototype figures",
    "closes": [
      "no-prototype-delta",
      "microbenchmark-only",
      "dev-data-benchmark"
    ],
    "after": [
      "evidence",
      "testing",
      "decision",
      "design",
      "problem",
      "context"
    ],
    "place": "section",
    "body": "Part: ${part:what was built}. Workload: ${workload:production requests, or a replay of them}. Date: ${date:date}.\n\n| Quantity | Today | Prototype |\n| --- | ---: | ---: |\n| ${quantity:metric and percentile} | ${before:value with unit} | ${after:value with unit} |\n| ${resource:CPU or memory per request} | ${resourceBefore:value with unit} | ${resourceAfter:value with unit} |"
  },
  {
    "heading": "When to look again",
    "id": "revisit-trigger",
    "title": "Insert revisit trigger",
    "closes": [
      "no-revisit-trigger",
      "headroom-exhausted"
    ],
    "after": [
      "consequences",
      "decision",
      "plan"
    ],
    "place": "section",
    "body": "- On: ${date:we revisit the decision on this date}\n- Sooner: ${threshold:if load, bill, latency or team size passes this number}\n- Noticed through: ${alert:alert or dashboard}\n- Called by: ${owner:team or role}"
  },
  {
    "heading": "Proof beside the old version",
    "id": "shadow-run",
    "title": "Insert shadow run",
    "closes": [
      "no-shadow-run"
    ],
    "after": [
      "plan",
      "testing",
      "decision",
      "design"
    ],
    "place": "section",
    "body": "- Input: ${requests:share of traffic that is mirrored to the new version}\n- Compared: ${compared:answers, latency, errors, and with which tolerance}\n- Length: ${period:days or weeks, peak included}\n- Judged by: ${owner:team or role}"
  },
  {
    "heading": "Service level objective",
    "id": "slo",
    "title": "Insert SLO section",
    "closes": [
      "no-slo"
    ],
    "after": [
      "goals",
      "targets",
      "drivers",
      "problem",
      "context",
      "summary"
    ],
    "first": "slo",
    "place": "section",
    "body": "| Quantity | Today | Target |\n| --- | ---: | ---: |\n| ${metric:metric and percentile} of ${request:the request users wait for} | ${today:value with unit} | ${slo:limit with unit} |\n| Rate at which it has to hold | ${load:rate with unit} | ${targetLoad:rate with unit} |\n\nA miss means ${consequence:what users or the business lose}. Read from ${source:dashboard or tool}."
  },
  {
    "heading": "Cost in people",
    "id": "talent-cost",
    "title": "Insert cost in people",
    "closes": [
      "no-talent-cost"
    ],
    "after": [
      "consequences",
      "risks",
      "cons",
      "decision",
      "plan"
    ],
    "place": "section",
    "body": "- Today: ${people:number of people who have shipped in the language}\n- Weeks until a first unaided change: ${weeks:ramp-up, from people who have done it}\n- Plan: ${plan:training, hiring, or both, with dates}\n- At night: ${oncall:who can be called, and who steps in}"
  },
  {
    "heading": "Workload shape",
    "id": "workload-shape",
    "title": "Insert workload shape",
    "closes": [
      "no-workload-shape"
    ],
    "after": [
      "context",
      "problem",
      "summary",
      "drivers",
      "goals"
    ],
    "place": "section",
    "body": "The work of one request is ${shape:bound by I/O, CPU, memory, collector or locks}. This shows in ${source:trace, profile or counter, with its date}."
  }
] as const;
