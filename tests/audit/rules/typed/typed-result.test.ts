import { typedResult } from "../../../../src/audit/rules/typed/typed-result";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", "2023A", "2024E", "2025E", "2026E"];
const across = (write: (column: string) => string) => ["C", "D", "E"].map((column) => [write(column), 50] as const);
const before = { C: "B", D: "C", E: "D" } as Record<string, string>;
const lines = (net: readonly (string | number | readonly [string, number])[]) =>
  sheet(
    rows(
      years,
      ["Revenue", 100, ...across((c) => `=${before[c]}2*1.1`)],
      ["Cost of sales", 50, ...across((c) => `=${c}2*0.5`)],
      ["Gross profit", 50, ...across((c) => `=${c}2-${c}3`)],
      ["Net income", 20, ...net],
    ),
  );

describe("results somebody typed", () => {
  it("reports net income typed through the forecast", () => {
    expect(placesOf(findWith(typedResult, lines([22, 24, 26])))).toEqual(["Sheet1!C5:E5"]);
  });

  it("accepts a line that is nought in every period", () => {
    expect(findWith(typedResult, lines([0, 0, 0]))).toEqual([]);
  });

  it("accepts a calculated result and typed history", () => {
    expect(findWith(typedResult, lines(across((c) => `=${c}4*0.4`)))).toEqual([]);
  });
});

describe("lines of a calculated forecast typed through", () => {
  const statement = (
    interest: readonly WrittenCell[],
    sales: readonly WrittenCell[] = ["=B2*1.1", "=C2*1.1", "=D2*1.1"],
  ) =>
    sheet(
      rows(
        ["", "2024A", "2025E", "2026E", "2027E"],
        [
          "Revenue",
          100,
          ...sales.map((cell) => [cell as string | number, typeof cell === "number" ? cell : 110] as const),
        ],
        ["Operating expenses", 60, ["=C2*0.6", 66], ["=D2*0.6", 70], ["=E2*0.6", 75]],
        ["EBIT", ["=B2-B3", 40], ["=C2-C3", 44], ["=D2-D3", 48], ["=E2-E3", 52]],
        ["Interest expense", 5, ...interest],
        ["Pretax income", ["=B4-B5", 35], ["=C4-C5", 39], ["=D4-D5", 43], ["=E4-E5", 47]],
        ["Income tax expense", ["=B6*0.2", 7], ["=C6*0.2", 8], ["=D6*0.2", 9], ["=E6*0.2", 9]],
        ["Net income", ["=B6-B7", 28], ["=C6-C7", 31], ["=D6-D7", 34], ["=E6-E7", 38]],
      ),
    );

  it("reports interest typed flat in a calculated statement, as a judgement", () => {
    const findings = findWith(typedResult, statement([5, 5, 5]));
    expect(placesOf(findings)).toEqual(["Sheet1!C5:E5"]);
    expect(findings[0]).toMatchObject({ severity: "medium" });
    expect(wordsOf(findings[0])).toContain(
      "is typed in every forecast period, while the lines around it are calculated",
    );
  });

  it("reports results pasted as numbers by their digits", () => {
    const findings = findWith(
      typedResult,
      statement(["=B5", "=C5", "=D5"], [109.87654321, 121.31415926, 133.57924681]),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!C2:E2"]);
    expect(wordsOf(findings[0])).toContain("with more digits than anybody types");
  });

  it("accepts calculated lines and revenue put in by hand", () => {
    expect(
      findWith(
        typedResult,
        statement(
          [
            ["=B5", 5],
            ["=C5", 5],
            ["=D5", 5],
          ],
          [110, 121, 133],
        ),
      ),
    ).toEqual([]);
  });
});
