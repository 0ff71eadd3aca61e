import { matchConcept } from "../../src/concepts/match-concept";

const read = (label: string, around = {}) => {
  const match = matchConcept(label, around);
  return match === null ? null : [match.id, match.confidence];
};

describe("names with a qualifier", () => {
  it.each([
    ["Net income (after 25% tax)", "net-income", 0.76],
    ["IRR (5-year hold)", "internal-rate-of-return", 0.76],
    ["Net debt at exit", "net-debt", 0.6],
    ["Tranche A cash sweep", "cash-sweep", 0.6],
    ["Estimated exit EBITDA", "ebitda", 0.6],
  ])("“%s” is %s, never surely", (label, id, confidence) => {
    expect(read(label)).toEqual([id, confidence]);
  });

  it.each(["Cost of sales (excl. depreciation)", "Assets (acquired)", "Revenue (budget)"])(
    "“%s” is something else",
    (label) => {
      expect(read(label)).toBeNull();
    },
  );

  it("takes a margin in money for the profit it is", () => {
    expect(read("Gross margin", { unit: "currency" })).toEqual(["gross-profit", 0.85]);
    expect(read("Gross margin", { unit: "percent" })?.[0]).toBe("gross-margin");
  });

  it("leaves units and what a name is made of aside", () => {
    expect(read("Net Revenue (Rs. Cr.)")?.[0]).toBe("revenue");
    expect(read("Revenue in USD mn")?.[0]).toBe("revenue");
    expect(read("WACC = E/V * Ke + D/V * Kd")?.[0]).toBe("wacc");
    expect(read("Terminal value (Gordon growth)")?.[0]).toBe("terminal-value");
  });
});
