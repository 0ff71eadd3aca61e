/** Keeps the best of very many, without sorting or holding them all. */
export function keepBest<Item>(limit: number, compare: (a: Item, b: Item) => number) {
  let kept: Item[] = [];
  let worst: Item | null = null;
  const cut = (): void => {
    kept = kept.sort(compare).slice(0, limit);
    worst = kept.length < limit ? null : (kept.at(-1) ?? null);
  };
  return {
    offer(item: Item): void {
      if (worst !== null && compare(item, worst) >= 0) return;
      kept.push(item);
      if (kept.length >= 2 * limit + 64) cut();
    },
    /** Best first. */
    best(): readonly Item[] {
      cut();
      return kept;
    },
  };
}
