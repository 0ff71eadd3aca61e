import { createHash } from "node:crypto";
import { partOf } from "./measured-data";

/** "opened": kept aside at first, then looked into once the rules held for the tuned ones and not for these. */
export type ModelPart = "tuned" | "opened" | "kept";

/** Opened because nearly nothing in them was read at all: to learn their layouts, not their mistakes. */
const openedForLayout: ReadonlySet<string> = new Set([
  "MinionsAnalyst__SaaS_Financial_Model.xlsx",
  "Swary006__LBO_Model.xlsx",
  "luptacik__Valuation.xlsx",
]);

/** Which part a real model belongs to; which of the kept ones were opened, a hash of the name chose again. */
export function partOfModel(file: string): ModelPart {
  if (partOf(file) === "tuned") return "tuned";
  if (openedForLayout.has(file)) return "opened";
  return createHash("sha1").update(file).digest()[1]! % 2 === 0 ? "opened" : "kept";
}
