import { type Look, type Mark } from "../blocks";

/** A cell that holds text, on the raw columns it covers: [from, to). */
export interface PlacedCell {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly from: number;
  readonly to: number;
  readonly look: Look;
  /** How far in its first line begins, in half points. */
  readonly indent: number;
}
