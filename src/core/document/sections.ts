/** Sections with their roles: a heading's own words, else what stands above it. */
import type { Block, Label, Section, SectionRole } from './types';

export interface Outline {
  readonly sections: readonly Section[];
  readonly sectionOf: Int32Array;
}

/** Sections of the blocks that stand at `origin`. `bodyFrom` to `end`: the text without front matter. */
export function outlineOf(
  blocks: readonly Block[],
  labels: readonly (Label | null)[],
  origin: ArrayLike<number>,
  bodyFrom: number,
  end: number,
): Outline {
  const headings: number[] = [];
  for (let i = 0; i < blocks.length; i++) if ((blocks[i] as Block).kind === 'heading') headings.push(i);
  const title = titleOf(blocks, labels, headings);
  const sections: Section[] = [];
  const sectionOf = new Int32Array(blocks.length);
  const first = headings[0] ?? blocks.length;
  sections.push({
    index: 0,
    level: 0,
    title: '',
    heading: -1,
    span: { from: bodyFrom, to: headings.length > 0 ? (origin[first] as number) : end },
    parent: -1,
    ownRole: 'other',
    role: 'other',
    path: [],
    firstBlock: 0,
    endBlock: first,
  });
  const open: number[] = [];
  for (let h = 0; h < headings.length; h++) {
    const heading = headings[h] as number;
    const block = blocks[heading] as Block;
    while (open.length > 0 && (sections[open[open.length - 1] as number] as Section).level >= block.level) open.pop();
    const parent = open[open.length - 1] ?? -1;
    const above = parent < 0 ? null : (sections[parent] as Section);
    const ownRole: SectionRole = heading === title ? 'title' : (labels[heading]?.role ?? 'other');
    const inherited = above === null || above.role === 'title' ? 'other' : above.role;
    const abovePath = above === null ? [] : above.role === 'title' ? [] : above.path;
    const next = headings[h + 1];
    const index = sections.length;
    sections.push({
      index,
      level: block.level,
      title: block.text,
      heading,
      span: { from: origin[heading] as number, to: next === undefined ? end : (origin[next] as number) },
      parent,
      ownRole,
      role: ownRole === 'other' ? inherited : ownRole,
      path: ownRole === 'other' ? abovePath : [...abovePath, ownRole],
      firstBlock: heading,
      endBlock: next ?? blocks.length,
    });
    sectionOf.fill(index, heading, next ?? blocks.length);
    open.push(index);
  }
  return { sections, sectionOf };
}

/** The heading that is the document's title: the first, if it stands above all others and does not just say "Summary". -1 where none is. */
function titleOf(blocks: readonly Block[], labels: readonly (Label | null)[], headings: readonly number[]): number {
  const first = headings[0];
  if (first === undefined) return -1;
  const { level } = blocks[first] as Block;
  if (labels[first]?.phrase === true) return -1;
  if (level === 1) return first;
  for (let h = 1; h < headings.length; h++) if ((blocks[headings[h] as number] as Block).level <= level) return -1;
  return first;
}
