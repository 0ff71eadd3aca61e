import { type FilingTable, type Passage } from "../contracts/document";
import { type NoteOutline } from "./disclosures/outline-notes";
import { captionOf } from "./layout/table-caption";
import { headingPaths } from "./layout/heading-paths";
import { type LaidBlock, type LaidText } from "./layout/lay-out-text";
import { isBoilerplate } from "./mark-boilerplate";
import { commonPath, type Piece } from "./passage-piece";
import { PageFinder } from "./page-finder";
import { type FoundSection } from "./sections/find-sections";
import { splitAtSentences } from "./split-at-sentences";
import { fileTable } from "./tables/file-table";

const aimCharacters = 1100;
const mostCharacters = 1600;
/** Below this a passage goes on over a minor heading rather than stand alone. */
const leastCharacters = 200;
/** Longer, what ends in a colon is a paragraph of its own and no introduction. */
const introductionCharacters = 600;
/** Beyond this a table is cut between rows: no reader and no index takes more in one piece. */
const mostTableCharacters = 40_000;

export interface CutDocument {
  readonly passages: readonly Passage[];
  readonly tables: readonly FilingTable[];
}

/**
 * Cuts the text into passages for reading: whole tables, and text of a few paragraphs, ended at headings, paragraphs
 * or sentences; none reaches over the edge of a note or a policy. Laid end to end they are the document's text.
 */
export function cutPassages(
  documentId: string,
  laid: LaidText,
  sections: readonly FoundSection[],
  outline: NoteOutline,
): CutDocument {
  return new PassageCutter(documentId, laid, sections, outline).cut();
}

class PassageCutter {
  private readonly passages: Passage[] = [];
  private readonly tables: FilingTable[] = [];
  private readonly paths: readonly (readonly string[])[];
  private readonly sectionAt = new Map<number, FoundSection>();
  private readonly pages: PageFinder;
  private readonly text: string;
  private readonly blocks: readonly LaidBlock[];
  private section: FoundSection | undefined;
  /** Of a call: whose words are gathered. */
  private speaker: string | null = null;
  /** Gathered for the next passage. */
  private pieces: Piece[] = [];

  constructor(
    private readonly documentId: string,
    laid: LaidText,
    sections: readonly FoundSection[],
    private readonly outline: NoteOutline,
  ) {
    this.text = laid.text;
    this.blocks = laid.blocks;
    this.pages = new PageFinder(laid.pages);
    // Of items that begin together the first names the passages.
    for (const section of sections)
      if (!this.sectionAt.has(section.firstBlock)) this.sectionAt.set(section.firstBlock, section);
    this.paths = headingPaths(this.blocks, new Set(this.sectionAt.keys()), outline);
  }

  cut(): CutDocument {
    for (const [index, block] of this.blocks.entries()) {
      const section = this.sectionAt.get(index);
      if (section !== undefined) {
        this.flush();
        this.section = section;
      }
      if ((block.speaker ?? null) !== this.speaker) {
        this.flush();
        this.speaker = block.speaker ?? null;
      }
      if (this.outline.boundaries.has(block.start)) this.flush();
      if (block.kind === "table") this.addTable(block, index);
      else this.addText(block, index);
      if (this.outline.boundaries.has(block.end)) this.flush();
    }
    this.flush();
    return { passages: this.passages, tables: this.tables };
  }

  private addText(block: LaidBlock, index: number): void {
    const path = this.paths[index]!;
    const isHeading = block.headingRank !== null;
    const partings = this.outline.partings.get(index);
    if (partings === undefined) {
      const isTitle = isHeading && this.outline.noteAt(index) !== null;
      this.addPiece({ start: block.start, end: block.end, isHeading, isTitle, path });
      return;
    }
    let start = block.start;
    for (const end of [...partings, block.end].sort((a, b) => a - b)) {
      if (end <= start) continue;
      this.addPiece({ start, end, isHeading: false, isTitle: false, path });
      if (end < block.end) this.flush();
      start = end;
    }
  }

  private addPiece(piece: Piece): void {
    const gathered = this.gathered;
    const length = piece.end - piece.start;
    const isFull = gathered + length > mostCharacters && gathered >= leastCharacters;
    if (gathered > 0 && (isFull || (piece.isHeading && gathered >= leastCharacters))) this.flushAllButLead();
    if (length > mostCharacters) {
      this.addLongPiece(piece);
      return;
    }
    this.pieces.push(piece);
    if (!piece.isHeading && this.gathered >= aimCharacters && !this.introduces(piece)) this.flush();
  }

