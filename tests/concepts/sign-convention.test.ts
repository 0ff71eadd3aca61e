import { concepts } from "../../src/concepts/dictionary";
import {
  balanceSides,
  effectsInEquityBridge,
  effectsOnCash,
  effectsOnProfit,
} from "../../src/concepts/dictionary/effects";
import { balanceMoved, signConvention } from "../../src/concepts/sign-convention";

const tables = [effectsOnProfit, effectsOnCash, effectsInEquityBridge, balanceSides];

describe("signs", () => {
  it("tells what a figure does to profit, cash and the equity bridge", () => {
    expect(signConvention("capital-expenditure")).toMatchObject({
      shown: "positive",
      onProfit: null,
      onCash: "reduces",
    });
    expect(signConvention("depreciation")).toMatchObject({ onProfit: "reduces", onCash: "adds" });
    expect(signConvention("net-debt")).toMatchObject({ inEquityBridge: "reduces" });
    expect(signConvention("inventory")).toMatchObject({ side: "asset" });
    expect(signConvention("accounts-payable")).toMatchObject({ side: "liability" });
    expect(signConvention("no-such-concept")).toBeNull();
  });

  it("names only concepts of the dictionary, each once a table", () => {
    const ids = new Set(concepts.map(({ id }) => id));
    for (const table of tables) {
      const named = Object.values(table).flat();
      expect(named.filter((id) => !ids.has(id))).toEqual([]);
      expect(new Set(named).size).toBe(named.length);
    }
  });

  it("states the effect of every amount of the income statement and of the cash flow statement", () => {
    const silent = concepts.filter(
      ({ id, unit, statement, periodKind }) =>
        unit === "currency" &&
        periodKind === "duration" &&
        ((statement === "income-statement" && signConvention(id)?.onProfit === null) ||
          (statement === "cash-flow" && signConvention(id)?.onCash === null)),
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  it("knows the balance that a movement is of", () => {
    expect(balanceMoved("change-in-inventory")).toBe("inventory");
    expect(balanceMoved("change-in-payables")).toBe("accounts-payable");
    expect(balanceMoved("net-change-in-cash")).toBeNull();
    expect(balanceMoved("revenue")).toBeNull();
  });
});
