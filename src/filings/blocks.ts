import { type FilingTable } from "../contracts/document";

/** A place in text that something else will ask for later: `key` is the asker's own, below 0 for links. */
export interface Mark {
  readonly key: number;
  readonly offset: number;
}

/** Which rows of a table are heads, what stands over each column, and above each row. */
export type TableStructure = Pick<FilingTable, "headRows" | "columnHeads" | "laterHeads" | "rowPaths">;

/** A link within the document: the keys of the marks where it stands and where it leads. */
export interface InnerLink {
  readonly fromKey: number;
  readonly toKey: number;
}

/** A page begins here: "47", "F-12", as printed or as a viewer counts; null where what follows has no sure number. */
export interface PageStart {
  readonly page: string | null;
  readonly offset: number;
}

/** How a block looks, as far as headings are told by it. A flag holds only where it holds for every character. */
export interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly centred: boolean;
  /** The largest font size in it, in half points; 0 where unknown. */
  readonly sizeHalfPoints: number;
}

/** A paragraph, a heading or a table, in reading order. */
export interface Block {
  readonly kind: "text" | "table";
  /** Of a table: its rows as lines, cells parted by " | ". */
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly look: Look;
  /** The source breaks the page (or draws a rule) before this block. */
  readonly pageBreakBefore: boolean;
  /** Cell texts of a table; null for text. */
  readonly rows: readonly string[][] | null;
  /** Of a table: its heads and the path of each row. */
  readonly structure?: TableStructure;
  /** From which document of a submission: 0 is the main one. */
  readonly exhibit: string | null;
  /** Where in its text pages begin, and how they are numbered; only where one does. */
  readonly pageStarts?: readonly PageStart[];
  /** Of a call: who speaks, with the role where it is said; null where nobody is named. Other documents have none. */
  readonly speaker?: string | null;
}

export const plainLook: Look = { bold: false, italic: false, underline: false, centred: false, sizeHalfPoints: 0 };
