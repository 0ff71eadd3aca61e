import { readFileSync } from "node:fs";
import path from "node:path";
import { writeAnnualReport } from "../../../assets/sample/generator/annual-report";
import { figuresByYear, firstQuarterByYear } from "../../../assets/sample/generator/company-figures";
import { writeEarningsRelease } from "../../../assets/sample/generator/earnings-release";
import { writeQuarterlyReport } from "../../../assets/sample/generator/quarterly-report";

const filing = (name: string) => readFileSync(path.resolve(__dirname, "../../../assets/sample/filings", name), "utf8");

describe("the sample company", () => {
  it.each([2020, 2021, 2022, 2023, 2024])("keeps balanced books in %i", (year) => {
    const { balance, cashFlow } = figuresByYear[year]!;
    expect(balance.totalAssets).toBe(balance.totalLiabilities + balance.totalEquity);
    expect(cashFlow.closingCash).toBe(balance.cash);
  });

  it.each([2024, 2025])("keeps balanced books in the first quarter of %i", (year) => {
    const { balance } = firstQuarterByYear[year]!;
    expect(balance.totalAssets).toBe(balance.totalLiabilities + balance.totalEquity);
  });

  it("has filings that are what its generator writes", () => {
    expect(filing("fernhollow-10-k-2022.htm")).toBe(writeAnnualReport(2022));
    expect(filing("fernhollow-10-k-2023.htm")).toBe(writeAnnualReport(2023));
    expect(filing("fernhollow-10-k-2024.htm")).toBe(writeAnnualReport(2024));
    expect(filing("fernhollow-10-q-2025-q1.htm")).toBe(writeQuarterlyReport());
    expect(filing("fernhollow-8-k-2025-02-20.htm")).toBe(writeEarningsRelease());
  });

  it("says in every filing that it is made up", () => {
    const files = [
      "fernhollow-10-k-2022.htm",
      "fernhollow-10-q-2025-q1.htm",
      "fernhollow-8-k-2025-02-20.htm",
      "fernhollow-call-2024-q4.txt",
    ];
    expect(files.filter((file) => !filing(file).includes("is a made-up company"))).toEqual([]);
  });
});
