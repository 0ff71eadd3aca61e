import { movementOfBalance, readMovementLabel } from "../../src/concepts/read-movement-label";

describe("what a label says it is the movement of", () => {
  it.each([
    ["Change in inventory", "inventory"],
    ["(Increase) / decrease in accounts receivable", "accounts-receivable"],
    ["Increase/(decrease) in other current liabilities", "other-current-liabilities"],
    ["Δ Accounts payable", "accounts-payable"],
    ["Less: increase in NWC", "working-capital"],
    ["Net change in term loan", "term-loan"],
    ["Provisions, change", "provisions"],
  ])("%s", (label, balance) => {
    expect(readMovementLabel(label)?.balance).toBe(balance);
  });

  it("says nothing of words it does not know", () => {
    expect(readMovementLabel("Change in member rewards")).toEqual({ text: "member rewards", balance: null });
  });

  it.each(["Inventory", "% change in inventory", "Growth rate", "Revenue"])("“%s” is no movement", (label) => {
    expect(readMovementLabel(label)).toBeNull();
  });

  it("finds the dictionary's own movement of a balance", () => {
    expect(movementOfBalance("inventory")).toBe("change-in-inventory");
    expect(movementOfBalance("goodwill")).toBeNull();
  });
});
