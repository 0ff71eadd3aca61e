import { type FormulaNode, type SheetQualifier } from "./formula";
import { FormulaCursor, isWordStart } from "./formula-cursor";
import { readQualifier } from "./read-qualifier";
import { endOfBrackets, readStructured } from "./read-structured";

/** Reads what operators stand between: values, references, names, calls, brackets and arrays. */
export abstract class OperandReader extends FormulaCursor {
  /** An array inside an array has no meaning, and thousands of them would exhaust the stack. */
  private isInArray = false;

  /** A whole expression whose operators bind more strongly than `weakest`. */
  protected abstract expression(weakest: number, unions: boolean): FormulaNode;
  /** An operand with the signs before it. */
  protected abstract prefixed(unions: boolean): FormulaNode;

  protected operand(lead: string, start: number): FormulaNode {
    const code = this.text.charCodeAt(this.at);
    if (Number.isNaN(code)) this.fail(this.text.length <= 1 ? "it is empty" : "it ends too early");
    if (code === 40) return this.group(lead);
    if (code === 34) return this.quotedText(lead);
    if (code === 123) return this.array(lead);
    if (code === 35) return this.errorValue(lead, this.at);
    if (code === 39 || code === 91) return this.qualifiedOrThisTable(lead);
    const reference = this.notation.readReference(this.text, this.at);
    if (reference !== null) {
      this.at = reference.end;
      return { kind: "reference", ...reference.reference, qualifier: null, lead };
    }
    if ((code >= 48 && code <= 57) || code === 46) return this.number(lead);
    if (isWordStart(code)) return this.word(lead);
    this.at = start;
    this.fail();
  }

  private group(lead: string): FormulaNode {
    this.at++;
    const inner = this.expression(0, true);
    const trail = this.space();
    this.expect(41);
    return { kind: "group", inner, trail, lead };
  }

  private qualifiedOrThisTable(lead: string): FormulaNode {
    const qualifier = readQualifier(this.text, this.at);
    if (qualifier !== null) {
      this.at = qualifier.end;
      return this.afterQualifier(lead, qualifier.qualifier);
    }
    if (this.text.charCodeAt(this.at) !== 91) this.fail("a quoted sheet name does not end");
    return this.structured(lead, null, this.at);
  }

  private structured(lead: string, table: string | null, start: number): FormulaNode {
    const end = endOfBrackets(this.text, this.at);
    const reference = end === null ? null : readStructured(table, this.text.slice(this.at + 1, end - 1));
    if (end === null || reference === null) this.fail("a table reference is not understood");
    this.at = end;
    return { kind: "structured", reference, written: this.text.slice(start, end), lead };
  }

  private afterQualifier(lead: string, qualifier: SheetQualifier): FormulaNode {
    const code = this.text.charCodeAt(this.at);
    if (code === 35) return this.errorValue(lead, this.at - qualifier.written.length);
    const reference = this.notation.readReference(this.text, this.at);
    if (reference !== null) {
      this.at = reference.end;
      return { kind: "reference", ...reference.reference, qualifier, lead };
    }
    if (!isWordStart(code)) this.fail();
    const start = this.at;
    const name = this.takeWord();
    if (this.text.charCodeAt(this.at) === 40) {
      const written = qualifier.written + this.text.slice(start, this.at);
      return { kind: "call", name: name.toUpperCase(), written, ...this.callArguments(), lead };
    }
    if (this.text.charCodeAt(this.at) === 91) return this.structured(lead, name, start - qualifier.written.length);
    return { kind: "name", name, qualifier, lead };
  }

  private word(lead: string): FormulaNode {
    const start = this.at;
    const written = this.takeWord();
    const next = this.text.charCodeAt(this.at);
    if (next === 40) {
      const name = written.toUpperCase().replace(/^(_XLFN\.|_XLWS\.|_XLUDF\.)+/, "");
      return { kind: "call", name, written, ...this.callArguments(), lead };
    }
    if (next === 33 || next === 58) {
      const qualifier = readQualifier(this.text, start);
      if (qualifier !== null) {
        this.at = qualifier.end;
        return this.afterQualifier(lead, qualifier.qualifier);
      }
      if (next === 33) this.fail();
    }
    if (next === 91) return this.structured(lead, written, start);
    if (written.length <= 5 && /^(true|false)$/i.test(written)) {
      return { kind: "boolean", value: written.length === 4, written, lead };
    }
    if (written.includes("$")) this.fail(`"${written}" is no cell of a sheet`);
    return { kind: "name", name: written, qualifier: null, lead };
  }

  protected callArguments(): { args: FormulaNode[]; trails: string[] } {
    this.at++;
    const args: FormulaNode[] = [];
    const trails: string[] = [];
    for (;;) {
      const start = this.at;
      const lead = this.space();
      const code = this.text.charCodeAt(this.at);
      if (code === 41 && args.length === 0) {
        this.at++;
        return lead === "" ? { args, trails } : { args: [{ kind: "missing", lead }], trails: [""] };
      }
      if (code === 44 || code === 41) {
        args.push({ kind: "missing", lead });
      } else {
        this.at = start;
        args.push(this.expression(0, false));
      }
      trails.push(this.space());
      const end = this.text.charCodeAt(this.at);
      if (end !== 44 && end !== 41) this.fail(this.at >= this.text.length ? '")" is missing' : undefined);
      this.at++;
      if (end === 41) return { args, trails };
    }
  }

  private array(lead: string): FormulaNode {
    if (this.isInArray) this.fail("an array of constants holds something else");
    this.isInArray = true;
    this.at++;
    const rows: FormulaNode[][] = [[]];
    const trails: string[][] = [[]];
    for (;;) {
      rows.at(-1)!.push(this.arrayElement());
      trails.at(-1)!.push(this.space());
      const code = this.text.charCodeAt(this.at++);
      if (code === 125) {
        this.isInArray = false;
        return { kind: "array", rows, trails, lead };
      }
      if (code === 59) {
        rows.push([]);
        trails.push([]);
      } else if (code !== 44) {
        this.at--;
        this.fail("an array of constants is not understood");
      }
    }
  }

  private arrayElement(): FormulaNode {
    const node = this.prefixed(false);
    const bare = node.kind === "unary" ? node.operand : node;
    if (["number", "text", "boolean", "error"].includes(bare.kind)) return node;
    this.fail("an array of constants holds something else");
  }
}
