import { type CellAddress } from "../../contracts/model-map";
import { type CellErrorCode, type CellValue } from "../../contracts/workbook-snapshot";
import { cellKey, type AuditContext } from "../audit-context";
import { type AuditRule, type FindingDraft } from "../audit-rule";
import { coverCells } from "../cover-cells";
import { listed, named, place, say } from "../say";

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

interface ErrorCell {
  readonly address: CellAddress;
  readonly code: CellErrorCode;
}

function errorCode(value: CellValue): CellErrorCode | null {
  return typeof value === "object" && value !== null ? value.error : null;
}

/** Errors where they begin; what only passes them on is counted among the dependents. */
function originsOf(context: AuditContext): ErrorCell[] {
  const origins: ErrorCell[] = [];
  for (const sheet of context.index.sheets) {
    for (const cell of sheet.snapshot.cells) {
      const code = errorCode(cell.value);
      if (code === null) continue;
      const address = { sheet: sheet.name, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 };
      if (!readsAnError(context, address)) origins.push({ address, code });
    }
  }
  return origins;
}

function readsAnError(context: AuditContext, address: CellAddress): boolean {
  return context.index.precedentsOf(address).some((range) => {
    for (const cell of context.index.cellsIn(range)) if (errorCode(cell.value) !== null) return true;
    return false;
  });
}

/** Neighbouring errors of one kind have one cause. */
function groups(origins: readonly ErrorCell[]): ErrorCell[][] {
  const byPlace = new Map(origins.map((origin) => [cellKey(origin.address), origin]));
  const seen = new Set<ErrorCell>();
  return origins.flatMap((first) => {
    if (seen.has(first)) return [];
    seen.add(first);
    const group = [first];
    for (let i = 0; i < group.length; i++) {
      const { sheet, rowIndex0, columnIndex0 } = group[i]!.address;
      for (const [down, right] of [
        [0, 1],
        [0, -1],
        [1, 0],
        [-1, 0],
        [0, 2],
        [0, -2],
      ] as const) {
        const next = byPlace.get(cellKey({ sheet, rowIndex0: rowIndex0 + down, columnIndex0: columnIndex0 + right }));
        if (next === undefined || next.code !== first.code || seen.has(next)) continue;
        seen.add(next);
        group.push(next);
      }
    }
    return [group];
  });
}

export const errorValues: AuditRule = {
  id: "error-values",
  find(context) {
    return groups(originsOf(context)).map((group): FindingDraft => {
      const first = group[0]!;
      const ranges = coverCells(group.map((origin) => origin.address));
      const meaning = context.meaningAt(first.address);
      const reason = reasons[first.code] ?? {
        why: "its value could not be calculated",
        mend: "Mend what it reads.",
        severity: "medium" as const,
      };
      const spread = context.index.dependentsOf(first.address).length > 0;
      const where = meaning === null ? say`${listed(ranges.map((range) => place(range)))}` : named(meaning, ranges[0]);
      const reads = context.index.precedentsOf(first.address);
      const from = reads.length === 0 ? [] : say` It reads ${listed(reads.map((range) => place(range)))}.`;
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
        meaning: `${first.code}/${meaning?.id ?? context.cellAt(first.address)?.formula?.replace(/\d+/gu, "") ?? ""}`,
      };
    });
  },
};
