import { readCell } from "../../../src/filings/read-facts/read-cell";

test.each([
  ["1,234", 1234],
  ["$ (1,234.5)", -1234.5],
  ["$(12)", -12],
  ["(12)", -12],
  ["-12", -12],
  ["US$1,000", 1000],
  ["1,234 *", 1234],
  ["9,400 (1)", 9400],
])("%s is %d", (text, value) => {
  expect(readCell(text)?.value).toBe(value);
});

test.each(["—", "12%", "1,2345", "(12", "12)", "3 to 5", "2006 and 2005", "n/a", "1.2 million", ""])(
  "“%s” is not plainly one number",
  (text) => {
    expect(readCell(text)).toBeNull();
  },
);
