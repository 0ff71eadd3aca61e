import { readDecimals } from "../../../src/filings/xbrl/read-decimals";

describe("readDecimals", () => {
  it.each([
    ["-3", null, 1_234_000, -3],
    [" 2 ", null, 0.29, 2],
    ["inf", null, 7, "INF"],
    [null, null, 7, null],
    ["many", null, 7, null],
    // As XBRL 2.1 infers decimals from precision (4.6.6): significant digits, counted from the first.
    [null, "4", 123_456, -2],
    [null, "9", 123.456, 6],
    [null, "2", 0.00123, 4],
    [null, "3", -999, 0],
    [null, "1", 1000, -3],
    [null, "INF", 5, "INF"],
    [null, "5", 0, "INF"],
    [null, "0", 5, null],
    [null, "4", null, null],
    ["0", "4", 123_456, 0],
  ])("decimals %s and precision %s of %s are %s", (decimals, precision, value, read) => {
    expect(readDecimals({ decimals, precision }, value)).toBe(read);
  });
});
