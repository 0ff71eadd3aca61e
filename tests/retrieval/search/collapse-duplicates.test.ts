import { type QuestionIntent } from "../../../src/contracts/intent";
import { collapseDuplicates } from "../../../src/retrieval/search/collapse-duplicates";
import { indexDocument } from "../../../src/retrieval/index/index-document";
import { scorePassages } from "../../../src/retrieval/search/score-passages";
import { type RankedPassage } from "../../../src/storage/store";
import { parsedDocument } from "../../storage/document-fixture";

const risk =
  "Our lamps depend on a single supplier of glass. An interruption of the supply of glass could adversely affect our business, our " +
  "results of operations and our financial condition, and we may be unable to find another supplier of comparable quality in time. " +
  "Our supplier has told us that its furnace needs repair, and a long repair would leave us without glass for the lamps of a season.";

/** Passages of one document, best first as given. */
function ranked(...texts: string[]) {
  const parsed = parsedDocument({ id: "a", passages: texts.map((text) => ({ text })) });
  const index = indexDocument(parsed);
  const hits = parsed.passages.map((passage, i): RankedPassage => {
    const { terms: _terms, ...marks } = index.passages[i]!;
    const document = { ...parsed.document, fiscalYear: null, fiscalQuarter: null, passages: 1, facts: 0 };
    return { passage, document, marks, lexicalScore: texts.length - i };
  });
  const intent: QuestionIntent = {
    companies: [],
    periods: [],
    forms: [],
    statements: [],
    items: [],
    concepts: [],
    kind: "open",
    asOf: null,
    terms: [],
  };
  return scorePassages(hits, {
    intent,
    askedTerms: new Map(),
    statementNamed: false,
    fitOf: () => ({ value: 0, why: "" }),
  });
}
const kept = (...texts: string[]) => collapseDuplicates(ranked(...texts), 10).map(({ hit }) => hit.passage.ordinal);

describe("passages that repeat each other", () => {
  it("are shown once, the best of them", () => {
    expect(kept(risk, risk, "Ports buy lamps.")).toEqual([0, 2]);
  });

  it("are found also where a word or two was changed", () => {
    expect(kept(risk, risk.replace("a long repair", "a longer repair"))).toEqual([0]);
  });

  it("are two passages where they state other numbers", () => {
    expect(kept(`${risk} It supplied 80% of our glass.`, `${risk} It supplied 75% of our glass.`)).toEqual([0, 1]);
  });

  it("are not those that merely speak of the same", () => {
    expect(
      kept(
        risk,
        "Glass comes from one supplier whose furnace is old; should it fail, we would have no lamps to sell. ".repeat(
          3,
        ),
      ),
    ).toEqual([0, 1]);
  });
});
