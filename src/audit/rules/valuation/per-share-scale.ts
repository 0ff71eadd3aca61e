import { type CellAddress } from "../../../contracts/model-map";
import { type ConceptId } from "../../../contracts/concept";
import { type AuditContext, type Meaning } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { cellsOfMeaning } from "../../lines/cells-of-meaning";
import { coverCells } from "../../lines/cover-cells";
import { ratioSides, soleRead } from "../../meaning/ratio-sides";
import { asRange, calculated, named, number, say } from "../../wording/say";

const perShare: ReadonlySet<ConceptId> = new Set([
  "share-price",
  "target-share-price",
  "implied-share-price",
  "equity-value-per-share",
  "eps-basic",
  "eps-diluted",
  "book-value-per-share",
  "dividends-per-share",
]);
const counts: ReadonlySet<ConceptId> = new Set(["shares-outstanding", "shares-diluted", "shares-basic"]);
/** No company has so many shares: a count that would come to more is of single shares already. */
const mostShares = 2e10;
const fewestShares = 1e5;
const scaleNames: ReadonlyMap<number, string> = new Map([
  [1e3, "thousands"],
  [1e6, "millions"],
  [1e9, "billions"],
]);

interface MixedScale {
  readonly home: Meaning;
  readonly cells: readonly CellAddress[];
  readonly over: CellAddress;
  readonly under: CellAddress;
  readonly scale: number;
}

function judge(context: AuditContext, home: Meaning): MixedScale | null {
  const isPerShare =
    home.unit.kind === "currency-per-share" || (home.concept !== null && perShare.has(home.concept.id));
  if (!isPerShare || home.role === "input") return null;
  const found: { cell: CellAddress; over: CellAddress; under: CellAddress; scale: number }[] = [];
  for (const cell of cellsOfMeaning(context, home)) {
    const sides = ratioSides(context, cell);
    const over = sides === null ? null : soleRead(context, cell, sides.over);
    const under = sides === null ? null : soleRead(context, cell, sides.under);
    if (over === null || under === null) continue;
    const [amount, shares] = [context.meaningAt(over), context.meaningAt(under)];
    const scale = amount?.unit.kind === "currency" ? amount.unit.scale : null;
    const count = context.numberAt(under);
    const isCount = shares?.concept !== null && shares !== null && counts.has(shares.concept.id);
    if (scale === null || !scaleNames.has(scale) || count === null || !isCount || (shares.unit.scale ?? 1) !== 1)
      continue;
    if (count >= fewestShares && count * scale >= mostShares) found.push({ cell, over, under, scale });
  }
  const first = found[0];
  return first === undefined
    ? null
    : { home, cells: found.map(({ cell }) => cell), over: first.over, under: first.under, scale: first.scale };
}

function draft(context: AuditContext, { home, cells, over, under, scale }: MixedScale): FindingDraft {
  const ranges = coverCells(cells);
  const [amount, shares] = [context.meaningAt(over)!, context.meaningAt(under)!];
  const whole = calculated(
    (context.numberAt(over)! * scale) / context.numberAt(under)!,
    "count",
    "amount * scale / shares",
    {
      amount: over,
      shares: under,
    },
  );
  return {
    severity: "high",
    /** A handful of companies have tens of billions of shares; none has thousands of billions. */
    confidence: context.numberAt(under)! * scale >= 1e12 ? 0.93 : 0.85,
    sheet: home.sheet,
    ranges,
    title: `“${home.label.trim()}” divides ${scaleNames.get(scale)!} by single shares`,
    comment: say`${named(home, ranges[0])} divides ${named(amount, asRange(over))}, which is in ${scaleNames.get(scale)!}, by ${named(shares, asRange(under))} of ${number(context, under)}, which can only be single shares. The ${number(context, cells[0]!)} shown is in ${scaleNames.get(scale)!} a share too: a share comes to ${whole}. Bring both to one scale before comparing it with a price.`,
    nature: "slip",
    meaning: home.id,
    alsoRead: [over, under],
  };
}

/** An amount in thousands or millions divided by a number of single shares. */
export const perShareScale: AuditRule = {
  id: "per-share-scale",
  find: (context) =>
    [...context.model.lineItems, ...context.model.parameters].flatMap((home) => {
      const mixed = judge(context, home);
      return mixed === null ? [] : [draft(context, mixed)];
    }),
};
