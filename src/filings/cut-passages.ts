import { type FilingTable, type Passage } from "../contracts/document";
import { captionOf } from "./layout/table-caption";
import { headingPaths } from "./layout/heading-paths";
import { type LaidBlock } from "./layout/lay-out-text";
import { isBoilerplate } from "./mark-boilerplate";
import { type FoundSection } from "./sections/find-sections";
import { fileTable } from "./tables/file-table";
import { splitAtSentences } from "./split-at-sentences";

const aimCharacters = 1100;
const mostCharacters = 1600;
/** Below this a passage goes on over a minor heading rather than stand alone. */
const leastCharacters = 350;
/** Beyond this a table is cut between rows: no reader and no index takes more in one piece. */
const mostTableCharacters = 40_000;

export interface CutDocument {
  readonly passages: readonly Passage[];
  readonly tables: readonly FilingTable[];
}

/**
 * Cuts the text into passages for reading: whole tables, and text of a few paragraphs, ended at headings, paragraphs
 * or sentences. Laid end to end they are the document's text.
 */
export function cutPassages(
  documentId: string,
  text: string,
  blocks: readonly LaidBlock[],
  sections: readonly FoundSection[],
): CutDocument {
  const cutter = new PassageCutter(documentId, text, blocks, sections);
  return cutter.cut();
}

class PassageCutter {
  private readonly passages: Passage[] = [];
  private readonly tables: FilingTable[] = [];
  private readonly paths: readonly (readonly string[])[];
  private readonly sectionAt = new Map<number, FoundSection>();
  private section: FoundSection | undefined;
  /** Of a call: whose words are gathered. */
  private speaker: string | null = null;
  /** Blocks gathered for the next passage. */
  private from = -1;
  private to = -1;
  private path: readonly string[] = [];

  constructor(
    private readonly documentId: string,
    private readonly text: string,
    private readonly blocks: readonly LaidBlock[],
    sections: readonly FoundSection[],
  ) {
    // Of items that begin together the first names the passages.
    for (const section of sections)
      if (!this.sectionAt.has(section.firstBlock)) this.sectionAt.set(section.firstBlock, section);
    this.paths = headingPaths(blocks, new Set(this.sectionAt.keys()));
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
      if (block.kind === "table") this.addTable(block, index);
      else this.addText(block, index);
    }
    this.flush();
    return { passages: this.passages, tables: this.tables };
  }

  private addText(block: LaidBlock, index: number): void {
    const gathered = this.from < 0 ? 0 : this.to - this.from;
    const isHeading = block.headingRank !== null;
    if (gathered > 0) {
      const full = gathered + block.text.length > mostCharacters && gathered >= leastCharacters;
      if (full || (gathered >= aimCharacters && isHeading) || (isHeading && gathered >= leastCharacters)) this.flush();
    }
    if (block.text.length > mostCharacters) {
      this.addLongText(block, index);
      return;
    }
    this.gather(block.start, block.end, this.paths[index]!, isHeading);
    if (!isHeading && this.to - this.from >= aimCharacters) this.flush();
  }

  private addLongText(block: LaidBlock, index: number): void {
    let start = block.start;
    for (const length of splitAtSentences(block.text, aimCharacters, mostCharacters)) {
      this.gather(start, start + length, this.paths[index]!, false);
      this.flush();
      start += length;
    }
  }

  private gather(start: number, end: number, path: readonly string[], isHeading: boolean): void {
    if (this.from < 0) {
      this.from = start;
      this.path = path;
    } else if (!isHeading || path.length < this.path.length) {
      this.path = commonStart(this.path, path);
    }
    this.to = end;
  }

  private addTable(block: LaidBlock, index: number): void {
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
    if (this.from < 0) return;
    this.push("text", this.from, this.to, this.path);
    this.from = -1;
  }

  private push(kind: Passage["kind"], start: number, end: number, path: readonly string[]): Passage {
    const ordinal = this.passages.length;
    const text = this.text.slice(start, end);
    const passage: Passage = {
      id: `${this.documentId}#${ordinal}`,
      documentId: this.documentId,
      ordinal,
      part: this.section?.section.part ?? null,
      item: this.section?.section.item ?? null,
      path: [...(this.section?.path ?? []), ...path],
      page: null,
      kind,
      text,
      start,
      end,
      boilerplate: isBoilerplate(kind, text, path, this.section?.kind ?? "other"),
    };
    this.passages.push(passage);
    return passage;
  }
}

function commonStart(first: readonly string[], second: readonly string[]): readonly string[] {
  let length = 0;
  while (length < first.length && first[length] === second[length]) length++;
  return length === 0 ? first : first.slice(0, length);
}
