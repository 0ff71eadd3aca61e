import { readTextDocument } from "../../../src/filings/read-text-document";

const figures = "Net sales were $120 million.\n\nSales rose in every region, and costs fell a little.\n\n".repeat(3);
const about = "This release contains forward-looking statements.\n\n";
const read = (text: string) => readTextDocument(Buffer.from(text), { fileName: "release.txt" }).document;

describe("an earnings release without its filing", () => {
  it("is known by its headline, its dateline and the period it reports", () => {
    const document = read(
      `Kettle Works Reports First-Quarter 2024 Results; Raises Guidance\n\nSPRINGFIELD, Ill. - May 4, 2024 - Kettle Works, Inc. (NASDAQ: KTL) today reported results for the three months ended March 31, 2024.\n\n${figures}${about}`,
    );

    expect(document).toMatchObject({
      company: "Kettle Works, Inc.",
      ticker: "KTL",
      form: "press release",
      periodEnd: "2024-03-31",
      filed: "2024-05-04",
      title: "Kettle Works, Inc., press release, Q1 2024",
    });
  });

  it("is named by its headline where it has no dateline", () => {
    const document = read(`Kettle Works reports fiscal 2024 results and provides outlook\n\n${figures}${about}`);

    expect(document).toMatchObject({ company: "Kettle Works", form: "press release", periodEnd: null });
    expect(document.title).toBe("Kettle Works, press release, FY2024");
  });

  it("is not what an analyst wrote about one", () => {
    const document = read(`Kettle Works reports strong quarter\n\n${figures}We stay cautious on kettles.\n`);

    expect(document.form).not.toBe("press release");
  });
});
