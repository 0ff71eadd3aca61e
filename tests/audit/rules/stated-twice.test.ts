import { statedTwice } from "../../../src/audit/rules/stated-twice";
import { workbook } from "../../support/sheet";
import { findWith, placesOf, wordsOf } from "../find-with";

const inputs = { A1: "Assumptions", A3: "Tax rate", B3: [0.25, 0.25, "0%"] as const };

describe("one quantity typed twice", () => {
  it("reports a tax rate that differs between sheets", () => {
    const valuation = {
      A1: "Valuation",
      A3: "Tax rate",
      B3: [0.21, 0.21, "0%"] as const,
      A4: "Net of tax",
      B4: ["=1-B3", 0.79] as const,
    };
    const findings = findWith(statedTwice, workbook({ Inputs: inputs, DCF: valuation }));
    expect(placesOf(findings)).toEqual(["DCF!B3"]);
    expect(wordsOf(findings[0])).toContain("is 25.0%");
  });

  it("accepts a link and an equal value", () => {
    expect(
      findWith(
        statedTwice,
        workbook({ Inputs: inputs, DCF: { A1: "Valuation", A3: "Tax rate", B3: ["=Inputs!B3", 0.25, "0%"] } }),
      ),
    ).toEqual([]);
    expect(
      findWith(
        statedTwice,
        workbook({ Inputs: inputs, DCF: { A1: "Valuation", A3: "Tax rate", B3: [0.25, 0.25, "0%"] } }),
      ),
    ).toEqual([]);
  });

  it("accepts scenarios", () => {
    expect(
      findWith(
        statedTwice,
        workbook({ Inputs: inputs, "Bear case": { A1: "Bear case", A3: "Tax rate", B3: [0.3, 0.3, "0%"] } }),
      ),
    ).toEqual([]);
  });
});
