import { scaleOfFormat, unitOfFormat } from "../../src/model/number-format";

describe("scale in a format", () => {
  it.each([
    ["#,##0.0,,", 1],
    ['$#,##0.0,,"m"', 1],
    ["#,##0,_);(#,##0,)", 1],
    ['#,##0.0"m"', 1e6],
    ['$0.0"bn"', 1e9],
    ['#,##0"k"', 1e3],
    ["#,##0.00", null],
    ["#,##0_);(#,##0)", null],
    ["0.0%", null],
    ["mmm-yy", null],
    [null, null],
  ])("%s shows %s", (format, scale) => {
    expect(scaleOfFormat(format)).toBe(scale);
  });

  it("knows a switch by its format", () => {
    expect(unitOfFormat('[=1]"Yes";[=0]"No"')).toEqual({ kind: "count", currency: null });
  });
});
