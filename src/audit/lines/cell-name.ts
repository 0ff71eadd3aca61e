import { matchConcept } from "../../concepts/match-concept";
import { type ConceptId } from "../../contracts/concept";
import { type CellAddress } from "../../contracts/model-map";
import { type RichText } from "../../contracts/rich-text";
import { type AuditContext } from "../audit-context";
import { linkOf } from "./formula-shape";
import { place, say } from "../wording/say";

/** How a cell is called, whether or not the model found a series or a parameter there. */
export interface CellName {
  readonly label: string;
  readonly concept: ConceptId | null;
}

const sureEnough = 0.75;
const longestLabel = 80;

/** By the model's own reading, else by the words at its left. */
export function nameOf(context: AuditContext, address: CellAddress): CellName | null {
  const meaning = context.meaningAt(address);
  if (meaning !== null) return { label: meaning.label.trim(), concept: sure(meaning.concept) };
  const label = wordsLeftOf(context, address);
  return label === null ? null : { label, concept: sure(matchConcept(label)) };
}

function sure(match: { readonly id: ConceptId; readonly confidence: number } | null): ConceptId | null {
  return match !== null && match.confidence >= sureEnough ? match.id : null;
}

function wordsLeftOf(context: AuditContext, { sheet, rowIndex0, columnIndex0 }: CellAddress): string | null {
  let label: string | null = null;
  for (const cell of context.index.sheetNamed(sheet)?.cellsOfRow(rowIndex0) ?? []) {
    if (cell.columnIndex0 >= columnIndex0) break;
    /** "($ per share)" says in what a figure is, not what it is. */
    const isWords =
      typeof cell.value === "string" &&
      cell.formula === null &&
      /\p{L}/u.test(cell.value) &&
      !/^\s*\(.*\)\s*$/u.test(cell.value);
    if (isWords && String(cell.value).length <= longestLabel) label = String(cell.value).trim();
  }
  return label;
}

/** “WACC”, clickable; the bare address where nothing names the cell. */
export function called(context: AuditContext, address: CellAddress): RichText {
  const name = nameOf(context, address);
  return name === null ? say`${place(address)}` : say`“${place(address, name.label.replace(/\s*:$/u, ""))}”`;
}

const longestChain = 12;

/** Where a figure that is only carried over comes from: the first cell of the chain of links that is no link. */
export function originOf(context: AuditContext, address: CellAddress): CellAddress {
  let at = address;
  for (let step = 0; step < longestChain; step++) {
    const link = linkOf(context, at);
    if (link === null || link.negated) return at;
    at = link.target;
  }
  return at;
}

/** What the cell is called on the way to where it comes from: the first name of the chain that is a concept. */
export function conceptOf(context: AuditContext, address: CellAddress): ConceptId | null {
  let at = address;
  for (let step = 0; step < longestChain; step++) {
    const concept = nameOf(context, at)?.concept ?? null;
    const link = linkOf(context, at);
    if (concept !== null || link === null) return concept;
    at = link.target;
  }
  return null;
}

export function isSameCell(a: CellAddress | null, b: CellAddress | null): boolean {
  return (
    a !== null && b !== null && a.sheet === b.sheet && a.rowIndex0 === b.rowIndex0 && a.columnIndex0 === b.columnIndex0
  );
}
