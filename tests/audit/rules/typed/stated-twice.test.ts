import { statedTwice } from "../../../../src/audit/rules/typed/stated-twice";
import { workbook } from "../../../support/sheet";
import { findWith, placesOf, wordsOf } from "../../find-with";

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

  it("reports a lone rate that the typed row of the assumptions does not share, at the lone rate", () => {
    const assumptions = {
      A1: "Assumptions",
      B2: "2024A",
      C2: "2025E",
      D2: "2026E",
      E2: "2027E",
      A3: "Effective tax rate",
      B3: ["=0.23", 0.23, "0%"] as const,
      C3: [0.23, 0.23, "0%"] as const,
      D3: [0.23, 0.23, "0%"] as const,
      E3: [0.23, 0.23, "0%"] as const,
      A4: "Profit before tax",
      B4: 100,
      C4: 110,
      D4: 120,
      E4: 130,
      A5: "Income tax expense",
      C5: ["=C4*C3", 25.3] as const,
      D5: ["=D4*D3", 27.6] as const,
      E5: ["=E4*E3", 29.9] as const,
    };
    const valuation = {
      A1: "Valuation",
      A3: "Tax rate",
      B3: [0.19, 0.19, "0%"] as const,
      A4: "After tax",
      B4: "=1-B3",
    };
    const findings = findWith(statedTwice, workbook({ Inputs: assumptions, DCF: valuation }));
    expect(placesOf(findings)).toEqual(["DCF!B3"]);
    expect(wordsOf(findings[0])).toContain("The two are 4.0 points apart");
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
