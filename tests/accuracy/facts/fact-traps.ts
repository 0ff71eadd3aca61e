import { spokenName } from "../answers/spoken-name";
import { plainTags, type PlainName } from "./measures";
import { type TaggedCompany } from "./tagged-company";

export type TrapKind =
  | "adjusted"
  | "part of the company"
  | "period not on file"
  | "other company"
  | "operand missing"
  | "across a split"
  | "misspelt";

export interface Trap {
  readonly kind: TrapKind;
  readonly text: string;
  /** Of a misspelt question the number meant is no trap sprung; any other is. */
  readonly unless: number | null;
}

const strangers = ["Quartz Meadow Holdings", "Tallow & Reed", "Ninefold Dynamics", "Ostrava Lane Partners"];

/** Questions that no tagged figure of the whole company answers, of every kind of computation. */
export function trapsOf(company: TaggedCompany, turn: number): Trap[] {
  const year = company.years.at(-1);
  if (year === undefined) return [];
  const name = spokenName(company.name);
  const { fiscalYear } = year;
  const stranger = strangers[turn % strangers.length]!;
  const when = `fiscal ${fiscalYear}`;
  const trap = (kind: TrapKind, text: string): Trap => ({ kind, text, unless: null });
  const traps = [
    trap("adjusted", `What was ${name}'s adjusted EBITDA margin in ${when}?`),
    trap("adjusted", `What was ${name}'s non-GAAP operating margin in ${when}?`),
    trap("adjusted", `What was the organic growth of ${name}'s revenue in ${when}?`),
    trap("adjusted", `What was ${name}'s free cash flow before acquisition costs in ${when}?`),
    trap("adjusted", `What was ${name}'s TTM pro forma revenue?`),
    trap("adjusted", `What was ${name}'s normalized return on equity in ${when}?`),
    trap("part of the company", `What was the gross margin of ${name}'s Antarctic segment in ${when}?`),
    trap("part of the company", `What was ${name}'s wholesale days sales outstanding in ${when}?`),
    trap("part of the company", `How fast did ${name}'s revenue from government customers grow in ${when}?`),
    trap("part of the company", `How has ${name}'s revenue in Patagonia developed over time?`),
    trap("part of the company", `What was the TTM operating income of ${name}'s services division?`),
    trap("period not on file", `What was ${name}'s gross margin in fiscal ${fiscalYear + 3}?`),
    trap("period not on file", `What was ${name}'s return on assets in fiscal ${fiscalYear - 12}?`),
    trap(
      "period not on file",
      `What was the CAGR of ${name}'s revenue from fiscal ${fiscalYear - 15} to fiscal ${fiscalYear}?`,
    ),
    trap("period not on file", `What was ${name}'s net income in Q2 ${fiscalYear + 4}?`),
    trap("other company", `What was ${stranger}'s free cash flow in ${when}?`),
    trap("other company", `How has ${stranger}'s net income developed over time?`),
    trap("other company", `What was ${stranger}'s TTM revenue?`),
  ];
  if (!hasTag(company, /Inventor/))
    traps.push(trap("operand missing", `What was ${name}'s inventory turnover in ${when}?`));
  if (!hasTag(company, /CostOf|GrossProfit|CostsAndExpenses|BenefitsLossesAndExpenses/))
    traps.push(trap("operand missing", `What was ${name}'s gross margin in ${when}?`));
  if (!hasTag(company, /Dividend/))
    traps.push(trap("operand missing", `What was ${name}'s dividend payout ratio in ${when}?`));
  if (!hasTag(company, /ReceivableNet|Receivables/))
    traps.push(trap("operand missing", `What was ${name}'s days sales outstanding in ${when}?`));
  const beforeSplit = firstYearBeforeSplit(company);
  if (beforeSplit !== null)
    for (const figure of ["diluted EPS", "diluted weighted average shares"])
      traps.push(
        trap(
          "across a split",
          `What was the CAGR of ${name}'s ${figure} from fiscal ${beforeSplit} to fiscal ${fiscalYear}?`,
        ),
        trap(
          "across a split",
          `What was ${name}'s average ${figure} from fiscal ${beforeSplit} to fiscal ${fiscalYear}?`,
        ),
      );
  const misspelt: readonly (readonly [string, PlainName])[] = [
    ["reveneu", "revenue"],
    ["net imcome", "net income"],
    ["operatng cashflow", "operating cash flow"],
    ["goodwil", "goodwill"],
  ];
  const [wrong, right] = misspelt[turn % misspelt.length]!;
  const meant = company.read(plainTags[right], { start: right === "goodwill" ? null : year.start, end: year.end });
  traps.push({ kind: "misspelt", text: `What was ${name}'s ${wrong} in ${when}?`, unless: meant?.value ?? null });
  return traps;
}

/** The oldest year whose share count no filing restates, where a later year's was multiplied between two filings. */
function firstYearBeforeSplit(company: TaggedCompany): number | null {
  const spreads = company.years.map(
    ({ start, end }) => company.read(["WeightedAverageNumberOfDilutedSharesOutstanding"], { start, end })?.spread ?? 1,
  );
  const isMultiplied = spreads.some((spread, index) => index > 0 && spread > 1.4);
  return isMultiplied && spreads[0]! < 1.05 ? company.years[0]!.fiscalYear : null;
}

function hasTag({ tags }: TaggedCompany, tag: RegExp): boolean {
  return [...tags].some((one) => tag.test(one));
}
