import { type ConceptId } from "../../../contracts/concept";

/** A period as a formula's words name it: by its year, or by how far it lies before the period asked for. */
export type PeriodNamed =
  | { readonly kind: "named"; readonly fiscalYear: number; readonly quarter: number | null }
  | { readonly kind: "before"; readonly periods: number };

/** Periods beside a figure, in reading order. */
export interface When {
  readonly periods: readonly PeriodNamed[];
  /** "from 2016 to 2018" is every year between; "between 2016 and 2018" only its ends. */
  readonly joined: "list" | "ends" | "span";
}

/** What is to be computed, as the words say it; a figure without its own period is of the period asked for. */
export type Asked =
  | { readonly kind: "constant"; readonly value: number }
  | { readonly kind: "concept"; readonly id: ConceptId; readonly when: When | null }
  | { readonly kind: "defined"; readonly index: number; readonly when: When | null }
  | { readonly kind: "negate"; readonly of: Asked }
  | {
      readonly kind: "binary";
      readonly operator: "+" | "-" | "*" | "/";
      readonly left: Asked;
      readonly right: Asked;
      /** Said to be a share: "as a % of", "margin". */
      readonly share?: boolean;
    }
  /** The mean of figures that are listed. */
  | { readonly kind: "mean"; readonly of: readonly Asked[] }
  /** The mean of one figure over periods; `count` where the words say how many. */
  | { readonly kind: "average"; readonly of: Asked; readonly when: When | null; readonly count: number | null }
  | { readonly kind: "change"; readonly of: Asked; readonly when: When | null; readonly line: ConceptId | null }
  | { readonly kind: "growth"; readonly of: Asked; readonly when: When | null }
  | {
      readonly kind: "compound-growth";
      readonly of: Asked;
      readonly when: When | null;
      readonly count: number | null;
    };

/** A figure the question defines itself. */
export interface Definition {
  /** As the question calls it: "DPO"; null where only the formula is given for what is asked. */
  readonly term: string | null;
  /** The dictionary's concept of that name; null where it knows none. */
  readonly concept: ConceptId | null;
  readonly formula: Asked;
  /** The same with its last division taken for the whole, where the words leave that open. */
  readonly loose: Asked | null;
}

/** Every concept a tree reads. */
export function conceptsOfAsked(asked: Asked): ConceptId[] {
  switch (asked.kind) {
    case "constant":
    case "defined":
      return [];
    case "concept":
      return [asked.id];
    case "binary":
      return [...conceptsOfAsked(asked.left), ...conceptsOfAsked(asked.right)];
    case "mean":
      return asked.of.flatMap(conceptsOfAsked);
    case "change":
      return [...conceptsOfAsked(asked.of), ...(asked.line === null ? [] : [asked.line])];
    case "negate":
    case "average":
    case "growth":
    case "compound-growth":
      return conceptsOfAsked(asked.of);
  }
}
