/** One measured figure; a bar makes it a check. */
export interface Figure {
  readonly name: string;
  /**
   * "tuned": rules were written looking at this data; "opened": kept aside first, then looked into; "kept": never
   * looked into; "all": together.
   */
  readonly part: "tuned" | "opened" | "kept" | "all";
  readonly value: number;
  readonly unit: string;
  readonly bar: { readonly atLeast: number } | { readonly atMost: number } | null;
}

export interface SuiteResult {
  readonly figures: readonly Figure[];
  /** Rows worth reading beside the figures (one a workbook, one a filing, …); empty where there are none. */
  readonly rows: readonly Readonly<Record<string, string | number>>[];
}

/** A suite measures; it throws only where it cannot measure at all. */
export type ScoredSuite = (dataFolder: string | null, onProgress: (line: string) => void) => Promise<SuiteResult>;

export function meetsBar(figure: Figure): boolean {
  if (figure.bar === null) return true;
  return "atLeast" in figure.bar ? figure.value >= figure.bar.atLeast : figure.value <= figure.bar.atMost;
}
