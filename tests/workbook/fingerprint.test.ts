import { fingerprintOf } from "../../src/workbook/fingerprint";
import { error, sheet, workbook } from "../support/sheet";

describe("fingerprint", () => {
  const base = sheet({ A1: "Revenue", B1: 100, C1: "=B1*2" });

  it("is the same whatever the order the cells were read in", () => {
    const reversed = base.sheets.map((each) => ({ ...each, cells: [...each.cells].reverse() }));
    expect(fingerprintOf({ sheets: reversed, names: [] })).toBe(base.fingerprint);
    expect(base.fingerprint).toMatch(/^[0-9a-f]{32}$/);
  });

  it.each([
    ["a value", sheet({ A1: "Revenue", B1: 101, C1: "=B1*2" })],
    ["a formula", sheet({ A1: "Revenue", B1: 100, C1: "=B1*3" })],
    ["a number that became text", sheet({ A1: "Revenue", B1: "100", C1: "=B1*2" })],
    ["a cell that moved", sheet({ A1: "Revenue", B2: 100, C1: "=B1*2" })],
    ["an error in place of its text", sheet({ A1: "Revenue", B1: error("#REF!"), C1: "=B1*2" })],
    ["a sheet's name", workbook({ Model: { A1: "Revenue", B1: 100, C1: "=B1*2" } })],
    [
      "a defined name",
      workbook(
        { Sheet1: { A1: "Revenue", B1: 100, C1: "=B1*2" } },
        { names: [{ name: "g", formula: "=1", sheet: null }] },
      ),
    ],
  ])("changes with %s", (_what, changed) => {
    expect(changed.fingerprint).not.toBe(base.fingerprint);
  });

  it("does not change with a number format", () => {
    expect(sheet({ A1: "Revenue", B1: [100, null, "0.00"], C1: "=B1*2" }).fingerprint).toBe(base.fingerprint);
  });
});
