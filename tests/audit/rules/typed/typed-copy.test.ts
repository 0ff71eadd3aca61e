import { typedCopy } from "../../../../src/audit/rules/typed/typed-copy";
import { sheet, type WrittenSheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", "2023A", "2024A", "2025E", "2026E", "2027E"];
const schedule = (cost: readonly (number | string)[]): WrittenSheet =>
  rows(
    years,
    ["Units", 101, 103, 107, 109, 113],
    ["Price", 1.2345, 1.2567, 1.2789, 1.2991, 1.3123],
    [
      "Revenue",
      ["=B2*B3", 124.6845],
      ["=C2*C3", 129.4401],
      ["=D2*D3", 136.8423],
      ["=E2*E3", 141.6019],
      ["=F2*F3", 148.2899],
    ],
    ["Sales for costs", 124.6845, 129.4401, ...cost],
    ["Cost of sales", ...["B", "C", "D", "E", "F"].map((c) => [`=${c}5*0.6`, 80] as const)],
  );

describe("typed copies of calculations", () => {
  it("reports a forecast typed with the results of another row", () => {
    const findings = findWith(typedCopy, sheet(schedule([136.8423, 141.6019, 148.2899])));
    expect(placesOf(findings)).toEqual(["Sheet1!D5:F5"]);
    expect(findings[0]!.severity).toBe("high");
    expect(wordsOf(findings[0])).toContain("“Revenue” at Sheet1!D4".replace("Sheet1!", ""));
  });

  it("says where copy and calculation have parted", () => {
    const five = rows(
      [...years, "2028E"],
      ["Units", 101, 103, 107, 109, 113, 117],
      ["Price", 1.2345, 1.2567, 1.2789, 1.2991, 1.3123, 1.3333],
      [
        "Revenue",
        124.6845,
        129.4401,
        ["=D2*D3", 136.8423],
        ["=E2*E3", 141.6019],
        ["=F2*F3", 148.2899],
        ["=G2*G3", 155.9961],
      ],
      ["Sales for costs", 124.6845, 129.4401, 136.8423, 141.6019, 148.2899, 151.5],
    );
    const findings = findWith(typedCopy, sheet(five));
    expect(placesOf(findings)).toEqual(["Sheet1!D5:G5"]);
    expect(wordsOf(findings[0])).toContain("They have parted already");
  });

  it("accepts history, round numbers that happen to agree and the inputs a calculation is made of", () => {
    const round = rows(
      years,
      ["Units", 10, 10, 10, 10, 10],
      ["Fee", ...["B", "C", "D", "E", "F"].map((c) => [`=${c}2*2`, 20] as const)],
      ["Heads", 20, 20, 20, 20, 20],
    );
    expect(findWith(typedCopy, sheet(round))).toEqual([]);
    const input = rows(
      years,
      ["Revenue", 124.6845, 129.4401, 136.8423, 141.6019, 148.2899],
      [
        "Sales",
        ...["B", "C", "D", "E", "F"].map(
          (c, i) => [`=${c}2`, [124.6845, 129.4401, 136.8423, 141.6019, 148.2899][i]!] as const,
        ),
      ],
    );
    expect(findWith(typedCopy, sheet(input))).toEqual([]);
    expect(findWith(typedCopy, sheet(schedule([140, 150, 160])))).toEqual([]);
  });
});
