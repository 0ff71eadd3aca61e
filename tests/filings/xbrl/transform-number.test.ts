import { transformNumber } from "../../../src/filings/xbrl/transform-number";

const number = (printed: string, format?: string, scale?: string, sign?: string) =>
  transformNumber(printed, { format, scale, sign });

describe("transformNumber", () => {
  it.each([
    ["1,234", "ixt:num-dot-decimal", "3", undefined, 1_234_000],
    ["1,234.5", "ixt:numdotdecimal", "6", "-", -1_234_500_000],
    ["1 234 567", "ixt:num-dot-decimal", "0", undefined, 1_234_567],
    ["1,234.50", "ixt:numcommadot", undefined, undefined, 1234.5],
    ["1,234567", "ixt:numdotdecimal", undefined, undefined, 1_234_567],
    ["1\u2009234\u00a0567.5", "ixt:numdotdecimal", undefined, undefined, 1_234_567.5],
    ["12,34", "ixt:num-dot-decimal", undefined, undefined, 1234],
    ["1 234.567 8", "ixt:num-dot-decimal", undefined, undefined, 1234.5678],
    ["１，２３４．５", "ixt:num-dot-decimal", undefined, undefined, 1234.5],
    ["१२,३४,५६७", "ixt:numdotdecimalin", undefined, undefined, 1_234_567],
    [" 1,234\n", "ixt:num-dot-decimal", "-3", undefined, 1.234],
    ["5", "ixt:num-dot-decimal", "", "", 5],
    ["1 234.50", "ixt:numspacedot", undefined, undefined, 1234.5],
    ["12,34,567.8", "ixt:numdotdecimalin", undefined, undefined, 1_234_567.8],
    ["1'234'567.89", "ixt:num-dot-decimal-apos", undefined, undefined, 1_234_567.89],
    ["21.4", "ixt:num-dot-decimal", "-2", undefined, 0.214],
    ["0.07", "ixt:num-dot-decimal", "-2", undefined, 0.0007],
    [".5", "ixt:num-dot-decimal", "6", undefined, 500_000],
    ["1.234,5", "ixt:num-comma-decimal", undefined, undefined, 1234.5],
    ["1.234.567", "ixt:numcommadecimal", "3", "-", -1_234_567_000],
    ["1 234,5", "ixt:numspacecomma", undefined, undefined, 1234.5],
    ["1.234,56", "ixt:numdotcomma", undefined, undefined, 1234.56],
    ["1234,56", "ixt:numcomma", undefined, undefined, 1234.56],
    ["1’234,5", "ixt:num-comma-decimal-apos", undefined, undefined, 1234.5],
    ["1,234 dollars 56 cents", "ixt:num-unit-decimal", undefined, undefined, 1234.56],
    ["12 euro 5 cent", "ixt:numunitdecimal", undefined, "-", -12.05],
    ["４２円０７銭", "ixt:numunitdecimal", undefined, undefined, 42.07],
    ["1'234 francs 50", "ixt:num-unit-decimal-apos", undefined, undefined, 1234.5],
    ["—", "ixt:fixed-zero", "6", undefined, 0],
    ["none", "ixt:fixed-zero", undefined, undefined, 0],
    ["–", "ixt:zerodash", "6", "-", 0],
    ["-", "ixt:numdash", undefined, undefined, 0],
    ["one hundred twenty-one", "ixt-sec:numwordsen", undefined, undefined, 121],
    ["twelve hundred and five", "ixt-sec:numwordsen", undefined, undefined, 1205],
    ["two million, three hundred thousand and five", "ixt-sec:numwordsen", undefined, undefined, 2_300_005],
    ["Two", "ixt-sec:numwordsen", "6", undefined, 2_000_000],
    ["no", "ixt-sec:numwordsen", undefined, undefined, 0],
    ["12345.67", undefined, undefined, undefined, 12345.67],
    ["-12345.67", undefined, undefined, undefined, -12345.67],
    ["+5", undefined, undefined, undefined, 5],
    ["1.5E3", undefined, undefined, undefined, 1500],
    ["25e-4", undefined, undefined, undefined, 0.0025],
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
    ["1.234,5", "ixt:num-dot-decimal"],
    ["1,234.5", "ixt:num-comma-decimal"],
    ["(1,234)", "ixt:num-dot-decimal"],
    ["-1,234", "ixt:num-dot-decimal"],
    ["12%", "ixt:num-dot-decimal"],
    ["1,,234", "ixt:num-dot-decimal"],
    ["1,23", "ixt:numdotdecimal"],
    ["1,234,5", "ixt:numcommadot"],
    ["12 34", "ixt:numdotdecimal"],
    ["1 234", "ixt:numcommadot"],
    ["1.5", "ixt:numcommadecimal"],
    ["1.234", "ixt:numcomma"],
    ["1,23,4567", "ixt:numdotdecimalin"],
    ["12²", "ixt:num-dot-decimal"],
    ["½", "ixt:num-dot-decimal"],
    ["1.5 dollars 20 cents", "ixt:num-unit-decimal"],
    ["7", "ixt:numroman"],
    ["7", "ixt:toString"],
    ["1,234", undefined],
    ["12 34", undefined],
    ["NaN", undefined],
    ["INF", undefined],
    ["12", "ixt:zerodash"],
    ["nil", "ixt:nocontent"],
    ["", "ixt:fixed-empty"],
    ["∞", "ixt-sec:numinf"],
    ["1,23", undefined],
    ["five and six", "ixt-sec:numwordsen"],
    ["two three", "ixt-sec:numwordsen"],
    ["two thousand three million", "ixt-sec:numwordsen"],
    ["12 dollars", "ixt:num-unit-decimal"],
  ])("cannot tell what %s (%s) is", (printed, format) => {
    expect(number(printed, format)).toBeNull();
  });

  it.each([
    ["3.5", "-"],
    ["0x3", ""],
    ["400", ""],
    ["3", "+"],
    ["3", "−"],
  ])("cannot tell what scale %s and sign %s mean", (scale, sign) => {
    expect(number("5", "ixt:num-dot-decimal", scale, sign)).toBeNull();
  });

  it("cannot tell a number beyond all counting", () => {
    expect(number("9".repeat(400), "ixt:num-dot-decimal")).toBeNull();
  });

  it("cannot tell what a minus that is marked as a minus too means", () => {
    expect(number("-5", undefined, undefined, "-")).toBeNull();
  });
});
