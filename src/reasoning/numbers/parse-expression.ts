/** Arithmetic over named operands, as a tree. No calls, no members: nothing here can do anything but count. */
export type Expression =
  | { readonly kind: "literal"; readonly value: number }
  | { readonly kind: "operand"; readonly name: string }
  | { readonly kind: "negate"; readonly of: Expression }
  /** What stood in brackets: one term of a sum, whatever it holds. */
  | { readonly kind: "group"; readonly of: Expression }
  | {
      readonly kind: "binary";
      readonly operator: "+" | "-" | "*" | "/" | "^";
      readonly left: Expression;
      readonly right: Expression;
    };

export type ParsedExpression =
  { readonly ok: true; readonly expression: Expression } | { readonly ok: false; readonly why: string };

/** Ten years of a ratio of sums, each operand named with its year. */
const longestExpression = 2400;
const deepestExpression = 40;

class Unreadable extends Error {}

/** Reads `a / (b + c) - 1`; names are letters, digits, underscores. */
export function parseExpression(source: string): ParsedExpression {
  if (source.length > longestExpression) return { ok: false, why: "the expression is too long" };
  const tokens = source.match(/\d+(?:\.\d+)?|[A-Za-z_]\w*|[-+*/^()]|\S/g) ?? [];
  let at = 0;
  let depth = 0;
  const peek = (): string | undefined => tokens[at];
  const binary = (left: Expression, operator: "+" | "-" | "*" | "/" | "^", right: Expression): Expression => ({
    kind: "binary",
    operator,
    left,
    right,
  });

  function sum(): Expression {
    if (++depth > deepestExpression) throw new Unreadable("the expression is nested too deeply");
    let left = product();
    for (let next = peek(); next === "+" || next === "-"; next = peek()) {
      at++;
      left = binary(left, next, product());
    }
    depth--;
    return left;
  }
  function product(): Expression {
    let left = signed();
    for (let next = peek(); next === "*" || next === "/"; next = peek()) {
      at++;
      left = binary(left, next, signed());
    }
    return left;
  }
  function signed(): Expression {
    if (peek() === "-") {
      at++;
      if (++depth > deepestExpression) throw new Unreadable("the expression is nested too deeply");
      const of = signed();
      depth--;
      return { kind: "negate", of };
    }
    const base = atom();
    if (peek() !== "^") return base;
    at++;
    return binary(base, "^", signed());
  }
  function atom(): Expression {
    const token = tokens[at++];
    if (token === undefined) throw new Unreadable("the expression ends too early");
    if (token === "(") {
      const inner = sum();
      if (tokens[at++] !== ")") throw new Unreadable("a bracket is not closed");
      return { kind: "group", of: inner };
    }
    if (/^\d/.test(token)) return { kind: "literal", value: Number(token) };
    if (/^[A-Za-z_]/.test(token)) return { kind: "operand", name: token };
    throw new Unreadable(`"${token}" is not part of arithmetic`);
  }

  try {
    const expression = sum();
    if (at < tokens.length) throw new Unreadable(`"${tokens[at]}" is not expected there`);
    return { ok: true, expression };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, why: error.message };
    throw error;
  }
}
