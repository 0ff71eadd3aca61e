import { type CellAddress } from "../../../contracts/model-map";
import { type ReadFormula } from "../../../workbook/formula";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { assumedNumbers, type AssumedNumber } from "../../meaning/assumed-numbers";
import { listed, literal, named, namedOnSheet, number, place, say } from "../../wording/say";
import { assumptionFor, type StatedAssumption } from "../../meaning/stated-assumption";
import { addTo } from "../../../workbook/group-by";

/** More causes a sheet than this are told as one. */
const mostPerSheet = 4;

/** Rows this close with one number belong to one block; blank rows do not part them. */
const nearRows = 2;

interface Typed {
  readonly address: CellAddress;
  readonly numbers: readonly AssumedNumber[];
}

function typedOn(context: AuditContext): Typed[] {
  const found: Typed[] = [];
  /** Copies of a formula hold the same numbers. */
  const mayHold = new Map<ReadFormula | null, boolean>();
  for (const { address, cell } of context.index.formulaCells()) {
    const formula = context.index.formulaAt(address);
    let holds = mayHold.get(formula);
    if (holds === undefined)
      mayHold.set(formula, (holds = /\d/u.test(cell.formula!.replace(/\$?[A-Z]{1,3}\$?\d+/gu, ""))));
    if (!holds) continue;
    const numbers = assumedNumbers(context, address);
    if (numbers.length > 0) found.push({ address, numbers });
  }
  return found;
}

/** Neighbouring rows with the same typed numbers have one cause, and so has a row whatever its numbers; tables side by side have not. */
function causes(context: AuditContext, found: readonly Typed[]): Typed[][] {
  const rowOf = ({ address }: Typed) => context.index.sheetNamed(address.sheet)!.usedRowsAbove(address.rowIndex0);
  const groups: Typed[][] = [];
  const byNumbers = new Map<string, Typed[]>();
  for (const typed of found) {
    const { sheet, rowIndex0 } = typed.address;
    const numbers = `${sheet}/${typed.numbers.map((one) => `${one.operator}${one.written}`).join()}`;
    const alike = byNumbers.get(numbers);
    const isNear = alike !== undefined && rowOf(typed) - rowOf(alike.at(-1)!) <= nearRows;
    const meaning = context.meaningAt(typed.address);
    const row = `${sheet}/row ${rowIndex0}/${meaning?.id ?? ""}`;
    const [ofRow, ofNumbers] = [byNumbers.get(row), isNear ? alike : undefined];
    /** Cells without a name in one row may be of two tables: their numbers tell. */
    const group = (meaning === null ? (ofNumbers ?? ofRow) : (ofRow ?? ofNumbers)) ?? [];
    if (group.length === 0) groups.push(group);
    group.push(typed);
    byNumbers.set(numbers, group);
    byNumbers.set(row, group);
  }
  return groups;
}

/** What the workbook states for the one row that calculates with one typed rate. */
function statedFor(context: AuditContext, typed: readonly Typed[]): StatedAssumption | null {
  const rates = new Set(typed.flatMap(({ numbers }) => numbers.map(({ value }) => value)));
  const concepts = new Set(typed.map(({ address }) => context.itemAt(address)?.concept?.id));
  const [concept] = concepts;
  const [rate] = rates;
  if (concepts.size !== 1 || concept === undefined || rates.size !== 1 || rate === undefined) return null;
  return typed.every(({ numbers }) => numbers[0]!.operator === "*") && rate < 1
    ? assumptionFor(context, concept)
    : null;
}

/** Cells off the model's rows with a step of a sensitivity. */
function isStep(sheet: string): boolean {
  return /\b(?:sensitivit(?:y|ies)|tornado|monte carlo|simulation)\b/iu.test(sheet.replace(/_/gu, " "));
}

/** Half a point more a year is a step of a rate: no amount of anything. */
function isAddedAmount({ operator, value, isBesideOne }: AssumedNumber): boolean {
  return (operator === "+" || operator === "-") && !isBesideOne && Math.abs(value) >= 1;
}

