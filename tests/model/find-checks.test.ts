import { type ModelCheck } from "../../src/contracts/model-map";
import { findChecks } from "../../src/model/find-checks";
import { formatRange } from "../../src/workbook/address";
import { indexWorkbook } from "../../src/workbook/index-workbook";
import { sheet, type WrittenSheet } from "../support/sheet";

function checks(cells: WrittenSheet): readonly ModelCheck[] {
  return findChecks(indexWorkbook(sheet(cells)));
}

function first(cells: WrittenSheet) {
  const [check] = checks(cells);
  const { form, left, right, tolerance, masks, passes } = check!.cells[0]!;
  return { form, left: left.map(formatRange), right: right.map(formatRange), tolerance, masks, passes };
}

describe("checks", () => {
  it("reads a difference with its two sides", () => {
    expect(first({ A1: "Balance check", B1: ["=B8-(B9+B10)", 0] })).toEqual({
      form: "difference",
      left: ["B8"],
      right: ["B9", "B10"],
      tolerance: null,
      masks: [],
      passes: true,
    });
  });

  it("reads a verdict by what it shows when the sides agree", () => {
    const verdict = (value: string) =>
      first({ A1: "Cash ties to balance sheet", B1: ['=IF(B8=B9,"OK","ERROR")', value] });
    expect(verdict("OK")).toMatchObject({ form: "verdict", left: ["B8"], right: ["B9"], passes: true });
    expect(verdict("ERROR")).toMatchObject({ passes: false });
    expect(first({ A1: "Check", B1: ["=IF(B8<>B9,1,0)", 0] })).toMatchObject({ form: "verdict", passes: true });
  });

  it("looks through the cell whose difference a verdict judges", () => {
    const cells: WrittenSheet = {
      A1: "Balance Sheet Check",
      B1: ['=IFERROR(IF(ABS(B5)>1,"ERROR","OK"),"OK")', "OK"],
      A5: "Assets less liabilities",
      B5: ["=B3-B4", 0.4],
    };
    expect(first(cells)).toEqual({
      form: "verdict",
      left: ["B3"],
      right: ["B4"],
      tolerance: 1,
      masks: ["error-handler", "tolerance"],
      passes: true,
    });
  });

  it.each<[string, string, readonly string[]]>([
    ["rounding to thousands", "=ROUND(B8-B9,-3)", ["rounding", "tolerance"]],
    ["rounding to cents, which masks nothing", "=ROUND(B8-B9,2)", []],
    ["a floor at zero", "=MAX(B8-B9,0)", ["clamp"]],
    ["a cell that stands for its own answer", "=0", ["typed"]],
  ])("says what masks: %s", (_name, formula, masks) => {
    expect(first({ A1: "Check", B1: [formula, 0] }).masks).toEqual(masks);
  });

  it("says that a typed verdict checks nothing", () => {
    expect(first({ A1: "Balance check", B1: "OK" })).toMatchObject({ form: "typed", masks: ["typed"], passes: true });
  });

  it("takes no payment by cheque and no chosen case for a check", () => {
    expect(checks({ A1: "Checking account", B1: 5 })).toEqual([]);
    expect(checks({ A1: "Refinance debt", B1: ['=IF(B2="yes",B3,0)', 4] })).toEqual([]);
  });
});
