const examplesShown = 3;

/** Why a tagged fact is not the filing's fact here, or not as the filer meant it: what a person is told, after its count. */
const reasons = {
  unread: "tagged numbers could not be read and are left out",
  context: "tagged facts name no context that can be read and are left out",
  unit: "tagged numbers name no known unit and are left out",
  fraction: "facts stated as a numerator and a denominator are left out",
  tuple: "facts that mean something only within a group (a tuple) are left out",
  target: "facts tagged for another document than the filing itself are left out",
  partText: "tagged texts go on at a place that is missing; what is there is kept",
  conflict: "facts are stated twice with different values; both are kept",
} as const;

/** Counts what is left out or doubtful, and names the first of each kind. */
export class LeftOutFacts {
  private readonly examples = new Map<keyof typeof reasons, { count: number; shown: string[] }>();

  add(reason: keyof typeof reasons, example: string): void {
    const of = this.examples.get(reason) ?? { count: 0, shown: [] };
    if (++of.count <= examplesShown) of.shown.push(example);
    this.examples.set(reason, of);
  }

  warnings(): string[] {
    return [...this.examples].map(([reason, { count, shown }]) => `${count} ${reasons[reason]}: ${shown.join(", ")}`);
  }
}
