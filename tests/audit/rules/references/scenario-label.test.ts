import { scenarioLabel } from "../../../../src/audit/rules/references/scenario-label";
import { sheet, type WrittenSheet } from "../../../support/sheet";
import { findWith, placesOf, wordsOf } from "../../find-with";

const cases: WrittenSheet = { H1: "Growth", H2: "Steady", H3: "Decline", G1: 1 };

describe("the scenario shown and the one in force", () => {
  it("reports a typed name that the switch does not follow", () => {
    const findings = findWith(
      scenarioLabel,
      sheet({ A1: "Scenario:", B1: "Steady", A2: ['="Running "&INDEX($H$1:$H$3,$G$1)', "Running Growth"], ...cases }),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!B1"]);
    expect(findings[0]!.severity).toBe("high");
    expect(wordsOf(findings[0])).toContain("stands for “Growth”");
  });

  it("reports it where the names are written into the formula", () => {
    const findings = findWith(
      scenarioLabel,
      sheet({ A1: "Case", B1: "Low", A2: ['=CHOOSE(C2,"High","Low")&" run"', "High run"], C2: 1 }),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!B1"]);
  });

  it("accepts the case in force, a name by formula, a name that is the switch, and other words", () => {
    const running = { A2: ["=INDEX($H$1:$H$3,$G$1)", "Growth"] as const, ...cases };
    expect(findWith(scenarioLabel, sheet({ A1: "Scenario:", B1: "Growth", ...running }))).toEqual([]);
    expect(findWith(scenarioLabel, sheet({ A1: "Scenario:", B1: ["=H2", "Steady"], ...running }))).toEqual([]);
    expect(findWith(scenarioLabel, sheet({ A1: "Scenario:", B1: "see note", ...running }))).toEqual([]);
    expect(findWith(scenarioLabel, sheet({ A1: "Scenario:", B1: "Steady", ...running }))).toEqual([]);
    const read = { A1: "Scenario:", B1: "Steady", B3: ["=MATCH(B1,H1:H3,0)", 2] as const, ...running };
    expect(findWith(scenarioLabel, sheet(read))).toEqual([]);
  });
});
