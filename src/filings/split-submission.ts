/** What the header of a submission as EDGAR keeps it says. */
export interface SubmissionHeader {
  readonly accession: string | null;
  readonly form: string | null;
  readonly periodEnd: string | null;
  readonly filed: string | null;
  readonly company: string | null;
  readonly cik: string | null;
}

export interface SubmissionPart {
  /** "10-K", "EX-99.1". */
  readonly type: string;
  readonly content: string;
}

export interface Submission {
  readonly header: SubmissionHeader;
  readonly parts: readonly SubmissionPart[];
  /** Its XBRL instance, where it has one beside the main document. */
  readonly instance: string | null;
  readonly warnings: readonly string[];
}

const noText = /^(?:GRAPHIC|XML|JSON|ZIP|EXCEL|PDF|EX-10[01](?:\.|$)|EX-10[34]|EX-27$|COVER$)/i;

const opens = /^\s*<(?:SEC|IMS)-DOCUMENT>/m;
const closes = /<\/(?:SEC|IMS)-DOCUMENT>|-END PRIVACY-ENHANCED MESSAGE-/;

/** A full submission text file in its parts; null where the text is not one. */
export function splitSubmission(text: string): Submission | null {
  const start = text.slice(0, 4000);
  if (!/<SEC-DOCUMENT>|<SEC-HEADER>|<IMS-DOCUMENT>|^\s*<DOCUMENT>\s*<TYPE>/im.test(start)) return null;
  // A file keeps to one spelling: looking for both each time would read a file of many documents as many times.
  const opening = /<DOCUMENT>/i.exec(text)?.[0] ?? "<DOCUMENT>";
  const closing = text.includes("</DOCUMENT>") ? "</DOCUMENT>" : "</document>";
  const header = text.slice(0, Math.max(0, text.indexOf(opening)));
  const parts: SubmissionPart[] = [];
  const warnings: string[] = [];
  let instance: string | null = null;
  let at = text.indexOf(opening);
  while (at >= 0) {
    const end = text.indexOf(closing, at);
    if (end < 0) warnings.push("the file ends in the middle of a document of the submission");
    const part = text.slice(at, end < 0 ? text.length : end);
    const type = /<TYPE>\s*([^\s<]+)/i.exec(part)?.[1] ?? "";
    if (/^EX-10[01]\.INS$/i.test(type)) instance ??= textOf(part);
    const content = textOf(part);
    if (!noText.test(type) && !isEncoded(content)) parts.push({ type, content });
    at = end < 0 ? -1 : text.indexOf(opening, end);
  }
  // Cut within its header, between its documents or within a picture, nothing else tells.
  if (warnings.length === 0 && opens.test(start) && !closes.test(text.slice(-1000))) {
    warnings.push("the file ends before the submission's end");
  }
  return { header: readHeader(header), parts, instance, warnings };
}

function textOf(part: string): string {
  const open = /<TEXT>/i.exec(part);
  if (open === null) return part;
  const close = part.search(/<\/TEXT>\s*$/i);
  const content = part.slice(open.index + open[0].length, close < 0 ? part.length : close);
  return content.replace(/^\s*<(XBRL|XML|PDF)>/i, "").replace(/<\/(XBRL|XML|PDF)>\s*$/i, "");
}

/** A letter of the SEC's staff stands as a PDF, encoded as text, with the words once more behind it. */
function isEncoded(content: string): boolean {
  return /^\s*begin [0-7]{3,4} \S+\s*\n/.test(content.slice(0, 500));
}

function readHeader(header: string): SubmissionHeader {
  const field = (name: string): string | null =>
    new RegExp(`^[ \\t]*${name}:[ \\t]*(\\S.*)$`, "im").exec(header)?.[1]?.trimEnd() ?? null;
  return {
    accession: field("ACCESSION NUMBER"),
    form: field("CONFORMED SUBMISSION TYPE"),
    periodEnd: isoDay(field("CONFORMED PERIOD OF REPORT")),
    filed: isoDay(field("FILED AS OF DATE")),
    company: field("COMPANY CONFORMED NAME"),
    cik: field("CENTRAL INDEX KEY"),
  };
}

function isoDay(digits: string | null): string | null {
  const match = digits === null ? null : /^(\d{4})(\d{2})(\d{2})$/.exec(digits);
  return match === null ? null : `${match[1]}-${match[2]}-${match[3]}`;
}
