import { type ParsedDocument } from "../../../src/contracts/document";
import { readTextDocument } from "../../../src/filings/read-text-document";

const prose =
  "We make kettles and sell them to shops in many towns, and what we say here is only said to fill a line. ";

function read(body: string, fileName = "kettles.htm"): ParsedDocument {
  const page = `<html xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"><body>${body}</body></html>`;
  return readTextDocument(Buffer.from(page), { fileName, form: "10-K" });
}

const paragraph = (text: string): string => `<p>${text}</p>`;
const heading = (text: string): string => `<p><b>${text}</b></p>`;
const tagged = (name: string, body: string, more = ""): string =>
  `<ix:nonNumeric name="${name}" contextRef="c1"${more}>${body}</ix:nonNumeric>`;
const table = (rows: string[][]): string =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;

const maturities = table([
  ["", "2025", "2024"],
  ["Loans", "1,200", "1,100"],
  ["Bonds", "400", "300"],
]);

const toldBy = ({ disclosures, text }: ParsedDocument): [string, string | null, string[]][] =>
  disclosures.map(({ kind, title, spans }) => [kind, title, spans.map(({ start, end }) => text.slice(start, end))]);

describe("disclosures that the filer tagged", () => {
  const document = read(
    heading("Item 8. Financial Statements") +
      heading("NOTES TO CONSOLIDATED FINANCIAL STATEMENTS") +
      tagged(
        "us-gaap:SignificantAccountingPoliciesTextBlock",
        heading("Note 1 – Policies") +
          tagged("us-gaap:InventoryPolicyTextBlock", heading("Inventories") + paragraph("Kettles stand at cost.")) +
          tagged("us-gaap:LeasesPolicyTextBlock", paragraph("<i>Leases.</i> We lease two shops. Both are small.")),
      ) +
      `<p><b>NOTE 2. ${tagged("us-gaap:DebtDisclosureTextBlock", "DEBT", ' continuedAt="d2"')}</b></p>` +
      `<ix:continuation id="d2" continuedAt="d3">${heading("Maturities") + paragraph(prose)}` +
      tagged("us-gaap:ScheduleOfMaturitiesTableTextBlock", paragraph("Loans fall due as follows:") + maturities) +
      "</ix:continuation><hr/><p>12</p><hr/>" +
      `<ix:continuation id="d3">${paragraph("The loans are secured.")}</ix:continuation>` +
      heading("Item 9. Changes") +
      paragraph("None."),
  );

  it("are told with kind, title as printed and every span", () => {
    expect(toldBy(document)).toEqual([
      [
        "note",
        "Note 1 – Policies",
        ["Note 1 – Policies\nInventories\nKettles stand at cost.\nLeases. We lease two shops. Both are small."],
      ],
      ["policy", "Inventories", ["Inventories\nKettles stand at cost."]],
      ["policy", "Leases", ["Leases. We lease two shops. Both are small."]],
      [
        "note",
        "NOTE 2. DEBT",
        [
          `NOTE 2. DEBT\nMaturities\n${prose.trim()}\nLoans fall due as follows:\n| 2025 | 2024\nLoans | 1,200 | 1,100\nBonds | 400 | 300\nThe loans are secured.`,
        ],
      ],
      ["table", null, ["Loans fall due as follows:\n| 2025 | 2024\nLoans | 1,200 | 1,100\nBonds | 400 | 300"]],
    ]);
  });

  it("bound the passages and name them in their paths", () => {
    expect(document.passages.slice(1, -1).map(({ path, text }) => [path, text.split("\n")[0]])).toEqual([
      [["Note 1 – Policies"], "Note 1 – Policies"],
      [["Note 1 – Policies", "Inventories"], "Inventories"],
      [["Note 1 – Policies", "Leases"], "Leases. We lease two shops. Both are small."],
      [["NOTE 2. DEBT", "Maturities"], "NOTE 2. DEBT"],
      [["NOTE 2. DEBT", "Maturities"], "| 2025 | 2024"],
      [["NOTE 2. DEBT", "Maturities"], "The loans are secured."],
    ]);
  });

  it("leave a heading that stands alone out of answers", () => {
    expect(document.passages.find(({ text }) => text === "Note 1 – Policies")!.boilerplate).toBe(true);
  });
});

