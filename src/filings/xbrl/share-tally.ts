/** Weights of values under keys: what share of a key's weight a value has. */
export class ShareTally {
  private readonly sums = new Map<string, Map<string, number>>();
  private readonly totals = new Map<string, number>();

  add(key: string, value: string, weight: number): void {
    const among = this.sums.get(key) ?? new Map<string, number>();
    this.sums.set(key, among.set(value, (among.get(value) ?? 0) + weight));
    this.totals.set(key, (this.totals.get(key) ?? 0) + weight);
  }

  share(key: string, value: string): number {
    return (this.sums.get(key)?.get(value) ?? 0) / (this.totals.get(key) ?? 1);
  }
}
