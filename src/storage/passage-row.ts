import { type Statement } from "../contracts/concept";
import { type Passage } from "../contracts/document";
import { documentColumns, documentOf, type DocumentRow } from "./document-row";
import { type RankedPassage } from "./store";

export const rankedPassageColumns = `
  p.id AS passage_id, p.ordinal, p.part, p.item, p.path, p.page, p.later_pages, p.kind, p.body, p.span_start, p.span_end, p.boilerplate,
  p.statement, p.statement_strength, p.number_share, p.contents_page, p.word_print, p.number_print, ${documentColumns}`;

export interface RankedPassageRow extends DocumentRow {
  passage_id: string;
  ordinal: number;
  part: string | null;
  item: string | null;
  path: string[];
  page: string | null;
  later_pages: Passage["laterPages"];
  kind: "text" | "table";
  body: string;
  span_start: number;
  span_end: number;
  boilerplate: boolean;
  statement: Statement | null;
  statement_strength: number;
  number_share: number;
  contents_page: boolean;
  word_print: string;
  number_print: string;
  lexical_score?: number;
}

export function rankedPassageOf(row: RankedPassageRow): RankedPassage {
  return {
    passage: {
      id: row.passage_id,
      documentId: row.document_id,
      ordinal: row.ordinal,
      part: row.part,
      item: row.item,
      path: row.path,
      page: row.page,
      laterPages: row.later_pages,
      kind: row.kind,
      text: row.body,
      start: row.span_start,
      end: row.span_end,
      boilerplate: row.boilerplate,
    },
    document: documentOf(row),
    marks: {
      statement: row.statement,
      statementStrength: row.statement_strength,
      numberShare: row.number_share,
      contentsPage: row.contents_page,
      wordPrint: row.word_print,
      numberPrint: row.number_print,
    },
    lexicalScore: row.lexical_score ?? 0,
  };
}
