import { type Refusal, refuseForWords, sayRefusal } from "../../../src/reasoning/plain/refusals";

describe("refusals", () => {
  it.each<[Refusal, string]>([
    [
      { kind: "operand-missing", missing: ["inventory for 2024-12-31"], onFile: "on file: fiscal 2022" },
      "no filing here reports inventory for 2024-12-31 (on file: fiscal 2022)",
    ],
    [
      { kind: "across-a-split", name: "diluted earnings per share", why: "the 10-K counts its shares after a split" },
      "diluted earnings per share does not run through: the 10-K counts its shares after a split",
    ],
    [
      {
        kind: "part-of-trailing-year-missing",
        name: "revenue",
        end: "2025-06-30",
        lacking: ["the fiscal year to about 2024-12-31"],
      },
      "twelve months of revenue to 2025-06-30 need the last fiscal year and the year before to the same day, and the fiscal year to about 2024-12-31 is not on file",
    ],
    [{ kind: "nothing-filed", asOf: "2024-01-31" }, "nothing known to be filed by 2024-01-31 speaks of this"],
    [{ kind: "company-not-on-file", names: ["Quartz Meadow"] }, "no filing of Quartz Meadow is on file"],
  ])("%j says what is missing and what there is", (refusal, said) => {
    expect(sayRefusal(refusal)).toBe(said);
  });

  it.each<[string[], Refusal["kind"]]>([
    [["adjusted"], "adjusted"],
    [["constant", "currency"], "adjusted"],
    [["wholesale"], "part-of-the-company"],
    [["europe"], "part-of-the-company"],
    [["wool"], "words-left"],
  ])("%j left over of a question are told as %s", (words, kind) => {
    expect(refuseForWords(words, words.join(" "), "revenue").kind).toBe(kind);
  });
});
