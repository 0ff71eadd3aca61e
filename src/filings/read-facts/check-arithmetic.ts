/** A sum a statement must hold to: the first is what the others add up to, "-" for what is taken away. */
interface Identity {
  readonly total: string;
  readonly parts: readonly (readonly [string, 1 | -1])[];
}

const identities: readonly Identity[] = [
  { total: "total-assets", parts: [["total-liabilities-and-equity", 1]] },
  {
    total: "gross-profit",
    parts: [
      ["revenue", 1],
      ["cost-of-revenue", -1],
    ],
  },
  {
    total: "net-income",
    parts: [
      ["pretax-income", 1],
      ["income-tax-expense", -1],
    ],
  },
  {
    total: "net-change-in-cash",
    parts: [
      ["operating-cash-flow", 1],
      ["investing-cash-flow", 1],
      ["financing-cash-flow", 1],
    ],
  },
];
/** Others may stand between: minority interests, discontinued operations, the effect of exchange rates. */
const loose: ReadonlySet<string> = new Set(["net-income", "net-change-in-cash"]);
const looseShare = 0.25;
const roundedUnits = 2;

export type Verdict = "holds" | "fails" | "unknown";

/** Whether one column's figures agree with each other; `unit` is the value of one in the last printed digit. */
export function checkArithmetic(figures: ReadonlyMap<string, number>, unit: number): Verdict {
  let verdict: Verdict = "unknown";
  for (const { total, parts } of identities) {
    const stated = figures.get(total);
    if (stated === undefined || parts.some(([id]) => !figures.has(id))) continue;
    const sum = parts.reduce((all, [id, sign]) => all + sign * figures.get(id)!, 0);
    const size = Math.max(Math.abs(stated), ...parts.map(([id]) => Math.abs(figures.get(id)!)));
    const room = loose.has(total) ? size * looseShare : unit * roundedUnits;
    if (Math.abs(sum - stated) > room) return "fails";
    verdict = "holds";
  }
  return verdict;
}
