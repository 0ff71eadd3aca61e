import { type LaidBlock } from "../layout/lay-out-text";

/** A block that begins like an item of a form, and what it says. */
export interface ItemLine {
  readonly blockIndex: number;
  readonly part: string | null;
  readonly numbers: readonly string[];
  /** What stands after the number on its line, or on the next where nothing does. */
  readonly title: string;
  readonly titleOnNextLine: boolean;
  /** The word "Item" does not stand before the number. */
  readonly isBare: boolean;
  readonly block: LaidBlock;
}
