/** Nothing that a run reads is overwritten by what it writes, and no two outputs share a file. */
import { statSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '../errors';
import type { Input } from '../input/arguments';
import { realOf } from '../input/paths';
import { isMarkdown } from '../input/walk';
import type { Copy } from './outputs';

const isThere = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
const isFolder = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;

export class OutputGuard {
  private readonly files = new Map<string, string>();

  constructor(
    copies: readonly Copy[],
    private readonly cwd: string,
  ) {
    for (const { format, file } of copies) {
      const at = realOf(path.resolve(cwd, file));
      const before = this.files.get(at);
      const name = `--output ${format}=${file}`;
      if (before !== undefined) throw new InputError(`${name}: ${before} writes to this file already`);
      this.files.set(at, name);
    }
  }

  /** Refuses a file that the run needs for something else. */
  refuse(file: string, what: string): void {
    const output = this.files.get(realOf(path.resolve(this.cwd, file)));
    if (output !== undefined) throw new InputError(`${output}: would overwrite ${what}`);
  }

  /** Whether the documents have to be gone through before an output is opened. A search reads Markdown only; what is named may be anything. */
  mustLook(named: readonly string[], listed: boolean): boolean {
    const there = [...this.files.keys()].filter(isThere);
    const any = listed || named.some((n) => !isFolder(path.resolve(this.cwd, n)));
    return any ? there.length > 0 : there.some((file) => isMarkdown(file));
  }

  async refuseAny(documents: AsyncIterable<Input>): Promise<void> {
    for await (const { absolute } of documents) this.refuse(absolute, 'a document that is checked');
  }

  /** Leaves out what this run itself has just made in a folder that it searches. */
  async *others(documents: AsyncIterable<Input>): AsyncGenerator<Input> {
    // The name is compared first, because the real path costs a look at every folder above the file.
    const names = new Set([...this.files.keys()].map((file) => path.basename(file).toLowerCase()));
    for await (const document of documents) {
      const { absolute, explicit } = document;
      if (!explicit && names.has(path.basename(absolute).toLowerCase()) && this.files.has(realOf(absolute))) continue;
      yield document;
    }
  }
}
