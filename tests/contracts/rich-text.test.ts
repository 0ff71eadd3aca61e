import { numbersIn, plainText, type RichText, richTextSchema } from "../../src/contracts/rich-text";

const text: RichText = [
  { kind: "text", text: "EBIT in " },
  { kind: "place", sheet: "Valuation", range: "B10", shown: "Valuation!B10" },
  { kind: "text", text: " is " },
  {
    kind: "number",
    number: {
      shown: "675.0",
      value: 675,
      unit: "USD",
      reference: { kind: "cell", sheet: "Valuation", address: "B10" },
      verdict: "matched",
    },
  },
];

describe("rich text", () => {
  it("reads aloud as its words, places and numbers in order", () => {
    expect(plainText(text)).toBe("EBIT in Valuation!B10 is 675.0");
  });

  it("gives the numbers of a text with what they are bound to", () => {
    expect(numbersIn(text)).toEqual([
      {
        shown: "675.0",
        value: 675,
        unit: "USD",
        reference: { kind: "cell", sheet: "Valuation", address: "B10" },
        verdict: "matched",
      },
    ]);
  });

  it("refuses a number whose verdict is of our own making", () => {
    const broken = [{ kind: "number", number: { shown: "1", value: 1, unit: null, reference: null, verdict: "fine" } }];
    expect(richTextSchema.safeParse(broken).success).toBe(false);
  });
});
