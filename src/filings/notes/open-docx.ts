import { strFromU8, unzipSync, zipSync, type Unzipped } from "fflate";
import { FilingTooLargeError, FilingUnreadableError, NotAFilingError } from "../filing-errors";

/** What a Word file may inflate to without its pictures: a thousand pages, and what its reading can hold in memory. */
export const mostDocxBytes = 24_000_000;
const mostEntries = 4000;

export interface DocxParts {
  /** The file again with its words alone, nothing compressed: safe to give to a reader that inflates whatever it finds. */
  readonly zip: Uint8Array;
  /** When it was last saved; null where it does not say. */
  readonly savedOn: string | null;
}

const isWords = (name: string): boolean =>
  name === "[Content_Types].xml" ||
  name === "docProps/core.xml" ||
  /^(?:_rels|word)\/[^/]*\.(?:xml|rels)$|^word\/_rels\//.test(name);

/** A Word file's own parts, inflated within bounds. Throws for other Office files, archives, damage and bombs. */
export function openDocx(bytes: Uint8Array, name: string): DocxParts {
  const names: string[] = [];
  let total = 0;
  let parts: Unzipped;
  try {
    // What an entry says of its size bounds what is inflated: one that says too little is cut off and fails.
    parts = unzipSync(bytes, {
      filter: ({ name: entry, originalSize }) => {
        if (names.push(entry) > mostEntries) return false;
        if (!isWords(entry)) return false;
        total += originalSize;
        return total <= mostDocxBytes;
      },
    });
  } catch (error) {
    throw new FilingUnreadableError(name, "its zip container is damaged or cut off", error);
  }
  refuseOthers(names, name);
  if (total > mostDocxBytes) throw new FilingTooLargeError(name, mostDocxBytes, true);
  const core = parts["docProps/core.xml"];
  const saved = core === undefined ? null : /<dcterms:modified[^<>]*>(\d{4}-\d{2}-\d{2})/.exec(strFromU8(core));
  return { zip: zipSync(parts, { level: 0 }), savedOn: saved?.[1] ?? null };
}

function refuseOthers(names: readonly string[], name: string): void {
  if (names.includes("word/document.xml")) return;
  if (names.some((entry) => entry.startsWith("xl/"))) {
    throw new NotAFilingError(name, "it is a workbook (.xlsx), which is opened in Excel beside the pane");
  }
  if (names.some((entry) => entry.startsWith("ppt/"))) {
    throw new NotAFilingError(name, "it is a presentation (.pptx); save it as .pdf");
  }
  throw new NotAFilingError(name, "it is a zip archive (or an Office file)");
}
