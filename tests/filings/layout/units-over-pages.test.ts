import { readTextDocument } from "../../../src/filings/read-text-document";

test("“(in thousands)” over the statement of each page stays, where the company's name over it goes", () => {
  const statement = (title: string, row: string): string =>
    `<p style="page-break-before:always">Harbor Lane Tools Inc.</p><p>($ in thousands)</p><p><b>${title}</b></p>
     <table><tr><td></td><td>2006</td><td>2005</td></tr><tr><td>${row}</td><td>$9,400</td><td>$8,700</td></tr>
     <tr><td>Other</td><td>12</td><td>14</td></tr></table><p>${"The company makes hand tools for the trade. ".repeat(8)}</p>`;
  const pages = ["Balance Sheets", "Statements of Income", "Statements of Cash Flows", "Statements of Equity"];
  const bytes = new TextEncoder().encode(
    `<html><body><p>FORM 10-K</p>${pages.map((title, at) => statement(title, `Line ${"abcd"[at]!}`)).join("")}</body></html>`,
  );
  const { text } = readTextDocument(bytes, { fileName: "harbor.htm" });
  expect(text.match(/\(\$ in thousands\)/g)).toHaveLength(4);
  expect(text.match(/Harbor Lane Tools Inc\./g) ?? []).toHaveLength(0);
});
