import { normalizeLabel } from "../../concepts/normalize-label";
import { type ConceptId } from "../../contracts/concept";
import { type CellAddress } from "../../contracts/model-map";
import { type Cell } from "../../contracts/workbook-snapshot";
import { type AuditContext } from "../audit-context";
import { conceptOfRow, labelledRows, type LabelledRow } from "../lines/labelled-rows";
import { stretchOf } from "./period-cells";
import { oncePerReview } from "../once-per-review";

/** A number with what it is called, typed or calculated. */
export interface NamedFigure {
  readonly address: CellAddress;
  readonly cell: Cell;
  readonly value: number;
  readonly label: string;
  /** The same for every figure of one concept; of one label where the dictionary does not know it. */
  readonly called: string;
  readonly isConcept: boolean;
  /** The stretch of time it is of; null off every axis. */
  readonly stretch: string | null;
  readonly isOnAxis: boolean;
  /** Of its sheet in the workbook. */
  readonly order: number;
  /** Some formula reads it. */
  readonly isUsed: boolean;
}

/** Labels that name no quantity by themselves. */
const tellsLittle =
  /^(?:total|sub ?total|average|mean|median|min(?:imum)?|max(?:imum)?|growth|%|margin|rate|amount|value|year|date|period|other|others|check|notes?|base|low|high|scenario|case|assumptions?|input|opening|closing|beginning|ending|additions?|percentile|count|days|price|balance)(?: %)?$/u;

/** A class, so that whether it is used is looked up of the few that are asked. */
class Figure implements NamedFigure {
  constructor(
    private readonly context: AuditContext,
    readonly address: CellAddress,
    readonly cell: Cell,
    readonly value: number,
    readonly label: string,
    readonly called: string,
    readonly isConcept: boolean,
    readonly stretch: string | null,
    readonly isOnAxis: boolean,
    readonly order: number,
  ) {}

  get isUsed(): boolean {
    return this.context.index.isRead(this.address);
  }
}

/** Every number of the workbook that stands right of words which name a quantity. */
export const namedFigures = oncePerReview((context): readonly NamedFigure[] => layOut(context));

function layOut(context: AuditContext): NamedFigure[] {
  const orders = new Map(context.index.sheets.map(({ name }, i) => [name, i]));
  const names = new Map<string, { readonly concept: ConceptId | null; readonly unknown: string } | null>();
  const figures: NamedFigure[] = [];
  for (const row of labelledRows(context)) {
    let name = names.get(row.label);
    if (name === undefined) names.set(row.label, (name = nameOf(row)));
    if (name === null) continue;
    const { concept, unknown } = name;
    const order = orders.get(row.sheet) ?? 0;
    for (const { address, cell } of row.cells) {
      const { value } = cell;
      if (typeof value !== "number" || !Number.isFinite(value)) continue;
      const item = context.itemAt(address);
      const period = item === null ? null : context.periodAt(address);
      const sure = item?.concept ?? context.parameterAt(address)?.concept ?? null;
      const id = sure !== null && sure.confidence >= 0.75 ? sure.id : concept;
      const called = id ?? unknown;
      const stretch = period === null ? null : stretchOf(period);
      figures.push(
        new Figure(context, address, cell, value, row.label, called, id !== null, stretch, period !== null, order),
      );
    }
  }
  return figures;
}

/** What a row's label calls its figures; null where it names no quantity. */
function nameOf(row: LabelledRow): { readonly concept: ConceptId | null; readonly unknown: string } | null {
  const concept = conceptOfRow(row);
  const words = normalizeLabel(row.label).text;
  if (concept === null && (tellsLittle.test(words) || !/\p{L}{3}/u.test(words))) return null;
  return { concept, unknown: `words ${words}` };
}
