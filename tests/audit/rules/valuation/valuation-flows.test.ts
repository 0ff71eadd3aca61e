import { copiedSeries } from "../../../../src/audit/rules/references/copied-series";
import { discountPeriods } from "../../../../src/audit/rules/valuation/discount-periods";
import { discountRate } from "../../../../src/audit/rules/valuation/discount-rate";
import { claimsLeftOut } from "../../../../src/audit/rules/valuation/claims-left-out";
import { equityBridge } from "../../../../src/audit/rules/valuation/equity-bridge";
import { flowAddback } from "../../../../src/audit/rules/valuation/flow-addback";
import { holdingPeriod } from "../../../../src/audit/rules/valuation/holding-period";
import { sheet, workbook, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

type Line = readonly (WrittenCell | null)[];

describe("discount rate", () => {
  const flows = (rate: WrittenCell, ...more: readonly Line[]) =>
    rows(
      ["Year", "2025E", "2026E", "2027E"],
      ["Free cash flow", 100, 110, 120],
      ["Period", 1, 2, 3],
      ["WACC", rate],
      ["Discount factor", ["=1/(1+$B4)^B3", 0.92], ["=1/(1+$B4)^C3", 0.84], ["=1/(1+$B4)^D3", 0.77]],
      ["Terminal growth rate", 0.02],
      ...more,
    );
  const capital = rows(["Cost of equity", 0.1], ["Weight of equity", 0.9], ["WACC", ["=B1*B2", 0.09]]);

  it("reports a rate that is typed although another sheet calculates it", () => {
    const findings = findWith(discountRate, workbook({ Value: flows(0.085), Capital: capital }));
    expect(placesOf(findings)).toEqual(["Value!B4"]);
  });

  it("accepts a rate that is linked to its calculation", () => {
    expect(findWith(discountRate, workbook({ Value: flows(["=Capital!B3", 0.09]), Capital: capital }))).toEqual([]);
  });

  it("reports a perpetuity at another rate than the flows before it", () => {
    const snapshot = sheet(flows(0.09, ["Discount rate", 0.07], ["Terminal value", ["=D2*(1+B6)/(B7-B6)", 2448]]));
    expect(findWith(discountRate, snapshot).map(({ title }) => title)).toEqual([
      "The terminal value uses another discount rate than the flows",
    ]);
  });

  it("accepts one rate for both", () => {
    expect(findWith(discountRate, sheet(flows(0.09, ["Terminal value", ["=D2*(1+B6)/(B4-B6)", 1749]])))).toEqual([]);
  });
});

describe("discount periods", () => {
  const schedule = (first: number, second: number, third: number) =>
    sheet(
      rows(
        ["Year", "2025E", "2026E", "2027E"],
        ["Free cash flow", 30, 110, 120],
        ["Period", first, second, third],
        ["WACC", 0.09],
        ["Discount factor", ["=1/(1+$B4)^B3", 0.98], ["=1/(1+$B4)^C3", 0.9], ["=1/(1+$B4)^D3", 0.83]],
        ["Year fraction", 0.3],
      ),
    );

  it("reports whole steps after the middle of a part year", () => {
    const findings = findWith(discountPeriods, schedule(0.15, 1.15, 2.15));
    expect(placesOf(findings)).toEqual(["Sheet1!C3:D3"]);
    expect(wordsOf(findings[0])).toContain("Its middle lies at 0.80");
  });

  it("accepts the middle of each period, and whole steps from the end of a part year", () => {
    expect(findWith(discountPeriods, schedule(0.15, 0.8, 1.8))).toEqual([]);
    expect(findWith(discountPeriods, schedule(0.3, 1.3, 2.3))).toEqual([]);
  });

  it("reports a first forecast year that is discounted twice", () => {
    expect(findWith(discountPeriods, schedule(2, 3, 4)).map(({ title }) => title)).toEqual([
      "The first forecast year is discounted more than once",
    ]);
  });
});

describe("equity bridge", () => {
  const bridge = (debt: number, formula: string) =>
    sheet(
      rows(
        ["Enterprise value", ["=500+500", 1000]],
        ["Cash and cash equivalents", 80],
        ["Total debt", debt],
        ["Net debt", debt - 80],
        ["Equity value", [formula, 900]],
      ),
    );

  it("reports debt that is added and cash that is taken off", () => {
    expect(findWith(equityBridge, bridge(300, "=B1+B2+B3")).map(({ title }) => title)).toEqual([
      "A claim of others is added to equity value",
    ]);
    expect(findWith(equityBridge, bridge(300, "=B1-B2-B3")).map(({ title }) => title)).toEqual([
      "Cash is taken off equity value",
    ]);
  });

  it("reports net debt and its parts together", () => {
    const findings = findWith(equityBridge, bridge(300, "=B1-B4+B2"));
    expect(findings.map(({ title }) => title)).toEqual(["Debt or cash is counted twice on the way to equity value"]);
  });

  it("reports a part of the group that belongs to others and stays in", () => {
    const balances = rows(
      ["Balance sheet", "2022A", "2023A", "2024A"],
      ["Total assets", 900, 950, 1000],
      ["Non-controlling interests", 70, 75, 80],
      ["Total equity", 400, 430, 460],
    );
    const value = (formula: string) =>
      workbook({
        Balance: balances,
        Value: rows(
          ["Enterprise value", ["=500+500", 1000]],
          ["Net debt", 200],
          ["Non-controlling interests", ["=Balance!D3", 80]],
          ["Equity value", [formula, 800]],
        ),
      });
    expect(wordsOf(findWith(claimsLeftOut, value("=B1-B2"))[0])).toContain("of 80 on Balance, 10.0% of the equity");
    expect(findWith(claimsLeftOut, value("=B1-B2-B3"))).toEqual([]);
  });

  it("accepts debt off and cash on, whichever sign debt is shown with", () => {
    expect(findWith(equityBridge, bridge(300, "=B1+B2-B3"))).toEqual([]);
    expect(findWith(equityBridge, bridge(-300, "=B1+B2+B3"))).toEqual([]);
    expect(findWith(equityBridge, bridge(300, "=B1-B4"))).toEqual([]);
  });
});

describe("flow addback", () => {
  const flow = (...lines: readonly Line[]) => sheet(rows(["Year", "2025E", "2026E", "2027E"], ...lines));

  it("reports a free cash flow after depreciation and capital expenditure", () => {
    const findings = findWith(
      flowAddback,
      flow(
        ["NOPAT", 100, 110, 120],
        ["Capital expenditure", 40, 42, 44],
        ["Change in working capital", 5, 5, 5],
        ["Free cash flow", ["=B2-B3-B4", 55], ["=C2-C3-C4", 63], ["=D2-D3-D4", 71]],
      ),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!B5:D5"]);
    expect(wordsOf(findings[0])).toContain("“NOPAT” is after depreciation");
  });

  it("accepts depreciation added back, and capital expenditure net of it", () => {
    const added = flow(
      ["NOPAT", 100, 110, 120],
      ["Depreciation and amortization", 30, 31, 32],
      ["Capital expenditure", 40, 42, 44],
      ["Free cash flow", ["=B2+B3-B4", 90], ["=C2+C3-C4", 99], ["=D2+D3-D4", 108]],
    );
    const net = flow(
      ["NOPAT", 100, 110, 120],
      ["Net capital expenditure", 10, 11, 12],
      ["Free cash flow", ["=B2-B3", 90], ["=C2-C3", 99], ["=D2-D3", 108]],
    );
    expect(findWith(flowAddback, added)).toEqual([]);
    expect(findWith(flowAddback, net)).toEqual([]);
  });

  it("reports a flow from net income that is valued at the WACC", () => {
    const findings = findWith(
      flowAddback,
      flow(
        ["Net income", 70, 77, 84],
        ["Depreciation and amortization", 30, 31, 32],
        ["Capital expenditure", 40, 42, 44],
        ["Free cash flow", ["=B2+B3-B4", 60], ["=C2+C3-C4", 66], ["=D2+D3-D4", 72]],
        ["WACC", 0.09],
        ["Terminal growth rate", 0.02],
        ["Terminal value", ["=D5*(1+B7)/(B6-B7)", 1049]],
      ),
    );
    expect(findings.map(({ title }) => title)).toEqual(["A cash flow after interest is discounted at the WACC"]);
  });
});

describe("copied series", () => {
  const company = (factor: number, tax: readonly number[]) =>
    rows(
      ["Year", "2021A", "2022A", "2023A", "2024A"],
      ...["Revenue", "Cost of sales", "Salaries", "Rent", "Other costs"].map((label, i) => [
        label,
        ...[1, 2, 3, 4].map((year) => Math.round(1013.7 * factor * (i + 1) * (1 + year / 7) * 10) / 10),
      ]),
      ["Tax", ...tax],
    );

  it("reports a row whose figures are another company’s", () => {
    const findings = findWith(
      copiedSeries,
      workbook({
        Buyer: company(1, [311.4, 327.9, 352.6, 371.1]),
        Target: { ...company(0.43, [311.4, 327.9, 352.6, 371.1]), A9: "To be bought" },
      }),
    );
    expect(placesOf(findings)).toEqual(["Target!B7:E7"]);
  });

  it("accepts one company stated on two sheets", () => {
    const one = company(1, [311.4, 327.9, 352.6, 371.1]);
    expect(findWith(copiedSeries, workbook({ Reported: one, Model: one }))).toEqual([]);
  });
});

describe("holding period", () => {
  const exit = (proceeds: string) =>
    sheet(
      rows(
        ["Hold period (years)", 5],
        ["Equity in", 100],
        ["Equity by year", 120, 140, 170, 210, 260],
        ["Proceeds", [proceeds, 260]],
        ["MOIC", ["=B4/B2", 2.6]],
        ["IRR", ["=B5^(1/B1)-1", 0.21]],
      ),
    );

  it("reports an exit that stands still when the period changes", () => {
    expect(placesOf(findWith(holdingPeriod, exit("=F3")))).toEqual(["Sheet1!B6"]);
  });

  it("accepts an exit picked by the period", () => {
    expect(findWith(holdingPeriod, exit("=INDEX(B3:F3,B1)"))).toEqual([]);
  });
});
