import { type FormulaNode, type ReadFormula } from "./formula";
import { CannotRead } from "./formula-cursor";
import {
  binding,
  bindingOfPercent,
  bindingOfSign,
  bindingOfSpill,
  isReferenceLike,
  operatorAt,
} from "./formula-operators";
import { OperandReader } from "./operand-reader";
import { a1Notation, type Notation } from "./reference-notation";

/** Excel itself stops at 8,192 characters and 64 levels; beyond these a text is no formula a person wrote. */
export const longestFormula = 32_768;
const deepestNesting = 200;
const mostOperators = 8_192;

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

class FormulaReader extends OperandReader {
  private depth = 0;
  private operators = 0;

  read(): ReadFormula {
    const root = this.expression(0, true);
    const trail = this.space();
    if (this.at < this.text.length) this.fail();
    return { kind: "read", root, trail };
  }

  protected expression(weakest: number, unions: boolean): FormulaNode {
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
        const operator = operatorAt(this.text, this.at, space, left, unions);
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

  /** A sign binds more strongly than "^": in Excel -2^2 is 4. */
  protected prefixed(unions: boolean): FormulaNode {
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
}
