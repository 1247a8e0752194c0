import { gap } from './gap';
import { defineRule } from './rule';

export default defineRule(
  gap({
    id: 'no-load-test',
    question: 'Q14',
    questions: ['Q14'],
    title: 'no load test',
    summary: 'Throughput, concurrency or scale is an argument for a service, and nothing was ever driven to saturation.',
    why: 'Latency stays flat for a long time and then goes vertical. Without a test up to the knee, "it scales" is a statement about the flat part only.',
    message:
      'Capacity is an argument, but nothing was driven to saturation: show a load test up to the knee and the headroom that it leaves.',
    whenNotToUse: 'For command-line tools and libraries, which are recognised and not asked.',
    closedBy: ['load-test'],
    asked: (a) => a.proposal.service && a.proposal.capacityArgued,
    bad: [],
    good: [],
  }),
);
