import { type CellAddress } from "../../contracts/model-map";
import { cellKey } from "../audit-context";
import { originOf } from "../lines/cell-name";
import { oncePerReview } from "../once-per-review";
import { findDiscounting } from "./find-discounting";
import { findPerpetuities } from "./find-perpetuities";

/** The rates flows are discounted with and values capitalised at in formulas of their own, where each comes from. */
export const ratesInUse = oncePerReview((context): readonly CellAddress[] => {
  const rates = [
    ...findPerpetuities(context).map(({ rate }) => rate),
    ...findDiscounting(context).flatMap(({ rate, towardsPresent }) => (towardsPresent ? [rate] : [])),
  ].map((rate) => originOf(context, rate));
  return [...new Map(rates.map((rate) => [cellKey(rate), rate])).values()];
});
