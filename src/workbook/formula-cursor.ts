import { cellErrorCodes } from "../contracts/cell-error-codes";
import { type FormulaNode } from "./formula";
import { a1Notation, type Notation } from "./reference-notation";

/** Leaves the reader from any depth; readFormula turns it into "unread". */
export class CannotRead extends Error {}

/** A place in a formula's text, and the reading of what needs no look at its surroundings. */
export class FormulaCursor {
  protected at: number;

  constructor(
    protected readonly text: string,
    protected readonly notation: Notation,
  ) {
    this.at = text.charCodeAt(0) === 61 ? 1 : 0;
  }

  protected fail(why = `"${this.text.slice(this.at, this.at + 12)}" is not understood there`): never {
    throw new CannotRead(why);
  }

  protected space(): string {
    const start = this.at;
    for (; this.at < this.text.length; this.at++) {
      const code = this.text.charCodeAt(this.at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9 && code !== 160) break;
    }
    return start === this.at ? "" : this.text.slice(start, this.at);
  }

  protected expect(code: number): void {
    if (this.text.charCodeAt(this.at) !== code) {
      this.fail(this.at >= this.text.length ? `"${String.fromCharCode(code)}" is missing` : undefined);
    }
    this.at++;
  }

  protected quotedText(lead: string): FormulaNode {
    const start = ++this.at;
    for (;;) {
      const end = this.text.indexOf('"', this.at);
      if (end === -1) this.fail("a text has no closing quote");
      this.at = end + 1;
      if (this.text.charCodeAt(this.at) !== 34) {
        const inside = this.text.slice(start, end);
        return { kind: "text", value: inside.includes('"') ? inside.replaceAll('""', '"') : inside, lead };
      }
      this.at++;
    }
  }

  protected number(lead: string): FormulaNode {
    const start = this.at;
    const digits = () => {
      const first = this.at;
      while (isDigit(this.text.charCodeAt(this.at))) this.at++;
      return this.at > first;
    };
    let any = digits();
    if (this.text.charCodeAt(this.at) === 46) {
      this.at++;
      any = digits() || any;
    }
    if (!any) this.fail();
    if ((this.text.charCodeAt(this.at) & ~32) === 69) {
      const mark = this.at++;
      const sign = this.text.charCodeAt(this.at);
      if (sign === 43 || sign === 45) this.at++;
      if (!digits()) this.at = mark;
    }
    const written = this.text.slice(start, this.at);
    return { kind: "number", value: Number(written), written, lead };
  }

  protected errorValue(lead: string, start: number): FormulaNode {
    const code = cellErrorCodes.find((candidate) => this.text.startsWith(candidate, this.at));
    if (code === undefined) this.fail();
    this.at += code.length;
    // A deleted sheet leaves #REF!$A$1 behind: dead text, which no notation respells.
    const rest = code === "#REF!" ? a1Notation.readReference(this.text, this.at) : null;
    if (rest !== null) this.at = rest.end;
    return { kind: "error", code, written: this.text.slice(start, this.at), lead };
  }

  protected takeWord(): string {
    const start = this.at;
    while (this.at < this.text.length && isWordPart(this.text.charCodeAt(this.at))) this.at++;
    return this.text.slice(start, this.at);
  }
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Letters of any script, "_", "\\" and "$"; what else a word may hold comes after. */
export function isWordStart(code: number): boolean {
  const capital = code & ~32;
  return (capital >= 65 && capital <= 90) || code === 95 || code === 36 || code === 92 || (code > 127 && code !== 160);
}

export function isWordPart(code: number): boolean {
  return isWordStart(code) || isDigit(code) || code === 46 || code === 63;
}
