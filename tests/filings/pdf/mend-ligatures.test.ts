import { mendLigatures } from "../../../src/filings/pdf/mend-ligatures";

describe("blank letters for ligatures", () => {
  it("are filled where one word is meant", () => {
    expect(mendLigatures("the \0rst bene\0t o\0set, in\0ation and write-o\0s of the o\0ce")).toBe(
      "the first benefit offset, inflation and write-offs of the office",
    );
  });

  it("are marked where nothing is known", () => {
    expect(mendLigatures("Zu\0el \0\0")).toBe("Zu�el ��");
  });
});
