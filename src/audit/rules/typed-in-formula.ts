import { type CellAddress } from "../../contracts/model-map";
import { cellKey, type AuditContext } from "../audit-context";
import { type AuditRule, type FindingDraft } from "../audit-rule";
import { coverCells } from "../cover-cells";
import { calls, typedNumbers, type TypedNumber } from "../formula-shape";
import { listed, literal, named, place, say } from "../say";

/** Numbers of the calendar, of scale and of averaging: no assumption hides in them. */
const plain = new Set([
  0, 1, 2, 3, 4, 5, 6, 7, 10, 12, 24, 30, 31, 52, 100, 250, 252, 260, 360, 365, 366, 1000, 10000, 1e6, 1e9, 0.5, 0.25,
  365.25, 1024, 60, 3600,
]);
const places = new Set([
  "DATE",
  "OFFSET",
  "INDEX",
  "ROW",
  "COLUMN",
  "CHOOSE",
  "EDATE",
  "EOMONTH",
  "YEAR",
  "RAND",
  "RANDBETWEEN",
  "TEXT",
  "MID",
  "LEFT",
  "RIGHT",
]);
/** More causes a sheet than this are told as one. */
const mostPerSheet = 2;

interface Typed {
  readonly address: CellAddress;
  readonly numbers: readonly TypedNumber[];
}

function isAssumption({ value }: TypedNumber): boolean {
  return !plain.has(Math.abs(value)) && !isYear(value);
}

function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1990 && value <= 2100;
}

function typedOn(context: AuditContext): Typed[] {
  const found: Typed[] = [];
  for (const { sheet, cell } of context.index.formulaCells()) {
    const address = { sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 };
    if (!/\d/u.test(cell.formula!.replace(/\$?[A-Z]{1,3}\$?\d+/gu, ""))) continue;
    const formula = context.index.formulaAt(address);
    if (formula?.kind !== "read" || calls(formula.root, places) || context.index.precedentsOf(address).length === 0)
      continue;
    const isStep = context.meaningAt(address) === null && context.index.precedentsOf(address).length === 1;
    const numbers = typedNumbers(formula.root).filter(
      (number) => isAssumption(number) && !(isStep && (number.operator === "+" || number.operator === "-")),
    );
    if (numbers.length > 0) found.push({ address, numbers });
  }
  return found;
}

/** Formulas with the same typed numbers on a sheet have one cause, and so has a row whatever its numbers. */
function causes(found: readonly Typed[]): Typed[][] {
  const groups: Typed[][] = [];
  const byNumbers = new Map<string, Typed[]>();
  for (const typed of found) {
    const { sheet, rowIndex0 } = typed.address;
    const keys = [
      `${sheet}/${typed.numbers.map((one) => `${one.operator}${one.written}`).join()}`,
      `${sheet}/row ${rowIndex0}`,
    ];
    const group = keys.map((key) => byNumbers.get(key)).find((known) => known !== undefined) ?? [];
    if (group.length === 0) groups.push(group);
    group.push(typed);
    for (const key of keys) byNumbers.set(key, group);
  }
  return groups;
}

function draft(context: AuditContext, typed: readonly Typed[]): FindingDraft {
  const first = typed[0]!;
  const { sheet } = first.address;
  const labels = [
    ...new Set(typed.map(({ address }) => context.meaningAt(address)).filter((meaning) => meaning !== null)),
  ];
  const ranges = coverCells(typed.map(({ address }) => address));
  const shown = distinct(typed).map(({ number, address }) => literal(number.value, number.written, address));
  const rate = typed.some(({ numbers }) =>
    numbers.some(({ operator, value }) => operator === "*" && Math.abs(value) < 3),
  );
  const where = labels.length === 1 ? named(labels[0]!, ranges[0]) : listed(ranges.map((range) => place(range)));
  const confidence = rate ? 0.75 : 0.65;
  const whose =
    labels.length === 0 ? "" : ` of “${labels[0]!.label.trim()}”${labels.length > 1 ? " and other rows" : ""}`;
  return {
    severity: typed.length >= 3 || rate ? "medium" : "low",
    confidence,
    sheet,
    ranges,
    title: `An assumption is typed inside the formula${typed.length > 1 ? "s" : ""}${whose}`,
    aside: say`It calculates with ${listed(shown)}, typed in the formula.`,
    comment: say`${where} ${labels.length === 1 || typed.length === 1 ? "calculates" : "calculate"} with ${listed(shown)}, typed in the formula rather than read from an input. Nobody sees the assumption, and changing it means editing every formula. Give it a labelled cell and refer to that.`,
    nature: "slip",
    meaning: `${labels[0]?.id ?? ""}/${typed[0]!.numbers.map((one) => one.written).join()}`,
  };
}

function distinct(typed: readonly Typed[]) {
  const seen = new Map<string, { number: TypedNumber; address: CellAddress }>();
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
    for (const cause of causes(typedOn(context))) {
      const { sheet } = cause[0]!.address;
      bySheet.set(sheet, [...(bySheet.get(sheet) ?? []), cause]);
    }
    return [...bySheet.values()].flatMap((onSheet) => {
      const ranked = [...onSheet].sort((a, b) => b.length - a.length);
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
