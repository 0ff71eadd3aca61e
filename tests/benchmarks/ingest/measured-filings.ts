import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";

export interface MeasuredFiling {
  readonly name: string;
  readonly form: string;
  readonly bytes: Uint8Array;
}

/** The stored annual and quarterly reports in markup, inflated. */
export function readMeasuredFilings(dataFolder: string): MeasuredFiling[] {
  return ["10-K", "10-Q"].flatMap((form) => {
    const folder = path.join(dataFolder, "filings", form);
    return readdirSync(folder)
      .filter((name) => /\.html?\.gz$/.test(name))
      .sort()
      .map((name) => ({ name, form, bytes: gunzipSync(readFileSync(path.join(folder, name))) }));
  });
}

/** A whole submission as EDGAR keeps it, of real parts: a report with others as its exhibits. */
export function submissionOf(main: MeasuredFiling, exhibits: readonly MeasuredFiling[]): Uint8Array {
  const document = (type: string, { bytes }: MeasuredFiling): string =>
    `<DOCUMENT>\n<TYPE>${type}\n<TEXT>\n${Buffer.from(bytes).toString("utf8")}\n</TEXT>\n</DOCUMENT>\n`;
  const header = `<SEC-DOCUMENT>measured.txt\n<SEC-HEADER>\nCONFORMED SUBMISSION TYPE: ${main.form}\n</SEC-HEADER>\n`;
  const parts = exhibits.map((exhibit, index) => document(`EX-99.${index + 1}`, exhibit));
  return Buffer.from(`${header}${document(main.form, main)}${parts.join("")}</SEC-DOCUMENT>\n`);
}
