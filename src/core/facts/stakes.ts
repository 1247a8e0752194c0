/** What is known of the sides in a proposal while its sentences are weighed. */
export interface Stakes {
  /** Names taken up and names left behind. */
  readonly to: ReadonlySet<string>;
  readonly from: ReadonlySet<string>;
  /** Names that were left behind, or weighed and not taken. */
  readonly rivals: ReadonlySet<string>;
  /** Names that are languages or runtimes. */
  readonly langs: ReadonlySet<string>;
  /** Tells these sides from others. */
  readonly key: string;
}

export const NO_STAKES: Stakes = { to: new Set(), from: new Set(), rivals: new Set(), langs: new Set(), key: '' };
