import { compareItems } from "../../../src/filings/changes/compare-items";
import { itemSentences } from "../../../src/filings/changes/item-sentences";
import { matchInOrder } from "../../../src/filings/changes/match-in-order";
import { tellUnusual } from "../../../src/filings/changes/tell-unusual";

const sentencesOf = (text: string, headings: string[] = []) =>
  itemSentences([{ id: "a#1", kind: "text", path: headings, start: 100, text }], "risks");
const compare = (earlier: string, later: string) => compareItems(sentencesOf(earlier), sentencesOf(later));

const supply = "We buy most optical parts from one maker in Norway.";
const delay = "A delay there would stop our assembly line within weeks.";
const rates = "Our term loan bears interest at 5.2% and falls due in 2027.";
const people = "Skilled technicians are hard to find near our plant.";

describe("an item against the year before's", () => {
  it("finds nothing changed where only paragraphs were parted otherwise", () => {
    const { counts } = compare(`${supply} ${delay}\n${rates} ${people}`, `${supply}\n${delay} ${rates}\n${people}`);
    expect(counts).toMatchObject({ unchanged: 4, figures: 0, changed: 0, moved: 0, added: 0, removed: 0 });
  });

  it("tells updated figures from changed wording", () => {
    const { changes } = compare(
      `${supply} ${rates}`,
      `We buy nearly all optical parts from one maker in Norway. Our term loan bears interest at 6.4% and falls due in 2028.`,
    );
    expect(changes.map(({ kind }) => kind)).toEqual(["changed", "figures"]);
    expect(changes[1]).toMatchObject({
      words: [
        { kind: "same", text: "Our term loan bears interest at" },
        { kind: "removed", text: " 5.2" },
        { kind: "added", text: " 6.4" },
        { kind: "same", text: "% and falls due in" },
        { kind: "removed", text: " 2027" },
        { kind: "added", text: " 2028" },
        { kind: "same", text: "." },
      ],
    });
  });

  it("calls a turned direction a changed wording", () => {
    const { counts } = compare("Margin rose by 2.0% on price.", "Margin fell by 3.0% on price.");
    expect(counts).toMatchObject({ changed: 1, figures: 0 });
  });

  it("names what was added, removed and moved", () => {
    const tariffs = "New tariffs could raise the cost of lenses.";
    const { changes } = compare(`${supply} ${delay} ${rates} ${people}`, `${people} ${supply} ${delay} ${tariffs}`);
    expect(changes.map(({ kind }) => kind)).toEqual(["moved", "removed", "added"]);
  });

  it("gives places in the document's text", () => {
    const { changes } = compare(supply, `${supply} ${delay}`);
    expect(changes).toMatchObject([{ kind: "added", later: { text: delay, passageId: "a#1", start: 152, end: 208 } }]);
  });

  it("counts a risk factor whose heading and text are new before those that changed", () => {
    const heading = "Tariffs could raise our costs";
    const known = "We depend on one supplier";
    const earlier = sentencesOf(`${known}\n${supply} ${delay}`, [known]);
    const later = sentencesOf(
      `${known}\n${supply} ${delay} ${people}\n${heading}\nDuties on lenses were announced in May. They would fall on every instrument.`,
      [known, heading],
    );
    expect(compareItems(earlier, later).units).toMatchObject([
      { kind: "new", heading, newSentences: 2 },
      { kind: "changed", heading: known, newSentences: 1, removedSentences: 0 },
    ]);
  });

  it("measures equal items as equal, and items without a word in common as different", () => {
    const equal = compare(supply, supply).similarity;
    expect([equal.jaccard, equal.verbatim]).toEqual([1, 1]);
    expect(equal.cosine).toBeCloseTo(1);
    expect(compare("Lamps glow.", "Rivers freeze.").similarity).toEqual({ jaccard: 0, cosine: 0, verbatim: 0 });
  });

  it("takes ten thousand repetitions of one sentence without ado", () => {
    const startedMs = performance.now();
    const { counts } = compare(`${supply} `.repeat(10_000), `${supply} `.repeat(9_000));
    expect(counts).toMatchObject({ unchanged: 9_000, removed: 1_000 });
    expect(performance.now() - startedMs).toBeLessThan(5_000);
  });
});

describe("what keeps its order", () => {
  it("is the longest common run", () => {
    const pairs = matchInOrder(["a", "b", "c", "b", "d"], ["b", "a", "b", "d", "c"]);
    expect(pairs.map(({ later }) => ["b", "a", "b", "d", "c"][later])).toEqual(["a", "b", "d"]);
  });
});

describe("an unusual change", () => {
  const likeness = (jaccard: number) => ({ jaccard, cosine: 1, verbatim: 1 });

  it("is said with the figures of the years before", () => {
    expect(tellUnusual("1A", likeness(0.44), [0.87, 0.78, 0.81].map(likeness))).toBe(
      "Item 1A changed more than is usual for this company: of all the different sentences of both filings 44 % stand in both, against 87 % the year before and 78 % to 87 % in 3 comparisons before it.",
    );
  });

  it("is not said of an ordinary year, nor where no other year tells", () => {
    expect(tellUnusual("1A", likeness(0.75), [0.87, 0.78, 0.81].map(likeness))).toBeNull();
    expect(tellUnusual("1A", likeness(0.1), [])).toBeNull();
  });
});
