/** Where a sentence stands: what the document around it makes of it. */
import type { BlockKind, SectionRole } from '../document/types';

export interface Context {
  readonly block: number;
  readonly section: number;
  readonly kind: BlockKind;
  /** Role of the section, the lead-in ("**Cons:**") winning over the heading. */
  readonly role: SectionRole;
  /** Roles from the outermost section inwards. */
  readonly path: readonly SectionRole[];
  /** Lower-case title of the section. */
  readonly title: string;
  readonly quoted: boolean;
  readonly item: boolean;
  /** Lower-case header of the cell's column, '' outside tables. */
  readonly header: string;
  /** The first row of a table. */
  readonly headRow: boolean;
  /** Compact text of the first cell of the row, '' outside tables. */
  readonly rowHead: string;
  /** Names of languages and products in the headings above, innermost first: the option under discussion. */
  readonly option: readonly string[];
}

export const within = (c: Context, ...roles: SectionRole[]): boolean => roles.some((r) => c.role === r || c.path.includes(r));
