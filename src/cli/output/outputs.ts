/** The report on standard output and its copies in files. */
import { closeSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { InputError, reason } from '../errors';
import type { Io } from '../io';
import type { DocumentReport } from '../lint/report';
import { FORMATS, reporter, type Format, type Remark, type Reporter, type ReporterOptions, type Summary } from './reporter';
import { wantsColour, wantsLinks } from './terminal';

/** Where a copy goes: `sarif=report.sarif`. */
export interface Copy {
  readonly format: Format;
  readonly file: string;
}

export function parseCopy(text: string): Copy | string {
  const cut = text.indexOf('=');
  const format = FORMATS.find((f) => f === text.slice(0, cut));
  if (cut < 0 || format === undefined || text.length === cut + 1) return `expected FORMAT=FILE with one of ${FORMATS.join(', ')}`;
  return { format, file: text.slice(cut + 1) };
}

interface Target {
  readonly reporter: Reporter;
  readonly write: (text: string) => Promise<void>;
  readonly close: () => void;
}

export class Outputs {
  private constructor(private readonly targets: readonly Target[]) {}

  static async open(io: Io, format: Format, copies: readonly Copy[], colour: boolean | undefined): Promise<Outputs> {
    const colours = wantsColour(io, io.out, colour);
    const screen: ReporterOptions = { colour: colours, links: wantsLinks(io, io.out, colours), columns: io.out.columns, cwd: io.cwd };
    const targets: Target[] = [{ reporter: await reporter(format, screen), write: (text) => io.out.write(text), close: () => undefined }];
    for (const copy of copies) {
      const file = path.resolve(io.cwd, copy.file);
      let fd: number;
      try {
        fd = openSync(file, 'w');
      } catch (error) {
        throw new InputError(`--output ${copy.file}: ${reason(error)}`);
      }
      const write = (text: string): Promise<void> => {
        if (text !== '') writeSync(fd, text);
        return Promise.resolve();
      };
      targets.push({
        reporter: await reporter(copy.format, { colour: false, links: false, columns: undefined, cwd: io.cwd }),
        write,
        close: () => closeSync(fd),
      });
    }
    return new Outputs(targets);
  }

  async begin(): Promise<void> {
    for (const t of this.targets) await t.write(t.reporter.begin());
  }

  async document(report: DocumentReport): Promise<void> {
    for (const t of this.targets) await t.write(t.reporter.document(report));
  }

  async end(summary: Summary, remarks: readonly Remark[]): Promise<void> {
    for (const t of this.targets) await t.write(t.reporter.end(summary, remarks));
  }

  close(): void {
    for (const t of this.targets) t.close();
  }
}
