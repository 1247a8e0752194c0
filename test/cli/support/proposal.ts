/** Proposals that the doubled engine of `io.ts` finds something in. */
export const PROPOSAL = '# Orders\n\nWe rewrite it in Rust.\nIt gets 10x faster.\nDiscord did it.\n';
/** Everything a log, a terminal, XML or an annotation might obey, in the words of a proposal. */
export const HOSTILE = 'rewrite Discord \u001b[31m\u009b2J\u202e::error::x%0A,:]]><b>&"\u0007\n';
