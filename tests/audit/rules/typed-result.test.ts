import { typedResult } from "../../../src/audit/rules/typed-result";
import { sheet } from "../../support/sheet";
import { findWith, placesOf, rows } from "../find-with";

const years = ["USD m", "2023A", "2024E", "2025E", "2026E"];
const across = (write: (column: string) => string) => ["C", "D", "E"].map((column) => [write(column), 50] as const);
const before = { C: "B", D: "C", E: "D" } as Record<string, string>;
const lines = (net: readonly (string | number | readonly [string, number])[]) =>
  sheet(
    rows(
      years,
      ["Revenue", 100, ...across((c) => `=${before[c]}2*1.1`)],
      ["Cost of sales", 50, ...across((c) => `=${c}2*0.5`)],
      ["Gross profit", 50, ...across((c) => `=${c}2-${c}3`)],
      ["Net income", 20, ...net],
    ),
  );

describe("results somebody typed", () => {
  it("reports net income typed through the forecast", () => {
    expect(placesOf(findWith(typedResult, lines([22, 24, 26])))).toEqual(["Sheet1!C5:E5"]);
  });

  it("accepts a calculated result and typed history", () => {
    expect(findWith(typedResult, lines(across((c) => `=${c}4*0.4`)))).toEqual([]);
  });
});
