import { interestOnDebt } from "../../../../src/audit/rules/statements/interest-on-debt";
import { workbook } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", "2024A", "2025E", "2026E"];

function model(interest: readonly number[]) {
  const income = rows(
    years,
    ["Operating income", 50, 60, 70],
    ["Interest expense", ...interest],
    ["Income before tax", ["=B2-B3", 45], ["=C2-C3", 55], ["=D2-D3", 65]],
  );
  const balance = rows(
    years,
    ["Cash", 120, 110, 100],
    ["Total assets", ["=B2", 120], ["=C2", 110], ["=D2", 100]],
    ["Long-term debt", 100, 90, 80],
    ["Total liabilities", ["=SUM(B4:B4)", 100], ["=SUM(C4:C4)", 90], ["=SUM(D4:D4)", 80]],
  );
  return workbook({ Income: income, Balance: balance });
}

describe("interest and the debt it is paid on", () => {
  it("reports interest larger than the debt", () => {
    const findings = findWith(interestOnDebt, model([5, 180, 160]));
    expect(placesOf(findings)).toEqual(["Income!C3:D3"]);
    expect(wordsOf(findings[0])).toContain("a rate of 180.0%");
  });

  it("reports debt that costs nothing", () => {
    expect(findWith(interestOnDebt, model([5, 0, 0])).map(({ title }) => title)).toEqual([
      "“Long-term debt” costs no interest",
    ]);
  });

  it("accepts an ordinary rate", () => {
    expect(findWith(interestOnDebt, model([5, 5, 4]))).toEqual([]);
  });
});
