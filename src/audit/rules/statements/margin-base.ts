import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { ratioSides, soleRead } from "../../meaning/ratio-sides";
import { asRange, named, number, say } from "../../wording/say";
import { addTo } from "../../../workbook/group-by";

const margins: ReadonlySet<ConceptId> = new Set<ConceptId>([
  "gross-margin",
  "ebitda-margin",
  "operating-margin",
  "net-margin",
]);
const revenues: ReadonlySet<ConceptId> = new Set<ConceptId>(["revenue", "gross-sales", "net-sales"]);
/** Two revenues closer than this make the same margin. */
const material = 0.005;

interface Margin {
  readonly item: LineItem;
  readonly cells: readonly CellAddress[];
  readonly base: LineItem;
  readonly baseCell: CellAddress;
}

function marginOf(context: AuditContext, item: LineItem): Margin | null {
  if (item.concept === null || !margins.has(item.concept.id) || item.concept.confidence < 0.8) return null;
  const reads = context.seriesOf(item).flatMap(({ address }) => {
    const sides = ratioSides(context, address);
    const under = sides === null || sides.isGrowth ? null : soleRead(context, address, sides.under);
    const base = under === null ? null : context.itemAt(under);
    return under === null || base === null ? [] : [{ address, under, base }];
  });
  const first = reads[0];
  const concept = first?.base.concept ?? null;
  if (
    first === undefined ||
    concept === null ||
    !revenues.has(concept.id) ||
    reads.some(({ base }) => base !== first.base)
  )
    return null;
  return { item, cells: reads.map(({ address }) => address), base: first.base, baseCell: first.under };
}

/** The margin that stands alone with its base among those of one statement. */
function oddOne(found: readonly Margin[]): { readonly odd: Margin; readonly other: Margin } | null {
  const bases = [...new Set(found.map(({ base }) => base))];
  if (bases.length !== 2) return null;
  const [one, two] = bases.map((base) => found.filter((margin) => margin.base === base));
  const isGross = ({ base }: Margin) => base.concept?.id === "gross-sales";
  if (one!.length === two!.length && isGross(one![0]!) === isGross(two![0]!)) return null;
  const oneIsOdd = one!.length === two!.length ? isGross(one![0]!) : one!.length < two!.length;
  return oneIsOdd ? { odd: one![0]!, other: two![0]! } : { odd: two![0]!, other: one![0]! };
}

function judge(context: AuditContext, found: readonly Margin[]): FindingDraft[] {
  const pair = oddOne(found);
  if (pair === null) return [];
  const { odd, other } = pair;
  const column = context.periodAt(odd.baseCell)?.index0;
  const beside = context.seriesOf(other.base).find(({ period }) => period.index0 === column)?.address;
  const [a, b] = [context.numberAt(odd.baseCell), beside === undefined ? null : context.numberAt(beside)];
  if (beside === undefined || a === null || b === null || Math.abs(a - b) <= material * Math.abs(b)) return [];
  const ranges = coverCells(odd.cells);
  return [
    {
      severity: "medium",
      confidence: 0.87,
      sheet: odd.item.sheet,
      ranges,
      title: `“${odd.item.label.trim()}” is measured on another revenue than the other margins`,
      comment: say`${named(odd.item, ranges[0])} divides by ${named(odd.base, asRange(odd.baseCell))} of ${number(context, odd.baseCell)}, while ${named(other.item, asRange(other.cells[0]!))} divides by ${named(other.base, asRange(beside))} of ${number(context, beside)}. Margins on two bases cannot be set one under another: their difference is not what lies between the two profits. Divide all of them by one revenue.`,
      nature: "slip",
      meaning: `${odd.item.id}/${other.item.id}`,
      alsoRead: [odd.baseCell, beside],
    },
  ];
}

/** Margins of one statement that are measured on two different revenues. */
export const marginBase: AuditRule = {
  id: "margin-base",
  find(context) {
    const byAxis = new Map<string, Margin[]>();
    for (const item of context.model.lineItems) {
      const margin = item.role === "input" ? null : marginOf(context, item);
      if (margin === null) continue;
      addTo(byAxis, item.axisId, margin);
    }
    return [...byAxis.values()].flatMap((found) => judge(context, found));
  },
};
