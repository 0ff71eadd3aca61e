import { type Look, type Mark } from "../blocks";

/** A cell that holds text, on the raw columns it covers: [from, to). */
export interface PlacedCell {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly from: number;
  readonly to: number;
  readonly look: Look;
}
