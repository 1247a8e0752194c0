import { defineRule } from './rule';
import { fixesOf, quote } from './shared';

export default defineRule({
  meta: {
    id: 'language-slow-claim',
    question: 'Q1',
    questions: ['Q1', 'Q3'],
    kind: 'claim',
    title: 'A language is called slow or fast as such',
    summary:
      'The speed, latency, throughput, scale or pauses of a language, runtime or virtual machine are offered as a reason, with no number and no share of the time of this system.',
    why: 'Languages are slow or fast at computing; services mostly wait. The same runtime is out of the question for a codec and unnoticeable behind a database, so the sentence needs the share of this work that it is about.',
    severity: 'information',
    essential: 'own',
    messages: { said: '“{words}” judges a language and not this work: say for which share of the time it matters, or show a profile.' },
    examples: { bad: [], good: [] },
    fixes: fixesOf('language-slow-claim'),
    whenNotToUse: 'In documents that compare languages in general and decide nothing.',
  },
  check: (a) =>
    a.speed.filter((s) => s.subject === 'language').map((s) => ({ span: s.span, messageId: 'said', data: { words: quote(s.words) } })),
});
