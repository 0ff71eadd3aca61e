import { driverJump } from "../../../../src/audit/rules/history/driver-jump";
import { type WrittenCell, sheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", "2021A", "2022A", "2023A", "2024E", "2025E", "2026E"];
const find = (...lines: WrittenCell[][]) => findWith(driverJump, sheet(rows(years, ...lines)));

describe("drivers against their own history", () => {
  it("reports a share that leaves all that history shows", () => {
    const findings = find(["COGS as % of revenue", 0.4, 0.41, 0.39, 0.5, 0.5, 0.5]);
    expect(placesOf(findings)).toEqual(["Sheet1!E2:G2"]);
    expect(wordsOf(findings[0])).toContain("goes from 39.0% in 2023A to 50.0% in 2024E (highest so far: 41.0%).");
  });

  it("reports a tax rate that fell every year and is taken back up at once", () => {
    const [finding] = find(["Tax rate", 0.35, 0.24, 0.15, 0.3, 0.3, 0.3]);
    expect(wordsOf(finding)).toContain("after every year before it fell");
  });

  it("says nothing of a level that history has seen, nor of interest after two years", () => {
    expect(find(["Dividend payout ratio", 0.8, 0.55, 0.33, 0.7, 0.7, 0.7])).toEqual([]);
    expect(find(["Interest rate on debt", "", 0.05, 0.05, 0.1, 0.1, 0.1])).toEqual([]);
  });

  it("reports a share that drifts out of history step by step", () => {
    expect(placesOf(find(["Capex as % of revenue", 0.07, 0.055, 0.072, 0.06, 0.055, 0.05]))).toEqual(["Sheet1!E2:G2"]);
  });

  it("tells all drivers of a sheet as one", () => {
    const findings = find(
      ["Inventory days", 70, 72, 71, 100, 100, 100],
      ["Interest rate on debt", 0.05, 0.05, 0.05, 0.1, 0.1, 0.1],
    );
    expect(placesOf(findings)).toEqual(["Sheet1!E2:G2,E3:G3"]);
  });

  it("knows the forecast by its typed figures after worked out ones", () => {
    const findings = findWith(
      driverJump,
      sheet(
        rows(
          ["USD m", "2021A", "2022A", "2023A", "2024A", "2025E", "2026E"],
          ["Revenue", 100, 110, 120, 130, 140, 150],
          ["Interest", 5, 5.5, 6, 13, 14, 15],
          ["Interest as % of revenue", ["=B3/B2", 0.05], ["=C3/C2", 0.05], ["=D3/D2", 0.05], 0.1, 0.1, 0.1],
        ),
      ),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!E4:G4"]);
  });

  it("accepts what stays near, what swung as widely before, what was nought, and margins", () => {
    expect(find(["COGS as % of revenue", 0.4, 0.41, 0.39, 0.42, 0.42, 0.42])).toEqual([]);
    expect(find(["Effective tax rate", 0.1, 0.4, 0.15, 0.3, 0.3, 0.3])).toEqual([]);
    expect(find(["Dividend payout ratio", 0, 0, 0, 0.4, 0.4, 0.4])).toEqual([]);
    expect(find(["EBITDA margin", 0.1, 0.1, 0.1, 0.2, 0.2, 0.2])).toEqual([]);
    expect(find(["R&D as % of revenue", 0.004, 0.004, 0.004, 0.008, 0.008, 0.008])).toEqual([]);
  });
});
