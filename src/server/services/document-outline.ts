import { type Disclosure, pageAt } from "../../contracts/document";
import { type Store, type StoredDocument, type StoredLayout } from "../../storage/store";
import { NotFoundError } from "../server-errors";

/** A stretch of a document and where a reader finds it. */
export interface OutlineEntry {
  readonly kind: "section" | Disclosure["kind"];
  /** Null of what is no item: a cover, a note. */
  readonly part: string | null;
  readonly item: string | null;
  readonly title: string | null;
  readonly firstPage: string | null;
  readonly lastPage: string | null;
  readonly passages: number;
  readonly tables: number;
}

export interface DocumentOutline {
  readonly document: StoredDocument;
  readonly sections: readonly OutlineEntry[];
  /** Notes, policies, and the tables and details within them, as the filer marked them or their headings tell. */
  readonly disclosures: readonly OutlineEntry[];
}

/** What was read in a stored document: its sections, and its notes and policies. Throws `server/not-found`. */
export async function readOutline(store: Store, documentId: string): Promise<DocumentOutline> {
  const document = await store.documentById(documentId);
  if (document === null) throw new NotFoundError("document", documentId);
  const [layout, disclosures] = await Promise.all([store.layoutOf(documentId), store.disclosuresOf(documentId)]);
  return {
    document,
    sections: layout.sections.map(({ part, item, title, start, end }) => ({
      ...{ kind: "section" as const, part, item, title },
      ...placeOf([{ start, end }], layout),
    })),
    disclosures: disclosures.map(({ kind, title, spans }) => ({
      ...{ kind, part: null, item: null, title },
      ...placeOf(spans, layout),
    })),
  };
}

function placeOf(
  spans: Disclosure["spans"],
  { passages }: StoredLayout,
): Pick<OutlineEntry, "firstPage" | "lastPage" | "passages" | "tables"> {
  const within = passages.filter((passage) =>
    spans.some(({ start, end }) => passage.start < end && passage.end > start),
  );
  const [first, last] = [within[0], within.at(-1)];
  // A passage may begin a page before the section does, and end a page behind it.
  const [start, end] = [spans[0]!.start, spans.at(-1)!.end];
  return {
    firstPage: first === undefined ? null : pageAt(first, Math.max(0, start - first.start)),
    lastPage: last === undefined ? null : pageAt(last, Math.min(end, last.end) - 1 - last.start),
    passages: within.length,
    tables: within.filter(({ kind }) => kind === "table").length,
  };
}
