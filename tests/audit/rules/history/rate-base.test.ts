import { rateBase } from "../../../../src/audit/rules/history/rate-base";
import { sheet, type WrittenSheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", "2023A", "2024A", "2025E", "2026E", "2027E"];

function model(
  measured: (now: string, before: string) => string,
  applied: (now: string, before: string) => string,
): WrittenSheet {
  const [b, c, d, e, f] = ["B", "C", "D", "E", "F"];
  return rows(
    years,
    ["Debt", 100, 90, 80, 70, 60],
    [
      "Interest expense",
      10,
      9,
      ...[
        [d, c],
        [e, d],
        [f, e],
      ].map(([now, before]) => [`=${now}4*${applied(now!, before!)}`, 8] as const),
    ],
    ["Interest, % of debt", null, [`=${c}3/${measured(c, b)}`, 0.1], 0.1, 0.1, 0.1],
  );
}

describe("bases of rates", () => {
  it("reports a rate measured on closing and applied to opening balances", () => {
    const findings = findWith(
      rateBase,
      sheet(
        model(
          (now) => `${now}2`,
          (_now, before) => `${before}2`,
        ),
      ),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!D3:F3"]);
    expect(wordsOf(findings[0])).toContain("on the closing “Debt”");
    expect(wordsOf(findings[0])).toContain("applies it to the opening “Debt”");
  });

  it("reports a rate measured on closing and applied to average balances", () => {
    const findings = findWith(
      rateBase,
      sheet(
        model(
          (now) => `${now}2`,
          (now, before) => `AVERAGE(${before}2:${now}2)`,
        ),
      ),
    );
    expect(wordsOf(findings[0])).toContain("applies it to the average “Debt” of the year");
  });

  it("accepts one base for both, opening or average", () => {
    expect(
      findWith(
        rateBase,
        sheet(
          model(
            (_now, before) => `${before}2`,
            (_now, before) => `${before}2`,
          ),
        ),
      ),
    ).toEqual([]);
    const average = (now: string, before: string) => `AVERAGE(${before}2,${now}2)`;
    expect(findWith(rateBase, sheet(model(average, average)))).toEqual([]);
  });
});
