import { cutRow } from "../../../src/taskpane/ask/cut-row";
import { marginCitation } from "../support/samples";

const text =
  "Lamps\n | 2024 | 2023 | Change\nRevenue:\nTables | 120 | 110 | 10\nFloor | 48 | 52 | (4)\n | Q1 | Q2 | Year\nTables | 30 | 31 | 120";
const table = {
  caption: "Lamps sold:",
  units: null,
  headRows: 1,
  rows: [
    ["", "2024", "2023", "Change"],
    ["Revenue:", "", "", ""],
    ["Tables", "120", "110", "10"],
    ["Floor", "48", "52", "(4)"],
    ["", "Q1", "Q2", "Year"],
    ["Tables", "30", "31", "120"],
  ],
  columnHeads: [[], ["Fiscal 2024"], ["Fiscal 2023"], ["Change"]],
  laterHeads: [{ row: 4, columnHeads: [[], ["Q1"], ["Q2"], ["Year"]] }],
  rowPaths: [[], ["Revenue:"], ["Revenue:", "Tables"], ["Revenue:", "Floor"], [], ["Tables"]],
};
const quoting = (quote: string) => {
  const start = text.indexOf(quote);
  return { ...marginCitation, quote, start, end: start + quote.length };
};
const cut = (quote: string, asked: { years?: number[]; numbers?: string[] } = {}) =>
  cutRow(table, text, quoting(quote), { years: [], numbers: [], ...asked });
const marked = (row: ReturnType<typeof cutRow>) =>
  row?.columns.filter(({ isAsked }) => isAsked).map((each) => each.text);

describe("a row quoted out of a table", () => {
  it("stands under the heads of its columns, with the labels above it", () => {
    expect(cut("Floor | 48 | 52 | (4)")).toEqual({
      above: ["Revenue:"],
      label: "Floor",
      columns: [
        { heads: ["Fiscal 2024"], text: "48", isAsked: false },
        { heads: ["Fiscal 2023"], text: "52", isAsked: false },
        { heads: ["Change"], text: "(4)", isAsked: false },
      ],
      caption: "Lamps sold",
      units: null,
    });
  });

  it("takes the heads that stand nearest above it", () => {
    expect(cut("Tables | 30 | 31 | 120")?.columns.map(({ heads }) => heads)).toEqual([["Q1"], ["Q2"], ["Year"]]);
  });

  it("marks the cell whose number is said, else the one column of the one year asked for", () => {
    expect(marked(cut("Floor | 48 | 52 | (4)", { numbers: ["$52 million"], years: [2024] }))).toEqual(["52"]);
    expect(marked(cut("Floor | 48 | 52 | (4)", { years: [2024] }))).toEqual(["48"]);
    expect(marked(cut("Floor | 48 | 52 | (4)", { years: [2024, 2023] }))).toEqual([]);
    expect(marked(cut("Floor | 48 | 52 | (4)", { years: [2022] }))).toEqual([]);
  });

  it("is not cut where the quote is no single row of the table", () => {
    expect(cut("(4)\n | Q1")).toBeNull();
    expect(cutRow(table, text, { ...marginCitation, quote: "Chairs | 9" }, { years: [], numbers: [] })).toBeNull();
  });
});
