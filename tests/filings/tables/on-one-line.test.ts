import { onOneLine } from "../../../src/filings/tables/on-one-line";

test("words of a cell stand on one line with one space between any two", () => {
  expect(onOneLine("Net sales\nof  kettles")).toBe("Net sales of kettles");
  expect(onOneLine("Net\u00a0sales\t(a)")).toBe("Net sales (a)");
});

test("what is on one line already stays as it is", () => {
  expect(onOneLine("Net sales of kettles")).toBe("Net sales of kettles");
});
