import { plainLook, type Look, type Mark } from "../blocks";
import {
  fontSizeHalfPoints,
  indentHalfPoints,
  styleBold,
  styleCentred,
  styleItalic,
  styleUnderline,
} from "./element-style";

const irregularSpace = /[^\S ]| {2}|[\u00ad\u200b-\u200d\u2060\ufeff]/;
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]+/g;
/** Names of our own: an imported one is looked up at every use, and this is used for every word. */
const flags = { bold: styleBold, italic: styleItalic, underline: styleUnderline, centred: styleCentred };
const sizeOf = fontSizeHalfPoints;
const indentOf = indentHalfPoints;
const spaceHalfPoints = 5;
/** Of the many cells without any; never added to. */
const noMarks: Mark[] = [];
const letters = /[\p{L}\p{N}]/u;

/** Text of one paragraph or cell while it is being read: whitespace as a browser shows it, looks counted. */
export class TextRun {
  text = "";
  marks: Mark[] = noMarks;
  private spacePending = false;
  private breakPending = false;
  private lettersSeen = 0;
  private bold = 0;
  private italic = 0;
  private underline = 0;
  private centred = 0;
  private size = 0;
  private indent = 0;

  /** How far in its first line begins, in half points. */
  get indentHalfPoints(): number {
    return this.indent;
  }

  get isEmpty(): boolean {
    return this.text === "";
  }

  mark(key: number): void {
    const mark = { key, offset: this.text.length };
    if (this.marks.length === 0) this.marks = [mark];
    else this.marks.push(mark);
  }

  /** The next text starts on a new line. */
  breakLine(): void {
    this.breakPending = true;
  }

  append(piece: string, style: number): void {
    if (this.text === "") this.indent += leadingSpaces(piece) * spaceHalfPoints;
    const text = irregularSpace.test(piece) ? piece.replace(invisible, "").replace(/\s+/g, " ") : piece;
    let from = 0;
    let to = text.length;
    if (to > 0 && text.charCodeAt(0) === 32) {
      from = 1;
      this.spacePending = true;
    }
    if (to > from && text.charCodeAt(to - 1) === 32) to--;
    if (from >= to) return;
    if (this.text === "") this.indent += indentOf(style);
    else if (this.breakPending) this.text += "\n";
    else if (this.spacePending) this.text += " ";
    this.text += from === 0 && to === text.length ? text : text.slice(from, to);
    this.breakPending = false;
    this.spacePending = to < text.length;
    this.count(text, to - from, style);
  }

  /** Preformatted text keeps its lines and columns. */
  appendPreformatted(piece: string): void {
    this.text += piece;
  }

  look(): Look {
    const all = this.lettersSeen;
    if (this.size === 0 && this.bold + this.italic + this.underline + this.centred === 0) return plainLook;
    return {
      bold: all > 0 && this.bold === all,
      italic: all > 0 && this.italic === all,
      underline: all > 0 && this.underline === all,
      centred: all > 0 && this.centred === all,
      sizeHalfPoints: this.size,
    };
  }

  private count(text: string, length: number, style: number): void {
    if (length < 4 && !letters.test(text)) return;
    this.lettersSeen += length;
    if ((style & flags.bold) !== 0) this.bold += length;
    if ((style & flags.italic) !== 0) this.italic += length;
    if ((style & flags.underline) !== 0) this.underline += length;
    if ((style & flags.centred) !== 0) this.centred += length;
    const size = sizeOf(style);
    if (size > this.size) this.size = size;
  }
}

/** Spaces that a browser shows, by which filers set a label in. */
function leadingSpaces(piece: string): number {
  let count = 0;
  for (let code = piece.charCodeAt(0); code === 160 || (code >= 8192 && code <= 8201);)
    code = piece.charCodeAt(++count);
  return count;
}
