import { type FilingTable } from "../../../src/contracts/document";
import { readTextDocument } from "../../../src/filings/read-text-document";
import { readCellScale } from "../../../src/filings/tables/read-cell-scale";
import { type TableContext } from "../../../src/filings/tables/table-context";
import { TablePeriods } from "../../../src/filings/tables/table-periods";

const context: TableContext = { periodEnd: "2024-06-30", isAnnual: false, yearsBehind: 0, usualMultiplier: 1e6 };
const filler = `<p>${"A kettle is a pot with a lid, and this page is about kettles. ".repeat(4)}</p>`;

function tablesOf(body: string, head = ""): FilingTable[] {
  const page = `<html><head>${head}</head><body>${filler}${body}</body></html>`;
  return readTextDocument(Buffer.from(page), { fileName: "kettles.htm" }).tables;
}

const row = (...cells: string[]) =>
  `<tr>${cells.map((cell) => (cell.startsWith("<td") ? cell : `<td>${cell}</td>`)).join("")}</tr>`;

describe("heads of columns", () => {
  const [table] = tablesOf(
    `<p><b>Results</b></p><p>(in thousands)</p><table>
      ${row("", '<td colspan="2">Three Months Ended June 30,</td>', '<td colspan="2">Six Months Ended June 30,</td>')}
      ${row("", "2024", "2023 <sup>(1)</sup>", "2024", "2023*")}
      ${row("Revenue:", "", "", "", "")}
      ${row("&nbsp;&nbsp;Kettles", "1,234", "1,100", "2,400", "(5)")}
      ${row("&nbsp;&nbsp;Lids", "10", "9", "20", "18")}
      ${row("Total revenue", "1,244", "1,109", "2,420", "13")}
      ${row("Net income", "4", "3", "8", "6")}
      ${row("Earnings per share", "0.04", "0.03", "0.08", "0.06")}
    </table>`,
  );

  it("span what they stand over, without the marks of notes", () => {
    expect(table).toMatchObject({ headRows: 2, laterHeads: [], caption: "Results (in thousands)" });
    expect(table?.columnHeads).toEqual([
      [],
      ["Three Months Ended June 30,", "2024"],
      ["Three Months Ended June 30,", "2023"],
      ["Six Months Ended June 30,", "2024"],
      ["Six Months Ended June 30,", "2023"],
    ]);
  });

  it("give each number its period", () => {
    const periods = new TablePeriods(table!, context);
    expect(periods.at(3, 1)).toMatchObject({ end: "2024-06-30", months: 3, kind: "duration", isAssumed: false });
    expect(periods.at(3, 4)).toMatchObject({ end: "2023-06-30", months: 6 });
  });

  it("leave rows their paths: sections by indentation, closed by totals", () => {
    expect(table?.rowPaths).toEqual([
      [],
      [],
      ["Revenue:"],
      ["Revenue:", "Kettles"],
      ["Revenue:", "Lids"],
      ["Total revenue"],
      ["Net income"],
      ["Earnings per share"],
    ]);
  });

  it("and the units of the caption scale amounts, not what is per share", () => {
    expect(readCellScale(table!, 3, 1, context)).toEqual({ multiplier: 1e3, kind: "amount", isAssumed: false });
    expect(readCellScale(table!, 7, 1, context)).toEqual({ multiplier: 1, kind: "per-share", isAssumed: false });
  });
});

describe("a table that begins anew", () => {
  it("keeps its later heads from their row on", () => {
    const [table] = tablesOf(
      `<table>${row("", "Year Ended December 31, 2024", "Year Ended December 31, 2023")}${row("Kettles", "5", "4")}
       ${row("", "Year Ended December 31, 2022", "Year Ended December 31, 2021")}${row("Kettles", "3", "2")}</table>`,
    );
    expect(table?.laterHeads).toEqual([
      { row: 2, columnHeads: [[], ["Year Ended December 31, 2022"], ["Year Ended December 31, 2021"]] },
    ]);
    expect(new TablePeriods(table!, context).at(3, 2)).toMatchObject({ end: "2021-12-31", months: 12 });
  });

  it("is one with its part on the next page that repeats its heads", () => {
    const heads = row("", "2024", "2023");
    const tables = tablesOf(
      `<table>${heads}${row("Kettles", "5", "4")}</table><hr style="page-break-after:always"/>
       <table>${heads}${row("Lids", "3", "2")}</table>`,
    );
    expect(tables).toHaveLength(1);
    expect(tables[0]?.rowPaths).toEqual([[], ["Kettles"], [], ["Lids"]]);
    expect(tables[0]?.rows).toHaveLength(4);
  });
});

