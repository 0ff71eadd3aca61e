import { circularity } from "../../../../src/audit/rules/checks/circularity";
import { placeholders } from "../../../../src/audit/rules/typed/placeholder";
import { unusedInput } from "../../../../src/audit/rules/unused/unused-input";
import { sheet, workbook, type WrittenCell, type WrittenSheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

describe("inputs nothing reads", () => {
  const used = {
    A1: "Tax rate",
    B1: [0.25, 0.25, "0%"] as const,
    A2: "Beta",
    B2: 1.2,
    A3: "Risk-free rate",
    B3: [0.04, 0.04, "0%"] as const,
    A4: "Equity risk premium",
    B4: [0.05, 0.05, "0%"] as const,
    A5: "Inflation",
    B5: [0.02, 0.02, "0%"] as const,
    A7: "Cost of equity",
    B7: ["=B3+B2*B4*(1-B1)", 0.1] as const,
  };

  it("reports an input that moves nothing among inputs that do", () => {
    expect(placesOf(findWith(unusedInput, sheet(used)))).toEqual(["Sheet1!B5"]);
  });

  it("says nothing where every input is read", () => {
    expect(findWith(unusedInput, sheet({ ...used, A8: "Real", B8: ["=B7-B5", 0.08] }))).toEqual([]);
  });

  it("says nothing where a computed reference may read it", () => {
    expect(findWith(unusedInput, sheet({ ...used, A8: "Picked", B8: ["=OFFSET(B1,D1,0)", 1.2] }))).toEqual([]);
    expect(findWith(unusedInput, sheet({ ...used, A8: "Picked", B8: ['=INDIRECT("B"&D1)', 1.2] }))).toEqual([]);
    expect(placesOf(findWith(unusedInput, sheet({ ...used, A8: "Beta", B8: ["=OFFSET(B1,1,0)", 1.2] })))).toEqual([
      "Sheet1!B5",
    ]);
  });
});

describe("rows of assumptions nothing reads", () => {
  const years = ["", "2025E", "2026E", "2027E"] as const;
  const assumptions = (last: readonly WrittenCell[]) =>
    sheet(
      rows(
        years,
        ["Price", 10, 11, 12],
        ["Volume", 5, 6, 7],
        ["Discount", 1, 1, 1],
        ["Minimum cash", 50, 50, 50],
        ["Revenue", ...last],
      ),
    );

  it("reports a typed row that drives nothing among rows that do", () => {
    const findings = findWith(unusedInput, assumptions(["=(B2-B4)*B3", "=(C2-C4)*C3", "=(D2-D4)*D3"]));
    expect(placesOf(findings)).toEqual(["Sheet1!B5:D5"]);
  });

  it("says nothing where one cell of the row is read", () => {
    expect(findWith(unusedInput, assumptions(["=(B2-B4)*B3", "=(C2-C4)*C3+C5", "=(D2-D4)*D3"]))).toEqual([]);
  });
});

describe("placeholders", () => {
  it("reports text that promises content", () => {
    expect(placesOf(findWith(placeholders, sheet({ A1: "[Company Name]", A2: "Revenue", B2: "TBD" })))).toEqual([
      "Sheet1!A1,B2",
    ]);
  });

  it("accepts ordinary words", () => {
    expect(findWith(placeholders, sheet({ A1: "Company name", A2: "Insertions" }))).toEqual([]);
  });

  it("accepts a status in a column of flags, but not among figures", () => {
    const listed = (...states: readonly WrittenCell[]) =>
      sheet(rows(...states.map((state, i): WrittenCell[] => [`Item ${i}`, state])));
    expect(findWith(placeholders, listed(1, 0, 1, "TODO", 1, 0))).toEqual([]);
    expect(findWith(placeholders, listed(14, 27, 31, "TODO", 45, 52))).toHaveLength(1);
  });
});

describe("circles", () => {
  const cells = { A1: "Interest", B1: ["=B2*0.05", 5] as const, A2: "Debt", B2: ["=100+B1", 105] as const };

  it("reports a circle where the workbook does not ask for iteration", () => {
    const findings = findWith(circularity, workbook({ Model: cells }, { iterative: false }));
    expect(findings.map(({ severity }) => severity)).toEqual(["high"]);
    expect(wordsOf(findings[0])).toContain("in a circle");
  });

  it("calls a circle that is iterated on purpose a small risk", () => {
    expect(
      findWith(circularity, workbook({ Model: cells }, { iterative: true })).map(({ severity }) => severity),
    ).toEqual(["low"]);
  });

  it("says less of a circle that a switch may keep open", () => {
    const cells = {
      A1: "Switch",
      B1: 0,
      A2: "Interest",
      B2: ["=IF(B1=1,B3*0.1,5)", 5],
      A3: "Debt",
      B3: ["=100+B2", 105],
    } satisfies WrittenSheet;
    const [finding] = findWith(circularity, workbook({ Model: cells }, { iterative: false }));
    expect(finding!.severity).toBe("medium");
    expect(wordsOf(finding)).toContain("may keep it open today");
  });

  it("finds none where there is none", () => {
    expect(findWith(circularity, sheet({ A1: "Debt", B1: ["=B2*2", 2], B2: 1 }))).toEqual([]);
  });
});
