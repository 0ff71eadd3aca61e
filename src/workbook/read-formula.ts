import { type BinaryOperator, type FormulaNode, type ReadFormula, type SheetQualifier } from "./formula";
import { CannotRead, FormulaCursor, isWordStart } from "./formula-cursor";
import { a1Notation, type Notation } from "./reference-notation";
import { readQualifier } from "./read-qualifier";
import { readStructured, endOfBrackets } from "./read-structured";

/** Excel itself stops at 8,192 characters and 64 levels; beyond these a text is no formula a person wrote. */
const longestFormula = 32_768;
const deepestNesting = 200;
const mostOperators = 8_192;

/** How strongly each operator binds; all of them group to the left, as in Excel. */
const binding: Readonly<Record<BinaryOperator, number>> = {
  "=": 1,
  "<>": 1,
  "<": 1,
  ">": 1,
  "<=": 1,
  ">=": 1,
  "&": 2,
  "+": 3,
  "-": 3,
  "*": 4,
  "/": 4,
  "^": 5,
  union: 8,
  intersection: 9,
  range: 10,
};
const bindingOfPercent = 6;
const bindingOfSign = 7;
const bindingOfSpill = 11;

/** Reads a formula (with or without its "=") to its meaning. Never throws, linear in its length. */
export function readFormula(formula: string, notation: Notation = a1Notation): ReadFormula {
  if (formula.length > longestFormula) return { kind: "unread", why: "it is longer than any formula Excel can hold" };
  try {
    return new FormulaReader(formula, notation).read();
  } catch (error) {
    if (error instanceof CannotRead) return { kind: "unread", why: error.message };
    throw error;
  }
}

class FormulaReader extends FormulaCursor {
  private depth = 0;
  private operators = 0;

  read(): ReadFormula {
    const root = this.expression(0, true);
    const trail = this.space();
    if (this.at < this.text.length) this.fail();
    return { kind: "read", root, trail };
  }

  private expression(weakest: number, unions: boolean): FormulaNode {
    if (++this.depth > deepestNesting) this.fail("it is nested too deeply");
    let left = this.prefixed(unions);
    let postfixes = 0;
    for (;;) {
      const start = this.at;
      const space = this.space();
      const code = this.text.charCodeAt(this.at);
      if (code === 37 /* % */ && weakest <= bindingOfPercent) {
        this.at++;
        left = { kind: "postfix", operator: "%", operand: left, space, lead: "" };
        postfixes++;
      } else if (code === 35 /* # */ && space === "" && weakest <= bindingOfSpill && isReferenceLike(left)) {
        this.at++;
        left = { kind: "postfix", operator: "#", operand: left, space, lead: "" };
        postfixes++;
      } else {
        const operator = this.operatorAt(code, space, left, unions);
        if (operator === null || binding[operator] <= weakest) {
          this.at = start;
          break;
        }
        this.at += operator === "intersection" ? 0 : operator === "union" || operator === "range" ? 1 : operator.length;
        const right = this.expression(binding[operator], unions);
        left = { kind: "binary", operator, left, right, space, lead: "" };
      }
      if (++this.operators > mostOperators || postfixes > deepestNesting) this.fail("it has too many operators");
    }
    this.depth--;
    return left;
  }

  private operatorAt(code: number, space: string, left: FormulaNode, unions: boolean): BinaryOperator | null {
    switch (code) {
      case 43:
        return "+";
      case 45:
        return "-";
      case 42:
        return "*";
      case 47:
        return "/";
      case 94:
        return "^";
      case 38:
        return "&";
      case 61:
        return "=";
      case 60: {
        const next = this.text.charCodeAt(this.at + 1);
        return next === 62 ? "<>" : next === 61 ? "<=" : "<";
      }
      case 62:
        return this.text.charCodeAt(this.at + 1) === 61 ? ">=" : ">";
      case 58:
        return "range";
      case 44:
        return unions ? "union" : null;
    }
    const another =
      space !== "" && isReferenceLike(left) && (isWordStart(code) || code === 39 || code === 40 || code === 91);
    return another ? "intersection" : null;
  }

  /** A sign binds more strongly than "^": in Excel -2^2 is 4. */
  private prefixed(unions: boolean): FormulaNode {
    const start = this.at;
    const lead = this.space();
    const code = this.text.charCodeAt(this.at);
    if (code === 45 || code === 43 || code === 64) {
      this.at++;
      const operand = this.expression(code === 64 ? binding.union : bindingOfSign, unions);
      return { kind: "unary", operator: code === 45 ? "-" : code === 43 ? "+" : "@", operand, lead };
    }
    let node = this.operand(lead, start);
    for (
      let calls = 0;
      this.text.charCodeAt(this.at) === 40 && (node.kind === "call" || node.kind === "apply");
      calls++
    ) {
      if (calls > deepestNesting) this.fail("it is nested too deeply");
      node = { kind: "apply", target: node, ...this.callArguments(), lead: "" };
    }
    return node;
  }

  private operand(lead: string, start: number): FormulaNode {
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

  private callArguments(): { args: FormulaNode[]; trails: string[] } {
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
    this.at++;
    const rows: FormulaNode[][] = [[]];
    const trails: string[][] = [[]];
    for (;;) {
      rows.at(-1)!.push(this.arrayElement());
      trails.at(-1)!.push(this.space());
      const code = this.text.charCodeAt(this.at++);
      if (code === 125) return { kind: "array", rows, trails, lead };
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

function isReferenceLike(node: FormulaNode): boolean {
  switch (node.kind) {
    case "reference":
    case "name":
    case "structured":
    case "call":
    case "group":
    case "error":
      return true;
    case "binary":
      return binding[node.operator] >= binding.union;
    case "postfix":
      return node.operator === "#";
    default:
      return false;
  }
}
