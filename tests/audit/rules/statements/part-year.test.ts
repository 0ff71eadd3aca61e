import { partYear } from "../../../../src/audit/rules/statements/part-year";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

type Line = readonly (WrittenCell | null)[];
const find = (...lines: readonly Line[]) => findWith(partYear, sheet(rows(...lines)));
const upTo = (label: string) => ["USD m", "2022A", "2023A", "2024A", label];
const revenue = ["Revenue", 100, 110, 120, 95];

describe("part of a year beside full years", () => {
  it.each(["9M 2025", "YTD Sep-25", "Jan–Sep 2025", "H1 2025"])("reports growth of %s over a full year", (label) => {
    const findings = find(upTo(label), revenue, [
      "Growth %",
      "",
      ["=C2/B2-1", 0.1],
      ["=D2/C2-1", 0.09],
      ["=E2/D2-1", -0.21],
    ]);
    expect(placesOf(findings)).toEqual(["Sheet1!E3"]);
    expect(wordsOf(findings[0])).toContain("compares 95 in");
  });

  it("reports growth of a full year over part of one", () => {
    const findings = find(
      [...upTo("YTD Sep-25"), "2026E"],
      [...revenue, 140],
      ["Growth %", "", ["=C2/B2-1", 0.1], ["=D2/C2-1", 0.09], "", ["=(F2-E2)/E2", 0.47]],
    );
    expect(placesOf(findings)).toEqual(["Sheet1!F3"]);
  });

  it("reports compound growth that ends in part of a year", () => {
    const findings = find(
      upTo("YTD Sep-25"),
      ["Revenue", 150, 140, 130, 95],
      ["CAGR %", "", "", "", ["=(E2/B2)^(1/3)-1", -0.14]],
    );
    expect(placesOf(findings)).toEqual(["Sheet1!E3"]);
  });

  it("reports an average that takes part of a year for a year", () => {
    const findings = find([...upTo("9M 2025"), "Average"], [...revenue, ["=AVERAGE(B2:E2)", 106.25]]);
    expect(placesOf(findings)).toEqual(["Sheet1!F2"]);
    expect(wordsOf(findings[0])).toContain("weighs as much as a whole one");
  });

  it("reports a total over a year and its own quarters", () => {
    const findings = find(
      ["USD m", "Q1 2024", "Q2 2024", "Q3 2024", "Q4 2024", "FY2024", "Total"],
      ["Revenue", 20, 25, 30, 35, ["=SUM(B2:E2)", 110], ["=SUM(B2:F2)", 220]],
    );
    expect(placesOf(findings)).toEqual(["Sheet1!G2"]);
    expect(wordsOf(findings[0])).toContain("count twice");
  });

  it("accepts quarters added up into their year", () => {
    expect(
      find(
        ["USD m", "Q1 2024", "Q2 2024", "Q3 2024", "Q4 2024", "FY2024"],
        ["Revenue", 20, 25, 30, 35, ["=SUM(B2:E2)", 110]],
      ),
    ).toEqual([]);
  });

  it.each(["=E2*12/9/D2-1", "=(E2/9*12)/D2-1", "=E2/(D2*9/12)-1"])("accepts growth that annualises: %s", (formula) => {
    expect(find(upTo("9M 2025"), revenue, ["Growth %", "", "", "", [formula, 0.05]])).toEqual([]);
  });

  it.each(["LTM Sep-25", "9M 2025 annualised", "Jan–Dec 2025", "Apr–Mar 2025", "Jul-Jun 2025", "2025E"])(
    "accepts %s, a whole year",
    (label) => {
      expect(
        find(
          [...upTo(label), "Average"],
          [...revenue, ["=AVERAGE(B2:E2)", 106]],
          ["Growth %", "", "", "", ["=E2/D2-1", -0.2]],
        ),
      ).toEqual([]);
    },
  );

  it("accepts a figure brought to a year where it stands", () => {
    expect(
      find(
        upTo("9M 2025"),
        ["Revenue", 100, 110, 120, ["=80/9*12", 107]],
        ["Growth %", "", "", "", ["=E2/D2-1", -0.1]],
      ),
    ).toEqual([]);
  });

  it("accepts growth of a balance", () => {
    expect(
      find(upTo("9M 2025"), ["Total assets", 100, 110, 120, 95], ["Growth %", "", "", "", ["=E2/D2-1", -0.2]]),
    ).toEqual([]);
  });

  it("accepts the same months of two years", () => {
    expect(
      find(
        ["USD m", "2023A", "2024A", "9M 2024", "9M 2025"],
        ["Revenue", 100, 110, 90, 85],
        ["Growth %", "", "", "", ["=E2/D2-1", -0.05]],
      ),
    ).toEqual([]);
  });

  it("accepts a total in which part of a year stands in for its year", () => {
    expect(
      find(["USD m", "Q4 2025", "2026E", "2027E", "Total"], ["Net income", 30, 110, 120, ["=SUM(B2:D2)", 260]]),
    ).toEqual([]);
  });
});
