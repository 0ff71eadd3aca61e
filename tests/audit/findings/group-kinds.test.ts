import { type GroupedDraft } from "../../../src/audit/findings/group-repeats";
import { groupKinds } from "../../../src/audit/findings/group-kinds";
import { type Severity } from "../../../src/contracts/finding";
import { plainText } from "../../../src/contracts/rich-text";
import { say } from "../../../src/audit/wording/say";

function draft(row0: number, title: string, severity: Severity = "medium", sheet = "Dashboard"): GroupedDraft {
  const range = { sheet, startRow0: row0, endRow0: row0, startColumn0: 1, endColumn0: 1 };
  return {
    rule: "contradicting-label",
    draft: {
      severity,
      confidence: 0.8,
      sheet,
      ranges: [range],
      title,
      comment: say`Told of ${title}.`,
      meaning: title,
    },
    alsoAt: [],
    meanings: [title],
  };
}

describe("what goes wrong in many rows of one sheet in one way is one finding", () => {
  const links = ["“EBITDA” reads “Research”", "“Net income” reads “EBIT”", "“Interest” reads “Rent”"];

  it("lists the others under the weightiest", () => {
    const grouped = groupKinds([...links.map((title, i) => draft(i, title)), draft(9, "“Cash” reads “Stock”", "high")]);
    expect(grouped).toHaveLength(1);
    expect(grouped[0]!.draft.title).toBe("“Cash” reads “Stock”, and 3 more rows like it");
    expect(plainText(grouped[0]!.draft.comment)).toBe(
      "Told of “Cash” reads “Stock”. On the same sheet: “EBITDA” reads “Research” (B1), “Net income” reads “EBIT” (B2) and “Interest” reads “Rent” (B3).",
    );
    expect(grouped[0]!.draft.ranges).toHaveLength(4);
  });

  it("names only the rows where the titles begin alike", () => {
    const titles = ["Rent", "Wages", "Tax", "Fees"].map((row) => `A number is typed in “${row}”`);
    const [one] = groupKinds(titles.map((title, i) => draft(i, title)));
    expect(plainText(one!.draft.comment)).toContain("On the same sheet: “Wages” (B2), “Tax” (B3) and “Fees” (B4).");
  });

  it("leaves two alone, and other sheets", () => {
    expect(groupKinds(links.slice(0, 2).map((title, i) => draft(i, title)))).toHaveLength(2);
    const spread = links.map((title, i) => draft(i, title, "medium", `Sheet ${i}`));
    expect(groupKinds([...spread, draft(4, "“Cash” reads “Stock”")])).toHaveLength(4);
  });
});
