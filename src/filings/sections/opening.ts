/** Where a section begins, before it is known where it ends. */
export interface Opening {
  readonly blockIndex: number;
  readonly part: string | null;
  readonly item: string | null;
  readonly title: string;
  readonly kind: "cover" | "item" | "signatures" | "exhibit" | "safe-harbour" | "other";
  /** Set where it lies within another's blocks: a row of an index, pages within an item's. Its passages are the other's. */
  readonly span?: { readonly start: number; readonly end: number };
  /** What its passages have above their own headings; items need nothing, they are named. */
  readonly path?: readonly string[];
}
