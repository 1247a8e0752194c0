/** The report on standard output and its copies in files. */
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';
import { OutputError, reason } from '../errors';
import { untilItFails, writeAll, type Io } from '../io';
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
  if (cut < 0 || format === undefined || text.length === cut + 1)
    return `Expected FORMAT=FILE, for example sarif=report.sarif, with one of the formats ${FORMATS.join(', ')}.`;
  return { format, file: text.slice(cut + 1) };
}

interface Target {
  readonly reporter: Reporter;
  readonly write: (text: string) => Promise<void>;
  readonly close: () => void;
}

export class Outputs {
  private readonly failures: OutputError[] = [];

  private constructor(private readonly targets: readonly Target[]) {}

  static async open(io: Io, format: Format, copies: readonly Copy[], colour: boolean | undefined): Promise<Outputs> {
    const colours = wantsColour(io, io.out, colour);
    const screen: ReporterOptions = {
      colour: colours,
      links: wantsLinks(io, io.out, colours),
      columns: io.out.columns,
      cwd: io.cwd,
      env: io.env,
    };
    const targets: Target[] = [{ reporter: await reporter(format, screen), write: (text) => io.out.write(text), close: () => undefined }];
    for (const copy of copies) {
      const file = path.resolve(io.cwd, copy.file);
      const name = `--output ${copy.format}=${copy.file}`;
      let fd: number;
      try {
        fd = openSync(file, 'w');
      } catch (error) {
        throw new OutputError(name, reason(error));
      }
      let open = true;
      targets.push({
        reporter: await reporter(copy.format, { colour: false, links: false, columns: undefined, cwd: io.cwd, env: io.env }),
        write: untilItFails(name, (text) => writeAll(fd, text)),
        close() {
          if (!open) return;
          open = false;
          try {
            closeSync(fd);
          } catch (error) {
            // Some file systems say only now that there was no room.
            throw new OutputError(name, reason(error));
          }
        },
      });
    }
    return new Outputs(targets);
  }

  begin(): Promise<void> {
    return this.each((t) => t.write(t.reporter.begin()));
  }

  document(report: DocumentReport): Promise<void> {
    return this.each((t) => t.write(t.reporter.document(report)));
  }

  /** Writes the ends, closes all of it and gives what could not be written; the other outputs are whole all the same. */
  async end(summary: Summary, remarks: readonly Remark[]): Promise<readonly OutputError[]> {
    await this.each((t) => t.write(t.reporter.end(summary, remarks)));
    await this.close();
    return this.failures;
  }

  close(): Promise<void> {
    return this.each((t) => Promise.resolve(t.close()));
  }

  private async each(act: (target: Target) => Promise<void>): Promise<void> {
    for (const target of this.targets) {
      try {
        await act(target);
      } catch (error) {
        if (!(error instanceof OutputError)) throw error;
        this.failures.push(error);
      }
    }
  }
}
