import { pastedResult } from "../../../../src/audit/rules/typed/pasted-result";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const formulas = (from: number) =>
  Array.from({ length: 5 }, (_, i): WrittenCell[] => [
    `Step ${i + 1}`,
    [`=B${from}*${i + 2}`, 11 * (i + 2)],
    [`=C${from}*${i + 2}`, 12 * (i + 2)],
    [`=D${from}*${i + 2}`, 13 * (i + 2)],
  ]);

const pastedInto = (...figures: readonly WrittenCell[]) =>
  sheet(rows(["Case", "Low", "Base", "High"], ["Volume", 11, 12, 13], ...formulas(2), ["Best outcome", ...figures]));

describe("results pasted as numbers", () => {
  it("are known by their digits", () => {
    const findings = findWith(pastedResult, pastedInto(0.16252243902185, 0.19173370071143, 0.2183333882374));
    expect(placesOf(findings)).toEqual(["Sheet1!B8:D8"]);
    expect(findings[0]).toMatchObject({ severity: "low", title: "“Best outcome” is pasted as numbers" });
    expect(wordsOf(findings[0])).toContain("every digit of a calculation");
  });

  it("are not figures somebody typed, sums with noise in the last digit, feeds in single precision or single cells", () => {
    expect(findWith(pastedResult, pastedInto(0.1625, 0.1917, 0.2183))).toEqual([]);
    expect(findWith(pastedResult, pastedInto(95.39999999999999, 114.58000000000001, 104.38000000000001))).toEqual([]);
    expect(findWith(pastedResult, pastedInto(567.0999755859375, 744.20001220703125, 803.5999755859375))).toEqual([]);
    expect(findWith(pastedResult, pastedInto(0.16252243902185, 0.19, 0.21))).toEqual([]);
  });

  it("are not spoken of on a sheet that only stores figures", () => {
    const store = sheet(
      rows(["Case", "Low", "Base", "High"], ["Share", 0.16252243902185, 0.19173370071143, 0.2183333882374]),
    );
    expect(findWith(pastedResult, store)).toEqual([]);
  });

  it("are not the output of a regression, static by nature", () => {
    const figures = [0.16252243902185, 0.19173370071143, 0.2183333882374];
    const block = (heads: readonly WrittenCell[]) =>
      sheet(
        rows(
          ["Case", "Low", "Base", "High"],
          ["Volume", 11, 12, 13],
          ...formulas(2),
          ["", ...heads],
          ["Slope", ...figures],
        ),
      );
    expect(findWith(pastedResult, block(["Coefficients", "Standard Error", "t Stat"]))).toEqual([]);
    expect(placesOf(findWith(pastedResult, block(["Low", "Base", "High"])))).toEqual(["Sheet1!B9:D9"]);
  });
});