  private addLongPiece(piece: Piece): void {
    let { start } = piece;
    const text = this.text.slice(piece.start, piece.end);
    for (const length of splitAtSentences(text, aimCharacters, mostCharacters)) {
      const end = start + text.slice(start - piece.start, start - piece.start + length).trimEnd().length;
      this.pieces.push({ ...piece, start, end });
      start += length;
      if (start < piece.end || !this.introduces(piece)) this.flush();
    }
  }

  private get gathered(): number {
    const first = this.pieces[0];
    return first === undefined ? 0 : this.pieces[this.pieces.length - 1]!.end - first.start;
  }

  /** "We face these risks:" belongs to the list behind it. */
  private introduces({ start, end }: Piece): boolean {
    return end - start <= introductionCharacters && this.text[end - 1] === ":";
  }

  /** Which of the pieces gathered is the first of the headings and introductions they end in. */
  private leadFrom(): number {
    let from = this.pieces.length;
    while (from > 0 && (this.pieces[from - 1]!.isHeading || this.introduces(this.pieces[from - 1]!))) from--;
    return from;
  }

  /** A heading and an introduction go on with what they stand above. */
  private flushAllButLead(): void {
    const kept = this.leadFrom();
    if (kept === 0) {
      // Headings alone are still the lead of what comes, except where they fill a passage of their own.
      if (this.gathered >= aimCharacters) this.flush();
      return;
    }
    const lead = this.pieces.slice(kept);
    this.pieces.length = kept;
    this.flush();
    this.pieces = lead;
  }

  private addTable(block: LaidBlock, index: number): void {
    // "Debt", "Maturities were as follows:" stand in a passage of their own above the table, under their own heading.
    const last = this.pieces[this.pieces.length - 1];
    const isIntroduced = last !== undefined && !last.isHeading && this.introduces(last);
    if (isIntroduced && this.pieces.slice(this.leadFrom()).some(({ isHeading }) => isHeading)) this.flushAllButLead();
    this.flush();
    const lineLengths = block.text.split("\n").map((line) => line.length);
    const caption = captionOf(this.blocks, index);
    let firstRow = 0;
    let start = block.start;
    let length = -1;
    for (const [row, lineLength] of lineLengths.entries()) {
      if (length >= 0 && length + 1 + lineLength > mostTableCharacters) {
        this.pushTable(start, start + length, block, { from: firstRow, to: row }, caption, index);
        start += length + 1;
        firstRow = row;
        length = -1;
      }
      length += lineLength + 1;
    }
    this.pushTable(start, block.end, block, { from: firstRow, to: lineLengths.length }, caption, index);
  }

  private pushTable(
    start: number,
    end: number,
    block: LaidBlock,
    rows: { from: number; to: number },
    caption: string | null,
    index: number,
  ): void {
    const passage = this.push("table", start, end, this.paths[index]!);
    const names = { id: `${this.documentId}@${this.tables.length}`, passageId: passage.id, caption };
    this.tables.push(fileTable(names, block, rows.from, rows.to));
  }

  private flush(): void {
    const [first, ...rest] = this.pieces;
    if (first === undefined) return;
    this.pieces = [];
    const isTitleAlone = first.isTitle && rest.every(({ isTitle }) => isTitle);
    this.push("text", first.start, rest[rest.length - 1]?.end ?? first.end, commonPath(first, rest), isTitleAlone);
  }

  /** The title of a note alone answers no question, however well its words fit one. */
  private push(
    kind: Passage["kind"],
    start: number,
    end: number,
    path: readonly string[],
    isTitleAlone = false,
  ): Passage {
    const ordinal = this.passages.length;
    const text = this.text.slice(start, end);
    const passage: Passage = {
      id: `${this.documentId}#${ordinal}`,
      documentId: this.documentId,
      ordinal,
      part: this.section?.section.part ?? null,
      item: this.section?.section.item ?? null,
      path: [...(this.section?.path ?? []), ...path],
      ...this.pages.pagesOf(start, end),
      kind,
      text,
      start,
      end,
      boilerplate: isTitleAlone || isBoilerplate(kind, text, path, this.section?.kind ?? "other"),
    };
    this.passages.push(passage);
    return passage;
  }
}
