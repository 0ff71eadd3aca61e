import { conceptById } from "../../../concepts/dictionary";
import { type Asked, type When } from "./asked-tree";

type Operator = Extract<Asked, { kind: "binary" }>["operator"];

export function binary(left: Asked, operator: Operator, right: Asked, share = false): Asked {
  return share ? { kind: "binary", operator, left, right, share } : { kind: "binary", operator, left, right };
}

export function joined([left, right]: readonly [Asked, Asked], operator: Operator): Asked {
  return binary(left, operator, right);
}

/** The margin of an amount is its share of revenue; what is a share already stays as it is. */
export function marginOf(asked: Asked): Asked {
  if (asked.kind === "average") return { ...asked, of: marginOf(asked.of) };
  if (asked.kind === "change") return { ...asked, of: marginOf(asked.of) };
  if (asked.kind === "concept" && conceptById(asked.id)?.unit === "percent") return asked;
  return binary(asked, "/", { kind: "concept", id: "revenue", when: null }, true);
}

/** The reported line of a change, where the statement of cash flows has one: it may be what is meant. */
const linesOfChange: Readonly<Record<string, string>> = {
  inventory: "change-in-inventory",
  "accounts-receivable": "change-in-receivables",
  "accounts-payable": "change-in-payables",
  "working-capital": "change-in-working-capital",
};

export function changeOf(of: Asked): Asked {
  const bare = of.kind === "concept" ? of : null;
  const line = bare === null ? undefined : linesOfChange[bare.id];
  const known = line !== undefined && conceptById(line) !== null ? line : null;
  return { kind: "change", ...parted(of), line: known };
}

/** The periods behind a figure are those of the average or change it stands in. */
export function parted(of: Asked): { of: Asked; when: When | null } {
  return of.kind === "concept" || of.kind === "defined"
    ? { of: { ...of, when: null }, when: of.when }
    : { of, when: null };
}

/** Sets the periods of a figure, or of what is computed over periods. */
export function at(asked: Asked, when: When): Asked {
  switch (asked.kind) {
    case "concept":
    case "defined":
    case "average":
    case "change":
    case "growth":
    case "compound-growth":
      return asked.when === null ? { ...asked, when } : asked;
    case "binary":
      return { ...asked, left: at(asked.left, when), right: at(asked.right, when) };
    case "negate":
      return { ...asked, of: at(asked.of, when) };
    case "mean":
      return { ...asked, of: asked.of.map((one) => at(one, when)) };
    case "constant":
      return asked;
  }
}
