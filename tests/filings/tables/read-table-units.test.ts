import { readTableUnits } from "../../../src/filings/tables/read-table-units";

describe("what a table is counted in", () => {
  it.each<[string, unknown]>([
    ["STATEMENTS OF INCOME (In millions, except per share data)", [1e6, 1e6, null, ["per-share"]]],
    ["(in thousands, except share and per share amounts)", [1e3, 1, null, ["per-share", "shares"]]],
    ["(Dollars in millions; shares in thousands)", [1e6, 1e3, "USD", []]],
    ["Kettles sold (millions of euros)", [1e6, 1e6, "EUR", []]],
    ["Millions of dollars", [1e6, 1e6, "USD", []]],
    ["($ in billions)", [1e9, 1e9, "USD", []]],
    ["(000s omitted)", [1e3, 1e3, null, []]],
  ])("%s", (text, expected) => {
    const units = readTableUnits(text);
    expect([units?.multiplier, units?.shareMultiplier, units?.currency, units?.exceptions]).toEqual(expected);
  });

  it("is not said by amounts in a sentence", () => {
    expect(readTableUnits("We paid $3 million for kettles.")).toBeNull();
    expect(readTableUnits("Kettles sold")).toBeNull();
  });
});
