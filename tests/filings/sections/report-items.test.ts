import { readTextDocument } from "../../../src/filings/read-text-document";
import { type ParsedDocument } from "../../../src/contracts/document";

const prose = "Kettles are made of copper and sold by the dozen to hotels. ".repeat(12);

function read(body: string, form: string): ParsedDocument {
  return readTextDocument(Buffer.from(`<html><body>${body}</body></html>`), { fileName: "made-up.htm", form });
}

function items(document: ParsedDocument): string[] {
  return document.sections.flatMap(({ part, item }) => (item === null ? [] : [`${part ?? ""} ${item}`]));
}

function textOf(document: ParsedDocument, name: string): string {
  const section = document.sections.find(({ part, item }) => `${part ?? ""} ${item ?? ""}` === name);
  return section === undefined ? "(no such section)" : document.text.slice(section.start, section.end);
}

const heading = (text: string, id = ""): string => `<p id="${id}"><b>${text}</b></p>`;
const paragraph = (text: string): string => `<p>${text}</p>`;
const row = (...cells: string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
const link = (id: string, text: string): string => `<a href="#${id}">${text}</a>`;

describe("a filing that names the form's items in an index only", () => {
  const document = read(
    [
      heading("Our year", "year"),
      paragraph(prose),
      heading("What we sell", "sell"),
      paragraph(prose),
      heading("What may go wrong", "risks"),
      paragraph(prose),
      heading("How the year went", "went"),
      paragraph(prose),
      heading("Statements of income", "income"),
      paragraph(prose),
      heading("Note 9: Lawsuits", "suits"),
      paragraph("One hotel sued us."),
      heading("Note 10: Later events"),
      paragraph(prose),
      heading("Cross-reference index"),
      "<table>",
      row("Item 1.", "Business", "", ""),
      row("", "The year", "Page 2", "").replace("Page 2", link("year", "Page 2")),
      row("", "Products", link("sell", "Page 3"), ""),
      row("Item 1A.", "Risk Factors", link("risks", "Page 4"), ""),
      row("Item 3.", "Legal Proceedings", link("suits", "Page 12"), ""),
      row("Item 4.", "Mine Safety Disclosures", "Not applicable", ""),
      row("Item 7.", "Management’s Discussion and Analysis", link("went", "Pages 5 - 7"), ""),
      row("Item 8.", "Financial Statements", link("income", "Pages 8 - 20"), ""),
      "</table>",
    ].join(""),
    "10-K",
  );

  it("has each item where the index leads to", () => {
    expect(items(document)).toEqual(["I 1", "I 1A", "II 7", "II 8", "I 3", "I 4"]);
    expect(textOf(document, "I 1")).toMatch(/^Our year\n[\s\S]*What we sell/);
    expect(textOf(document, "II 7")).toMatch(/^How the year went\n/);
  });

  it("gives an item within another's pages its own span, and leaves the passages to the outer one", () => {
    expect(textOf(document, "I 3")).toBe("Note 9: Lawsuits\nOne hotel sued us.");
    expect(document.passages.some(({ item }) => item === "3")).toBe(false);
  });

  it("takes the index's own words where it has nothing else", () => {
    expect(textOf(document, "I 4")).toBe("Item 4. | Mine Safety Disclosures | Not applicable");
  });
});

describe("headings without a number", () => {
  it("are items where the contents page leads to them", () => {
    const document = read(
      [
        "<table>",
        row("Item 1.", link("a", "Business"), "2"),
        row("Item 1A.", link("b", "Risk Factors"), "3"),
        row("Item 7.", link("c", "Management’s Discussion and Analysis"), "4"),
        row("Item 8.", link("d", "Financial Statements"), "5"),
        "</table>",
        heading("Business", "a"),
        paragraph(prose),
        heading("Business and Industry Risks"),
        paragraph(prose),
        heading("Risk Factors", "b"),
        paragraph(prose),
        heading("Management’s Discussion and Analysis", "c"),
        paragraph(prose),
        heading("Financial Statements", "d"),
        paragraph(prose),
      ].join(""),
      "10-K",
    );
    expect(items(document)).toEqual(["I 1", "I 1A", "II 7", "II 8"]);
    expect(textOf(document, "I 1")).toContain("Business and Industry Risks");
  });
});

describe("an amendment", () => {
  it("has the items it names, and none that only a heading sounds like", () => {
    const document = read(
      [
        heading("PART III"),
        heading("Item 10. Directors, Executive Officers and Corporate Governance"),
        paragraph(prose),
        heading("Risk Factors"),
        paragraph(prose),
        heading("Item 11. Executive Compensation"),
        paragraph(prose),
      ].join(""),
      "10-K/A",
    );
    expect(items(document)).toEqual(["III 10", "III 11"]);
  });
});

describe("ways to write a heading", () => {
  it.each([
    ["I T E M &#160;7. M A N A G E M E N T’ S DISCUSSION", "II 7"],
    ["I TEM 1A. R ISK F ACTORS", "I 1A"],
    ["Item 7.A. Quantitative and Qualitative Disclosures About Market Risk", "II 7A"],
    ["ITEM 9A(T). CONTROLS AND PROCEDURES", "II 9A"],
    ["Item Three. Legal Proceedings", "I 3"],
    ["Item 5(a). Market for Registrant’s Common Equity", "II 5"],
    ["<table><tr><td>Item 2.</td><td></td><td>Properties</td><td></td></tr></table>", "I 2"],
  ])("%s", (written, name) => {
    const document = read(heading("Item 1. Business") + paragraph(prose) + heading(written) + paragraph(prose), "10-K");
    expect(items(document).filter((item) => item !== "I 1")).toEqual([name]);
  });

  it("takes several items under one heading as all of them", () => {
    const document = read(heading("Items 10 through 14. Part III") + paragraph(prose), "10-K");
    expect(items(document)).toEqual(["III 10", "III 11", "III 12", "III 13", "III 14"]);
  });

  it("keeps an answer at the foot of a page, however often it stands there", () => {
    const page = (number: number): string =>
      `<p>${prose}</p>${heading(`Item ${number}. ${["", "Business", "Properties", "Legal Proceedings", "Mine Safety Disclosures"][number]!}`)}` +
      `<p>None.</p><p>${number}</p><hr style="page-break-after:always">`;
    const document = read([1, 2, 3, 4].map(page).join("") + paragraph(prose), "10-K");
    expect(textOf(document, "I 2")).toMatch(/^Item 2. Properties\nNone\./);
    expect(textOf(document, "I 4")).toMatch(/^Item 4. Mine Safety Disclosures\nNone\./);
  });
});

describe("numbers that meant other things", () => {
  it("is item 14 of part IV where it lists the exhibits", () => {
    const document = read(
      heading("Item 13. Certain Relationships") +
        paragraph(prose) +
        heading("Item 14. Exhibits, Financial Statement Schedules and Reports on Form 8-K") +
        paragraph(prose),
      "10-K405",
    );
    expect(items(document)).toEqual(["III 13", "IV 14"]);
  });

  it("goes by the small companies' form where the filing is on it", () => {
    const document = read(
      heading("Item 6. Management’s Discussion and Analysis or Plan of Operation") +
        paragraph(prose) +
        heading("Item 7. Financial Statements") +
        paragraph(prose),
      "10-KSB",
    );
    expect(document.sections.map(({ item, title }) => [item, title])).toEqual([
      ["6", "Management’s Discussion and Analysis or Plan of Operation"],
      ["7", "Financial Statements"],
    ]);
  });
});

describe("what stands behind the signatures", () => {
  it("is item 8 where the item only points to it, and the exhibit index is the exhibits' item", () => {
    const document = read(
      [
        heading("Item 8. Financial Statements and Supplementary Data"),
        paragraph("See the pages behind the signatures."),
        heading("Item 15. Exhibits and Financial Statement Schedules"),
        paragraph("See the exhibit index."),
        heading("SIGNATURES"),
        paragraph("A. Kettle, President"),
        heading("Consolidated Balance Sheets"),
        paragraph(prose.repeat(20)),
        heading("Exhibit Index"),
        paragraph("3.1 Articles of a made-up company"),
      ].join(""),
      "10-K",
    );
    expect(items(document)).toEqual(["II 8", "IV 15", "II 8", "IV 15"]);
    expect(document.passages.find(({ text }) => text.includes("Consolidated Balance Sheets"))?.item).toBe("8");
  });

  it("is found in the annual report attached as exhibit 13", () => {
    const submission = [
      "<SEC-DOCUMENT>made-up.txt",
      "<DOCUMENT>\n<TYPE>10-K\n<TEXT>\n<html><body>",
      heading("Item 7. Management’s Discussion and Analysis"),
      paragraph("Incorporated by reference to the annual report, exhibit 13."),
      heading("Item 8. Financial Statements and Supplementary Data"),
      paragraph("Incorporated by reference to the annual report, exhibit 13."),
      heading("Item 9. Changes in and Disagreements with Accountants"),
      paragraph("None."),
      "</body></html>\n</TEXT>\n</DOCUMENT>",
      "<DOCUMENT>\n<TYPE>EX-13\n<TEXT>\n<html><body>",
      heading("To our shareholders"),
      paragraph(prose),
      heading("Management’s Discussion and Analysis"),
      paragraph(prose.repeat(4)),
      heading("Consolidated Statements of Income"),
      paragraph(prose.repeat(4)),
      "</body></html>\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>",
    ].join("\n");
    const document = readTextDocument(Buffer.from(submission), { fileName: "made-up.txt", form: "10-K" });
    const inExhibit = document.sections.filter(({ title }) => title.includes("Exhibit 13"));
    expect(inExhibit.map(({ item }) => item)).toEqual([null, "7", "8"]);
    expect(document.passages.find(({ text }) => text.includes("Consolidated Statements of Income"))?.item).toBe("8");
  });
});

describe("hostile contents", () => {
  it("takes no time that grows with the square of what is listed", () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => row(`Item ${index % 16}.`, link("a", "Business"), "1"));
    const started = process.cpuUsage();
    read(`<table>${rows.join("")}</table>${heading("Item 1. Business", "a")}${paragraph(prose)}`, "10-K");
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(5);
  });
});