function draft(context: AuditContext, typed: readonly Typed[]): FindingDraft {
  const first = typed[0]!;
  const { sheet } = first.address;
  const meanings = new Set(typed.map(({ address }) => context.meaningAt(address)));
  const labels = [...meanings].filter((meaning) => meaning !== null);
  /** Cells without a name beside named ones are not theirs. */
  const isOneRow = labels.length === 1 && meanings.size === 1;
  const ranges = coverCells(typed.map(({ address }) => address));
  const shown = distinct(typed).map(({ number, address }) => literal(number.value, number.written, address));
  const rate = typed.some(({ numbers }) =>
    numbers.some(({ operator, value, isBesideOne }) => isBesideOne || (operator === "*" && Math.abs(value) < 3)),
  );
  const where = isOneRow ? named(labels[0]!, ranges[0]) : listed(ranges.map((range) => place(range)));
  const confidence = rate ? 0.75 : 0.65;
  const isAmount = typed.every(({ numbers }) => numbers.every(isAddedAmount));
  const stated = statedFor(context, typed);
  const contradicts = stated !== null && Math.abs(stated.value - typed[0]!.numbers[0]!.value) > 1e-9;
  const whose = labels.length === 0 ? "" : ` of “${labels[0]!.label.trim()}”${isOneRow ? "" : " and other rows"}`;
  return {
    severity: contradicts ? "high" : isStep(sheet) ? "low" : typed.length >= 3 || rate ? "medium" : "low",
    confidence: contradicts ? 0.85 : confidence,
    sheet,
    ranges,
    title: `${isAmount ? "An amount" : "An assumption"} is typed inside the formula${typed.length > 1 ? "s" : ""}${whose}`,
    aside: say`It calculates with ${listed(shown)}, typed in the formula.`,
    comment:
      stated === null
        ? say`${where} ${isOneRow || typed.length === 1 ? "calculates" : "calculate"} with ${listed(shown)}, typed in the formula rather than read from an input. ${isAmount ? "Nobody sees what it stands for, and it stays when the rest moves" : "Nobody sees the assumption, and changing it means editing every formula"}. Give it a labelled cell and refer to that.`
        : say`${where} calculates with ${listed(shown)}, typed in the formula, ${contradicts ? "while" : "although"} ${namedOnSheet(stated.meaning)} ${contradicts ? "says" : "states it:"} ${number(context, stated.cell)}. Changing that assumption does nothing here. Refer to it.`,
    nature: "slip",
    meaning: `${labels[0]?.id ?? ""}/${typed[0]!.numbers.map((one) => one.written).join()}`,
    ...(stated === null ? {} : { alsoRead: [stated.cell] }),
  };
}

function distinct(typed: readonly Typed[]) {
  const seen = new Map<string, { number: AssumedNumber; address: CellAddress }>();
  for (const { address, numbers } of typed) {
    for (const number of numbers) if (!seen.has(number.written)) seen.set(number.written, { number, address });
  }
  return [...seen.values()];
}

/** An assumption hidden as a number inside formulas. */
export const typedInFormula: AuditRule = {
  id: "typed-in-formula",
  find(context) {
    const bySheet = new Map<string, Typed[][]>();
    for (const cause of causes(context, typedOn(context))) {
      const { sheet } = cause[0]!.address;
      addTo(bySheet, sheet, cause);
    }
    return [...bySheet.values()].flatMap((onSheet) => {
      const ranked = onSheet
        .map((cause) => ({ cause, isStated: statedFor(context, cause) !== null }))
        .sort((a, b) => Number(b.isStated) - Number(a.isStated) || b.cause.length - a.cause.length)
        .map(({ cause }) => cause);
      const alone = ranked.length <= mostPerSheet + 1 ? ranked : ranked.slice(0, mostPerSheet);
      const rest = ranked.slice(alone.length).flat();
      const drafts = alone.map((cause) => draft(context, cause));
      return rest.length === 0 ? drafts : [...drafts, draft(context, sorted(rest))];
    });
  },
};

function sorted(typed: readonly Typed[]): Typed[] {
  const once = new Map(typed.map((one) => [cellKey(one.address), one]));
  return [...once.values()].sort(
    (a, b) => a.address.rowIndex0 - b.address.rowIndex0 || a.address.columnIndex0 - b.address.columnIndex0,
  );
}
