import { NotAFilingError } from "../filing-errors";
import { type Source } from "../source";
import { noXbrl } from "../xbrl/fact-collector";
import { layOutPages } from "./lay-out-pages";
import { readPdfPages } from "./read-pdf-pages";

/** Pages that are pictures give no words; with nearly all of them so, there is nothing to read. */
const leastLettersAPage = 20;

/** A PDF taken apart as other sources are. Throws `filings/unreadable`, `filings/not-a-filing`. */
export async function readPdf(bytes: Uint8Array, name: string): Promise<Source> {
  const { pages, warnings } = await readPdfPages(bytes, name);
  const blank = pages.filter(({ runs }) => runs.reduce((sum, { text }) => sum + text.length, 0) < leastLettersAPage);
  if (pages.length > 0 && blank.length === pages.length) {
    throw new NotAFilingError(name, "its pages are pictures without text (a scan)");
  }
  const scanned = blank.length > pages.length * 0.2 ? [`${blank.length} of ${pages.length} pages hold no text`] : [];
  const blocks = layOutPages(pages);
  const fictional = blocks.slice(0, 20).some(({ text }) => /\bfictional\b/i.test(text));
  return { blocks, xbrl: noXbrl, header: null, fictional, warnings: [...warnings, ...scanned] };
}
