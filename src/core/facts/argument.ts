/** Is a statement about speed made as a reason for the choice? Weighed from what stands in the sentence and where it stands. */
import type { SectionRole } from '../document/types';
import { within, type Context } from './context';
import { has, mask } from './lexicon';
import type { Sentence } from './reading';
import type { SpeedClaim } from './speed';

const BECAUSE = mask('because');
const WE = mask('wefirst');
const PLAN = mask('plan');
const HYPO = mask('hypo');
const ATTRIBUTION = mask('attribution');
const TEST = mask('testword');
const GOAL = mask('goalword');

/** What is known of the proposal while its sentences are weighed. */
export interface Stakes {
  /** Names taken up and names left behind (or not chosen). */
  readonly to: ReadonlySet<string>;
  readonly from: ReadonlySet<string>;
  readonly rivals: ReadonlySet<string>;
  /** A build tool, test runner or linter is chosen: its speed is graded. */
  readonly builds: boolean;
  /** Names that are languages or runtimes. */
  readonly langs: ReadonlySet<string>;
}

export const ROLE_GROUPS: Readonly<Record<string, readonly SectionRole[]>> = {
  choice: ['decision', 'rationale', 'consequences', 'pros', 'summary'],
  need: ['context', 'problem', 'goals', 'drivers', 'targets'],
  weigh: ['options', 'rejected', 'cons', 'risks'],
  work: ['plan', 'design', 'testing', 'questions', 'status'],
  apart: ['references', 'prior-art', 'history', 'non-goals'],
};

export const FEATURES = [
  'bias',
  'fast',
  'faster',
  'fastest',
  'slow',
  'noun',
  'adjective',
  'inefficient',
  'weak',
  'bare',
  'comparative',
  'bad',
  'language',
  'negated',
  'roleChoice',
  'roleNeed',
  'roleWeigh',
  'roleWork',
  'roleApart',
  'roleOther',
  'rolePros',
  'roleCons',
  'roleEvidence',
  'item',
  'row',
  'heading',
  'paragraph',
  'task',
  'quoted',
  'preamble',
  'namesTo',
  'namesFrom',
  'namesRival',
  'optionTo',
  'optionRival',
  'because',
  'we',
  'plan',
  'hypo',
  'attribution',
  'test',
  'goal',
  'question',
  'short',
  'long',
  'prosRival',
  'consTo',
  'consRival',
  'prosTo',
  'axis',
  'start',
  'bareItem',
  'languageTo',
  'deep',
] as const;
export type Feature = (typeof FEATURES)[number];

/** The features of one statement, as indices into FEATURES that are on. */
export function featuresOf(claim: SpeedClaim, s: Sentence, names: readonly string[], c: Context, stakes: Stakes): Feature[] {
  const on: Feature[] = ['bias', claim.form];
  const put = (f: Feature, when: boolean): void => {
    if (when) on.push(f);
  };
  put('weak', claim.weak);
  put('bare', claim.bare);
  put('comparative', claim.comparative);
  put('bad', claim.tone === 'bad');
  put('language', claim.language);
  put('negated', claim.negated);
  const groups = (g: string): boolean => (ROLE_GROUPS[g] as readonly SectionRole[]).some((r) => c.role === r);
  const role = groups('choice')
    ? 'roleChoice'
    : groups('need')
      ? 'roleNeed'
      : groups('weigh')
        ? 'roleWeigh'
        : groups('work')
          ? 'roleWork'
          : within(c, 'references', 'prior-art', 'history', 'non-goals')
            ? 'roleApart'
            : c.role === 'evidence'
              ? 'roleEvidence'
              : 'roleOther';
  on.push(role);
  const pros = c.role === 'pros' || c.lead === 'pros';
  const cons = c.role === 'cons' || c.lead === 'cons';
  put('rolePros', pros);
  put('roleCons', cons);
  put('item', c.item && c.kind !== 'row');
  put('row', c.kind === 'row');
  put('heading', c.kind === 'heading');
  put('paragraph', c.kind === 'paragraph' && !c.item);
  put('task', c.task !== null);
  put('quoted', c.quoted);
  put('preamble', c.path.length === 0 || c.role === 'title');
  const to = names.some((n) => stakes.to.has(n));
  const rival = names.some((n) => stakes.rivals.has(n));
  put('namesTo', to);
  put(
    'namesFrom',
    names.some((n) => stakes.from.has(n)),
  );
  put('namesRival', rival && !to);
  const optionTo = c.option.some((n) => stakes.to.has(n));
  const optionRival = !optionTo && c.option.some((n) => stakes.rivals.has(n) || stakes.from.has(n));
  put('optionTo', optionTo);
  put('optionRival', optionRival);
  put('prosRival', pros && optionRival);
  put('consTo', cons && optionTo);
  put('consRival', cons && optionRival);
  put('prosTo', pros && optionTo);
  put('because', has(s, BECAUSE));
  put('we', has(s, WE));
  put('plan', has(s, PLAN));
  put('hypo', has(s, HYPO));
  put('attribution', has(s, ATTRIBUTION));
  put('test', has(s, TEST));
  put('goal', has(s, GOAL));
  put('question', s.question);
  const words = s.text.split(' ').length;
  put('short', words <= 8);
  put('long', words > 30);
  put('axis', claim.axis !== 'none' && claim.axis !== 'overhead');
  put('start', claim.from - s.from < 3);
  put('bareItem', claim.bare && c.item && words <= 6);
  put('languageTo', claim.language && to);
  put('deep', c.depth > 1);
  return on;
}
