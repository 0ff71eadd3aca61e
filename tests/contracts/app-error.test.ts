import { AppError, isAppError } from "../../src/contracts/app-error";

class TooLarge extends AppError {
  override readonly code = "test/too-large";
}

describe("app error", () => {
  it("carries its sentence, its code and its facts", () => {
    const error = new TooLarge("The file is larger than 200 MB.", { details: { bytes: 3 } });
    expect([error.message, error.code, error.details, error.name]).toEqual([
      "The file is larger than 200 MB.",
      "test/too-large",
      { bytes: 3 },
      "TooLarge",
    ]);
  });

  it("is told apart from any other error", () => {
    expect(isAppError(new TooLarge("x"))).toBe(true);
    expect(isAppError(new Error("x"))).toBe(false);
    expect(isAppError("test/too-large")).toBe(false);
  });
});
