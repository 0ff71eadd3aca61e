import { type Passage } from "../../contracts/document";
import { type PrimaryStatement, statementSigns } from "./statement-signs";

export interface StatementLikeness {
  readonly statement: PrimaryStatement;
  /** 0..2.5; below 0.7 it is hardly one. */
  readonly likeness: number;
}

/** Notes, a parent company's own statements and indexes carry the same words as the statements and are not them. */
const notTheStatement =
  /notes? to (?:the )?(?:condensed )?consolidated|^note \d|report of independent|parent company|condensed financial information/i;
/** The list that leads to the statements; as a heading above, it is only the part they stand in. */
const listOfStatements = /\bindex to\b/i;

/** Which primary statement a passage looks like, by its heading and by the rows it holds; null where none. */
export function classifyStatement(
  passage: Pick<Passage, "text" | "path">,
  before: string,
  marks: { numberShare: number; contentsPage: boolean },
): StatementLikeness | null {
  const lines = passage.text
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "");
  const withNumbers = lines.filter((line) => /\d/.test(line));
  if (withNumbers.length < 4) return null;
  const headings = [...passage.path.slice(-2), lastLines(before), ...lines.slice(0, 6)].filter(
    (line) => line.length < 160,
  );
  let best: StatementLikeness | null = null;
  for (const signs of statementSigns) {
    const titles = headings.filter((line) => signs.title.test(line));
    // "Comprehensive income" is a statement of its own beside the income statement.
    const titled =
      titles.length > 0 &&
      !(signs.statement === "income-statement" && titles.every((line) => /comprehensive/i.test(line)));
    const rows = signs.rows.filter((row) => withNumbers.some((line) => row.test(line))).length / signs.rows.length;
    let likeness = (titled ? 1 : 0) + 1.5 * rows;
    if (headings.some((line) => notTheStatement.test(line))) likeness *= 0.5;
    else if (listOfStatements.test(passage.path.at(-1) ?? "")) likeness *= titled ? 0.8 : 0.5;
    if (marks.contentsPage) likeness *= 0.3;
    if (marks.numberShare < 0.12) likeness *= 0.4;
    if (likeness >= 0.7 && likeness > (best?.likeness ?? 0)) best = { statement: signs.statement, likeness };
  }
  return best;
}

function lastLines(text: string): string {
  return text.trimEnd().split("\n").slice(-2).join(" ").slice(-159);
}
