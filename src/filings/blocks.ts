/** A place in text that something else will ask for later: `key` is the asker's own. */
export interface Mark {
  readonly key: number;
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
  readonly rows: readonly (readonly string[])[] | null;
  /** From which document of a submission: 0 is the main one. */
  readonly exhibit: string | null;
}

export const plainLook: Look = { bold: false, italic: false, underline: false, centred: false, sizeHalfPoints: 0 };
