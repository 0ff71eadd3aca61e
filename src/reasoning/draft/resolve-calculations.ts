import { type FiscalCalendar, fiscalYearOf } from "../../concepts/time/fiscal-calendar";
import { conceptById } from "../../concepts/dictionary";
import { nameOperand, uniqueName } from "../facts/name-period";
import { type Calculation, calculate } from "../numbers/calculate";
import { type BoundQuantity } from "../numbers/quantity";
import { boundCell, boundFact, type Catalog } from "./catalog";
import { type Draft } from "./draft-schema";
import { type Problem } from "./problem";
import { readReferences } from "./read-references";

export interface ResolvedCalculation {
  readonly calculation: Calculation;
  /** Catalog ids of the facts and cells it reads. */
  readonly factIds: readonly string[];
  readonly cellIds: readonly string[];
}

/** Computes the formulas a draft declares; what cannot be computed is a problem, never a guess. */
export function resolveCalculations(
  draft: Draft,
  catalog: Catalog,
  calendar: FiscalCalendar,
  admitsSeveralCompanies: boolean,
): { calculations: ReadonlyMap<string, ResolvedCalculation>; problems: Problem[] } {
  const calculations = new Map<string, ResolvedCalculation>();
  const problems: Problem[] = [];
  const fail = (message: string): void => void problems.push({ kind: "calculation", statement: null, message });
  for (const declared of draft.calculations) {
    if (calculations.has(declared.id)) {
      fail(`Calculation ${declared.id} is declared twice.`);
      continue;
    }
    const operands: Record<string, BoundQuantity> = {};
    const names = new Map<string, string>();
    const factIds: string[] = [];
    const cellIds: string[] = [];
    let formula = "";
    let unknown: string | null = null;
    for (const piece of readReferences(declared.expression)) {
      if (piece.kind === "words") {
        formula += piece.text;
        continue;
      }
      const bound = bindOperand(piece, catalog, calendar);
      if (bound === null) {
        unknown = piece.written;
        break;
      }
      (piece.to === "fact" ? factIds : cellIds).push(piece.id);
      const name = names.get(piece.written) ?? uniqueName(bound.name, operands);
      names.set(piece.written, name);
      operands[name] = bound.operand;
      formula += name;
    }
    if (unknown !== null) {
      fail(`Calculation ${declared.id} refers to ${unknown}, which was not offered.`);
      continue;
    }
    const companies = new Set(factIds.map((id) => catalog.facts.get(id)?.document.company ?? null));
    if (companies.size > 1 && !admitsSeveralCompanies) {
      fail(`Calculation ${declared.id} mixes companies.`);
      continue;
    }
    const result = calculate(formula, operands, declared.unit);
    if (result.ok) calculations.set(declared.id, { calculation: result.calculation, factIds, cellIds });
    else fail(`Calculation ${declared.id} cannot be computed: ${result.why}.`);
  }
  return { calculations, problems };
}

function bindOperand(
  piece: { to: "fact" | "cell" | "calc"; id: string },
  catalog: Catalog,
  calendar: FiscalCalendar,
): { name: string; operand: BoundQuantity } | null {
  if (piece.to === "fact") {
    const item = catalog.facts.get(piece.id);
    if (item === undefined) return null;
    const base = item.conceptId ?? item.fact.concept.replace(/^.*:/, "");
    const words = conceptById(base)?.name ?? base;
    const operand = boundFact(item, `${words}, ${item.fact.end ?? ""}`);
    const year = item.fact.end === null ? null : fiscalYearOf(calendar, item.fact.end);
    return operand === null ? null : { name: nameOperand(base, year ?? item.fact.end), operand };
  }
  const cell = piece.to === "cell" ? catalog.cells.get(piece.id) : undefined;
  if (cell === undefined) return null;
  return { name: nameOperand(cell.label ?? cell.address, cell.period ?? cell.address), operand: boundCell(cell) };
}
