import { StrangeAnswerError } from "./edgar-errors";

/** Only the submission asked for, with its end, is kept for ever: a proxy's page of regrets also comes with status 200. */
export function checkSubmission(url: string, accession: string, bytes: Uint8Array): Uint8Array {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  if (!/<(?:SEC|IMS)-(?:DOCUMENT|HEADER)>|<DOCUMENT>/.test(start)) {
    throw new StrangeAnswerError(url, "it is not a submission");
  }
  const named = /^ACCESSION NUMBER:\s*(\d{10}-\d{2}-\d{6})/m.exec(start)?.[1] ?? accession;
  if (named !== accession) throw new StrangeAnswerError(url, `it is the submission ${named}`);
  // A packed body that loses its end is unpacked without complaint; what opens is closed in a whole submission.
  const opened = /^\s*(?:-----BEGIN PRIVACY-ENHANCED MESSAGE-----[\s\S]*?)?<((?:SEC|IMS)-DOCUMENT)>/.exec(start)?.[1];
  const end = Buffer.from(bytes.subarray(-4096)).toString("latin1");
  if (opened !== undefined && !end.includes(`</${opened}>`)) {
    throw new StrangeAnswerError(url, "its end is missing; run the same command again");
  }
  return bytes;
}
