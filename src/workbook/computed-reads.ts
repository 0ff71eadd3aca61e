import { type CellAddress } from "../contracts/model-map";
import { type CellRange, type CellValue } from "../contracts/workbook-snapshot";
import { columnsOfASheet, rowsOfASheet } from "./address";
import { constantValue, type ConstantSource } from "./constant-value";
import { type FormulaNode, type FormulaNodeOf, type ReadFormula } from "./formula";
import { readFormula } from "./read-formula";
import { referencesOf, type FormulaReference } from "./references";
import { type ReferenceResolver } from "./resolve-references";
import { walkFormula } from "./walk-formula";
import { withoutBrackets } from "./without-brackets";

/** What OFFSET and INDIRECT of one formula lead to. */
export interface ComputedRead {
  /** Where they lead as the workbook stands. */
  readonly ranges: readonly CellRange[];
  /** Starting places of which only the place counts, because where they lead to is known. */
  readonly leftAnchors: ReadonlySet<FormulaNode>;
  /** Where else they may lead once a figure changes, or could lead for all we can tell. */
  readonly reach: readonly CellRange[] | "anywhere";
}

interface Reading {
  readonly ranges: CellRange[];
  readonly leftAnchors: Set<FormulaNode>;
  reach: CellRange[] | "anywhere";
}

export const nothingComputed: ComputedRead = { ranges: [], leftAnchors: new Set(), reach: [] };

/** Follows references that are computed rather than written, as far as constants lead. */
export class ComputedReads {
  constructor(
    private readonly resolver: ReferenceResolver,
    private readonly cellAt: (address: CellAddress) => { readonly value: CellValue } | null,
  ) {}

  of(formula: string, read: ReadFormula, references: readonly FormulaReference[], home: CellAddress): ComputedRead {
    if (read.kind === "unread") return nothingComputed;
    let reading = mayCompute(formula) ? this.follow(read.root, references, home) : null;
    for (const reference of references) {
      if (reference.kind !== "name") continue;
      const name = this.resolver.definedName(reference.name, reference.sheet ?? home.sheet);
      const inside = name === null || !mayCompute(name.formula) ? null : this.resolver.readName(name, home);
      if (name === null || inside?.kind !== "read") continue;
      const found = this.follow(inside.root, referencesOf(inside, name.sheet ?? home.sheet), home);
      reading ??= { ranges: [], leftAnchors: new Set(), reach: [] };
      reading.ranges.push(...found.ranges);
      reading.reach =
        reading.reach === "anywhere" || found.reach === "anywhere" ? "anywhere" : [...reading.reach, ...found.reach];
    }
    return reading ?? nothingComputed;
  }

  private follow(root: FormulaNode, references: readonly FormulaReference[], home: CellAddress): Reading {
    const byNode = new Map(references.map((reference) => [reference.node, reference]));
    const rangeOf = (node: FormulaNode): CellRange | null => {
      const reference = byNode.get(withoutBrackets(node));
      const ranges = reference === undefined ? [] : this.resolver.rangesOf(reference, home);
      return ranges.length === 1 ? ranges[0]! : null;
    };
    const source: ConstantSource = { home, rangeOf, cellAt: this.cellAt };
    const reading: Reading = { ranges: [], leftAnchors: new Set(), reach: [] };
    for (const node of walkFormula(root)) {
      if (node.kind === "binary" && node.operator === "range") followJoinedRange(node, source, reading);
      if (node.kind !== "call") continue;
      if (node.name === "OFFSET") followOffset(node, source, reading);
      else if (node.name === "INDIRECT") this.followIndirect(node, source, reading);
    }
    return reading;
  }

  private followIndirect(call: FormulaNodeOf<"call">, source: ConstantSource, reading: Reading): void {
    const text = call.args[0] === undefined ? null : constantValue(call.args[0], source);
    const isA1 = call.args[1] === undefined || constantValue(call.args[1], source)?.value === true;
    if (text === null || typeof text.value !== "string" || !isA1) {
      reading.reach = "anywhere";
      return;
    }
    for (const reference of referencesOf(readFormula(`=${text.value}`), source.home.sheet))
      reading.ranges.push(...this.resolver.rangesOf(reference, source.home));
    if (!text.isFixed) reading.reach = "anywhere";
  }
}

