import { deflateSync, gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { writePdf } from "../../support/write-pdf";
import { type BaseFile, words } from "./base-files";
import { htm, instanceStart, page } from "./hostile-page";

/** Words on which a careless pattern tries every way to part them, and containers that swell. */
export const hostilePatterns: readonly (() => BaseFile)[] = [
  () => htm("heads-of-stars", page(table(`<tr><td></td><td>Sales †${"*".repeat(90)}*)</td></tr>`, rows(40)))),
  () =>
    htm(
      "labels-of-totals",
      page(table("", `<tr><td>${"total &nbsp; ".repeat(9)}x 2024</td><td>1</td></tr>`.repeat(2_000))),
    ),
  () =>
    htm(
      "cells-of-percents",
      page(table("", `<tr><td>a</td><td>${"%".repeat(18)}0${"%".repeat(18)}a0</td></tr>`.repeat(100_000))),
    ),
  () =>
    htm(
      "labels-of-brackets",
      page(
        table(
          "<tr><td>In millions</td><td>2024</td></tr>",
          `<tr><td>${"(".repeat(20_000)}${"0".repeat(20_000)}</td><td>1</td></tr>`.repeat(20),
        ),
      ),
    ),
  () =>
    htm(
      "labels-of-notes",
      page(
        table(
          "<tr><td>In millions</td><td>2024</td></tr>",
          `<tr><td>Net sales${" (note ".repeat(20_000)}</td><td>1</td></tr>${rows(9)}`.repeat(5),
        ),
      ),
    ),
  () => htm("items-of-points", page(`<p>Item 1. Business ${".".repeat(190)}</p>`.repeat(5_000))),
  () => htm("cover-of-lines", page(`${"<p>a</p><p>form</p><p>date of report period ended</p>".repeat(500)}`)),
  () => ({
    fileName: "preformatted.htm",
    bytes: page(`<pre>signature${" ".repeat(500_000)}x\n${" ".repeat(500_000)}\n${"a  ".repeat(200_000)}</pre>`),
  }),
  () => ({
    fileName: "small-documents.txt",
    bytes: Buffer.from(
      `<SEC-DOCUMENT>x\n${"<document>\n<type>EX-99\n<text>\nKettles.\n</text>\n</document>\n".repeat(50_000)}`,
    ),
  }),
  () => ({
    fileName: "header-of-lines.txt",
    bytes: Buffer.from(
      `<SEC-HEADER>x\n${"\n".repeat(1_000_000)}FILED AS OF DATE:${" x".repeat(500_000)}\n<DOCUMENT>\n<TYPE>10-K\n<TEXT>\n${words}`,
    ),
  }),
  () => ({
    fileName: "speakers.json",
    bytes: Buffer.from(
      JSON.stringify({
        company: "Tiny Kettle",
        speakers: [
          { name: `SPK${"0".repeat(300_000)}R`, text: words },
          { name: " ".repeat(300_000), text: " -- ".repeat(300_000) },
        ],
      }),
    ),
  }),
  () => ({
    fileName: "names.xml",
    bytes: Buffer.from(
      `${instanceStart}<context id="c"><period><instant>2024-12-31</instant></period></context><a:${"A".repeat(200_000)} contextRef="c">${"&lt;a".repeat(300_000)}</a:${"A".repeat(200_000)}></xbrl>`,
    ),
  }),
  () => ({ fileName: "gzip-in-gzip.htm.gz", bytes: gzipSync(gzipSync(Buffer.alloc(100_000_000, " "))) }),
  () => ({
    fileName: "bombs.docx",
    bytes: Buffer.from(
      zipSync(
        Object.fromEntries(
          Array.from({ length: 40 }, (_, index) => [
            index === 0 ? "word/document.xml" : `word/header${index}.xml`,
            new Uint8Array(10_000_000),
          ]),
        ),
      ),
    ),
  }),
  () => ({
    fileName: "entries.docx",
    bytes: Buffer.from(
      zipSync(
        Object.fromEntries(
          Array.from({ length: 30_000 }, (_, index) => [`word/media/${index}.xml`, new Uint8Array(1)]),
        ),
      ),
    ),
  }),
  () => ({
    fileName: "word-of-ligatures.pdf",
    bytes: Buffer.from(
      writePdf([
        [
          { text: "k".repeat(400_000), x: 72, y: 60 },
          { text: `${"k-".repeat(50_000)}\0`, x: 72, y: 90 },
        ],
      ]),
    ),
  }),
  () => ({
    fileName: "digits.pdf",
    bytes: Buffer.from(
      writePdf([
        [
          { text: `1${" ".repeat(200_000)}(0${"1,".repeat(100_000)}x`, x: 72, y: 60 },
          { text: ". ".repeat(200_000), x: 72, y: 90 },
        ],
      ]),
    ),
  }),
  () => ({
    fileName: "places.pdf",
    bytes: Buffer.from(
      writePdf([
        Array.from({ length: 60_000 }, (_, index) => ({ text: "7", x: index % 600, y: Math.floor(index / 600) * 7 })),
      ]),
    ),
  }),
  () => ({
    fileName: "pages-3500.pdf",
    bytes: Buffer.from(
      writePdf(
        Array.from({ length: 3_500 }, () =>
          Array.from({ length: 8 }, (_, row) => ({ text: words.slice(0, 80), x: 72, y: 300 + row * 12 })),
        ),
      ),
    ),
  }),
  () => ({ fileName: "bomb.pdf", bytes: bombInPdf() }),
  () => ({
    fileName: "pages-within-pages.pdf",
    bytes: Buffer.from(
      Buffer.from(writePdf([[{ text: words, x: 72, y: 60 }]]))
        .toString("latin1")
        .replace("/Kids [5 0 R]", "/Kids [2 0 R]"),
      "latin1",
    ),
  }),
  () => ({
    fileName: "table.md",
    bytes: Buffer.from(
      `# Kettles\n\n${words}\n\n|${" a |".repeat(20_000)}\n|${"---|".repeat(20_000)}\n${`|${" 1 |".repeat(200)}\n`.repeat(200)}`,
    ),
  }),
  () => ({
    fileName: "front-matter.md",
    bytes: Buffer.from(
      `---\ntitle:${" \t".repeat(4_000)}\n${"a:".repeat(400)}\n---\n\n${words}\n${"`".repeat(200_000)}`,
    ),
  }),
];

/** A page whose content swells to 300 MB. */
function bombInPdf(): Buffer {
  const written = Buffer.from(writePdf([[{ text: "kettle", x: 72, y: 60 }]])).toString("latin1");
  const swollen = deflateSync(Buffer.alloc(300_000_000, "0 "), { level: 9 }).toString("latin1");
  const stream = `<< /Length ${swollen.length} /Filter /FlateDecode >>\nstream\n${swollen}\nendstream`;
  return Buffer.from(
    written.replace(/<< \/Length \d+ >>\nstream[^]*?endstream/, () => stream),
    "latin1",
  );
}

function table(heads: string, body: string): string {
  return `<table>${heads}${body}</table>`;
}

function rows(count: number): string {
  return "<tr><td>Net sales</td><td>1,234</td></tr>".repeat(count);
}
