import { type CellAddress } from "../../../contracts/model-map";
import { type CellErrorCode, type CellRange, type CellValue } from "../../../contracts/workbook-snapshot";
import { formatFullReference } from "../../../workbook/address";
import { walkFormula } from "../../../workbook/walk-formula";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { formulaWords } from "../../findings/identity";
import { coverCells } from "../../lines/cover-cells";
import { cellOf } from "../../lines/formula-shape";
import { calledAt } from "../../lines/name-cell";
import { listed, named, place, say } from "../../wording/say";
import { addTo } from "../../../workbook/group-by";

const reasons: Partial<Record<CellErrorCode, { why: string; mend: string; severity: "high" | "medium" }>> = {
  "#REF!": { why: "it points at a cell that was deleted", mend: "Point it at the cell it lost.", severity: "high" },
  "#NAME?": {
    why: "it uses a name or function that this workbook does not know",
    mend: "Define the name or mend the spelling.",
    severity: "high",
  },
  "#VALUE!": {
    why: "it calculates with text or with a range where one number is needed",
    mend: "Give it numbers, or the array form it needs.",
    severity: "high",
  },
  "#NUM!": {
    why: "the calculation has no answer, often because the cash flows never change sign",
    mend: "Check the flows and the first guess.",
    severity: "medium",
  },
  "#DIV/0!": {
    why: "it divides by zero or by a blank",
    mend: "Check the divisor: it may be the wrong row, or not filled in yet.",
    severity: "medium",
  },
  "#N/A": {
    why: "a look-up finds no match",
    mend: "Check the key it looks for and the range it looks in.",
    severity: "medium",
  },
};

const inACircle = {
  why: "its own result comes back to it in a circle, so the error feeds itself and stays even when its first cause is gone",
  mend: "Break the circle, let one formula stop reading the other, then calculate again.",
  severity: "high",
} as const;

interface ErrorCell {
  readonly address: CellAddress;
  readonly code: CellErrorCode;
}

function errorCode(value: CellValue): CellErrorCode | null {
  return typeof value === "object" && value !== null ? value.error : null;
}

/** By cell: the cells that go round with it. */
type Circles = ReadonlyMap<string, ReadonlySet<string>>;

function circlesOf(context: AuditContext): Circles {
  const circles = new Map<string, ReadonlySet<string>>();
  for (const group of context.model.circularGroups) {
    const keys = new Set(group.map(cellKey));
    for (const key of keys) circles.set(key, keys);
  }
  return circles;
}

/** Errors where they begin; what only passes them on is counted among the dependents. A circle hands its error round for ever: all of it is where it begins. */
function originsOf(context: AuditContext, circles: Circles): ErrorCell[] {
  const origins: ErrorCell[] = [];
  for (const sheet of context.index.sheets) {
    for (const cell of sheet.snapshot.cells) {
      const code = errorCode(cell.value);
      if (code === null || (code === "#N/A" && /\bNA\(\)/iu.test(cell.formula ?? ""))) continue;
      const address = { sheet: sheet.name, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 };
      if (!readsAnError(context, address, circles.get(cellKey(address)))) origins.push({ address, code });
    }
  }
  return origins;
}

/** Apart from the errors of the circle it is itself in. */
function readsAnError(context: AuditContext, address: CellAddress, circle?: ReadonlySet<string>): boolean {
  return context.index.precedentsOf(address).some((range) => {
    for (const cell of context.index.cellsIn(range)) {
      if (errorCode(cell.value) === null) continue;
      const read = { sheet: range.sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 };
      if (circle?.has(cellKey(read)) !== true) return true;
    }
    return false;
  });
}

