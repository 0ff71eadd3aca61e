import { formAfterArticle, formWords } from "../../src/contracts/document-words";

describe("what a document is called", () => {
  it("reads behind an article as it does alone", () => {
    const called = (form: string | null) => {
      const document = { form, title: "Call with a supplier" };
      return [formWords(document), `the ${formAfterArticle(document)}`];
    };
    expect(called("10-K")).toEqual(["10-K", "the 10-K"]);
    expect(called("note")).toEqual(["your own note", "the note of your own"]);
    expect(called("transcript")).toEqual(["call", "the call"]);
  });
});
