import { type RawXbrl } from "../xbrl/fact-collector";

/** Keys of the marks where a tagged note, policy or table begins or wholly ends: two tables parted by one are two. */
export function textBlockEdges({ elements }: RawXbrl): ReadonlySet<number> {
  const edges = new Set<number>();
  for (const { kind, concept, index, continuedAt } of elements) {
    const isFirst = kind === "text" && concept.endsWith("TextBlock");
    if (isFirst) edges.add(2 * index);
    if ((isFirst || kind === "continuation") && continuedAt === null) edges.add(2 * index + 1);
  }
  return edges;
}
