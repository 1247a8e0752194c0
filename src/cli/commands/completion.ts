/**
 * Completion scripts for bash, zsh and fish, made from the command tree. Commander has none of its own, and the libraries that add them start Node at
 * every press of the Tab key; these scripts are static, so they answer at once.
 */
import type { Command, Option } from 'commander';

interface Flag {
  readonly names: readonly string[];
  readonly words: string;
  /** What follows it: null for nothing, a list of choices, or `file` for anything. */
  readonly value: null | 'file' | readonly string[];
}

interface Leaf {
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly Flag[];
  /** Choices of the first argument, or `file`. */
  readonly argument: null | 'file' | readonly string[];
}

/** Values a tree does not know: rule ids and questions for `explain`. */
async function explainable(): Promise<readonly string[]> {
  const { RULES } = await import('../../core/index');
  return [...RULES.map((r) => r.id), ...Array.from({ length: 18 }, (_, i) => `Q${i + 1}`)];
}

function flag(option: Option): Flag {
  const names = [option.short, option.long].filter((n): n is string => n !== undefined);
  const takes = option.required || option.optional;
  return { names, words: option.description, value: takes ? (option.argChoices ?? 'file') : null };
}

function leaf(command: Command, explain: readonly string[]): Leaf {
  const first = command.registeredArguments[0];
  const argument = first === undefined ? null : command.name() === 'explain' ? explain : (first.argChoices ?? 'file');
  const help: Flag = { names: ['-h', '--help'], words: 'print help', value: null };
  return {
    name: command.name(),
    summary: command.summary() || command.description(),
    flags: [...command.options.map(flag), help],
    argument,
  };
}

export async function completion(shell: 'bash' | 'zsh' | 'fish', root: Command): Promise<string> {
  const explain = await explainable();
  const commands = root.commands.map((c) => leaf(c, explain));
  // Commander answers to `help` without a command of that name in its tree.
  const help: Leaf = { name: 'help', summary: 'print the help of a command', flags: [], argument: commands.map((c) => c.name) };
  const leaves = [...commands, help];
  switch (shell) {
    case 'bash':
      return bash(leaves);
    case 'zsh':
      return zsh(leaves);
    case 'fish':
      return fish(leaves);
  }
}

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
const list = (words: readonly string[]): string => words.join(' ');

/** Names of files keep their spaces: the shell quotes them, as `-o filenames` asks. Words are no files, whatever is called so in the folder. */
const BASH_HEAD = `# bash completion for fast-enough: source <(fast-enough completion bash)
# One reply a line; written for bash 3.2 too, which has neither mapfile nor compopt.
_fast_enough_replies() {
  local line
  while IFS= read -r line; do COMPREPLY+=("$prefix$line"); done
}
_fast_enough_files() { _fast_enough_replies < <(compgen -f -- "$current"); }
_fast_enough_words() {
  compopt +o filenames 2>/dev/null
  _fast_enough_replies < <(compgen -W "$1" -- "$current")
}
_fast_enough() {
  COMPREPLY=()
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" prefix=''
  # --option=value is three words where = separates them, else one.
  if [[ "$current" == = ]]; then current=''
  elif [[ "$before" == = ]]; then before="\${COMP_WORDS[COMP_CWORD-2]}"
  elif [[ "$current" == --*=* ]]; then
    before="\${current%%=*}"
    prefix="$before="
    current="\${current#*=}"
  fi
  # A name that is being typed in quotes or with \\ is looked for as it will be read.
  case "$current" in
    [\\"\\']*) current="\${current:1}" ;;
    *) current="\${current//\\\\/}" ;;
  esac`;

