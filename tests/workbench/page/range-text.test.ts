import { parseRange } from "../../../src/workbook/address";
import { copyRange } from "../../../src/workbench/page/copy-range";
import { indexSheet } from "../../../src/workbench/page/sheet-index";
import { summariseRange } from "../../../src/workbench/page/summarise-range";
import { error, sheet } from "../../support/sheet";

const index = indexSheet(
  sheet({
    A1: "Margin",
    B1: [0.1, null, "0.0%"],
    C1: [0.2, null, "0.0%"],
    A2: "Sales",
    B2: [-1234, null, "#,##0;(#,##0)"],
    C2: error("#REF!"),
  }).sheets[0]!,
);
const range = (text: string) => parseRange(text)!;

describe("copying a range", () => {
  it("puts shown values between tabs", () => {
    expect(copyRange(index, range("A1:C2"))).toBe("Margin\t10.0%\t20.0%\nSales\t(1,234)\t#REF!");
  });

  it("ends whole columns with the last used row", () => {
    expect(copyRange(index, range("A:A"))).toBe("Margin\nSales");
  });
});

describe("the status bar", () => {
  it("sums the selected numbers in the format of the first", () => {
    expect(summariseRange(index, range("A1:C1"))).toEqual({ average: "15.0%", count: 2, sum: "30.0%" });
  });

  it("says nothing of a single cell or a single number", () => {
    expect(summariseRange(index, range("B1"))).toBeNull();
    expect(summariseRange(index, range("A2:C2"))).toBeNull();
  });
});
