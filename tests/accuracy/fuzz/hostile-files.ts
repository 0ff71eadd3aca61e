import { gzipSync } from "node:zlib";
import { type BaseFile, wordFile, words } from "./base-files";
import { hostilePatterns } from "./hostile-patterns";
import { htm, instanceRoot, instanceStart, page } from "./hostile-page";

/** Made to take all time or all memory: each is made when its turn comes, since some are 50 MB large. */
export const hostileFiles: readonly (() => BaseFile)[] = [
  () =>
    htm(
      "table-of-50-mb",
      page(`<table>${"<tr><td>Net sales of kettles</td><td>1,234</td></tr>".repeat(1_000_000)}</table>`),
    ),
  () => htm("row-of-10-mb", page(`<table><tr>${"<td>1,234</td>".repeat(700_000)}</tr></table>`)),
  () => htm("divs-100000-deep", page(`${"<div>".repeat(100_000)}${words}`)),
  () => htm("tables-100000-deep", page(`${"<table><tr><td>".repeat(100_000)}${words}`)),
  () =>
    htm(
      "spans-100000-deep",
      page(`${"<span style='font-weight:bold'>".repeat(100_000)}${words}${"</span>".repeat(100_000)}`),
    ),
  () => htm("facts-20000-deep", page(`${"<ix:nonNumeric name='a:b' contextRef='c'>".repeat(20_000)}${words}`)),
  () =>
    htm(
      "stray-end-tags",
      page(`<table><tr><td>${"<span>".repeat(20_000)}${words}${"</div></b></td>".repeat(200_000)}`),
    ),
  () =>
    htm(
      "attribute-of-10-mb",
      page(`<p class="${"x ".repeat(5_000_000)}" style="${"color:red;".repeat(500_000)}">${words}</p>`),
    ),
  () =>
    htm(
      "100000-attributes",
      page(`<p ${Array.from({ length: 100_000 }, (_, index) => `a${index}=1`).join(" ")}>${words}</p>`),
    ),
  () =>
    htm(
      "spans-of-columns",
      page(`<table>${`<tr>${"<td colspan='500' rowspan='500'>1</td>".repeat(50)}</tr>`.repeat(200)}</table>`),
    ),
  () => htm("line-of-20-mb", page(`<p>${"kettle ".repeat(3_000_000)}</p>`)),
  () => htm("word-of-5-mb", page(`<p>${"k".repeat(5_000_000)}</p>`)),
  () => htm("full-stops", page(`<p>${". ".repeat(2_000_000)}</p>`)),
  () => htm("200000-paragraphs", page("<p>Item 1. Business</p>".repeat(200_000))),
  () => htm("headings", page("<h1>ITEM 7. MANAGEMENT</h1>".repeat(100_000))),
  () => htm("entities", page(`<p>${"&amp;&nbsp;&bogus;&#8217;".repeat(300_000)}</p>`)),
  () =>
    htm(
      "links",
      page(Array.from({ length: 100_000 }, (_, index) => `<a id="t${index}" href="#t${index + 1}">x</a>`).join("")),
    ),
  () => htm("page-breaks", page("<hr><p>12</p>".repeat(100_000))),
  () =>
    htm(
      "continuations",
      page(
        Array.from(
          { length: 50_000 },
          (_, index) => `<ix:continuation id="c${index}" continuedAt="c${index + 1}">x</ix:continuation>`,
        ).join(""),
      ),
    ),
  () => ({
    fileName: "dots.txt",
    bytes: Buffer.from(`${words}\n\n${". ".repeat(1_000_000)}\n\n${" ".repeat(2_000_000)}x`),
  }),
  () => ({ fileName: "columns.txt", bytes: Buffer.from(`${words}\n\n${"Sales   1,234   5,678\n".repeat(300_000)}`) }),
  () => ({
    fileName: "speakers.txt",
    bytes: Buffer.from("Ann Lee - Chief Executive: We sold kettles.\n".repeat(200_000)),
  }),
  () => ({
    fileName: "documents.txt",
    bytes: Buffer.from(
      `<SEC-DOCUMENT>x\n${"<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\nKettles.\n</TEXT>\n</DOCUMENT>\n".repeat(50_000)}`,
    ),
  }),
  () => ({
    fileName: "open-documents.txt",
    bytes: Buffer.from(`<SEC-DOCUMENT>x\n${"<DOCUMENT>\n<TYPE>10-K\n<TEXT>\nKettles.\n".repeat(100_000)}`),
  }),
  () => ({ fileName: "bomb.htm.gz", bytes: gzipSync(Buffer.alloc(1_000_000_000, " "), { level: 9 }) }),
  () => ({
    fileName: "bomb.docx",
    bytes: Buffer.from(wordFile(`<w:p><w:r><w:t>${"kettle ".repeat(20_000_000)}</w:t></w:r></w:p>`)),
  }),
  () => ({ fileName: "deep.docx", bytes: Buffer.from(wordFile(`${"<w:p><w:r>".repeat(50_000)}<w:t>${words}</w:t>`)) }),
  () => ({
    fileName: "billion-laughs.xml",
    bytes: Buffer.from(
      `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a0 "ha">${Array.from({ length: 12 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`).join("")}]>${instanceRoot}<x contextRef="c">&a12;</x></xbrl>`,
    ),
  }),
  () => ({
    fileName: "deep.xml",
    bytes: Buffer.from(`${instanceStart}${"<a contextRef='c'>".repeat(200_000)}`),
  }),
  () => ({ fileName: "brackets.json", bytes: Buffer.from("[".repeat(5_000_000)) }),
  () => ({
    fileName: "brackets.md",
    bytes: Buffer.from(
      `# Kettles\n\n${words}\n\n${"[".repeat(200_000)}\n\n${"> ".repeat(20_000)}x\n\n${"*a ".repeat(100_000)}`,
    ),
  }),
  ...hostilePatterns,
];
