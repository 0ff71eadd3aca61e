import { otherWordings } from "../../../src/retrieval/words/other-wordings";
import { thesaurus } from "../../../src/retrieval/words/thesaurus";

test("an analyst's word brings the filings' word for the same", () => {
  expect([...otherWordings("Why did they write down intangibles?")]).toEqual(expect.arrayContaining(["impairment"]));
  expect([...otherWordings("layoffs in 2023")]).toEqual(expect.arrayContaining(["severanc", "redundancy"]));
});

test("a wording of several words counts only where all of them stand together", () => {
  expect([...otherWordings("the credit line was cut")]).toContain("revolver");
  expect([...otherWordings("the line of products and its credit")]).not.toContain("revolver");
});

test("words the question uses itself are not given again", () => {
  const others = otherWordings("lawsuit or litigation");
  expect(others.has("lawsuit")).toBe(false);
  expect(others.has("litigation")).toBe(false);
});

test("a question of unknown words and an empty one have no other wordings", () => {
  expect(otherWordings("qwrx zzt").size).toBe(0);
  expect(otherWordings("").size).toBe(0);
});

test("every line of the thesaurus holds at least two wordings, each once", () => {
  for (const line of thesaurus) {
    const wordings = line.split(", ");
    expect(wordings.length).toBeGreaterThan(1);
    expect(new Set(wordings).size).toBe(wordings.length);
  }
});