describe("tables that the filer tagged", () => {
  const heads = ["", "2025", "2024"];

  it("stay apart where each has its own tag, though a page ends between and their heads are the same", () => {
    const first = tagged("us-gaap:ScheduleOfInventoryTableTextBlock", table([heads, ["Copper", "1,200", "1,100"]]));
    const second = tagged("us-gaap:ScheduleOfDebtTableTextBlock", table([heads, ["Bonds", "400", "300"]]));
    const document = read(paragraph(prose.repeat(2)) + first + "<hr/><p>12</p><hr/>" + second);
    expect(document.tables.map(({ rows }) => rows.length)).toEqual([2, 2]);
    expect(toldBy(document).map(([kind, , [text]]) => [kind, text])).toEqual([
      ["table", "| 2025 | 2024\nCopper | 1,200 | 1,100"],
      ["table", "| 2025 | 2024\nBonds | 400 | 300"],
    ]);
  });
});

describe("disclosures without tags", () => {
  const statements = heading("Item 8. Financial Statements") + heading("Notes to Consolidated Financial Statements");
  const end = heading("Item 9. Changes") + paragraph("None.");
  const notes = (...titles: string[]): string => titles.map((title) => heading(title) + paragraph(prose)).join("");

  it.each([
    ["Note 1 – Business", "Note 2 – Debt", "Note 3 – Taxes"],
    ["NOTE A. BUSINESS", "NOTE B. DEBT", "NOTE C. TAXES"],
    ["1. Business", "2. Debt", "3. Taxes"],
    ["(1) Business", "(2) Debt", "(3) Taxes"],
    ["A. Business", "B. Debt", "C. Taxes"],
  ])("are told by headings such as %j", (...titles) => {
    const document = read(statements + notes(...titles) + end);
    expect(toldBy(document)).toEqual(titles.map((title) => ["note", title, [`${title}\n${prose.trim()}`]]));
  });

  it("are not told by a list of numbered paragraphs outside the notes", () => {
    const list = notes("1. First risk", "2. Second risk", "3. Third risk");
    expect(read(heading("Item 1A. Risk Factors") + list + end).disclosures).toEqual([]);
  });

  it("keep to the notes where a note holds a numbered list of its own", () => {
    const list = paragraph("1. Copper") + paragraph("2. Tin") + paragraph("3. Iron");
    const document = read(statements + notes("1. Business") + list + notes("2. Debt", "3. Taxes", "4. Leases") + end);
    expect(toldBy(document).map(([, title]) => title)).toEqual(["1. Business", "2. Debt", "3. Taxes", "4. Leases"]);
  });

  it("give the policies of the note about policies", () => {
    const policies = ["Revenue", "Inventories", "Leases"]
      .map((name) => `<p><i>${name}</i></p>` + paragraph(prose))
      .join("");
    const document = read(
      statements + heading("Note 1 – Significant Accounting Policies") + policies + notes("Note 2 – Debt") + end,
    );
    expect(toldBy(document).map(([kind, title]) => [kind, title])).toEqual([
      ["note", "Note 1 – Significant Accounting Policies"],
      ["policy", "Revenue"],
      ["policy", "Inventories"],
      ["policy", "Leases"],
      ["note", "Note 2 – Debt"],
    ]);
  });
});

describe("hostile tags", () => {
  it("that nest, repeat and return to themselves are read in time that grows with them", () => {
    const open = '<ix:nonNumeric name="x:ATextBlock" contextRef="c" id="a" continuedAt="a"><p>Some words of it.</p>';
    const before = performance.now();
    const document = read(paragraph(prose.repeat(3)) + open.repeat(5000));
    expect(document.disclosures.length).toBeGreaterThan(0);
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});
