/** The command line as data: commands, options and their words. Help, completions and docs/CLI.md are made from this tree. */
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { EXIT } from './errors';
import type { Io } from './io';
import type { Door } from './lint/job';
import { parseCopy, type Copy } from './output/outputs';
import { FORMATS } from './output/reporter';
import { VERSION } from './version';
import { check, type CheckOptions } from './commands/check';
import type { ExplainOptions } from './commands/explain';

const PROFILES = ['essential', 'full'];

/** Reads a whole number from `least` up. */
const whole = (least: number) => (text: string) => {
  const n = Number(text);
  if (!Number.isSafeInteger(n) || n < least || !/^\d+$/.test(text))
    throw new InvalidArgumentError(`Expected a whole number from ${least} up.`);
  return n;
};

const collectCopies = (text: string, before: Copy[] | undefined): Copy[] => {
  const copy = parseCopy(text);
  if (typeof copy === 'string') throw new InvalidArgumentError(copy);
  return [...(before ?? []), copy];
};

const STATUS = `
Exit status:
  0  nothing fails
  1  more findings at or above --fail-on than --max-findings allows
  2  wrong usage, an input, configuration or baseline that cannot be used,
     or an output that cannot be written`;

/** Builds the tree. `done` is told the exit status of the command that ran. */
export function program(io: Io, door: Door, done: (status: number) => void): Command {
  const root = new Command('fast-enough')
    .description('Checks the performance argument of rewrite RFCs and ADRs in Markdown.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .addHelpText('after', '\nStart with: fast-enough check docs/')
    .showHelpAfterError('(add --help for the options)');
  const colour = [
    new Option('--color', 'colour the output even where it is no terminal'),
    new Option('--no-color', 'never colour the output'),
  ];
  const config = new Option('--config <file>', 'use this configuration in place of the .fastenough.yaml files around each document');
  const profile = new Option('--profile <name>', 'how much is asked; overrules the configuration').choices(PROFILES);
  const code = new Option('--code', 'also judge TypeScript and JavaScript in fences and in linked files of the repository');

  root
    .command('check')
    .summary('check documents and report findings')
    .description(
      'Checks Markdown documents. Folders are searched for Markdown files, .gitignore is honoured; without arguments the working folder is searched.',
    )
    .argument('[files...]', 'files, folders and globs; - alone reads standard input')
    .addOption(new Option('-f, --format <name>', 'format of standard output').choices(FORMATS).default('text'))
    .addOption(new Option('-o, --output <format=file>', 'also write this format to a file; may be repeated').argParser(collectCopies))
    .addOption(profile)
    .addOption(config)
    .addOption(new Option('--print-config', 'print what is in force for the document, with the origin of every value, and stop'))
    .addOption(
      new Option('--fail-on <severity>', 'least severity that makes the exit status 1')
        .choices(['error', 'warning', 'information', 'hint', 'never'])
        .default('warning'),
    )
    .addOption(new Option('--max-findings <n>', 'findings at or above --fail-on that are put up with').argParser(whole(0)).default(0))
    .addOption(new Option('--baseline <file>', 'report only findings that this file does not accept'))
    .addOption(new Option('--write-baseline', 'accept what is found now: write it to --baseline (or .fast-enough-baseline.json)'))
    .addOption(new Option('--expires <date>', 'with --write-baseline: accept until a date (2027-01-31) or for some days (90d)'))
    .addOption(new Option('--changed-since <ref>', 'only files that changed since the work left this git revision'))
    .addOption(
      new Option(
        '--files-from <file>',
        'also check Markdown files and folders listed in this file, one a line or separated by NUL; - is standard input',
      ),
    )
    .addOption(new Option('--stdin', 'check the document on standard input'))
    .addOption(new Option('--stdin-filename <path>', 'the path that document is taken to have'))
    .addOption(new Option('--no-gitignore', 'search ignored files too'))
    .addOption(code)
    .addOption(
      new Option('-j, --jobs <n>', 'threads for many documents, at most four for each core (default: one for each core)').argParser(
        whole(1),
      ),
    )
    .addOption(colour[0]!)
    .addOption(colour[1]!)
    .addHelpText('after', STATUS)
    .action(async (files: string[], options: CheckOptions) => done(await check(files, options, io, door)));

  root
    .command('review')
    .summary("write a reviewer's report of one proposal")
    .description(
      'Writes the review of a document: greenlight criteria with the evidence found, numbers recomputed, findings, questions for the author.',
    )
    .argument('<file>', 'the document; - reads standard input')
    .addOption(new Option('-f, --format <name>', 'format').choices(['markdown', 'json']).default('markdown'))
    .addOption(new Option('--profile <name>', 'how much is asked').choices(PROFILES).default('full'))
    .addOption(config)
    .addOption(code)
    .addOption(new Option('--stdin-filename <path>', 'the path that standard input is taken to have'))
    .action(async (file: string, options) => done(await (await import('./commands/review')).review(file, options, io, door)));

  root
    .command('explain')
    .summary('explain a rule or a question')
    .description('Prints the page of a rule (no-slo) or of a question (Q6); without an argument it lists them.')
    .argument('[rule|Qn]', 'a rule id or Q1 to Q18')
    .addOption(new Option('-f, --format <name>', 'format').choices(['text', 'json']).default('text'))
    .addOption(colour[0]!)
    .addOption(colour[1]!)
    .action(async (what: string | undefined, options: ExplainOptions) =>
      done(await (await import('./commands/explain')).explain(what, options, io)),
    );

  root
    .command('init')
    .summary('write a commented .fastenough.yaml')
    .description('Writes a .fastenough.yaml in which every option is explained and commented out.')
    .argument('[folder]', 'where to', '.')
    .option('--force', 'replace a file that is there')
    .option('--stdout', 'print it and write nothing')
    .action(async (folder: string, options: { force?: boolean; stdout?: boolean }) =>
      done(await (await import('./commands/init')).init(folder, options, io)),
    );

  root
    .command('amdahl')
    .summary('the most a speed-up can buy')
    .description("Overall speed-up by Amdahl's law: 1 / ((1 - f) + f / s).")
    .requiredOption('--f <share>', 'share of the time that gets faster: 0.05, 5% or "5 %"')
    .option('--s <factor>', 'how many times faster that share gets: 10 or 10x; without it the ceiling is printed')
    .addOption(new Option('-f, --format <name>', 'format').choices(['text', 'json']).default('text'))
    .action(async (options) => done(await (await import('./commands/calculate')).amdahl(options, io)));

  root
    .command('payback')
    .summary('months until a rewrite has paid for itself')
    .description(
      'Months until the saving has paid the one-time cost. The cost is given, or computed from people, months and a monthly rate.',
    )
    .option('--cost <amount>', 'one-time cost')
    .option('--engineers <n>', 'people who do it')
    .option('--months <n>', 'months they need')
    .option('--rate <amount>', 'loaded cost of one of them a month')
    .requiredOption('--saving <amount>', 'what is saved a month')
    .addOption(new Option('-f, --format <name>', 'format').choices(['text', 'json']).default('text'))
    .action(async (options) => done(await (await import('./commands/calculate')).payback(options, io)));

  root
    .command('completion')
    .summary('print a completion script for a shell')
    .description('Prints a completion script, e.g. for bash: source <(fast-enough completion bash)')
    .addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish']))
    .action(async (shell: 'bash' | 'zsh' | 'fish') => {
      await io.out.write(await (await import('./commands/completion')).completion(shell, root));
      done(EXIT.clean);
    });

  root
    .command('lsp')
    .summary('run the language server on standard input and output')
    .description('Speaks the Language Server Protocol over standard input and output, for editors other than VS Code.')
    .option('--stdio', 'standard input and output; the only transport, accepted because clients pass it')
    .action(async () => done(await (await import('./commands/serve')).lsp()));

  root
    .command('mcp')
    .summary('run the server for agents on standard input and output')
    .description(
      'Speaks the Model Context Protocol over standard input and output: tools review_proposal, explain_smell and amdahl; the cards as resources.',
    )
    .action(async () => done(await (await import('./commands/serve')).mcp()));

  return root;
}
