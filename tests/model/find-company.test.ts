import { findCompany } from "../../src/model/find-company";
import { indexWorkbook } from "../../src/workbook/index-workbook";
import { sheet, type WrittenSheet } from "../support/sheet";

describe("whom a workbook is about", () => {
  it.each<[string, WrittenSheet, string | null, string | null]>([
    ["a label before a name", { A1: "Inputs", A3: "Company Name:", B3: "Harbour Lights" }, "Harbour Lights", null],
    ["a title before a model's kind", { A1: "Harbour Lights - LBO Model" }, "Harbour Lights", null],
    ["a legal form in the title", { A1: "Harbour Lights Inc. Income Statement" }, "Harbour Lights Inc.", null],
    ["an exchange and ticker", { A1: "Harbour Lights (NYSE: HBL)" }, "Harbour Lights", "HBL"],
    ["a ticker beside its label", { A1: "Harbour Lights Ltd", A2: "Ticker", B2: "HBL" }, "Harbour Lights Ltd", "HBL"],
    ["no name in a generic title", { A1: "Integrated Financial Model" }, null, null],
    ["no name in a copyright line", { A1: "© Template School Inc." }, null, null],
    ["no name in the head of a table", { A1: "Company Name", B1: "Deal Value", C1: "EBITDA" }, null, null],
    ["no name in a peer of a table", { A1: "Peers", A2: "x", A3: "y", A4: "z", A5: "Other Co Ltd" }, null, null],
  ])("reads %s", (_name, cells, name, ticker) => {
    const company = findCompany(indexWorkbook(sheet(cells)));
    expect(company?.name ?? null).toBe(name);
    expect(company?.ticker ?? null).toBe(ticker);
  });
});