function followOffset(call: FormulaNodeOf<"call">, source: ConstantSource, reading: Reading): void {
  const offset = readOffset(call, source);
  if (offset === null) {
    reading.reach = "anywhere";
    return;
  }
  if (offset.range !== null) {
    reading.leftAnchors.add(withoutBrackets(call.args[0]!));
    reading.ranges.push(offset.range);
  }
  if (offset.reach !== null && reading.reach !== "anywhere") reading.reach.push(offset.reach);
}

/** Null where we cannot tell where it starts from; `reach` is null where the shift can never change. */
function readOffset(
  call: FormulaNodeOf<"call">,
  source: ConstantSource,
): { readonly range: CellRange | null; readonly reach: CellRange | null } | null {
  const [anchorNode, rowsNode, columnsNode, heightNode, widthNode] = call.args;
  const anchor = anchorNode === undefined ? null : source.rangeOf(anchorNode);
  if (anchor === null) return null;
  const shift = (node: FormulaNode | undefined, otherwise: number) => {
    if (node === undefined || node.kind === "missing") return { value: otherwise, isFixed: true };
    const constant = constantValue(node, source);
    return constant === null || typeof constant.value !== "number"
      ? null
      : { value: Math.trunc(constant.value), isFixed: constant.isFixed };
  };
  const rows = shift(rowsNode, 0);
  const columns = shift(columnsNode, 0);
  const height = shift(heightNode, anchor.endRow0 - anchor.startRow0 + 1);
  const width = shift(widthNode, anchor.endColumn0 - anchor.startColumn0 + 1);
  const down =
    rows === null || height === null ? null : span(anchor.startRow0 + rows.value, height.value, rowsOfASheet);
  const across =
    columns === null || width === null ? null : span(anchor.startColumn0 + columns.value, width.value, columnsOfASheet);
  const fixedDown = rows?.isFixed === true && height?.isFixed === true ? down : null;
  const fixedAcross = columns?.isFixed === true && width?.isFixed === true ? across : null;
  return {
    range: down === null || across === null ? null : rangeAt(anchor.sheet, down, across),
    reach:
      fixedDown !== null && fixedAcross !== null
        ? null
        : rangeAt(anchor.sheet, fixedDown ?? wholeDown, fixedAcross ?? wholeAcross),
  };
}

/** A1:OFFSET(…) and A1:INDEX(…) read what lies between their ends. */
function followJoinedRange(node: FormulaNodeOf<"binary">, source: ConstantSource, reading: Reading): void {
  const sides = [node.left, node.right].map((side) => {
    const end = withoutBrackets(side);
    if (end.kind !== "call") return source.rangeOf(end);
    if (end.name === "OFFSET") return readOffset(end, source)?.range ?? null;
    return end.name === "INDEX" && end.args[0] !== undefined ? source.rangeOf(end.args[0]) : null;
  });
  const [left, right] = sides;
  if (!left || !right || left.sheet !== right.sheet) return;
  reading.ranges.push({
    sheet: left.sheet,
    startRow0: Math.min(left.startRow0, right.startRow0),
    startColumn0: Math.min(left.startColumn0, right.startColumn0),
    endRow0: Math.max(left.endRow0, right.endRow0),
    endColumn0: Math.max(left.endColumn0, right.endColumn0),
  });
}

interface Span {
  readonly first0: number;
  readonly last0: number;
}

const wholeDown: Span = { first0: 0, last0: rowsOfASheet - 1 };
const wholeAcross: Span = { first0: 0, last0: columnsOfASheet - 1 };

/** A negative size counts backwards; null off the sheet's edge, where OFFSET gives an error. */
function span(start0: number, size: number, limit: number): Span | null {
  if (size === 0) return null;
  const first0 = size > 0 ? start0 : start0 + size + 1;
  const last0 = size > 0 ? start0 + size - 1 : start0;
  return first0 < 0 || last0 >= limit ? null : { first0, last0 };
}

function rangeAt(sheet: string, down: Span, across: Span): CellRange {
  return {
    sheet,
    startRow0: down.first0,
    endRow0: down.last0,
    startColumn0: across.first0,
    endColumn0: across.last0,
  };
}

/** Whether a formula may read what is not written in it. */
export function mayCompute(formula: string): boolean {
  return /OFFSET|INDIRECT|:INDEX/iu.test(formula);
}
