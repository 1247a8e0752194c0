// Generated from src/content/cards by scripts/gen/cards.mjs. Do not edit.
export const CARD_DATA = [
  {
    "id": "Q1",
    "title": "A slow language, a fast service",
    "section": "Foundations",
    "related": [
      "Q3",
      "Q6",
      "Q17"
    ],
    "rules": [
      "language-slow-claim",
      "no-workload-shape",
      "io-bound-rewrite"
    ],
    "question": "If Python computes slowly, why do so many good services run on it?",
    "short": "Because a typical backend hardly computes. Within one request, tens or hundreds of milliseconds go to the database and to other services; the handler's own code often needs less than one. A slow language stretches only that sliver, while its libraries, its hiring pool and its short edit cycle pay off every day. Where one part really is bound by the CPU, that part can move into a native extension (NumPy, Polars, PyO3) and the rest stays where it is. So \"the language is slow\" is not yet a finding. It becomes one when it says slow at what, and for which share of the request.",
    "body": "## What a strong document shows\n\n- One real request taken apart: so many milliseconds waiting, so many in our own code, read from a production trace.\n- Sentences whose subject is the work and not the language: \"JSON encoding takes 60 of the 90 ms at p99\".\n- What the present language buys: time from idea to release, libraries in use, people who can review the code.\n- The part that is bound by the CPU, named, with the smallest thing that would make it quick.\n\n## What a weak one says\n\n- \"Python is slow, so the orders service is slow.\" The second half does not follow until somebody has measured it.\n- \"Go is simply faster.\" At computing, yes; the request may spend its time elsewhere.\n- \"Python is fast enough for us.\" The same habit from the other side, if no number follows.\n\n## Related\n\n- [Q3](q03.md): how to tell waiting from computing.\n- [Q6](q06.md): what a faster language can give at most.\n- [Q17](q17.md): how to move the hot part alone."
  },
  {
    "id": "Q2",
    "title": "Fast, measured against a number",
    "section": "Foundations",
    "related": [
      "Q5",
      "Q7",
      "Q14"
    ],
    "rules": [
      "no-slo",
      "fast-without-number",
      "slo-without-consequence",
      "slo-already-met"
    ],
    "formula": "error budget = (1 - target) x period",
    "question": "When is it fast enough, and how would anyone know?",
    "short": "\"Fast\" compares with whatever is faster still, so the work on it never ends. \"Enough\" compares with a number: if a page has to answer within 200 ms, getting it from 80 ms down to 2 ms changes nothing that anybody can notice. So the target comes first: a metric, a percentile, a limit, and the load at which it has to hold. Tie it to what a miss costs (abandoned checkouts, a contract penalty, a bill), because nobody defends a target that nobody would miss. Beyond the target, every further millisecond is bought with features.",
    "body": "## What a strong document shows\n\n- A complete target: \"p99 of `POST /orders` under 250 ms at 1,200 requests per second, measured at the load balancer over 28 days\".\n- Today's value of the same metric at the same percentile, so that the gap is a subtraction.\n- What a miss costs, in customers, money or contract.\n- What happens once the target is met: the work stops.\n\n## What a weak one says\n\n- \"It must be as fast as possible.\" There is no finish line in it.\n- \"Blazing-fast responses will delight our users.\" How fast, for which users, compared with what they have now?\n- \"p99 falls from 140 to 90 ms\", next to a target of 200 ms: the target was met before the work began.\n\n## The formula\n\nAn availability or latency target leaves an error budget: the share of the period in which it may be missed.\n\n    error budget = (1 - target) x period\n\nWorked example: 99.9 % of requests under 250 ms, over 30 days. (1 - 0.999) x 30 x 24 x 60 min = 43.2 minutes, or one request in a thousand. A rewrite is worth discussing when the budget is being spent too fast, and worth postponing when most of it is left at the end of each month.\n\n## Related\n\n- [Q5](q05.md): where the target stands in the order of steps.\n- [Q7](q07.md): when going beyond it still pays.\n- [Q14](q14.md): how long \"enough\" is going to last."
  },
  {
    "id": "Q3",
    "title": "Waiting or computing",
    "section": "Foundations",
    "related": [
      "Q1",
      "Q5",
      "Q6"
    ],
    "rules": [
      "no-workload-shape",
      "no-profile"
    ],
    "formula": "f = own time / wall-clock time",
    "question": "Where does the time go: into waiting or into computing?",
    "short": "Take one request and sort its wall-clock time into two heaps: time in which your own code occupies a core (parsing, arithmetic, encoding, image work), and time in which it waits for a database, a disk, the network or another service. A distributed trace or a wall-clock profile does the sorting; a CPU profile alone leaves the waiting out of the picture. Only the first heap shrinks when the language changes. Where waiting dominates, a language ten times as fast may give a few percent; where your code is the hot path, the same factor can arrive almost whole. The shape of the work therefore limits what a switch can buy before any two languages are compared.",
    "body": "## What a strong document shows\n\n- The two heaps in numbers, with the tool, the date and the load: \"py-spy and the trace of 1,000 requests at peak, 14 March: 84 % waiting on PostgreSQL, 9 % JSON, 7 % the rest\".\n- Wall-clock time for latency arguments, CPU time for cost arguments, and which of them is meant.\n- The third shapes where they apply: memory bandwidth, garbage collection, lock contention.\n\n## What a weak one says\n\n- \"The service is CPU-bound\", because the machines are busy. Busy with what: our code, the runtime, TLS, a spinning lock?\n- \"It is obviously I/O-bound.\" Obvious things are cheap to measure.\n- A flame graph of a start-up, or of a test suite, in place of one taken under load.\n\n## The formula\n\nf = own time / wall-clock time\n\nWorked example: a trace of 120 ms has 84 ms in two queries, 24 ms in a downstream call and 12 ms in the handler. f = 12 / 120 = 0.10, so no language can do better than 1 / (1 - 0.10) = 1.11x for this request.\n\n## Related\n\n- [Q1](q01.md): why slow languages carry fast services.\n- [Q5](q05.md): when to profile, and on which data.\n- [Q6](q06.md): from f to the ceiling."
  },
  {
    "id": "Q4",
    "title": "Two questions before a rewrite",
    "section": "Foundations",
    "related": [
      "Q2",
      "Q5",
      "Q12"
    ],
    "rules": [
      "no-profile",
      "cheap-fixes-not-ruled-out",
      "whole-service-rewrite",
      "code-n-plus-one",
      "code-quadratic",
      "code-sync-io",
      "code-microbenchmark"
    ],
    "question": "A colleague says: it is slow, let us rewrite it in Go. What now?",
    "short": "Ask two things first: which number are we missing and by how much, and in which part of the request is the time? Then open the trace of one slow request. Mostly it points at a missing index, one query per row, a slow service downstream or a result that nobody cached, and none of these improves in another language. Such repairs take days and often bring a factor of ten; the rewrite takes quarters and often brings single-digit percent, because it speeds up the smallest slice. If the language is still the limit afterwards, move the measured hot path and leave the rest.",
    "body": "## What a strong document shows\n\n- The gap: target, today's value, since when.\n- A trace or profile of this system, with the slowest spans named.\n- The cheap repairs one by one, each with its outcome: \"index on `orders(customer_id)`: p99 from 900 to 310 ms; cache: hit rate of 12 %, not worth it\".\n- Why what is left cannot be repaired in place.\n\n## What a weak one says\n\n- \"The service is slow and Go is fast\", followed by a migration plan.\n- \"We have optimised all we can\", with no list.\n- \"Rewriting from scratch lets us fix the data access as well.\" Then the data access was the cheap repair.\n\n## Related\n\n- [Q2](q02.md): the number that is being missed.\n- [Q5](q05.md): the whole order of steps.\n- [Q12](q12.md): when a rewrite is the right answer."
  },
  {
    "id": "Q5",
    "title": "Five steps, the cheapest first",
    "section": "Method and numbers",
    "related": [
      "Q2",
      "Q6",
      "Q9",
      "Q17"
    ],
    "rules": [
      "no-profile",
      "no-amdahl",
      "cheap-fixes-not-ruled-out",
      "algorithm-before-language",
      "dev-data-benchmark",
      "microbenchmark-only",
      "whole-service-rewrite",
      "code-n-plus-one",
      "code-quadratic",
      "code-sync-io",
      "code-microbenchmark"
    ],
    "formula": "gain of a better algorithm = n^2 / (n x log2 n) = n / log2 n",
    "question": "In which order do you decide whether to leave a slow language?",
    "short": "Go from the cheapest test to the dearest and stop at the first that settles the matter. Write the SLO: p50 and p99 latency, throughput, cost per request. Estimate f, the share of the time that is your own code; at 5 %, ten times the language speed gives about 5 % in total and the question is closed. Profile at production scale, because on a small data set the bottleneck is a different one. Repair what is cheap: index, cache, N+1, and above all the algorithm, since going from n² to n log n outgrows every constant factor. Only where a gap in numbers is left, and your own CPU work causes it, rewrite the hot path and nothing wider.",
    "body": "## What a strong document shows\n\n- The steps in this order, each with its result, even where the result is one line.\n- The ceiling before the profile: it takes half a minute and may acquit the language.\n- A profile taken in production, or on data of the same size and skew.\n- The complexity of the hot path, and why no better algorithm is known.\n\n## What a weak one says\n\n- \"On a laptop the Rust version is 30x faster.\" With which data, and what share of a request is that?\n- \"The benchmark in the blog post shows ...\" It shows that workload, not ours.\n- \"Each order is compared with every other order, so we need a faster language.\" A better algorithm comes first.\n\n## The formula\n\ngain of a better algorithm = n^2 / (n x log2 n) = n / log2 n\n\nWorked example: 100,000 items. 100,000 / 16.6 = about 6,000 times fewer steps. A language ten times as fast brings 10, which leaves the algorithm ahead by a factor of 600, and the distance grows with n.\n\n## Related\n\n- [Q2](q02.md): step one, the target.\n- [Q6](q06.md): step two, the ceiling.\n- [Q9](q09.md): what to compute once a gap is left.\n- [Q17](q17.md): how to rewrite only the hot path."
  },
  {
    "id": "Q6",
    "title": "The Amdahl ceiling",
    "section": "Method and numbers",
    "related": [
      "Q3",
      "Q5",
      "Q7"
    ],
    "rules": [
      "no-amdahl",
      "claim-above-ceiling",
      "io-bound-rewrite"
    ],
    "formula": "overall = 1 / ((1 - f) + f / s)",
    "question": "95 % of the time is the database. What can a language ten times as fast do?",
    "short": "About 1.05x. Speed up a fraction f of the time by a factor s, and Amdahl's law gives 1 / ((1 - f) + f / s) for the whole; with f = 0.05 and s = 10 that is 1 / 0.955 = 1.047. The 95 % of waiting lasts as long as before. Even a language that computed in no time at all would stop at 1 / (1 - f) = 1.053. Nobody will feel five percent, so the effort belongs to the other 95: the query, the index, the number of round trips.",
    "body": "## What a strong document shows\n\n- f, with the measurement it comes from.\n- s, measured on the hot path and not taken from a benchmark table.\n- The result of the formula next to the speed-up that is promised, for the same scope.\n- Which part of the remaining time somebody else is going to shorten.\n\n## What a weak one says\n\n- \"10x faster\", beside a table that gives the database most of the request.\n- \"Rust is 10x faster, so p99 drops from 400 to 40 ms.\" That takes s for the whole.\n- A speed-up of one function, used as if it were the speed-up of the service.\n\n## The formula\n\noverall = 1 / ((1 - f) + f / s)        ceiling = 1 / (1 - f)\n\nf is the share of the time that the change touches, s how much faster that part gets.\n\n| f | overall at s = 10 | ceiling |\n| ---: | ---: | ---: |\n| 5 % | 1.05x | 1.05x |\n| 25 % | 1.29x | 1.33x |\n| 50 % | 1.82x | 2.00x |\n| 75 % | 3.08x | 4.00x |\n| 90 % | 5.26x | 10.0x |\n| 95 % | 6.90x | 20.0x |\n\nWorked example: 30 % of a request is template rendering, and a prototype renders six times as fast. 1 / (0.70 + 0.30 / 6) = 1.33x: 300 ms become 225 ms. The ceiling for that part is 1 / 0.70 = 1.43x.\n\n## Related\n\n- [Q3](q03.md): how to get f.\n- [Q5](q05.md): why this comes before the profile.\n- [Q7](q07.md): when the result is worth having."
  },
  {
    "id": "Q7",
    "title": "When a factor of ten matters",
    "section": "Method and numbers",
    "related": [
      "Q2",
      "Q5",
      "Q6",
      "Q9"
    ],
    "rules": [
      "slo-already-met",
      "cheap-fixes-not-ruled-out",
      "algorithm-before-language",
      "win-immaterial"
    ],
    "formula": "monthly gain = requests per month x CPU time saved x price of CPU time",
    "question": "When is a runtime ten times as fast worth going after?",
    "short": "When three things hold at once. The work is bound by the CPU, and a profile shows the hot path in code that is yours, so that the factor can arrive. No better algorithm in the present language closes the gap, because an algorithm changes how the cost grows and a language changes only its constant. And the volume turns the gain into something: an SLO that you demonstrably miss, or a bill worth cutting. Otherwise leave it. Waiting dominates, a cheaper repair is untried, or the milliseconds saved (40 down to 4) lie on a path where nobody waits.",
    "body": "## What a strong document shows\n\n- All three conditions, each with its evidence.\n- The gain in absolute terms: milliseconds against the flow that a user sees, money against the bill.\n- The volume that multiplies it.\n\n## What a weak one says\n\n- \"40 ms become 4 ms: ten times better.\" In a checkout of two seconds that is under 2 %.\n- A ratio without a base: \"the parser is 12x faster\" and never how long it took.\n- One of the three conditions, argued at length.\n\n## The formula\n\nmonthly gain = requests per month x CPU time saved x price of CPU time\n\nWorked example: 40 ms of CPU become 4 ms, so 36 ms are saved per request; suppose a core costs $0.04 an hour. At 10 million requests a month that is 100 core hours, or $4. At 10 billion it is $4,000, month after month. The factor of ten is the same in both cases; the volume decides.\n\n## Related\n\n- [Q2](q02.md): the target that the gain is measured against.\n- [Q5](q05.md): algorithm before language.\n- [Q6](q06.md): how much of the factor arrives.\n- [Q9](q09.md): from gain to payback."
  },
  {
    "id": "Q8",
    "title": "Keeping the language, in money and time",
    "section": "Method and numbers",
    "related": [
      "Q9",
      "Q13",
      "Q14"
    ],
    "rules": [
      "no-opportunity-cost",
      "no-revisit-trigger"
    ],
    "formula": "cost of delay = value per month x months of delay",
    "question": "How do you defend a \"slow\" language to a sceptical director?",
    "short": "In money and time, with the measurements attached. Say what the rewrite would give (about 4 % of latency, since the database is the bottleneck), what it would take (two quarters of senior engineers, say, and slower hiring), and which items of the roadmap would wait meanwhile. Then show that staying is a plan as well: a load test that found the cliff, roughly a year of headroom at present growth, and an alert on the way there. Name the threshold at which the question is opened again, and the scope it will have then: the specific hot path.",
    "body": "## What a strong document shows\n\n- Both sides in the same currency: gain in money or customers, cost in engineer-months and in features that come later.\n- What is not built in the meantime, by name.\n- Headroom in months, from a load test and a growth rate.\n- A trigger, a number somebody already watches, and what happens when it fires.\n\n## What a weak one says\n\n- \"Rewrites always fail.\" That is a slogan, and the director has heard the opposite one too.\n- \"We are more productive in Python\", with nothing to compare.\n- \"We can look at it again later.\" When, and who will notice?\n\n## The formula\n\ncost of delay = value per month x months of delay\n\nWorked example: a feature expected to bring $25,000 a month waits six months for the rewrite to finish. 25,000 x 6 = $150,000, which belongs on the cost side next to the salaries.\n\n## Related\n\n- [Q9](q09.md): the payback that the rewrite would have to show.\n- [Q13](q13.md): why the answer may change.\n- [Q14](q14.md): how to find the cliff."
  },
  {
    "id": "Q9",
    "title": "Payback",
    "section": "Method and numbers",
    "related": [
      "Q7",
      "Q8",
      "Q12"
    ],
    "rules": [
      "no-payback",
      "payback-too-long",
      "no-prototype-delta",
      "microbenchmark-only",
      "no-shadow-run",
      "no-kill-criterion"
    ],
    "formula": "payback months = one-time cost / monthly saving",
    "question": "The faster language would cut the bill. Does that pay for the rewrite?",
    "short": "Compute the payback. The monthly saving is today's compute bill times the reduction that a prototype of the hot path showed on this very workload; a published benchmark does not stand in for it. Against it stand the one-time cost (engineers × months × loaded rate) and the features frozen in that area. Below about twelve months, on a service big enough for the sum to matter, it is probably worth funding. Fund it together with a shadow run that catches regressions and a criterion that ends the work if the reduction does not survive production load. Where the time is waiting, or the saving is small, keep shipping.",
    "body": "## What a strong document shows\n\n- The bill today, and the part of it that this service causes.\n- A measured delta: what was built, on which workload, CPU or memory before and after.\n- The cost with its factors: people, months, rate, frozen work.\n- The payback in months, and what happens to it if the delta is half as good.\n- Shadow run, kill criterion, and a date for looking again.\n\n## What a weak one says\n\n- \"This will save a lot of infrastructure cost.\" How much, from which bill?\n- \"Rust uses 10x less memory.\" On somebody else's program; ours may be mostly cache entries.\n- A saving per month without a cost beside it, or the other way round.\n\n## The formula\n\nmonthly saving = monthly bill x measured reduction\n    one-time cost  = engineers x months x loaded rate + frozen work\n    payback months = one-time cost / monthly saving\n\nWorked example: a bill of $40,000 a month and a prototype that needs 45 % less CPU save $18,000 a month. Three engineers for four months at $15,000 cost $180,000: payback in 10 months. Add $36,000 for the features that wait and it is 12 months. At half the reduction it is 24, which is the number the kill criterion should watch.\n\n## Related\n\n- [Q7](q07.md): is the gain material at all?\n- [Q8](q08.md): the case for staying, in the same currency.\n- [Q12](q12.md): the full list of criteria."
  },
  {
    "id": "Q10",
    "title": "Axes that pull against each other",
    "section": "Judgement",
    "related": [
      "Q2",
      "Q11",
      "Q14"
    ],
    "rules": [
      "axis-not-named",
      "axis-conflict",
      "average-only-latency"
    ],
    "formula": "share of slow pages = 1 - (1 - p)^n",
    "question": "Performance along which axis, and at whose expense?",
    "short": "Performance is at least five quantities: throughput, tail latency (p99, p999), start-up time, memory footprint and predictability; most teams grade cost as well. They trade against one another. A collector tuned for throughput keeps a large heap and runs rarely, then stops the world for longer, and the p99 pays for it; Go decided the other way and gives up some throughput for pauses below a millisecond. A just-in-time compiler, as in the JVM or V8, peaks high and starts slowly: harmless in a service that runs for weeks, ruinous in a function that is graded on cold start. Name the axis you are graded on before anything is called fast.",
    "body": "## What a strong document shows\n\n- The graded axis, once, near the top: \"we are graded on p99 at peak; throughput is sufficient\".\n- What the remedy does to the other axes, including those it makes worse.\n- Percentiles where users meet the tail, and the load under which they were taken.\n\n## What a weak one says\n\n- \"Performance improves.\" Which one?\n- \"Average latency is 35 ms.\" One request in a hundred may take two seconds and hardly move that figure.\n- \"A larger heap makes it faster\", under a target for p99.\n- \"The JVM is very fast\", for a function that starts anew with each event.\n\n## The formula\n\nWhy the tail matters more than it seems: a page that makes n calls is slow as soon as one of them is.\n\n    share of slow pages = 1 - (1 - p)^n\n\nWorked example: each call exceeds its p99 in 1 % of the cases and a page makes 50 calls. 1 - 0.99^50 = 0.395, so two pages in five meet at least one slow call.\n\n## Related\n\n- [Q2](q02.md): the number on the axis.\n- [Q11](q11.md): a rewrite that was about one axis only.\n- [Q14](q14.md): how the axis behaves under load."
  },
  {
    "id": "Q11",
    "title": "What a precedent proves",
    "section": "Judgement",
    "related": [
      "Q10",
      "Q12",
      "Q17"
    ],
    "rules": [
      "company-did-it",
      "average-only-latency"
    ],
    "question": "Go was already fast. Why did Discord move one service to Rust?",
    "short": "Because throughput was not the axis; Go had enough of it. The read-states service kept a large cache in memory that Go's collector had to walk every so often, and at that volume latency jumped at p99 and p999 while the average stayed good. Rust frees memory without a collector, and the spikes went away: what was won is predictability. The scope was one service, for one axis. A precedent counts for you where axis, workload and scope are the same as yours, and then the sentence to write is that comparison and not the name.",
    "body": "## What a strong document shows\n\n- The precedent's axis, workload and scope, next to ours: \"like theirs, our p99 follows the collector: pauses of 30 ms every two minutes, see the trace\".\n- Where the comparison ends: what differs in size, traffic or team.\n- Our own measurement beside it. The precedent says where to look, not what we shall find.\n\n## What a weak one says\n\n- \"Discord did it.\" They moved one service off pauses that we may not have.\n- \"Industry leaders are adopting Rust.\" For their bottlenecks.\n- A row of logos under \"Validation\".\n\n## Known precedents\n\n| Who and what | Change | Axis | Scope | What it was about |\n| --- | --- | --- | --- | --- |\n| [Discord, read-states service](https://discord.com/blog/why-discord-is-switching-from-go-to-rust) | Go to Rust, 2020 | tail latency | one service | the collector walked a large in-memory cache and latency spiked every few minutes; throughput was never the problem |\n| [Discord, member list](https://discord.com/blog/using-rust-to-scale-elixir-for-11-million-concurrent-users) | Rust inside Elixir, 2019 | throughput of one data structure | one native extension | a sorted set as a native function; the services around it stayed in Elixir |\n| [Figma, multiplayer server](https://www.figma.com/blog/rust-in-production-at-figma/) | TypeScript to Rust, 2018 | tail latency and memory | the part that serialises documents | one large document blocked a single-threaded worker for everybody on it; the network handling stayed in Node.js |\n| [Cloudflare, proxy to origin servers, over a trillion requests a day](https://blog.cloudflare.com/how-we-built-pingora-the-proxy-that-connects-cloudflare-to-the-internet/) | NGINX to a proxy of their own in Rust, 2022 | CPU and memory cost, connection reuse | one proxy | worker processes could not share connections; much of the latency gain came from reuse, that is from the architecture |\n| [Dropbox, storage system Magic Pocket](https://news.ycombinator.com/item?id=11283685) | Go to Rust, 2016 | memory and tail latency | a few components | control over memory on the storage machines; most of the system stayed in Go |\n| [Uber, geofence look-ups](https://www.uber.com/blog/go-geofence-highest-query-per-second-service/) | Go instead of Node.js, 2016 | CPU time under a p99 target of 100 ms | one new service | point-in-polygon tests are computing; services that wait on I/O stayed in Node.js |\n| [LinkedIn, mobile backend](https://www.infoq.com/news/2012/10/Ruby-on-Rails-Node-js-LinkedIn/) | Rails to Node.js, 2012 | throughput per server | one backend | every request blocked a process while it waited on another data centre; the design changed together with the language |\n| [TypeScript compiler, compiler and language service](https://devblogs.microsoft.com/typescript/typescript-native-port/) | TypeScript to Go, 2025 | build time of a CPU-bound program | the whole compiler | a compiler computes by nature, see Q16; part of the tenfold gain is parallelism that the old runtime could not offer |\n\n## Related\n\n- [Q10](q10.md): the axes a precedent may have been about.\n- [Q12](q12.md): reasons that do count.\n- [Q17](q17.md): several famous rewrites were extensions."
  },
  {
    "id": "Q12",
    "title": "When to fund a rewrite, when to refuse",
    "section": "Judgement",
    "related": [
      "Q6",
      "Q9",
      "Q11",
      "Q17",
      "Q18"
    ],
    "rules": [
      "company-did-it",
      "wholesale-because-better",
      "resume-driven",
      "whole-service-rewrite",
      "io-bound-rewrite",
      "no-prototype-delta",
      "no-shadow-run",
      "no-kill-criterion",
      "no-talent-cost"
    ],
    "question": "When do you fund a rewrite in Rust, and when do you refuse?",
    "short": "Fund it when a written case has numbers: high volume, measured to be bound by CPU or memory, and one of three pay-offs: a payback under about twelve months, an SLO that the present language provably cannot hold (collector pauses above the p99 limit, for instance), or latency for which customers choose you. Ask for a measured prototype of the hot path, a shadow run and a kill criterion. Refuse when the reason is that Rust is better, that somebody would like to learn it, or that another company did it: all of this may be true and none of it is a consequence for the business. Refuse also when waiting dominates, when no hot path can be isolated, or when algorithm, index, cache and native extension are untried. Weigh hiring and onboarding as well; they are paid every year.",
    "body": "## What a strong document shows\n\n- A target that is missed, with both numbers.\n- Work bound by CPU or memory, from a profile at production scale.\n- The ceiling, computed, and the promised gain below it.\n- The cheap repairs and what became of each.\n- A hot path with a boundary that can be drawn.\n- A prototype of it, measured on this workload.\n- A payback under twelve months, or the reason why money is not the point.\n- A shadow run, a kill criterion, a revisit trigger, and the cost in people.\n\n## What a weak one says\n\n- \"Rust is better, and the ecosystem is the future.\"\n- \"Several of us want to work with it, and it will help hiring.\"\n- \"Company X rewrote theirs.\"\n- \"The code is tangled, so everything has to move at once.\"\n- \"Always Rust\" or \"never rewrite\". Both save their author the arithmetic.\n\n## Related\n\n- [Q6](q06.md): the ceiling.\n- [Q9](q09.md): the payback.\n- [Q11](q11.md): what a precedent is worth.\n- [Q17](q17.md): the smaller move to try first.\n- [Q18](q18.md): the cost in people."
  },
  {
    "id": "Q13",
    "title": "The stage decides",
    "section": "Judgement",
    "related": [
      "Q8",
      "Q14",
      "Q16"
    ],
    "rules": [
      "mvp-in-performance-language",
      "no-revisit-trigger"
    ],
    "question": "Does the right choice stay right while the product grows?",
    "short": "No; it follows whatever costs most at the time. Before product-market fit the expensive thing is finding out what to build, most of the code will be deleted, and the language that is quickest to change wins (Python, TypeScript, Ruby); an MVP in Rust polishes code that is about to go. During growth the load and the code base rise together and maintainability takes over, which is why teams drift towards productive languages with types, such as TypeScript, Kotlin or Go. At scale, compute becomes a line in the budget, and the busiest services may earn a targeted rewrite on cost alone. Nobody was wrong at the start; the inputs changed. So write down what would reopen the decision.",
    "body": "## What a strong document shows\n\n- The stage, in one sentence, and its dominant cost.\n- What is expected to be thrown away.\n- A trigger for looking again: a date, a load, a bill, a team size.\n\n## What a weak one says\n\n- \"We build the prototype in Rust so that it scales from day one.\" The prototype's job is to be replaced.\n- \"This decision is final.\" Its inputs are not.\n- Scale reasoning from a company a thousand times larger.\n\n## Related\n\n- [Q8](q08.md): keeping the language, with a trigger.\n- [Q14](q14.md): how far away the next stage is.\n- [Q16](q16.md): the products for which day one is different."
  },
  {
    "id": "Q14",
    "title": "Headroom and the cliff",
    "section": "Judgement",
    "related": [
      "Q2",
      "Q8",
      "Q10"
    ],
    "rules": [
      "no-load-test",
      "headroom-exhausted"
    ],
    "formula": "headroom months = ln(capacity / load) / ln(1 + monthly growth)",
    "question": "It is fast enough today. What is there to worry about?",
    "short": "That the sentence describes one point on a curve. Latency stays flat over a wide range of load and then climbs almost vertically within a narrow one, where some resource saturates: CPU, collector, connection pool, memory bandwidth. Two figures matter more than today's latency: where that point lies, found by a load test that is driven on until the service breaks, and how quickly the load moves towards it. If they meet in eight months, the hot-path work is planned now and in peace, and not during an incident at night.",
    "body": "## What a strong document shows\n\n- The load test: tool, mix of requests, data size, the rate at which latency left the flat part, and which resource gave way.\n- Load today and its growth per month, from the same metric.\n- The crossing, in months, and what is scheduled before it.\n- An alert set well below the knee.\n\n## What a weak one says\n\n- \"The new stack will scale.\" To what load, and what breaks first?\n- \"CPU is at 60 %, so there is plenty of room.\" At 90 % a request takes four times as long as at 60 %, and only the growth rate says when that will be.\n- A load test that stops at the expected peak: it shows that the cliff is somewhere else.\n\n## The formula\n\nheadroom months = ln(capacity / load) / ln(1 + monthly growth)\n    waiting time grows as 1 / (1 - utilisation)\n\nWorked example: the knee was found at 1,000 requests per second, the load is 650 and grows by 5 % a month. ln(1000 / 650) / ln(1.05) = 0.431 / 0.0488 = 8.8 months. Waiting is twice the bare service time at 50 % utilisation, five times at 80 %, ten times at 90 % and twenty times at 95 %; past 70 to 80 % small growth costs much.\n\n## Related\n\n- [Q2](q02.md): the limit that latency must stay under.\n- [Q8](q08.md): headroom as an argument for staying.\n- [Q10](q10.md): the resource that saturates depends on the axis."
  },
  {
    "id": "Q15",
    "title": "The fastest, to be safe",
    "section": "Pressure points",
    "related": [
      "Q1",
      "Q8",
      "Q13",
      "Q18"
    ],
    "rules": [
      "fastest-to-be-safe"
    ],
    "question": "Why not take the fastest language everywhere, to be on the safe side?",
    "short": "Because this insurance is paid in advance and rarely called upon. Most services wait on I/O, so the insured event, a runtime that is the bottleneck, usually does not occur and the benefit is a few percent. The premium is certain: slower delivery, fewer candidates, longer onboarding, from the first month on. And the risk can be covered later: with a profile in hand you can still move the hot path, while months of slow shipping do not come back. Begin in the language in which the team is productive, and let measurements earn the rest.",
    "body": "## What a strong document shows\n\n- The future load as a number with a date, and where it comes from.\n- What it would cost to move the hot path later, compared with paying now.\n- A boundary that keeps the later move small: one module, one interface, no shared state.\n\n## What a weak one says\n\n- \"Just in case we need the speed.\" Then say when, and how much.\n- \"So that we never have to rewrite again.\" Requirements rewrite services more often than load does.\n- \"It is future-proof.\" Against which future?\n\n## Related\n\n- [Q1](q01.md): why the benefit is mostly small.\n- [Q8](q08.md): staying, with a plan.\n- [Q13](q13.md): the stages at which the premium is highest.\n- [Q18](q18.md): the premium, paid by a whole organisation."
  },
  {
    "id": "Q16",
    "title": "Where the workload is known beforehand",
    "section": "Pressure points",
    "related": [
      "Q3",
      "Q13",
      "Q17"
    ],
    "rules": [
      "dogma"
    ],
    "question": "When is a performance language right from the first day?",
    "short": "When the nature of the work is known in advance and will not change: a video transcoder, a matching engine, a storage engine, a cryptography library. A prototype in Python, built to learn that transcoding burns CPU, would teach you nothing. The other case is latency as the product itself, as in high-frequency trading or real-time bidding: there is no \"enough\", and whoever is quicker wins. Starting productive and earning performance later is a rule for people who do not know their workload yet, and it gives way to evidence you already have. State in one sentence which of the two cases is yours.",
    "body": "## What a strong document shows\n\n- The sentence: \"this is a codec: by construction all of its time is computing\".\n- The axis and the target, which are asked of these documents as of any other.\n- The parts around the core that are ordinary (control plane, administration, billing) and stay in an ordinary language.\n\n## What a weak one says\n\n- \"Always C++ for anything serious.\" or \"There is never an excuse for it.\" Neither sentence has looked at the workload.\n- \"Our API is performance-critical.\" Critical to whom, and how much of it computes?\n- The exemption, claimed for a service that queries a database and returns JSON.\n\n## Related\n\n- [Q3](q03.md): how to know, if it is not known.\n- [Q13](q13.md): why other products begin elsewhere.\n- [Q17](q17.md): even here, the core can be small."
  },
  {
    "id": "Q17",
    "title": "The escape hatch",
    "section": "Pressure points",
    "related": [
      "Q1",
      "Q6",
      "Q12"
    ],
    "rules": [
      "no-polyglot-alternative"
    ],
    "formula": "gain kept = overall(hot part) / overall(everything)",
    "question": "Must the whole service move, or only its hot part?",
    "short": "Only the hot part, nearly always. Profile, take the few percent of the code in which the time is spent, put them behind a narrow interface as a native extension, and leave glue and I/O as they are. Whole fields live like that: NumPy, PyTorch and Polars are C, C++ and Rust under a surface of Python; sharp runs native code and esbuild runs Go under JavaScript. One language conducts, the other computes. What was planned as a rewrite of a quarter becomes an extension of a week, and many proposals are settled by it before a migration is even discussed.",
    "body": "## What a strong document shows\n\n- The extension as an option of its own, with a prototype or a reason against it: \"calls cross the boundary 200,000 times per request, so the overhead eats the gain\".\n- The interface: what crosses it, how often, who owns the memory.\n- The technique, by name: PyO3, cgo, JNI, N-API, WebAssembly, a sidecar, a separate process.\n\n## What a weak one says\n\n- Two options: everything stays, or everything moves.\n- \"FFI is too complicated\", from a plan to rewrite forty endpoints.\n- \"Python is slow at data work.\" The work happens in C underneath.\n\n## The formula\n\ngain kept = overall(hot part) / overall(everything)        with overall = 1 / ((1 - f) + f / s)\n\nWorked example: 35 % of the time is waiting, 60 % two functions, 5 % everything else. All of our code at 10x: 1 / (0.35 + 0.65 / 10) = 2.41x. The two functions alone at 10x: 1 / (0.40 + 0.60 / 10) = 2.17x. The extension keeps 90 % of the gain and leaves the service where it is.\n\n## Related\n\n- [Q1](q01.md): productive language, fast service.\n- [Q6](q06.md): the formula behind the comparison.\n- [Q12](q12.md): an untried extension is a reason to refuse."
  },
  {
    "id": "Q18",
    "title": "One fast language for everybody",
    "section": "Pressure points",
    "related": [
      "Q8",
      "Q12",
      "Q15",
      "Q16"
    ],
    "rules": [
      "org-wide-standardisation",
      "no-talent-cost"
    ],
    "formula": "ramp cost per year = (joiners + moves) x ramp weeks x output lost",
    "question": "What does one fast language for every team really cost?",
    "short": "A tax on people that no benchmark shows. Rust and C++ draw on smaller and dearer pools of candidates; onboarding takes weeks to months where Go or Python take days; engineers change teams less easily, reorganising becomes expensive, and every team carries a bus factor of its own. Over hundreds of engineers that slows the company for good. The usual answer is a portfolio: a productive default for the nine services in ten that wait on I/O, and a small tier with a gate for the measured few whose gain covers the local cost. Those who do standardise, such as trading firms on C++, do it knowingly: latency is what they sell, and they accept the hiring that comes with it.",
    "body": "## What a strong document shows\n\n- Who can write and review the language today, by number.\n- Time until a newcomer's first unaided change, measured on people who have done it.\n- Who is on call for it at night, and who reviews when the author is away.\n- The gate: which measurement lets a service into the performance tier.\n\n## What a weak one says\n\n- \"All new services in Rust.\" Most of them will wait on a database.\n- \"A single language simplifies everything.\" It does, if it is the one that most people and most services are well served by.\n- \"Good engineers pick it up quickly.\" How many weeks, and how many people a year?\n\n## The formula\n\nramp cost per year = (joiners + moves) x ramp weeks x output lost\n\nWorked example, with assumed figures: 24 people a year join or change teams and work at half output while they ramp up. At 10 weeks that is 24 x 10 x 0.5 = 120 engineer-weeks a year; at one week it is 12.\n\n## Related\n\n- [Q8](q08.md): the same cost, seen by a director.\n- [Q12](q12.md): weigh it in every single case.\n- [Q15](q15.md): the reasoning that leads here.\n- [Q16](q16.md): the firms for which it is right."
  }
] as const;

