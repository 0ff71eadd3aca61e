import { type CellAddress } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { labelledRows } from "../../lines/labelled-rows";
import { listed, place, say } from "../../wording/say";
import { groupBy } from "../../../workbook/group-by";

/** "+$516mm", "~6.2% blended", "10.5x": a figure with its unit, and hardly a word beside it. */
const figure =
  /^\s*[~≈≃+(-]*\s*(?:us)?[$€£₹]\s?\d[\d.,]*\s*(?:k|m|mm|mn|bn|b|million|billion|crore|cr)?\)?(?:\s+\p{L}{2,12})?\s*$|^\s*[~≈≃+(-]*\s*\d[\d.,]*\s?(?:%|x|bps)\)?(?:\s+\p{L}{2,12})?\s*$/iu;
/** Terms of a contract and ranges are words. */
const terms = /\b(?:fixed|floating|floor|per|each|p\.?a|max|min|cap|coupon)\b/iu;

interface Shown {
  readonly address: CellAddress;
  readonly text: string;
}

/** Figures in words within a table whose row calculates, right of what it calculates. */
function shownOn(context: AuditContext): Shown[] {
  const calculated = new Map<string, number>();
  for (const { sheet, rowIndex0, cells } of labelledRows(context)) {
    const line = `${sheet}/${rowIndex0}`;
    if (cells.some(({ cell }) => cell.formula !== null && typeof cell.value === "number"))
      calculated.set(line, rowIndex0);
  }
  return context.index.sheets.flatMap(({ name: sheet, snapshot }) =>
    snapshot.cells.flatMap(({ value, formula, rowIndex0, columnIndex0 }): Shown[] => {
      if (typeof value !== "string" || formula !== null || !figure.test(value) || terms.test(value)) return [];
      const isBeside = [0, -1, 1, -2].some((step) => calculated.has(`${sheet}/${rowIndex0 + step}`));
      return isBeside ? [{ address: { sheet, rowIndex0, columnIndex0 }, text: value.trim() }] : [];
    }),
  );
}

function draft(context: AuditContext, found: readonly Shown[]): FindingDraft {
  const first = found[0]!;
  const one = found.length === 1;
  const isRead = found.some(({ address }) => context.index.isRead(address));
  return {
    severity: isRead ? "high" : "medium",
    confidence: 0.8,
    sheet: first.address.sheet,
    ranges: coverCells(found.map(({ address }) => address)),
    title: one ? `“${first.text}” is typed as words` : "Figures are typed as words",
    comment: say`${listed(found.map(({ address, text }) => say`“${place(address, text)}”`))} ${one ? "is" : "are"} typed as text beside figures that are calculated. ${isRead ? "A formula reads it, and text is no number to calculate with" : `Text follows nothing: when the model moves, the reader keeps reading the old ${one ? "figure" : "figures"}`}. Put a number or a formula there, with the unit as a number format.`,
    nature: "slip",
    meaning: `words/${found.map(({ text }) => text).join("/")}`,
    aside: say`The figure is typed as text.`,
  };
}

/** Results shown as typed words beside live figures. */
export const figureInWords: AuditRule = {
  id: "figure-in-words",
  find(context) {
    const bySheet = groupBy(shownOn(context), (one) => one.address.sheet);
    return [...bySheet.values()].map((found) => draft(context, found));
  },
};
