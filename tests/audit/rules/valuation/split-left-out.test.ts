import { splitLeftOut } from "../../../../src/audit/rules/valuation/split-left-out";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

type Line = readonly (WrittenCell | null)[];

/** Debt of 1,000 split into three tranches, and a list of sources below. */
const financed = (share: number, ...sources: readonly Line[]) =>
  sheet(
    rows(
      ["Total debt raised", null, 1000],
      ["Revolver", share, ["=$C$1*B2", 1000 * share]],
      ["Term loan", 0.6, ["=$C$1*B3", 600]],
      ["Notes", 0.4 - share, ["=$C$1*B4", 1000 * (0.4 - share)]],
      ["Sources"],
      ...sources,
    ),
  );
const equity: Line = ["Sponsor equity", null, 500];

describe("a split of the financing", () => {
  it("is reported where one tranche reaches no source", () => {
    const findings = findWith(
      splitLeftOut,
      financed(0.1, ["Term loan", null, ["=C3", 600]], ["Notes", null, ["=C4", 300]], equity, [
        "Total sources",
        null,
        ["=SUM(C6:C8)", 1400],
      ]),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!C6:C7"]);
    expect(wordsOf(findings[0])).toContain("but not “Revolver” of 100 in C2, 10.0% of it");
  });

  it("is accepted where all of them do", () => {
    const findings = findWith(
      splitLeftOut,
      financed(
        0.1,
        ["Revolver", null, ["=C2", 100]],
        ["Term loan", null, ["=C3", 600]],
        ["Notes", null, ["=C4", 300]],
        equity,
        ["Total sources", null, ["=SUM(C6:C9)", 1500]],
      ),
    );
    expect(findings).toEqual([]);
  });

  it("is accepted where the tranche left aside is not drawn", () => {
    const findings = findWith(
      splitLeftOut,
      financed(0, ["Term loan", null, ["=C3", 600]], ["Notes", null, ["=C4", 400]], equity, [
        "Total sources",
        null,
        ["=SUM(C6:C8)", 1500],
      ]),
    );
    expect(findings).toEqual([]);
  });
});
