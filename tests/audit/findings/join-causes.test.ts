import { plainText } from "../../../src/contracts/rich-text";
import { runAudit } from "../../../src/audit/run-audit";
import { understandModel } from "../../../src/model/understand-model";
import { indexWorkbook } from "../../../src/workbook/index-workbook";
import { sheet, workbook, type WrittenSheet } from "../../support/sheet";
import { placesOf, rows } from "../find-with";

const years = ["USD m", "2024E", "2025E", "2026E", "2027E", "2028E"];

function auditOf(cells: WrittenSheet) {
  const index = indexWorkbook(sheet(cells));
  return runAudit(index, understandModel(index));
}

describe("one finding a cause", () => {
  it("tells a total that leaves out a row and breaks its row's formula as one", () => {
    const findings = auditOf(
      rows(
        years,
        ["Research", 10, 11, 12, 13, 14],
        ["Selling", 20, 21, 22, 23, 24],
        ["Administration", 5, 6, 7, 8, 9],
        [
          "Total operating expenses",
          ["=SUM(B2:B4)", 35],
          ["=SUM(C2:C4)", 38],
          ["=SUM(D2:D3)", 34],
          ["=SUM(E2:E4)", 44],
          ["=SUM(F2:F4)", 47],
        ],
      ),
    ).filter(({ cells }) => cells.includes("D5"));
    expect(placesOf(findings)).toEqual(["Sheet1!D5"]);
    expect(findings[0]!.rule).toBe("range-omits-neighbour");
    expect(plainText(findings[0]!.comment)).toContain("B5 beside it covers B2:B4.");
  });

  it("keeps two rows apart that break in one column for different reasons", () => {
    const findings = auditOf(
      rows(
        years,
        ["Volume", 10, 11, 12, 13, 14],
        ["Price", 2, 2, 2, 2, 2],
        ["Sales", ["=B2*B3", 20], ["=C2*C3", 22], ["=D2*2", 24], ["=E2*E3", 26], ["=F2*F3", 28]],
        ["Fees", ["=B2/10", 1], ["=C2/10", 1.1], ["=C2/10", 1.1], ["=E2/10", 1.3], ["=F2/10", 1.4]],
      ),
    ).filter(({ rule }) => rule === "row-drift");
    expect(placesOf(findings).sort()).toEqual(["Sheet1!D4", "Sheet1!D5"]);
  });

  it("does not take the one right cell of a row into a finding on the others", () => {
    const index = indexWorkbook(
      workbook({
        Plan: rows(["USD m", 2025, 2026, 2027, 2028], ["Net borrowing", 0, 0, 50, 0]),
        Cash: rows(
          ["USD m", 2025, 2026, 2027, 2028],
          ["Net income", 10, 11, 12, 13],
          ["Net borrowing", ["=-Plan!B2", 0], ["=-Plan!C2", 0], ["=Plan!D2", 50], ["=-Plan!E2", 0]],
        ),
      }),
    );
    const findings = runAudit(index, understandModel(index)).filter(({ sheet: name }) => name === "Cash");
    expect(placesOf(findings.filter(({ cells }) => cells.join().includes("B3")))).toEqual(["Cash!B3:C3,E3"]);
  });
});
