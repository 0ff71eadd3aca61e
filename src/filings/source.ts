import { type Block } from "./blocks";
import { type SubmissionHeader } from "./split-submission";
import { type RawXbrl } from "./xbrl/fact-collector";

/** A file taken apart: blocks in reading order, and what was tagged in them. */
export interface Source {
  readonly blocks: readonly Block[];
  readonly xbrl: RawXbrl;
  /** Present where the file is a whole submission as EDGAR keeps it. */
  readonly header: SubmissionHeader | null;
  readonly fictional: boolean;
  readonly warnings: readonly string[];
}
