import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { partOfCompany } from "../../support/measured-data";

export interface MeasuredQuestion {
  readonly id: string;
  readonly part: "tuned" | "kept";
  readonly type: "metrics" | "domain" | "novel";
  readonly question: string;
  readonly answer: string;
  /** The document asked about, as its file is called, without ".pdf". */
  readonly documentId: string;
  /** Where the answer stands, as `pageKey` writes it. */
  readonly wanted: readonly string[];
}

interface QuestionLine {
  readonly id: string;
  readonly company: string;
  readonly doc: string;
  readonly type: string;
  readonly question: string;
  readonly answer: string;
  readonly evidence: readonly { readonly doc: string; readonly page: number }[];
}

export const pageKey = (documentId: string, page: string): string => `${documentId} p. ${page}`;

/** The questions whose documents are here, pages counted from 1 as viewers of PDFs do. */
export function readQuestions(folder: string): MeasuredQuestion[] {
  return readFileSync(path.join(folder, "questions.jsonl"), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as QuestionLine)
    .filter(({ doc, evidence }) => [doc, ...evidence.map((one) => one.doc)].every((name) => isHere(folder, name)))
    .map(({ id, company, doc, type, question, answer, evidence }) => ({
      id,
      part: partOfCompany(company),
      type: type.startsWith("metrics") ? "metrics" : type.startsWith("domain") ? "domain" : "novel",
      question,
      answer: String(answer),
      documentId: doc,
      wanted: [...new Set(evidence.map((one) => pageKey(one.doc, String(one.page + 1))))],
    }));
}

function isHere(folder: string, name: string): boolean {
  return existsSync(path.join(folder, "pdfs", `${name}.pdf`));
}
