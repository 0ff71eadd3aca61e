import { scenarioOrder } from "../../../../src/audit/rules/references/scenario-order";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows } from "../../find-with";

const field = (bear: readonly number[], bull: readonly number[], of = "DCF") =>
  sheet(rows(["Method", "Low", "High"], [`${of} Bear`, ...bear], [`${of} Base`, 40, 90], [`${of} Bull`, ...bull]));

const days = (low: readonly number[], high: readonly number[]) =>
  sheet(
    rows(
      ["USD m", 2025, 2026],
      ["Revenue", 100, 110],
      ["Accounts payable", ["=B2*B4", 20], ["=C2*C4", 22]],
      ["% of revenue", ["=OFFSET(B4,$A$9,0)", 0.2], ["=OFFSET(C4,$A$9,0)", 0.2]],
      ["Conservative", ...low],
      ["Base", 0.22, 0.22],
      ["Optimistic", ...high],
    ),
  );

describe("the order of cases", () => {
  it("reports a cautious value above the hopeful one", () => {
    const findings = findWith(scenarioOrder, field([50, 120], [30, 80]));
    expect(placesOf(findings)).toEqual(["Sheet1!B2:C2,B4:C4"]);
    expect(findings[0]!.title).toBe("“DCF Bear” is better than “DCF Bull”");
  });

  it("reports a driver whose cautious case brings more cash", () => {
    expect(placesOf(findWith(scenarioOrder, days([0.25, 0.25], [0.2, 0.18])))).toEqual(["Sheet1!B5:C5,B7:C7"]);
  });

  it("accepts cases in order, costs that fall, mixed orders and figures nobody can judge", () => {
    expect(findWith(scenarioOrder, field([30, 80], [50, 120]))).toEqual([]);
    expect(findWith(scenarioOrder, field([50, 120], [30, 80], "Cost"))).toEqual([]);
    expect(findWith(scenarioOrder, field([50, 80], [30, 120]))).toEqual([]);
    expect(findWith(scenarioOrder, field([50, 120], [30, 80], "Rainfall"))).toEqual([]);
    expect(findWith(scenarioOrder, days([0.2, 0.18], [0.25, 0.25]))).toEqual([]);
  });
});
