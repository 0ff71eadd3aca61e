import { type Section } from "../../contracts/document";
import { type Span } from "./located-fact";

/** Shorter than this an item only says where the statements are. */
const leastShare = 0.08;

/**
 * Where a report tells its tagged figures: its cover and its financial statements. What management discusses repeats
 * them untagged. Null where no item says where they are.
 */
export function statementsRegion(sections: readonly Section[], form: string | null, length: number): Span[] | null {
  const isQuarterly = /^10-?Q/i.test(form ?? "");
  const statements = sections.filter(({ part, item }) =>
    isQuarterly ? item === "1" && part !== "II" : item === "8" || item === "15",
  );
  const largest = Math.max(0, ...statements.map(({ start, end }) => end - start));
  if (largest < length * leastShare) return null;
  const cover = Math.min(...sections.filter(({ item }) => item !== null).map(({ start }) => start));
  return [{ start: 0, end: cover }, ...statements.map(({ start, end }) => ({ start, end }))];
}
