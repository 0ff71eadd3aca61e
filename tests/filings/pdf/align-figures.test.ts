import { plainLook } from "../../../src/filings/blocks";
import { alignFigures } from "../../../src/filings/pdf/align-figures";
import { dataTable } from "../../../src/filings/tables/data-table";
import { type PlacedCell } from "../../../src/filings/tables/placed-cell";

function cell(text: string, from: number, to: number): PlacedCell {
  return { text, marks: [], from, to, look: plainLook, indent: 0 };
}

const statement = [
  [cell("YEAR ENDED MAY 31,", 468, 548)],
  [cell("(In millions)", 18, 124), cell("2019", 441, 458), cell("2018", 499, 516), cell("2017", 556, 573)],
  [cell("Revenues", 18, 52), cell("$39,117", 422, 473), cell("$36,397", 480, 530), cell("$34,350", 537, 588)],
  [cell("Interest expense", 18, 119), cell("49", 465, 473), cell("54", 522, 530), cell("59", 580, 588)],
  [cell("Other (income) expense", 18, 113), cell("(78)", 462, 476), cell("66", 522, 530), cell("(196)", 573, 590)],
];

describe("figures set to the right of their column", () => {
  const table = dataTable(alignFigures(statement), null);

  it("stand in one column, however short they are", () => {
    expect(table.rows?.slice(2)).toEqual([
      ["Revenues", "$39,117", "$36,397", "$34,350"],
      ["Interest expense", "49", "54", "59"],
      ["Other (income) expense", "(78)", "66", "(196)"],
    ]);
  });

  it("have the year centred above them and the period centred over all", () => {
    expect(table.structure?.columnHeads.slice(1)).toEqual([
      ["YEAR ENDED MAY 31,", "2019"],
      ["YEAR ENDED MAY 31,", "2018"],
      ["YEAR ENDED MAY 31,", "2017"],
    ]);
  });
});

test("two periods over four columns stand each over its own two", () => {
  const rows = [
    [cell("Three Months Ended June 30,", 210, 300), cell("Six Months Ended June 30,", 350, 430)],
    [cell("2023", 202, 220), cell("2022", 272, 290), cell("2023", 342, 360), cell("2022", 412, 430)],
    [
      cell("Sales", 20, 50),
      cell("$120", 190, 230),
      cell("$110", 260, 300),
      cell("$240", 330, 370),
      cell("$220", 400, 440),
    ],
  ];
  expect(dataTable(alignFigures(rows), null).structure?.columnHeads.slice(1)).toEqual([
    ["Three Months Ended June 30,", "2023"],
    ["Three Months Ended June 30,", "2022"],
    ["Six Months Ended June 30,", "2023"],
    ["Six Months Ended June 30,", "2022"],
  ]);
});

test("a table without figures stays as it is", () => {
  const rows = [[cell("Name", 20, 50), cell("Office", 200, 240)]];
  expect(alignFigures(rows)).toBe(rows);
});
