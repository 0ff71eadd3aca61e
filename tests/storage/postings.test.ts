import { addScores, packPostings } from "../../src/storage/postings";

/** As the query puts rows end to end: term id, length, postings. */
function endToEnd(...rows: readonly (readonly [number, Buffer])[]): Buffer {
  return Buffer.concat(
    rows.flatMap(([id, postings]) => {
      const head = Buffer.alloc(8);
      head.writeInt32BE(id, 0);
      head.writeInt32BE(postings.length, 4);
      return [head, postings];
    }),
  );
}

describe("postings", () => {
  it("take five bytes a passage: place and weight", () => {
    expect([...packPostings([{ ordinal: 258, weight: 1.5 }])]).toEqual([0, 1, 2, 0x60, 0]);
  });

  it("give each passage the sum of its terms' weights times the question's", () => {
    const scores = new Float64Array(70_000);
    const packed = endToEnd(
      [
        7,
        packPostings([
          { ordinal: 0, weight: 1 },
          { ordinal: 69_999, weight: 2 },
        ]),
      ],
      [9, packPostings([{ ordinal: 69_999, weight: 0.25 }])],
    );
    addScores(
      packed,
      new Map([
        [7, 3],
        [9, 8],
      ]),
      scores,
    );
    expect([scores[0], scores[1], scores[69_999]]).toEqual([3, 0, 8]);
  });

  it("hold a weight too large at the largest there is", () => {
    const scores = new Float64Array(1);
    addScores(endToEnd([1, packPostings([{ ordinal: 0, weight: 1000 }])]), new Map([[1, 1]]), scores);
    expect(scores[0]).toBeCloseTo(4, 3);
  });

  it("refuse a place that does not fit, instead of writing another", () => {
    expect(() => packPostings([{ ordinal: 1 << 24, weight: 1 }])).toThrow(RangeError);
  });
});
