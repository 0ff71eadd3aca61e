import { defaultView, rankFindings } from "../../../src/audit/findings/rank";
import { type Finding } from "../../../src/contracts/finding";

function finding(id: string, traits: Partial<Finding> = {}): Finding {
  return {
    id,
    rule: "row-drift",
    severity: "medium",
    confidence: 0.9,
    sheet: "Model",
    cells: ["B2"],
    title: id,
    comment: [],
    consequence: { outputs: [], dependents: 0 },
    fingerprint: id,
    citations: [],
    ...traits,
  };
}

const weighed = (one: Finding, concernsWholeModel = false) => ({ finding: one, concernsWholeModel });
const output = { label: "Enterprise value", sheet: "DCF", address: "B9" };

describe("rankFindings", () => {
  it("puts what moves an output before what moves nothing", () => {
    const still = finding("still");
    const moving = finding("moving", { consequence: { outputs: [output], dependents: 40 } });
    expect(rankFindings([weighed(still), weighed(moving)]).map(({ id }) => id)).toEqual(["moving", "still"]);
  });

  it("puts a failed check first although nothing depends on it", () => {
    const check = finding("check", { severity: "high" });
    const drift = finding("drift", { severity: "high", consequence: { outputs: [output], dependents: 3 } });
    expect(rankFindings([weighed(drift), weighed(check, true)]).map(({ id }) => id)).toEqual(["check", "drift"]);
  });

  it("discounts what it is less sure of", () => {
    const sure = finding("sure");
    const unsure = finding("unsure", { confidence: 0.5 });
    expect(rankFindings([weighed(unsure), weighed(sure)]).map(({ id }) => id)).toEqual(["sure", "unsure"]);
  });
});

describe("defaultView", () => {
  it("shows twenty at most", () => {
    const many = Array.from({ length: 50 }, (_, i) => finding(`f${i}`, { rule: `rule-${i}` }));
    expect(defaultView(many)).toHaveLength(20);
  });

  it("lets no rule crowd out the others", () => {
    const many = [...Array.from({ length: 30 }, (_, i) => finding(`f${i}`)), finding("other", { rule: "cash-tie" })];
    const shown = defaultView(many).map(({ id }) => id);
    expect(shown).toHaveLength(20);
    expect(shown).toContain("other");
  });

  it("leaves a rule no more than six places where others fill the view", () => {
    const others = Array.from({ length: 30 }, (_, i) => finding(`other ${i}`, { rule: `rule-${i}` }));
    const shown = defaultView([...Array.from({ length: 30 }, (_, i) => finding(`f${i}`)), ...others]);
    expect(shown.filter(({ rule }) => rule === "row-drift")).toHaveLength(6);
  });
});
