/** The review of every proposal, for a pull request. The words are the engine's; this only puts reviews under each other. */
import type { Reporter } from './reporter';

export function markdownReporter(): Reporter {
  let any = false;
  return {
    begin: () => '',
    document(report) {
      if (report.review === null) return '';
      const rule = any ? '\n---\n\n' : '';
      any = true;
      return rule + report.review;
    },
    end: () => (any ? '' : 'No proposal argues with performance here.\n'),
  };
}
