import { sentenceSpans, splitSentences } from "../../src/concepts/sentence-spans";

describe("sentences", () => {
  it.each<[string, string[]]>([
    ["Sales rose. Costs fell.", ["Sales rose.", "Costs fell."]],
    [
      "We sell in the U.S. and the U.K. The Company has no debt.",
      ["We sell in the U.S. and the U.K.", "The Company has no debt."],
    ],
    ["U.S. Treasury yields rose. U.S. Bank N.A. lent.", ["U.S. Treasury yields rose.", "U.S. Bank N.A. lent."]],
    [
      "Northwind Inc. and Fabrikam Corp. agreed. We bought Contoso, Inc. In 2021 we sold it.",
      ["Northwind Inc. and Fabrikam Corp. agreed.", "We bought Contoso, Inc.", "In 2021 we sold it."],
    ],
    ["See ASU No. 2016-13. It applies.", ["See ASU No. 2016-13.", "It applies."]],
    ["Did it? No. We waited!", ["Did it?", "No.", "We waited!"]],
    [
      "Debt (e.g. notes, i.e. Senior Notes) fell. Mr. J. P. Smith left.",
      ["Debt (e.g. notes, i.e. Senior Notes) fell.", "Mr. J. P. Smith left."],
    ],
    [
      "Margin was 12.5 percent vs. 11.2. Rates rose 0.25. Fine.",
      ["Margin was 12.5 percent vs. 11.2.", "Rates rose 0.25.", "Fine."],
    ],
    ["Item 1A. Risk Factors", ["Item 1A. Risk Factors"]],
    [
      "See Part I, Item 1A. Risk Factors of this report. See Item 7. The rest stands.",
      ["See Part I, Item 1A. Risk Factors of this report.", "See Item 7.", "The rest stands."],
    ],
    [
      "Note 7. Debt\nThe notes mature. As said in Note 7. Interest rose.",
      ["Note 7. Debt", "The notes mature.", "As said in Note 7.", "Interest rose."],
    ],
    ["1. We may fail. 2. Prices may fall.", ["1. We may fail.", "2. Prices may fall."]],
    [
      "He said “we grew.” She said (in part.) Then all left.",
      ["He said “we grew.”", "She said (in part.)", "Then all left."],
    ],
    ["Net sales fell. iPhone net sales rose.", ["Net sales fell.", "iPhone net sales rose."]],
    ["We hold Class A. We sold Series B. Then rest.", ["We hold Class A.", "We sold Series B.", "Then rest."]],
    ["On Sept. 30 we paid. In Dec. The rest.", ["On Sept. 30 we paid.", "In Dec.", "The rest."]],
    ["Sales fell.(1) Costs rose.", ["Sales fell.(1)", "Costs rose."]],
    ["Yahoo! Inc. agreed. Great! Then more.", ["Yahoo! Inc. agreed.", "Great!", "Then more."]],
    ["Wait... What?", ["Wait...", "What?"]],
    ["The line was broken\nfor its length. The next", ["The line was broken\nfor its length.", "The next"]],
    [
      "Our risks are:\n• rates rise;\n• rates fall; and\nrates stand still",
      ["Our risks are:", "• rates rise;", "• rates fall; and\nrates stand still"],
    ],
    ["Risks: • rates • prices", ["Risks:", "• rates", "• prices"]],
    ["A heading\n\nand a paragraph", ["A heading", "and a paragraph"]],
    ["One Main Street,\nSpringfield", ["One Main Street,\nSpringfield"]],
    ["  \n ", []],
    ["", []],
  ])("%j", (text, sentences) => {
    expect(splitSentences(text)).toEqual(sentences);
  });

  it("gives spans that cover every word and leave out only white space", () => {
    const text = "  First one.  Second, e.g. this.\n\nThird\n• fourth ";
    let at = 0;
    for (const { start, end } of sentenceSpans(text)) {
      expect(text.slice(at, start).trim()).toBe("");
      expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
      at = end;
    }
    expect(text.slice(at).trim()).toBe("");
  });

  it("reads a million points, letters or line ends in time that grows with them", () => {
    for (const piece of [".", "a", "a.", " . ", "\n", "x.\n", "(", "U.S. "]) {
      const text = piece.repeat(1_000_000 / piece.length);
      const before = performance.now();
      sentenceSpans(text);
      expect(performance.now() - before).toBeLessThan(1500);
    }
  });
});