/** Neighbouring errors of one kind have one cause, and so have copies of one formula on a sheet and the cells of a circle. */
function groups(context: AuditContext, origins: readonly ErrorCell[], circles: Circles): ErrorCell[][] {
  const byPlace = new Map(origins.map((origin) => [cellKey(origin.address), origin]));
  const byFormula = new Map<string, ErrorCell[]>();
  const formulaKey = ({ address, code }: ErrorCell) =>
    `${address.sheet}/${code}/${context.index.r1c1At(address) ?? cellKey(address)}`;
  for (const origin of origins) addTo(byFormula, formulaKey(origin), origin);
  const seen = new Set<ErrorCell>();
  return origins.flatMap((first) => {
    if (seen.has(first)) return [];
    seen.add(first);
    const group = [first];
    for (let i = 0; i < group.length; i++) {
      const { sheet, rowIndex0, columnIndex0 } = group[i]!.address;
      const beside = steps.map(([down, right]) =>
        byPlace.get(cellKey({ sheet, rowIndex0: rowIndex0 + down, columnIndex0: columnIndex0 + right })),
      );
      const around = [...(circles.get(cellKey(group[i]!.address)) ?? [])].map((key) => byPlace.get(key));
      for (const next of [...beside, ...around, ...byFormula.get(formulaKey(group[i]!))!]) {
        if (
          next === undefined ||
          next.address.sheet !== first.address.sheet ||
          next.code !== first.code ||
          seen.has(next)
        )
          continue;
        seen.add(next);
        group.push(next);
      }
    }
    return [group];
  });
}

const steps = [
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
  [0, 2],
  [0, -2],
] as const;

/** The one cell it divides by, where that is blank or nought. */
function emptyDivisor(context: AuditContext, address: CellAddress): CellAddress | null {
  const formula = context.index.formulaAt(address);
  if (formula?.kind !== "read") return null;
  for (const node of walkFormula(formula.root)) {
    if (node.kind !== "binary" || node.operator !== "/") continue;
    const divisor = cellOf(context, address, node.right);
    const value = divisor === null ? undefined : (context.cellAt(divisor)?.value ?? null);
    if (divisor !== null && (value === null || value === 0 || value === "")) return divisor;
  }
  return null;
}

function distinctRanges(ranges: readonly CellRange[]): CellRange[] {
  return [...new Map(ranges.map((range) => [formatFullReference(range), range])).values()];
}

export const errorValues: AuditRule = {
  id: "error-values",
  find(context) {
    const circles = circlesOf(context);
    return groups(context, originsOf(context, circles), circles).map((group): FindingDraft => {
      const first = group[0]!;
      const ranges = coverCells(group.map((origin) => origin.address));
      const meaning = context.meaningAt(first.address);
      const isCircle = circles.has(cellKey(first.address));
      const reason = (isCircle ? inACircle : reasons[first.code]) ?? {
        why: "its value could not be calculated",
        mend: "Mend what it reads.",
        severity: "medium" as const,
      };
      const spread = context.index.dependentsOf(first.address).length > 0;
      const where = meaning === null ? say`${listed(ranges.map((range) => place(range)))}` : named(meaning, ranges[0]);
      const reads = distinctRanges(context.index.precedentsOf(first.address));
      const divisor = first.code === "#DIV/0!" ? emptyDivisor(context, first.address) : null;
      const from =
        divisor !== null
          ? say` Its divisor ${calledAt(context, divisor)} (${place(divisor)}) is ${context.numberAt(divisor) === 0 ? "nought" : "blank"}.`
          : reads.length === 0
            ? []
            : say` It reads ${listed(reads.map((range) => place(range)))}.`;
      const effect = spread
        ? "Every cell that builds on it shows an error too."
        : "Nothing builds on it yet, but a reader cannot use it.";
      return {
        severity: spread ? reason.severity : "medium",
        confidence: 0.97,
        sheet: first.address.sheet,
        ranges,
        title: `${first.code} ${meaning === null ? "begins here" : `in “${meaning.label.trim()}”`}`,
        comment: say`${where} shows ${first.code}: ${reason.why}.${from} ${effect} ${reason.mend}`,
        meaning: `${first.code}/${meaning?.id ?? formulaWords(context.cellAt(first.address)?.formula ?? "")}`,
      };
    });
  },
};
