import { claim } from './claim';
import { defineRule } from './rule';
import { near } from './shared';

export default defineRule(
  claim({
    id: 'dev-data-benchmark',
    question: 'Q5',
    questions: ['Q5', 'Q9'],
    title: 'Measured on a laptop or on toy data',
    summary: 'A measurement on a laptop, on a development machine, on sample data or on a hello-world endpoint is offered as evidence.',
    why: 'Toy data fits into the cache, a laptop has no neighbours, and localhost has no network. What disappears there is what production time is made of.',
    message: 'A measurement on “{words}” leaves out what production time is made of: repeat it on production data at production load.',
    whenNotToUse: 'Where the product itself runs on such machines, for example a command-line tool.',
    statement: 'dev-benchmark',
    silent: (a, s) => {
      const measured = a.evidence.get('prototype');
      return measured !== undefined && !near(measured.span, s.span);
    },
    bad: [],
    good: [],
  }),
);
