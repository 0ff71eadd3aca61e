import { findSigner, readCover } from "../../src/filings/read-cover";

const cover = (name: string) =>
  `FORM 10-K\nFor the fiscal year ended December 31, 2024\nCommission file number 1-0001\n${name}\n`;

describe("a cover page", () => {
  it("names its company above the caption", () => {
    const { company } = readCover(cover("Kettle Works, Inc.\n(Exact name of registrant as specified in its charter)"));

    expect(company).toBe("Kettle Works, Inc.");
  });

  it("names its company under the file number where no caption stands", () => {
    const { company } = readCover(cover("KETTLE COMPANY\nState of Incorporation: Ohio"));

    expect(company).toBe("KETTLE COMPANY");
  });

  it("names nobody where the name is a picture, and no line of the form stands in for it", () => {
    const pictured = readCover(
      "FORM 10-K\nFor the transition period from to Commission File Number 001-00001\n(Exact name of Registrant as specified in its charter)\nOhio 34-0000001\n",
    );

    expect(pictured.company).toBeNull();
    expect(findSigner("SIGNATURES\nKETTLE WORKS CORP (Registrant) By: /s/ A. Potter\n")).toBe("KETTLE WORKS CORP");
  });
});