export const PRECEDENT_DATA = [
  {
    "names": [
      "Discord"
    ],
    "change": "Go to Rust",
    "year": 2020,
    "what": "read-states service",
    "axis": "tail latency",
    "scope": "one service",
    "note": "the collector walked a large in-memory cache and latency spiked every few minutes; throughput was never the problem",
    "source": "https://discord.com/blog/why-discord-is-switching-from-go-to-rust"
  },
  {
    "names": [
      "Discord"
    ],
    "change": "Rust inside Elixir",
    "year": 2019,
    "what": "member list",
    "axis": "throughput of one data structure",
    "scope": "one native extension",
    "note": "a sorted set as a native function; the services around it stayed in Elixir",
    "source": "https://discord.com/blog/using-rust-to-scale-elixir-for-11-million-concurrent-users"
  },
  {
    "names": [
      "Figma"
    ],
    "change": "TypeScript to Rust",
    "year": 2018,
    "what": "multiplayer server",
    "axis": "tail latency and memory",
    "scope": "the part that serialises documents",
    "note": "one large document blocked a single-threaded worker for everybody on it; the network handling stayed in Node.js",
    "source": "https://www.figma.com/blog/rust-in-production-at-figma/"
  },
  {
    "names": [
      "Cloudflare",
      "Pingora"
    ],
    "change": "NGINX to a proxy of their own in Rust",
    "year": 2022,
    "what": "proxy to origin servers, over a trillion requests a day",
    "axis": "CPU and memory cost, connection reuse",
    "scope": "one proxy",
    "note": "worker processes could not share connections; much of the latency gain came from reuse, that is from the architecture",
    "source": "https://blog.cloudflare.com/how-we-built-pingora-the-proxy-that-connects-cloudflare-to-the-internet/"
  },
  {
    "names": [
      "Dropbox"
    ],
    "change": "Go to Rust",
    "year": 2016,
    "what": "storage system Magic Pocket",
    "axis": "memory and tail latency",
    "scope": "a few components",
    "note": "control over memory on the storage machines; most of the system stayed in Go",
    "source": "https://news.ycombinator.com/item?id=11283685"
  },
  {
    "names": [
      "Uber"
    ],
    "change": "Go instead of Node.js",
    "year": 2016,
    "what": "geofence look-ups",
    "axis": "CPU time under a p99 target of 100 ms",
    "scope": "one new service",
    "note": "point-in-polygon tests are computing; services that wait on I/O stayed in Node.js",
    "source": "https://www.uber.com/blog/go-geofence-highest-query-per-second-service/"
  },
  {
    "names": [
      "LinkedIn"
    ],
    "change": "Rails to Node.js",
    "year": 2012,
    "what": "mobile backend",
    "axis": "throughput per server",
    "scope": "one backend",
    "note": "every request blocked a process while it waited on another data centre; the design changed together with the language",
    "source": "https://www.infoq.com/news/2012/10/Ruby-on-Rails-Node-js-LinkedIn/"
  },
  {
    "names": [
      "TypeScript compiler",
      "tsc",
      "tsgo"
    ],
    "change": "TypeScript to Go",
    "year": 2025,
    "what": "compiler and language service",
    "axis": "build time of a CPU-bound program",
    "scope": "the whole compiler",
    "note": "a compiler computes by nature, see Q16; part of the tenfold gain is parallelism that the old runtime could not offer",
    "source": "https://devblogs.microsoft.com/typescript/typescript-native-port/"
  }
] as const;
