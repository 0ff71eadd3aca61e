import { type DocumentRef } from "../../contracts/document";
import { type Evidence, type ScoreTrace } from "../../contracts/evidence";
import { type RankedPassage, type StoredDocument } from "../../storage/store";

/** A stored passage as evidence, with how it came to its place. */
export function evidenceOf({ passage, document }: RankedPassage, score: ScoreTrace): Evidence {
  return {
    passageId: passage.id,
    document: referenceTo(document),
    part: passage.part,
    item: passage.item,
    path: passage.path,
    page: passage.page,
    laterPages: passage.laterPages,
    kind: passage.kind,
    text: passage.text,
    start: passage.start,
    end: passage.end,
    boilerplate: passage.boilerplate,
    score,
  };
}

/** Without what only the store counts. */
export function referenceTo(document: StoredDocument): DocumentRef {
  const { fiscalYear: _year, fiscalQuarter: _quarter, passages: _passages, facts: _facts, ...reference } = document;
  return reference;
}
