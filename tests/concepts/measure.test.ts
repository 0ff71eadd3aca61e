import { concepts } from "../../src/concepts/dictionary";
import { isFlow, isStock, measureOfConcept } from "../../src/concepts/measure";

describe("what kind of quantity a concept is", () => {
  it.each([
    ["property-plant-equipment", "stock"],
    ["ending-cash", "stock"],
    ["headcount", "stock"],
    ["annual-recurring-revenue", "stock"],
    ["shares-diluted", "stock"],
    ["capital-expenditure", "flow"],
    ["change-in-inventory", "flow"],
    ["volume", "flow"],
    ["synergies", "flow"],
    ["enterprise-value", "value"],
    ["market-capitalization", "value"],
    ["share-price", "price"],
    ["customer-acquisition-cost", "price"],
    ["gross-margin", "ratio"],
    ["days-payable", "ratio"],
    ["useful-life", "time"],
  ])("%s is a %s", (id, measure) => {
    expect(measureOfConcept(id)).toBe(measure);
  });

  it("knows no kind of what the dictionary does not hold", () => {
    expect(measureOfConcept("no-such-concept")).toBeNull();
    expect(isStock("no-such-concept")).toBe(false);
  });

  it("calls every line of the balance sheet measured in money a stock and no movement one", () => {
    const balances = concepts.filter((one) => one.statement === "balance-sheet" && one.unit === "currency");
    expect(balances.filter(({ id }) => !isStock(id))).toEqual([]);
    expect(concepts.filter(({ id }) => id.startsWith("change-in-") && !isFlow(id))).toEqual([]);
  });
});
