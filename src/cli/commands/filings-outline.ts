import { dayWords } from "../../contracts/document-words";
import { type DocumentOutline, type OutlineEntry } from "../../server/services/document-outline";
import { countOf } from "../count-of";
import { type Output } from "../output";
import { withServices } from "../with-services";

export interface FilingsOutlineOptions {
  readonly data?: string;
}

/** What was read in one document: sections, notes and policies, with the pages they stand on. */
export async function printOutline(documentId: string, options: FilingsOutlineOptions, output: Output): Promise<void> {
  await withServices(options.data, async (services) => {
    const outline = await services.outline(documentId);
    output.result(outline, () => describeOutline(outline));
  });
}

function describeOutline({ document, sections, disclosures }: DocumentOutline): string {
  const period = document.periodEnd === null ? "period not stated" : `for ${document.periodEnd}`;
  const notes = disclosures.filter(({ kind }) => kind === "note" || kind === "policy");
  return [
    `${document.id}: ${document.company ?? "no company stated"}, ${document.form ?? "no form stated"} ${period}, ${dayWords(document)}`,
    "",
    sections.length === 0 ? "No sections were found; the text is held whole." : "Sections",
    ...sections.map(describeEntry),
    "",
    notes.length === 0 ? "No notes or policies were found." : "Notes and policies",
    ...notes.map(describeEntry),
  ].join("\n");
}

function describeEntry({ kind, part, item, title, firstPage, lastPage, passages, tables }: OutlineEntry): string {
  const place =
    firstPage === null ? "" : firstPage === lastPage ? `p. ${firstPage}` : `pp. ${firstPage}–${lastPage ?? "?"}`;
  const number = item === null ? "" : `${part === null ? "" : `${part}-`}${item}`;
  const name = title ?? "without a title";
  const what = [
    ...(kind === "policy" ? ["policy"] : []),
    countOf(passages, "passage"),
    ...(tables === 0 ? [] : [countOf(tables, "table")]),
  ].join(", ");
  return `  ${number.padEnd(kind === "section" ? 7 : 0)}${name} (${[...(place === "" ? [] : [place]), what].join("; ")})`;
}
