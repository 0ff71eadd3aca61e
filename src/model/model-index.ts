import { type ConceptId, type UnitKind } from "../contracts/concept";
import { type LineItem, type ModelMap, type Period, type PeriodPhase, type TimeAxis } from "../contracts/model-map";

/** What one cell means in the model; null and "unknown" where the model does not say. */
export interface CellMeaning {
  readonly label: string | null;
  readonly period: string | null;
  readonly year: number | null;
  readonly quarter: number | null;
  readonly phase: PeriodPhase;
  readonly concept: ConceptId | null;
  readonly unit: UnitKind;
  readonly scale: number | null;
}

const meaningless: CellMeaning = {
  label: null,
  period: null,
  year: null,
  quarter: null,
  phase: "unknown",
  concept: null,
  unit: "unknown",
  scale: null,
};

/** The cell where a line item meets a period. */
export function cellOfPeriod(item: LineItem, axis: TimeAxis, period: Period): { row0: number; column0: number } {
  return axis.orientation === "columns"
    ? { row0: item.index0, column0: period.index0 }
    : { row0: period.index0, column0: item.index0 };
}

export function quarterOf(period: Period): number | null {
  const known = period.kind === "quarter" && period.ordinal !== null && period.ordinal >= 1 && period.ordinal <= 4;
  return known ? period.ordinal : null;
}

/** Looks up what a cell means; built once a review. */
export class ModelIndex {
  private readonly meanings = new Map<string, CellMeaning>();

  constructor(model: ModelMap) {
    const axes = new Map(model.axes.map((axis) => [axis.id, axis]));
    for (const parameter of model.parameters) {
      this.keep(parameter.cell.sheet, parameter.cell.rowIndex0, parameter.cell.columnIndex0, {
        ...meaningless,
        label: parameter.label,
        concept: parameter.concept?.id ?? null,
        unit: parameter.unit.kind,
        scale: parameter.unit.scale,
      });
    }
    for (const item of model.lineItems) {
      const axis = axes.get(item.axisId);
      for (const period of axis?.periods ?? []) {
        const { row0, column0 } = cellOfPeriod(item, axis!, period);
        this.keep(item.sheet, row0, column0, {
          label: item.label,
          period: period.label,
          year: period.year,
          quarter: quarterOf(period),
          phase: period.phase,
          concept: item.concept?.id ?? null,
          unit: item.unit.kind,
          scale: item.unit.scale,
        });
      }
    }
  }

  meaningOf(sheet: string, row0: number, column0: number): CellMeaning {
    return this.meanings.get(`${sheet}!${row0},${column0}`) ?? meaningless;
  }

  private keep(sheet: string, row0: number, column0: number, meaning: CellMeaning): void {
    this.meanings.set(`${sheet}!${row0},${column0}`, meaning);
  }
}
