/** The most dimensions pgvector's sparsevec has; a term's id is its dimension. */
const dimensions = 1_000_000_000;
/** The most entries a sparsevec takes. */
const mostEntries = 16_000;

/** Weights by term id as pgvector reads them: `{3:0.5,17:1.2}/1000000000`. */
export function sparseVectorText(weights: ReadonlyMap<number, number>): string {
  let entries = [...weights].filter(([, weight]) => weight !== 0);
  if (entries.length > mostEntries) entries = entries.sort((a, b) => b[1] - a[1]).slice(0, mostEntries);
  entries.sort((a, b) => a[0] - b[0]);
  return `{${entries.map(([id, weight]) => `${id}:${Number(weight.toFixed(5))}`).join(",")}}/${dimensions}`;
}

/** The term ids a stored vector holds, from its text. */
export function sparseVectorIds(text: string): number[] {
  const inside = text.slice(1, text.indexOf("}"));
  return inside === "" ? [] : inside.split(",").map((entry) => Number(entry.slice(0, entry.indexOf(":"))));
}
