import { understandModel } from "../../src/model/understand-model";
import { indexWorkbook } from "../../src/workbook/index-workbook";
import { sheet } from "../support/sheet";

describe("rows named after a case", () => {
  const model = understandModel(
    indexWorkbook(
      sheet({
        A1: "Scenario",
        B1: 2,
        B3: "2025E",
        C3: "2026E",
        A4: "Revenue growth",
        B4: ["=CHOOSE($B$1,B5,B6)", 0.05, "0.0%"],
        C4: ["=CHOOSE($B$1,C5,C6)", 0.06, "0.0%"],
        A5: "Bull",
        B5: [0.1, 0.1, "0.0%"],
        C5: [0.12, 0.12, "0.0%"],
        A6: "Base",
        B6: [0.05, 0.05, "0.0%"],
        C6: [0.06, 0.06, "0.0%"],
        A7: "Memo",
        B7: 3,
        C7: 4,
      }),
    ),
  );
  const conceptOf = (label: string) => model.lineItems.find((item) => item.label === label)?.concept ?? null;

  it("are what the row is that chooses between them", () => {
    expect(conceptOf("Bull")).toEqual({
      id: "revenue-growth",
      confidence: 0.8,
      reason: "“Revenue growth” chooses it by case",
    });
    expect(conceptOf("Base")?.id).toBe("revenue-growth");
  });

  it("leave rows alone that nothing chooses", () => {
    expect(conceptOf("Memo")).toBeNull();
  });
});
