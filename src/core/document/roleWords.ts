/**
 * Words of headings by the role they give a section, in normal form: lower case, no signs. Longer phrases win over shorter ones, later words
 * over earlier ones. A phrase with `=` counts only as the whole heading, one with `~` only at its end: such words are too common inside.
 * What industry and other companies do is offered as a reason, hence `rationale`; `prior-art` is the survey of an RFC.
 */
import type { SectionRole } from './types';

const list = (phrases: string): readonly string[] => phrases.split('|');

export const ROLE_WORDS: readonly (readonly [SectionRole, readonly string[]])[] = [
  ['status', list('status|=metadata|state of this document|document status|decision status|current status')],
  [
    'summary',
    list(
      'summary|executive summary|abstract|tl dr|tldr|=overview|introduction|in short|at a glance|y statement|synopsis|key points|' +
        'key takeaways|=highlights|=brief|=preamble|=pitch',
    ),
  ],
  [
    'context',
    list(
      'context|background|context and background|current state|current situation|current architecture|current system|' +
        'current implementation|current stack|current setup|=as is|situation|where we are|where we are today|=today|' +
        'existing system|existing architecture|existing implementation|system context|status quo|=landscape|how it works today|' +
        '=history and context',
    ),
  ],
  [
    'problem',
    list(
      'problem|problems|problem statement|context and problem statement|context and problem|pain points|pain point|~issue|' +
        '~issues|~challenges|=challenge|operational challenges|limitations of the current system|current problems|current issues|' +
        'current limitations|current challenges|=bottleneck|~bottlenecks|performance issues|performance problems|what is wrong|' +
        'symptoms|motivating problem|problem description|problem definition|pitfalls of the current solution',
    ),
  ],
  [
    'goals',
    list(
      'goals|goal|objectives|objective|=aims|=scope|in scope|=scope and goals|requirements|functional requirements|' +
        'non functional requirements|user stories|use cases|=needs|what we want|desired state|=vision|business requirements',
    ),
  ],
  [
    'non-goals',
    list(
      'non goals|non goal|nongoals|no goals|=not goals|out of scope|not in scope|anti goals|what this is not|' +
        'what we are not doing|non objectives|=exclusions|explicitly out of scope|non requirements',
    ),
  ],
  [
    'drivers',
    list(
      'decision drivers|drivers|=forces|=constraints|assumptions|technical constraints|=criteria|decision criteria|' +
        'evaluation criteria|selection criteria|quality attributes|=considerations|key considerations|technical considerations|' +
        '=factors|key factors|decision factors|evaluation framework|assumptions and constraints',
    ),
  ],
  [
    'options',
    list(
      '=options|=option|considered options|options considered|=alternatives|alternative|alternatives considered|' +
        'considered alternatives|alternatives|other options|pros and cons of the options|pros and cons of options|options analysis|' +
        'option analysis|rationale and alternatives|alternative approaches|alternative solutions|candidates|comparison|' +
        'language comparison|=evaluation|weighted evaluation|language evaluation|trade study|comparison matrix|decision matrix|' +
        'evaluated options|approaches considered|solutions considered|other languages|design alternatives|=choices|=approaches|' +
        'possible solutions|potential solutions|comparison table|=scoring|final scores|=contenders|pros and cons|pros cons',
    ),
  ],
  [
    'rejected',
    list(
      'rejected|rejected alternatives|rejected options|rejected approaches|rejected ideas|alternatives rejected|' +
        'alternatives considered and rejected|options rejected|why not|not chosen|why not chosen|what we did not choose|' +
        'discarded options|discarded alternatives|=discarded|dismissed|=declined|ruled out|dismissed alternatives|what we rejected|' +
        'rejection reason|reason for rejection|not selected|abandoned approaches|alternatives not chosen|reasons against',
    ),
  ],
  [
    'decision',
    list(
      'decision|~decisions|decision outcome|=outcome|=resolution|~proposal|proposed decision|=solution|proposed solution|' +
        'proposed change|proposed changes|proposed approach|chosen option|selected option|recommendation|recommendations|' +
        'our choice|=choice|conclusion|conclusions|verdict|final decision|recommended approach|decision summary|what we decided|' +
        '=approach|final recommendation|chosen solution|selected approach|recommended option|key decisions|technology choice|' +
        'language choice|=selected|=chosen|=recommended|=accepted|=winner|proposal summary|design decision|design decisions|' +
        'what we propose|what we are proposing',
    ),
  ],
  [
    'rationale',
    list(
      'rationale|motivation|=why|reasons|reasoning|justification|=reason|decision rationale|arguments|argument|business case|' +
        'case for|technical rationale|performance rationale|=justifications|driving reasons|why now|motivations|business value|' +
        'industry validation|industry adoption|industry examples|industry precedent|industry evidence|success stories|case studies|' +
        'who uses|who else uses|real world examples|=because',
    ),
  ],
  [
    'pros',
    list(
      'pros|positive|positives|positive consequences|benefits|benefit|advantages|advantage|=good|strengths|=gains|upsides|=wins|' +
        'positive outcomes|key benefits|what we gain|=easier|what becomes easier|performance benefits|=pluses|=merits|' +
        'positive impacts|=arguments for|=for|reasons for',
    ),
  ],
  [
    'cons',
    list(
      'cons|negative|negatives|negative consequences|disadvantages|disadvantage|drawbacks|drawback|weaknesses|downsides|downside|' +
        '=bad|what we lose|=harder|what becomes harder|what becomes more difficult|negative outcomes|limitations|limitation|' +
        'shortcomings|=minuses|negative impacts|known limitations|caveats|=arguments against|=against|trade offs accepted|' +
        'tradeoffs accepted|accepted trade offs|accepted tradeoffs|why should we not|why should we not do this',
    ),
  ],
  [
    'consequences',
    list(
      'consequences|consequence|implications|=impact|=impacts|trade offs|tradeoffs|trade off|tradeoff|=neutral|' +
        'neutral consequences|=effects|ramifications|=outcomes|side effects|=follow up|resulting context|impact analysis|' +
        'impact assessment|what changes',
    ),
  ],
  [
    'risks',
    list(
      'risks|risk|risks and mitigations|risk assessment|risk analysis|risk mitigation|mitigations|mitigation|' +
        'mitigation strategies|risk register|=threats|failure modes|risks and concerns|potential issues|known issues|' +
        'mitigation plan|risk management|=dangers|=gotchas|pitfalls|failure scenarios|worst case|=concerns',
    ),
  ],
  [
    'plan',
    list(
      'plan|plans|migration|migration plan|migration path|migration strategy|=implementation|implementation plan|' +
        'implementation strategy|implementation steps|implementation notes|implementation phases|implementation roadmap|' +
        'implementation timeline|rollout|roll out|rollout plan|rollout strategy|rollback|rollback plan|rollback strategy|roadmap|' +
        'timeline|=phases|=phase|milestones|=milestone|next steps|schedule|action items|=actions|action plan|=adoption|' +
        'adoption plan|adoption strategy|deployment plan|deployment strategy|=transition|transition plan|=tasks|=deliverables|' +
        '=steps|execution plan|future work|future possibilities|future plans|future enhancements|future improvements|=future|' +
        'work plan|work breakdown|staffing|=resources|=team|=budget|=effort|effort estimate|=estimates|project plan|=todo|=to do|' +
        '=checklist|graduation criteria|production readiness review questionnaire|infrastructure needed|upgrade downgrade strategy|' +
        'version skew strategy|release plan|getting started|migration steps|=strategy|release signoff checklist|exit strategy|' +
        'kill criteria|kill criterion|abort criteria|resource requirements|cutover|phased approach|integration strategy|' +
        'rewrite strategy|execution order|execution strategy|follow on work',
    ),
  ],
  [
    'testing',
    list(
      'testing|test plan|tests|=test|=validation|validation|confirmation|verification|test strategy|testing strategy|' +
        'acceptance criteria|acceptance tests|quality assurance|load testing|load tests|validation plan|how we will know|' +
        '=compliance|performance testing|benchmark plan|benchmarking plan|fitness function|fitness functions|validation criteria|' +
        '=monitoring|=observability|monitoring plan|production readiness review|experiment plan|test cases|test coverage',
    ),
  ],
  [
    'evidence',
    list(
      'evidence|benchmarks|benchmark|benchmark results|performance benchmarks|measurements|=measurement|results|' +
        'performance results|profiling|profiling results|=profile|=data|=metrics|findings|=analysis|performance analysis|' +
        '=performance|performance comparison|proof of concept|poc|poc results|prototype|prototype results|spike|spike results|' +
        '=experiment|=experiments|experimental results|load test results|load testing results|=numbers|=baseline|=baselines|current performance|' +
        'performance data|performance metrics|observations|experience report|lessons learned|what we learned|measured results|' +
        'test results|performance characteristics|performance impact|performance improvements|cost analysis|=investigation|' +
        '=research|research findings|root cause|root cause analysis|evaluation results|benchmarking|performance evaluation|' +
        'current metrics|flame graph|flame graphs',
    ),
  ],
  [
    'targets',
    list(
      '=targets|=target|success criteria|success metrics|success measures|slo|slos|sla|slas|service level objectives|' +
        'service level objective|performance targets|performance requirements|performance goals|performance objectives|kpis|kpi|' +
        'key performance indicators|performance budget|performance budgets|target metrics|latency budget|key results|okrs|' +
        'definition of success|definition of done|measures of success|latency targets|performance target|error budget|' +
        'exit criteria|success criterion|success indicators|expected performance|latency requirements|=expected improvements|' +
        'expected results',
    ),
  ],
  [
    'design',
    list(
      'design|design details|detailed design|architecture|proposed architecture|technical design|guide level explanation|' +
        'reference level explanation|=specification|technical specification|=details|technical details|implementation details|=api|' +
        '=apis|api design|data model|=components|core components|system design|how it works|=interface|=interfaces|=schema|' +
        'technology stack|tech stack|=stack|high level design|low level design|detailed proposal|technical approach|=structure|' +
        'project structure|directory structure|=security|security considerations|=configuration|=deployment|system architecture|' +
        'architecture overview|target architecture|notes constraints caveats|=storage|=protocol|data flow|=dependencies|' +
        '=operations|design overview|module structure|=examples|=example|code examples',
    ),
  ],
  [
    'references',
    list(
      '=references|=reference|=links|further reading|resources and links|bibliography|=sources|see also|=related|related adrs|' +
        'related decisions|related documents|related rfcs|related issues|related links|related documentation|related information|' +
        'related proposals|related tickets|related items|more information|additional information|additional resources|' +
        'external links|=citations|=footnotes|appendix|appendices|glossary|=terminology|=definitions|table of contents|=contents|' +
        'toc|acknowledgements|acknowledgments|acknowledgement|=credits|=documentation|additional reading|useful links|' +
        'supporting documents|=attachments|=authors|=contributors|=artifacts|=annex|=stakeholders|=deciders|references and links|' +
        'links and references|references and further reading',
    ),
  ],
  [
    'prior-art',
    list(
      'prior art|prior art and references|related work|prior work|existing work|similar projects|=inspiration|previous attempts|' +
        'previous work|=precedents|=precedent',
    ),
  ],
  [
    'history',
    list(
      'history|changelog|change log|change history|revision history|=revisions|implementation history|document history|=updates|' +
        '=update|version history|=amendments|=log|decision log|decision history|release notes|=postscript|review history|' +
        '=amendment|revision log|=supersedes|=superseded by|=edits|=addendum|release history|=revision',
    ),
  ],
  [
    'questions',
    list(
      'questions|open questions|unresolved questions|faq|faqs|frequently asked questions|open issues|outstanding questions|' +
        '=unknowns|open points|=discussion|=discussions|open discussion|unresolved issues|questions for reviewers|=q a|=q and a|' +
        'review questions|known unknowns|=comments|=feedback|=objections|concerns raised|open items|feedback requested',
    ),
  ],
];
