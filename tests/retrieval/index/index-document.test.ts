import { indexDocument } from "../../../src/retrieval/index/index-document";
import { printDistance, wordPrintOf, numberPrintOf } from "../../../src/retrieval/words/text-print";
import { tokenize } from "../../../src/retrieval/words/tokenize";
import { lumen2023, lumenQuarter, undatedNote } from "../made-up-filings";

describe("indexing a document", () => {
  const index = indexDocument(lumen2023);

  it("tells the statements from the notes that use the same words", () => {
    expect(index.passages.map((entry) => entry.statement)).toEqual([
      null,
      null,
      null,
      null,
      "income-statement",
      "balance-sheet",
      null,
      null,
    ]);
    expect(index.passages[4]?.statementStrength).toBe(1);
  });

  it("knows a table of contents", () => {
    expect(index.passages.map((entry) => entry.contentsPage)).toEqual([true, ...Array<boolean>(7).fill(false)]);
  });

  it("reads the fiscal period from the cover, and leaves it open where there is none", () => {
    expect(index).toMatchObject({ fiscalYear: 2023, fiscalQuarter: null });
    expect(indexDocument(lumenQuarter)).toMatchObject({ fiscalYear: 2024, fiscalQuarter: 2 });
    expect(indexDocument(undatedNote)).toMatchObject({ fiscalYear: null, fiscalQuarter: null });
  });

  it("finds a passage by the words of its headings as well", () => {
    expect(index.passages[3]?.terms.has("discussion")).toBe(true);
  });
});

describe("terms", () => {
  it("are stems, lower case, without accents and possessives", () => {
    expect(tokenize("The Company's acquisitions DECLINED; café’s 1,234.5 policies")).toEqual([
      "the",
      "company",
      "acquisition",
      "declin",
      "cafe",
      "1,234.5",
      "policy",
    ]);
  });
});

describe("prints", () => {
  const risk =
    "Our lamps depend on a single supplier of glass. An interruption could adversely affect our business and our results of operations in any year";
  const print = (text: string) => wordPrintOf(tokenize(text));

  it("are equal for equal words, near for nearly equal ones, far for others", () => {
    expect(printDistance(print(risk), print(risk.toUpperCase()))).toBe(0);
    expect(
      printDistance(print(risk), print("Sand lamps for deserts sold well while northern ports cancelled many orders")),
    ).toBeGreaterThan(15);
  });

  it("tell other numbers apart where the words are the same", () => {
    const numbers = (text: string) => numberPrintOf(tokenize(text));
    expect(numbers("sales rose 5%")).not.toBe(numbers("sales rose 6%"));
    expect(numbers("sales rose 5%")).toBe(numbers("revenue fell 5%"));
  });
});
