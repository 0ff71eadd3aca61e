import { transformNumber } from "../../../src/filings/xbrl/transform-number";

const number = (printed: string, format?: string, scale?: string, sign?: string) =>
  transformNumber(printed, { format, scale, sign });

describe("transformNumber", () => {
  it.each([
    ["1,234", "ixt:num-dot-decimal", "3", undefined, 1_234_000],
    ["1,234.5", "ixt:numdotdecimal", "6", "-", -1_234_500_000],
    ["1.234,5", "ixt:num-comma-decimal", undefined, undefined, 1234.5],
    ["1 234 567", "ixt:num-dot-decimal", "0", undefined, 1_234_567],
    ["21.4", "ixt:num-dot-decimal", "-2", undefined, 0.214],
    ["0.07", "ixt:num-dot-decimal", "-2", undefined, 0.0007],
    [".5", "ixt:num-dot-decimal", "6", undefined, 500_000],
    ["—", "ixt:fixed-zero", "6", undefined, 0],
    ["–", "ixt:zerodash", "6", "-", 0],
    ["nil", "ixt:nocontent", undefined, undefined, 0],
    ["one hundred twenty-one", "ixt-sec:numwordsen", undefined, undefined, 121],
    ["no", "ixt-sec:numwordsen", undefined, undefined, 0],
    ["12345.67", undefined, undefined, undefined, 12345.67],
  ])("reads %s (%s, scale %s, sign %s)", (printed, format, scale, sign, value) => {
    expect(number(printed, format, scale, sign)).toBe(value);
  });

  it("leaves no binary noise where multiplying would", () => {
    expect(number("1.1", "ixt:num-dot-decimal", "6")).toBe(1_100_000);
    expect(number("8.41", "ixt:num-dot-decimal", "9")).toBe(8_410_000_000);
  });

  it.each([
    ["about ten", "ixt:num-dot-decimal"],
    ["12", "ixt:date-month-day"],
    ["", "ixt:num-dot-decimal"],
    ["1.2.3", "ixt:num-dot-decimal"],
  ])("cannot tell what %s (%s) is", (printed, format) => {
    expect(number(printed, format)).toBeNull();
  });
});
