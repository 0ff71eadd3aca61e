import { maskFigures, normalizeSentence } from "../../src/concepts/mask-sentence";

const masked = (text: string) => maskFigures(normalizeSentence(text));

describe("a sentence without its figures", () => {
  it("is the same whatever the year, the date and the amounts", () => {
    expect(masked("At January 28, 2024, we had  $1,204.5 million.")).toBe("at #, we had $# million.");
    expect(masked("At February 2, 2025, we had $987 million.")).toBe("at #, we had $# million.");
  });

  it("is the same whatever quotes, dashes, bullets and line ends are used", () => {
    expect(masked("• The Company’s “Plan” – amended\nin May – ended.")).toBe(
      masked(`The company's "plan" - amended in May - ended.`),
    );
  });
});
