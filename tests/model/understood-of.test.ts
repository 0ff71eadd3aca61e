import { understandModel } from "../../src/model/understand-model";
import { understoodOf } from "../../src/model/understood-of";
import { indexWorkbook } from "../../src/workbook/index-workbook";
import { workbook, type WrittenSheet } from "../support/sheet";

function understood(sheets: Readonly<Record<string, WrittenSheet>>) {
  const index = indexWorkbook(workbook(sheets));
  return understoodOf(index, understandModel(index));
}

const statement: WrittenSheet = {
  B1: 2023,
  C1: 2024,
  D1: 2025,
  A2: "Revenue",
  B2: 1,
  C2: 2,
  D2: 3,
  A3: "Blue paint",
  B3: 1,
  C3: 2,
  D3: 3,
};

describe("how much was understood", () => {
  it("counts rows, periods and named numbers and says them in one breath", () => {
    expect(understood({ IS: statement })).toMatchObject({
      numbers: 9,
      namedNumbers: 9,
      lineItems: 2,
      knownLineItems: 1,
      periods: 3,
      sheetsWithoutAxis: [],
      sentence:
        "Read 2 rows over up to 3 periods (2023 to 2025): 100 % of the workbook’s numbers have a name. The meaning of 1 of the rows is known.",
    });
  });

  it("names the sheets on which it found no time axis", () => {
    const loose = Object.fromEntries("ABCDEFGHIJKL".split("").map((column, i) => [`${column}${i + 1}`, i * 7]));
    const { namedNumbers, sheetsWithoutAxis, sentence } = understood({ IS: statement, Scratch: loose });
    expect([namedNumbers, sheetsWithoutAxis]).toEqual([9, ["Scratch"]]);
    expect(sentence).toContain("No time axis was found on “Scratch”.");
  });

  it("says so of a workbook without numbers", () => {
    expect(understood({ Notes: { A1: "To do" } }).sentence).toBe("The workbook holds no numbers.");
  });
});