describe("balances and what moved between them", () => {
  const [table] = tablesOf(
    `<table>${row("", "Common stock", "Retained earnings")}
     ${row("Balance at January 1, 2024", "100", "900")}${row("Net income", "—", "50")}
     ${row("Balance at March 31, 2024", "100", "950")}${row("Net income", "—", "60")}
     ${row("Balance at June 30, 2024", "100", "1,010")}</table>`,
  );
  const periods = new TablePeriods(table!, context);

  it("date a balance at the first of a month to the close of the day before", () => {
    expect(periods.at(1, 2)).toMatchObject({ end: "2023-12-31", months: null });
  });

  it("tell the time of a movement", () => {
    expect(periods.at(2, 2)).toMatchObject({ end: "2024-03-31", months: 3, kind: "duration" });
    expect(periods.at(4, 2)).toMatchObject({ end: "2024-06-30", months: 3, kind: "duration" });
  });
});

describe("periods that are not said", () => {
  it("are assumed to be the document's, and marked so", () => {
    const [table] = tablesOf(
      `<table>${row("", "Kettles", "Lids")}${row("Sold", "5", "4")}${row("Lost", "1", "2")}</table>`,
    );
    expect(new TablePeriods(table!, context).at(1, 1)).toMatchObject({ end: "2024-06-30", isAssumed: true });
    expect(new TablePeriods(table!, { ...context, periodEnd: null }).at(1, 1)).toBeNull();
  });

  it("are not the years in which something falls due", () => {
    const [table] = tablesOf(`<p>Debt falls due as follows as of June 30, 2024:</p>
      <table>${row("2025", "$5")}${row("2026", "4")}${row("Thereafter", "10")}</table>`);
    expect(new TablePeriods(table!, context).at(1, 1)).toMatchObject({ end: "2024-06-30" });
  });
});

describe("a class of the page's own style", () => {
  const style =
    "<style>.in { padding-left: 12pt } td.gone, p.gone { display: none } @media print { .in { display: none } }</style>";

  it("sets a label in, and hides what it hides", () => {
    const [table] = tablesOf(
      `<table>${row("", "2024", "2023")}${row("Revenue", "", "")}${row('<td class="in">Kettles</td>', "5", "4")}
       ${row("Costs", "3", "2")}${row('<td class="gone">Secret</td>', "1", "1")}</table>`,
      style,
    );
    expect(table?.rowPaths.slice(1, 4)).toEqual([["Revenue"], ["Revenue", "Kettles"], ["Costs"]]);
    expect(JSON.stringify(table?.rows)).not.toContain("Secret");
  });
});

describe("hostile tables", () => {
  const secondsFor = (body: string): number => {
    const start = process.cpuUsage();
    tablesOf(body);
    const used = process.cpuUsage(start);
    return (used.user + used.system) / 1e6;
  };

  it("of spans without measure are laid out in time that grows with the page", () => {
    const bomb = `<tr>${'<td colspan="99999" rowspan="99999">x</td>'.repeat(2000)}</tr>`;
    expect(secondsFor(`<table>${bomb}${row("a", "1").repeat(20_000)}</table>`)).toBeLessThan(5);
  });

  it("of a hundred thousand columns keep every row within bounds", () => {
    const tables = tablesOf(`<table><tr>${"<td>1</td>".repeat(100_000)}</tr>${row("a", "1").repeat(4000)}</table>`);
    expect(Math.max(...tables.flatMap((table) => table.rows.map((each) => each.length)))).toBe(1000);
    const ones = tables.flatMap((table) => table.rows.flatMap((each) => each.join(" | ").split(" | ")));
    expect(ones.filter((text) => text === "1")).toHaveLength(104_000);
  });

  it("of heads and sections that repeat do not multiply their words", () => {
    const long = "kettle ".repeat(28);
    const sections = Array.from({ length: 8 }, (_, level) =>
      row(`<td style="padding-left:${level * 10}pt">${level} ${long}</td>`),
    );
    const tables = tablesOf(
      `<table>${sections.join("")}${row('<td style="padding-left:99pt">a</td>', "1").repeat(4900)}</table>`,
    );
    expect(JSON.stringify(tables.map((table) => table.rowPaths)).length).toBeLessThan(1_000_000);
  });
});
