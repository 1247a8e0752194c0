/** `check --print-config FILE`: every value in force for a document and who says so. */
import path from 'node:path';
import { explainConfig, isChecked, originText } from '../../core/config';
import { EXIT } from '../errors';
import { shownPath, slashes } from '../input/arguments';
import type { Io } from '../io';
import { Job, type JobOptions } from '../lint/job';
import type { Format } from '../output/reporter';
import { quietJson } from '../output/quiet';
import { plain } from '../output/terminal';

export async function printConfig(file: string, format: Format, options: JobOptions, io: Io): Promise<number> {
  const absolute = path.resolve(io.cwd, file);
  const job = new Job(options);
  const effective = await job.config(absolute);
  const show = (p: string): string => shownPath(io.cwd, p);
  const values = explainConfig(effective).map((v) => ({ key: v.key, value: v.value, origins: v.origins.map((o) => originText(o, show)) }));
  const files = effective.files.map((f) => show(f.path));
  const { checked } = isChecked(effective, slashes(absolute));
  if (format === 'json') {
    await io.out.write(`${quietJson({ document: show(absolute), checked, files, values }, 2)}\n`);
  } else {
    const lines = values.map(
      (v) => `${v.key}: ${plain(typeof v.value === 'string' ? v.value : JSON.stringify(v.value))}  # ${plain(v.origins.join(', '))}`,
    );
    const head = [
      `# ${plain(show(absolute))}: ${checked ? 'checked' : 'not checked'}`,
      `# files: ${files.length > 0 ? plain(files.join(', ')) : 'none'}`,
    ];
    await io.out.write(`${[...head, ...lines].join('\n')}\n`);
  }
  const problems = job.takeRemarks();
  for (const p of problems) await io.err.write(`fast-enough: ${plain(p.path)}:${p.line}:${p.column}: ${plain(p.message)}\n`);
  return problems.some((p) => p.severity === 'error') ? EXIT.error : EXIT.clean;
}
