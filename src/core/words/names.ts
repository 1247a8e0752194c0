/** Reads language and product names by context: "Go", "Rust", "Swift", "C", "Node" are words too. */
import { isPlainWord } from './lexicon';

const wordBefore = (text: string, at: number): string =>
  /([\w'+#.]+)[\s"(]*$/.exec(text.slice(Math.max(0, at - 24), at))?.[1]?.toLowerCase() ?? '';
const wordAfter = (text: string, at: number): string => /^[\s)"]*([\w'+#]+)/.exec(text.slice(at, at + 24))?.[1]?.toLowerCase() ?? '';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const GO_VERB = set(
  'to ahead into through with for live back beyond down up over on off out from away there here wrong further public and get straight faster',
);
const INTO = set(
  'in to into from with use uses using used of than vs versus vs. adopt adopting adopted choose chose chosen why and or like for our written between by as via over not current existing new is pure idiomatic learn love adopt select selected pick against only',
);
const NODE_THING = set(
  'pool pools group groups count name names id ids type types condition conditions agent agents selector affinity failure failures problem label labels port exporter level local and status controller size object objects lifecycle capacity graph tree in will should can must of',
);
const NODE_KIND = set(
  'each every worker leaf single the a this that per root child parent kubernetes control storage master compute dom ast tree another one any host data leader follower',
);
const LABEL = set('option choice appendix plan step phase variant section figure table');
const CODE_WORDS = set(
  'code service services server servers implementation binary binaries runtime team teams version developers developer programming language languages lang routine routines client backend rewrite port migration application app apps crate crates module modules library libraries extension extensions compiler ecosystem community engineers program programs 1 2 based core stdlib std toolchain sdk api function functions channels struct structs generics interfaces',
);

/**
 * True where the spelling at `[from, to)` is the name and not the English word.
 * `first` says that it opens its sentence, where a capital letter proves nothing.
 */
export function isName(name: string, text: string, from: number, to: number, first: boolean): boolean {
  if (!isPlainWord(name)) return true;
  const spelled = text.slice(from, to);
  const head = spelled.charCodeAt(0);
  const capital = head > 64 && head < 91;
  if (text[to] === '-' && name === 'Go' && /^-(?:to|ahead|between|no|live)\b/i.test(text.slice(to, to + 9))) return false;
  const after = wordAfter(text, to);
  const before = wordBefore(text, from);
  switch (name) {
    case 'Go':
      if (spelled.length > 2) return true;
      if (
        /^no[- ]go/i.test(text.slice(Math.max(0, from - 3), to)) ||
        (text[from - 1] === '/' && /no-?$/i.test(text.slice(Math.max(0, from - 4), from - 1)))
      )
        return false;
      if (capital)
        return (
          !(first && GO_VERB.has(after)) &&
          !(GO_VERB.has(after) && !INTO.has(before) && !['to', 'and', 'from', 'for', 'with'].includes(after))
        );
      if (CODE_WORDS.has(after)) return !['let', 'to'].includes(before);
      return (
        INTO.has(before) &&
        before !== 'to' &&
        before !== 'and' &&
        before !== 'or' &&
        before !== 'not' &&
        before !== 'is' &&
        !GO_VERB.has(after)
      );
    case 'C':
      return (
        capital &&
        spelled === 'C' &&
        (INTO.has(before) || CODE_WORDS.has(after)) &&
        !/^[.):]/.test(text.slice(to, to + 1)) &&
        before !== 'option'
      );
    case 'R':
      return (
        capital &&
        spelled === 'R' &&
        text[to] !== '&' &&
        (INTO.has(before) || CODE_WORDS.has(after)) &&
        !(/^[.&):]/.test(text.slice(to, to + 1)) && (first || LABEL.has(before)))
      );
    case 'Rust':
      return true;
    case 'Node.js':
      if (spelled.length > 4) return true;
      return capital && !NODE_THING.has(after) && !NODE_KIND.has(before);
    case 'React':
      return capital ? !(first && after === 'to') && after !== 'to' : spelled.length > 5;
    case 'Spark':
    case 'Envoy':
    case 'Express':
    case 'Electron':
    case 'Flutter':
      return capital || spelled.length > name.length;
    case '.NET':
      return spelled.length > 3 || text[from - 1] === '.';
    case 'npm':
      return true;
    case 'Bun':
      return capital || INTO.has(before);
    default:
      return capital && !first
        ? true
        : capital && (CODE_WORDS.has(after) || after === '' || INTO.has(after) || /^(vs|is|has|was|provides|offers|'s)/.test(after));
  }
}
