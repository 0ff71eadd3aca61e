import { createHash } from "node:crypto";
import { partOf } from "./measured-data";

/** "opened": kept aside at first, then looked into once the rules held for the tuned ones and not for these. */
export type ModelPart = "tuned" | "opened" | "kept";

/** Which part a real model belongs to; which of the kept ones were opened, a hash of the name chose again. */
export function partOfModel(file: string): ModelPart {
  if (partOf(file) === "tuned") return "tuned";
  return createHash("sha1").update(file).digest()[1]! % 2 === 0 ? "opened" : "kept";
}
