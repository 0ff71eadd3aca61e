import { retypedRows } from "../../../../src/audit/rules/typed/retyped-rows";
import { workbook, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const data = rows(["", 2022, 2023, 2024], ["Turnover", 412.5, 437.1, 458.9], ["Staff", 101.3, 108.8, 115.2]);

const model = (first: readonly WrittenCell[], second: readonly WrittenCell[] = [101.3, 108.8, 115.2]) =>
  workbook({
    Accounts: data,
    Model: rows(
      ["", 2022, 2023, 2024],
      ["Volume", 12, 13, 14],
      ["Revenue", ...first],
      ["Wages", ...second],
      ...Array.from({ length: 5 }, (_, i): WrittenCell[] => [
        `Step ${i + 1}`,
        [`=B3*${i + 2}`, 10],
        [`=C3*${i + 2}`, 11],
        [`=D3*${i + 2}`, 12],
      ]),
    ),
  });

describe("rows typed again from a sheet of figures", () => {
  it("are reported with where the figures stand", () => {
    const findings = findWith(retypedRows, model([412.5, 437.1, 458.9]));
    expect(placesOf(findings)).toEqual(["Model!B3:D4"]);
    expect(findings[0]).toMatchObject({ severity: "low" });
    expect(wordsOf(findings[0])).toContain("B3 of 412.5 is Accounts!B2");
  });

  it("are not links, other figures or round ones", () => {
    expect(
      findWith(
        retypedRows,
        model([
          ["=Accounts!B2", 412.5],
          ["=Accounts!C2", 437.1],
          ["=Accounts!D2", 458.9],
        ]),
      ),
    ).toEqual([]);
    expect(findWith(retypedRows, model([412.5, 437.2, 458.9]))).toEqual([]);
    expect(findWith(retypedRows, model([10, 20, 30]))).toEqual([]);
  });

  it("are no single row, which may agree for another reason", () => {
    expect(findWith(retypedRows, model([412.5, 437.1, 458.9], [90.1, 95.2, 99.3]))).toEqual([]);
  });

  it("are not the figures of a sheet copied into another version", () => {
    const copy = rows(
      ["", 2022, 2023, 2024],
      ["Turnover", 412.5, 437.1, 458.9],
      ["Staff", 101.3, 108.8, 115.2],
      ...Array.from({ length: 5 }, (_, i): WrittenCell[] => [
        `Step ${i + 1}`,
        ["=B2*2", 10],
        ["=C2*2", 11],
        ["=D2*2", 12],
      ]),
    );
    expect(findWith(retypedRows, workbook({ Accounts: data, Copy: copy }))).toEqual([]);
  });
});
