import { readFileSync } from "node:fs";
import path from "node:path";
import { plantedProblems } from "../../assets/sample/generator/planted-problems";
import { defaultView } from "../../src/audit/findings/rank";
import { reviewWorkbook } from "../../src/audit/review-workbook";
import { numbersIn } from "../../src/contracts/rich-text";
import { parseRange, type RangePosition } from "../../src/workbook/address";
import { readXlsx } from "../../src/workbook/read-xlsx";

const file = path.resolve(__dirname, "../../assets/sample/fernhollow-model.xlsx");
const review = reviewWorkbook(readXlsx(new Uint8Array(readFileSync(file)), "fernhollow-model.xlsx"));
const shown = defaultView(review.findings);

function touches(a: RangePosition, b: RangePosition): boolean {
  return (
    a.startRow0 <= b.endRow0 &&
    b.startRow0 <= a.endRow0 &&
    a.startColumn0 <= b.endColumn0 &&
    b.startColumn0 <= a.endColumn0
  );
}

const inModelAlone = plantedProblems.filter((problem) => !problem.needsFilings);

describe("the review of the sample model", () => {
  it.each(inModelAlone.map((problem) => [`${problem.sheet}!${problem.cells}`, problem.what, problem] as const))(
    "finds at %s: %s",
    (_place, _what, problem) => {
      const found = shown.filter(
        (finding) =>
          finding.sheet === problem.sheet &&
          finding.cells.some((cells) => touches(parseRange(cells)!, parseRange(problem.cells)!)),
      );
      expect(found).not.toEqual([]);
    },
  );

  it("types no number into a comment: each is bound to a cell or calculated from some", () => {
    const typed = review.findings.flatMap((finding) =>
      finding.comment.flatMap((segment) => (segment.kind === "text" ? [segment.text] : [])),
    );
    // Years of period labels and the name of an error are words, not figures.
    const withoutLabels = typed.map((text) => text.replace(/20\d\d[AE]?|#DIV\/0!/g, ""));
    expect(withoutLabels.filter((text) => /\d/.test(text))).toEqual([]);
    const numbers = review.findings.flatMap((finding) => numbersIn(finding.comment));
    expect(numbers.filter((number) => number.reference === null || number.verdict === "unchecked")).toEqual([]);
  });

  it("shows twenty findings at most", () => {
    expect(shown.length).toBeLessThanOrEqual(20);
  });

  it("reads every formula", () => {
    expect(review.stats.unreadFormulas).toBe(0);
  });
});