function bash(leaves: readonly Leaf[]): string {
  const answer = (value: 'file' | readonly string[]): string =>
    value === 'file' ? '_fast_enough_files' : `_fast_enough_words ${quote(list(value))}`;
  const cases = leaves.map((l) => {
    const values = l.flags.flatMap((f) => (f.value === null ? [] : [`        ${f.names.join('|')}) ${answer(f.value)}; return ;;`]));
    const argument = l.argument === null ? ':' : answer(l.argument);
    return [
      `    ${l.name})`,
      '      case "$before" in',
      ...values,
      '      esac',
      `      if [[ "$current" == -* ]]; then ${answer(l.flags.flatMap((f) => f.names))}`,
      `      else ${argument}; fi ;;`,
    ].join('\n');
  });
  return [
    BASH_HEAD,
    `  if ((COMP_CWORD == 1)); then ${answer([...leaves.map((l) => l.name), '--help', '--version'])}; return; fi`,
    '  case "${COMP_WORDS[1]}" in',
    ...cases,
    '  esac',
    '}',
    'complete -o filenames -F _fast_enough fast-enough',
    '',
  ].join('\n');
}

/** Inside a zsh specification `:`, `[` and `]` are syntax. */
const zshWords = (text: string): string => text.replace(/[:[\]\\]/g, '\\$&');

function zsh(leaves: readonly Leaf[]): string {
  const spec = (f: Flag): string => {
    const tail = f.value === null ? '' : f.value === 'file' ? ':value:_files' : `:value:(${list(f.value)})`;
    const rest = `[${zshWords(f.words)}]${tail}`;
    // `=` after a long name: its value may follow that sign as well as a space.
    const names = f.names.map((n) => (f.value !== null && n.startsWith('--') ? `${n}=` : n));
    return names.length === 1 ? quote(names[0]! + rest) : `${quote(`(${list(f.names)})`)}{${names.join(',')}}${quote(rest)}`;
  };
  const cases = leaves.map((l) => {
    const argument = l.argument === null ? [] : [quote(l.argument === 'file' ? '*:file:_files' : `1:what:(${list(l.argument)})`)];
    return `    ${l.name}) _arguments ${[...l.flags.map(spec), ...argument].join(' ')} ;;`;
  });
  return [
    '#compdef fast-enough',
    '# zsh completion for fast-enough: put it on the fpath as _fast-enough, or source <(fast-enough completion zsh)',
    '_fast_enough() {',
    '  local -a commands',
    `  commands=(${leaves.map((l) => quote(`${l.name}:${zshWords(l.summary)}`)).join(' ')})`,
    '  if ((CURRENT == 2)); then _describe command commands; return; fi',
    '  local command="${words[2]}"',
    '  shift words; ((CURRENT--))',
    '  case "$command" in',
    ...cases,
    '  esac',
    '}',
    '# Sourced it registers itself; found on the fpath it is the completer.',
    'if [[ "${funcstack[1]}" == "_fast-enough" ]]; then _fast_enough "$@"; else compdef _fast_enough fast-enough; fi',
    '',
  ].join('\n');
}

function fish(leaves: readonly Leaf[]): string {
  const out = ['# fish completion for fast-enough: fast-enough completion fish | source', 'complete -c fast-enough -f'];
  for (const l of leaves) {
    const here = `-n ${quote(`__fish_seen_subcommand_from ${l.name}`)}`;
    out.push(`complete -c fast-enough -n __fish_use_subcommand -a ${l.name} -d ${quote(l.summary)}`);
    for (const f of l.flags) {
      const names = f.names.map((n) => (n.startsWith('--') ? `-l ${n.slice(2)}` : `-s ${n.slice(1)}`)).join(' ');
      const value = f.value === null ? '' : f.value === 'file' ? ' -r -F' : ` -x -a ${quote(list(f.value))}`;
      out.push(`complete -c fast-enough ${here} ${names}${value} -d ${quote(f.words)}`);
    }
    if (l.argument === 'file') out.push(`complete -c fast-enough ${here} -F`);
    else if (l.argument !== null) out.push(`complete -c fast-enough ${here} -a ${quote(list(l.argument))}`);
  }
  return `${out.join('\n')}\n`;
}
