import { type Block, type InnerLink } from "./blocks";
import { type SubmissionHeader } from "./split-submission";
import { type RawXbrl } from "./xbrl/fact-collector";

/** What a file that is no filing says of itself: a note's front matter, the data beside a call. */
export interface OwnStatement {
  readonly form: "note" | "transcript";
  readonly title: string | null;
  readonly company: string | null;
  readonly ticker: string | null;
  /** When it was written or held, as it says. */
  readonly date: string | null;
  /** When it was last saved, for what does not say. */
  readonly savedOn?: string | null;
  /** "Q1 2023", as the data beside a call says. */
  readonly quarter?: string | null;
}

/** A file taken apart: blocks in reading order, and what was tagged in them. */
export interface Source {
  readonly blocks: readonly Block[];
  readonly xbrl: RawXbrl;
  /** Present where the source has links within itself. */
  readonly links?: readonly InnerLink[];
  /** Present where the file is a whole submission as EDGAR keeps it. */
  readonly header: SubmissionHeader | null;
  readonly fictional: boolean;
  readonly warnings: readonly string[];
  /** Present where the file cannot be a filing. */
  readonly stated?: OwnStatement;
}
