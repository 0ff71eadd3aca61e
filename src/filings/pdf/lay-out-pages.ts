import { type Block } from "../blocks";
import { findTables } from "./find-tables";
import { readingOrder } from "./reading-order";
import { gatherParagraphs, mostCommonGap } from "./gather-paragraphs";
import { groupLines } from "./pdf-line";
import { type PdfPage } from "./pdf-page";

/** Pages as blocks in the order they are read: paragraphs, headings by their look, tables whole. */
export function layOutPages(pages: readonly PdfPage[]): Block[] {
  return pages.flatMap((page) => {
    const lines = groupLines(page);
    const lineGap = mostCommonGap(lines);
    const blocks = readingOrder(lines).flatMap((stretch) =>
      findTables(stretch).flatMap((part) =>
        part.kind === "table" ? [part.table] : gatherParagraphs(part.lines, lineGap, page.width),
      ),
    );
    // As viewers count: what a reader types to come here. Numbers printed on the page often begin behind a cover.
    const pageStarts = [{ page: String(page.number), offset: 0 }];
    return blocks.map((block, index) => (index === 0 ? { ...block, pageBreakBefore: true, pageStarts } : block));
  });
}
