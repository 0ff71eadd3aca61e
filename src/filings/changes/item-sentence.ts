/** A sentence of an item, in the item's order. */
export interface ItemSentence {
  readonly text: string;
  /** Span in the document's text. */
  readonly start: number;
  readonly end: number;
  /** The passage it begins in. */
  readonly passageId: string;
  /** That passage's headings. */
  readonly path: readonly string[];
  /** Which line of the item it stands in: the sentences of a paragraph share it. */
  readonly paragraph: number;
  /** The heading it stands under, or is, as a unit of the item; null before the first. */
  readonly unit: number | null;
  readonly isHeading: boolean;
  /** The words alone. */
  readonly words: string;
  /** The words without figures. */
  readonly masked: string;
}

/** Risk factors are told by their headings even where no look marks these. */
export type ItemKind = "risks" | "other";

export type PlacedSentence = Omit<ItemSentence, "unit" | "isHeading">;
