import { showValue } from "../../../src/taskpane/text/show-value";

describe("a number as a reader writes it", () => {
  it.each([
    [0.2283, true, "22.83%"],
    [1234.5678, false, "1,234.568"],
    [0.00045678, false, "0.000457"],
    [-3, false, "-3"],
    [0, false, "0"],
  ])("shows %d (percent: %s) as %s", (value, isPercent, shown) => {
    expect(showValue(value, isPercent)).toBe(shown);
  });
});
