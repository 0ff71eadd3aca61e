import { findCompany } from "../../src/model/find-company";
import { indexWorkbook } from "../../src/workbook/index-workbook";
import { sheet, workbook, type WrittenSheet } from "../support/sheet";

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

describe("a name on top of every sheet", () => {
  const sheets = (name: string) => ({
    Summary: { A1: name, A2: "Income Statement", A3: "Revenue", B3: 1 },
    Inputs: { A1: name, A2: "Growth", B2: 0.1 },
    Output: { A1: name, A2: "Value", B2: 5 },
  });
  const nameOf = (name: string) => findCompany(indexWorkbook(workbook(sheets(name))))?.name ?? null;

  it("is the company's where no title says more", () => {
    expect(nameOf("Harbour-pharma")).toBe("Harbour-pharma");
  });

  it.each(["Figures in USD thousands", "Table of Contents", "Income Statement", "example.com", "Updated: 5 May"])(
    "is none where it is a remark: %s",
    (text) => {
      expect(nameOf(text)).toBeNull();
    },
  );
});
